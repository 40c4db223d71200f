"""Who is typeset for: the browser that asks, unless the path says otherwise."""

import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.render.profiles.profiles import PROFILES
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

NETSCAPE = "Mozilla/3.0 (Win95; I)"
MICROWEB = "MicroWeb 2.1"
# Pages whose links lead to other profiles, which is what they are for.
CHOICES = ("/setup", "/setup/test")
LINK = re.compile(r'(?:href|src|action)="(/[^"]*)"')


def page(browser: FlaskClient, path: str, agent: str = "") -> str:
    answer = browser.get(path, headers={"User-Agent": agent})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def own(browser: FlaskClient, path: str, agent: str = "") -> str:
    """Return as whom the setup says that one sees it."""
    found = re.search(r"You see this page as <code>([^<]*)</code>", page(browser, path, agent))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("", "universal"),
        ("curl/8.0", "universal"),
        (NETSCAPE, "netscape"),
        (MICROWEB, "dos"),
        ("Lynx/2.8.5rel.1 libwww-FM/2.14", "lynx-utf8"),
        ("Mozilla/1.1N (Macintosh; I; 68K)", "maccolour"),
        ("Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; PPC; 240x320)", "ie-windows4-240"),
        ("x" * 5000 + NETSCAPE, "universal"),
    ],
)
def test_a_browser_is_known_by_what_it_calls_itself(browser: FlaskClient, agent: str, name: str) -> None:
    assert own(browser, "/setup", agent) == name


def test_the_path_wins_over_the_name_of_the_browser(browser: FlaskClient) -> None:
    assert own(browser, "/~macplus/setup", NETSCAPE) == "macplus"
    assert own(browser, "/~dos/in/setup", NETSCAPE) == "dos"
    assert own(browser, "/~MacPlus/setup") == "macplus"


def test_pieces_are_put_in_order_on_every_link(browser: FlaskClient) -> None:
    assert own(browser, "/~macplus-jpeg-640/setup") == "macplus-jpeg-640"
    for path in ("/~macplus-640-jpeg/about", "/~macplus-jpeg-640/about"):
        assert 'action="/~macplus-jpeg-640/read"' in page(browser, path)


def test_what_a_browser_is_sent_depends_on_it(browser: FlaskClient) -> None:
    assert 'bgcolor="#ffffff"' in page(browser, "/about", NETSCAPE)
    assert "bgcolor" not in page(browser, "/about", MICROWEB)
    assert browser.get("/about", headers={"User-Agent": NETSCAPE}).content_type == "text/html; charset=iso-8859-1"
    assert browser.get("/about", headers={"User-Agent": MICROWEB}).content_type == "text/html"
    assert "<form" not in page(browser, "/~linemode/about")
    assert "<br>" not in page(browser, "/~linemode/in/")


@pytest.fixture
def paths(browser: FlaskClient, origin: Origin) -> list[str]:
    """A path of each kind of page, without its profile."""
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    feed = "<rss version='2.0'><channel><title>Town</title><item><title>A</title><link>/a</link></item></channel></rss>"
    home = origin.serve("/home", feed, "application/rss+xml")
    article = page(browser, f"/in/read?url={quote(url, safe='')}")
    key = re.search(r"/in/a/([a-z2-7]+)\.txt", article)
    picture = re.search(r'href="/in(/i/[^"]*)">\[1\]', article)
    assert key
    assert picture
    kinds = ["/", "/world", "/search", "/search?q=tower", "/about", "/editions", "/status", "/setup", "/setup/test"]
    kinds += ["/setup/card", "/setup/characters", "/read", f"/read?url={quote(url, safe='')}", picture[1]]
    kinds += [f"/a/{key[1]}", f"/a/{key[1]}/all", f"/read?url={quote(home, safe='')}", "/nothing", "/a/aaaaaaaaaa"]
    return kinds


@pytest.mark.parametrize("name", ["macplus", "modern", "linemode", "universal"])
def test_the_prefix_stays_on_every_link_of_every_page(browser: FlaskClient, paths: list[str], name: str) -> None:
    for path in paths:
        text = browser.get(f"/~{name}/in{path}", headers={"User-Agent": NETSCAPE}).get_data(as_text=True)
        links = [link for link in LINK.findall(text) if path not in CHOICES or not link.startswith("/~")]
        assert [link for link in links if not link.startswith(f"/~{name}/")] == []
        # A place that there is not is in no edition.
        inside = [link for link in links if link.startswith(f"/~{name}/in/")]
        assert inside == links or path in ("/editions", "/nothing")


def test_without_a_profile_in_the_path_there_is_none_on_the_links(browser: FlaskClient, paths: list[str]) -> None:
    for path in paths:
        if path not in CHOICES:
            assert "/~" not in browser.get(f"/in{path}", headers={"User-Agent": MICROWEB}).get_data(as_text=True)


@pytest.mark.parametrize("path", ["/~macplus", "/~macplus/", "/~macplus/in", "/~macplus/in/"])
def test_a_profile_has_a_front_page_with_and_without_a_slash(browser: FlaskClient, path: str) -> None:
    assert 'action="/~macplus' in page(browser, path)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/~nonsense/", 'There is no profile "nonsense" here; /setup lists those that there are.'),
        ("/~/", 'There is no profile "" here; /setup lists those that there are.'),
        ("/~macplus-huge/in/", 'A profile cannot be "huge"; /setup lists what it can be.'),
        ("/~<b>&amp;%22/", 'There is no profile "&lt;b&gt;&amp;amp;"" here; /setup lists those that there are.'),
        ("/~%c3%a9%ff/", "There is no profile"),
    ],
)
def test_a_profile_that_does_not_exist_is_a_page_with_one_sentence_and_links_that_work(
    browser: FlaskClient, path: str, sentence: str
) -> None:
    for agent in ("", NETSCAPE):
        answer = browser.get(path, headers={"User-Agent": agent})
        text = answer.get_data(as_text=True)
        assert answer.status_code == 404
        assert f"<p>{sentence}" in text
        assert "/~" not in "".join(LINK.findall(text))
        assert ("bgcolor" in text) is (agent == NETSCAPE)


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_reads_an_article_within_its_budget(browser: FlaskClient, origin: Origin, name: str) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    answer = browser.get(f"/~{name}/read?url={quote(url, safe='')}")
    assert answer.status_code == 200
    assert LIGHTHOUSE.paragraphs[-1].encode() in answer.data
    assert len(answer.data) <= PROFILES[name].budget
