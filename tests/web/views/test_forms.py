"""What is typed into a form comes back, whatever set the page and the browser are in."""

import re
from urllib.parse import quote, quote_plus

import pytest
from flask.testing import FlaskClient

from app.render.profiles.spec import read_spec
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

NETSCAPE = "Mozilla/3.0 (Win95; I)"


def sent(text: str, codec: str) -> str:
    """Return a field as browsers send it from a page in a set: what the set lacks as decimal references."""
    return quote_plus(text.encode(codec, "xmlcharrefreplace"))


def searched(browser: FlaskClient, prefix: str, query: str, agent: str = "") -> tuple[str, str]:
    """Return the search page for a raw query, and its content type."""
    form = browser.get(f"{prefix}/search", headers={"User-Agent": agent})
    answer = browser.get(f"{prefix}/search?{query}", headers={"User-Agent": agent})
    assert answer.status_code == 200
    assert answer.content_type == form.content_type
    spec = prefix.removeprefix("/~")
    codec = read_spec(spec).charset("western").codec if spec else "latin_1"
    return answer.data.decode(codec), answer.content_type


@pytest.mark.parametrize(
    ("prefix", "codec"),
    [
        ("/~universal", "ascii"),
        ("/~universal", "latin_1"),
        ("/~universal", "utf-8"),
        ("/~universal-sjis", "shift_jis"),
        ("/~modern", "utf-8"),
        ("/~netscape", "latin_1"),
        ("/~universal-latin2", "iso8859_2"),
        ("/~universal-eucjp", "euc_jp"),
    ],
)
@pytest.mark.parametrize("words", ["café au lait", "Łódź", "日本", "a&b=c+d"])
def test_words_are_searched_for_as_they_were_typed(browser: FlaskClient, prefix: str, codec: str, words: str) -> None:
    charset = read_spec(prefix.removeprefix("/~")).charset("western")
    page, _ = searched(browser, prefix, f"q={sent(words, codec)}")
    said = charset.transliterate(words).replace("&", "&amp;")
    if charset.codec == "ascii":
        said = said.replace("é", "&#233;")
    assert f'Nothing was found for "{said}".' in page
    assert f'value="{said}"' in page


def test_the_set_of_the_page_is_that_of_the_browser(browser: FlaskClient) -> None:
    page, content_type = searched(browser, "", "q=caf%E9", NETSCAPE)
    assert content_type == "text/html; charset=iso-8859-1"
    assert 'value="café"' in page


@pytest.mark.parametrize("query", ["foo+bar", "foo%20bar", "foo+bar+"])
def test_a_bare_query_as_isindex_sends_it_is_a_search(browser: FlaskClient, query: str) -> None:
    form = browser.get("/~linemode/search").get_data(as_text=True)
    assert "<isindex>" in form
    assert "<form" not in form
    assert 'Nothing was found for "foo bar".' in searched(browser, "/~linemode", query)[0]


def test_a_bare_query_as_isindex_sends_it_is_an_address(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    assert "<isindex>" in browser.get("/~linemode/read").get_data(as_text=True)
    for typed in (url, url.removeprefix("http://"), quote(url, safe="")):
        page = browser.get(f"/~linemode/read?{typed}").get_data(as_text=True)
        assert f"<h1>{LIGHTHOUSE.title}</h1>" in page


def test_nothing_typed_is_the_form_again(browser: FlaskClient) -> None:
    assert "Nothing was found" not in searched(browser, "", "q=")[0]
    assert 'name="url"' in browser.get("/read").get_data(as_text=True)


@pytest.mark.parametrize("words", ["24/7", "a//b", "2/3", "50% off?", "café #1"])
def test_a_query_in_a_path_is_the_one_that_was_typed(browser: FlaskClient, words: str) -> None:
    page = browser.get(f"/search/1/{quote(words, safe='')}")
    assert page.status_code == 200
    said = re.sub("é", "&#233;", words)
    assert f'Nothing was found for "{said}".' in page.get_data(as_text=True)


TEXT = "".join(
    f"<p>Sentence {number}: the council agreed that the old ferry, which carries people over the bay, will be mended.</p>"
    for number in range(8)
)
SEARCH = '<form action="/find"><input name="q"><input type="hidden" name="h" value="1"></form>'


def test_a_form_of_another_site_is_sent_through_the_reader(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/story", f"<title>Ferry</title><article>{TEXT}{SEARCH}{TEXT}</article>")
    origin.serve(
        "/find?q=caf%C3%A9+%26+t%C3%A9&h=1", f"<title>Found</title><article><h1>What was found</h1>{TEXT}</article>"
    )
    page = browser.get(f"/read?url={quote(url, safe='')}").data.decode("latin-1")
    action = re.search(r'<form action="(/g/[a-z2-7]+)" method="get">\n<p><input name="q"', page)
    assert action
    answer = browser.get(f"{action[1]}?q=caf%E9+%26+t%E9&h=1")
    assert answer.status_code == 200
    assert b"Found" in answer.data
    assert b"Sentence 7" in answer.data


def test_a_browser_that_is_known_is_asked_in_one_way(browser: FlaskClient) -> None:
    for path in ("/search", "/search?q=storks", "/read"):
        mosaic, linemode, unknown = (
            browser.get(f"/~{name}{path}").get_data(as_text=True) for name in ("mosaic", "linemode", "universal")
        )
        assert ("<form" in mosaic, "<isindex>" in mosaic) == (True, False)
        assert ("<form" in linemode, "<isindex>" in linemode) == (False, True)
        assert ("<form" in unknown, "<isindex>" in unknown) == (True, True)
