"""An article page by page, as a whole, for a printer and as a file."""

import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.render.profiles.profiles import PROFILES
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Origin

NUMBERED = tuple(
    f"Paragraph number {number} of a café story, which is long — longer than a page: {LIGHTHOUSE.paragraphs[1]}"
    for number in range(1, 61)
)
LONG = Story("A long story of a café", LIGHTHOUSE.deck, NUMBERED, LIGHTHOUSE.images, links={"number 40 of": "/forty"})


def page(browser: FlaskClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.get_data().decode("latin-1")


def follow(text: str, words: str) -> str:
    link = re.search(rf'<a href="([^"]*)">{words}</a>', text)
    assert link, words
    return link[1]


@pytest.fixture
def first(browser: FlaskClient, origin: Origin) -> str:
    """The first page of a long article, for DOS."""
    url = origin.serve("/long", modern_page(LONG))
    return page(browser, f"/~dos/in/read?url={quote(url, safe='')}")


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"Paragraph (?:<a [^>]*>)?number (\d+) of", text)]


def test_each_page_says_which_it_is_and_leads_to_its_neighbours_at_both_ends(browser: FlaskClient, first: str) -> None:
    said = re.findall(r"<p>Page 1 of (\d) \| ", first)
    assert len(said) == 1  # the first begins with the article
    second = page(browser, follow(first, "Next &gt;"))
    assert second.count(f"<p>Page 2 of {said[0]} | ") == 2
    assert "Article images" in first
    assert "Article images" not in second
    assert LIGHTHOUSE.deck not in second
    assert "<h2>A long story of a caf&#233;</h2>" in second
    assert numbers(page(browser, follow(second, "&lt; Previous"))) == numbers(first)


def test_the_pages_together_are_the_article_and_each_is_within_the_budget(browser: FlaskClient, first: str) -> None:
    text, found, sizes = first, numbers(first), [len(first)]
    while link := re.search(r'<a href="([^"]*)">Next &gt;', text):
        text = page(browser, link[1])
        found += numbers(text)
        sizes.append(len(text))
    assert found == list(range(1, 61))
    assert max(sizes) <= PROFILES["dos"].budget
    # All but the last are full: what had no room was a paragraph of some 300 bytes.
    assert min(sizes[:-1]) > PROFILES["dos"].budget - 600


def test_there_is_no_page_beyond_the_last(browser: FlaskClient, first: str) -> None:
    link = follow(first, "Next &gt;")
    for number in ("0", "99"):
        answer = browser.get(f"{link.rsplit('/', 1)[0]}/{number}")
        assert answer.status_code == 404
        assert "There is no such page" in answer.get_data(as_text=True)


def test_the_whole_article_is_one_link_away(browser: FlaskClient, first: str) -> None:
    assert re.search(r"Whole article</a> \(\d+ KB\)", first)
    whole = page(browser, follow(first, "Whole article"))
    assert numbers(whole) == list(range(1, 61))
    assert "Page 1 of" not in whole
    assert follow(whole, "number 40 of").startswith("/~dos/in/a/")


def test_the_print_view_has_everything_and_no_link(browser: FlaskClient, first: str, origin: Origin) -> None:
    printed = page(browser, follow(first, "To print"))
    assert numbers(printed) == list(range(1, 61))
    assert f"<code>{origin.url('/long')}</code>" in printed
    assert "<a " not in printed
    assert "<form" not in printed
    assert "[1: <em>" in printed


@pytest.mark.parametrize(
    ("name", "ends", "cafe", "dash", "content_type"),
    [
        ("macplus", b"\r", b"caf\x8e", b"\xd1", "text/plain"),
        ("dos", b"\r\n", b"caf\x82", b"--", "text/plain"),
        ("universal", b"\n", b"cafe", b"--", "text/plain"),
        ("netscape", b"\n", b"caf\xe9", b"\x97", "text/plain; charset=windows-1252"),
        ("ie", b"\r\n", b"caf\xe9", b"\x97", "text/plain; charset=windows-1252"),
        ("amiga", b"\n", b"caf\xe9", b"--", "text/plain"),
        ("modern", b"\n", "café".encode(), "—".encode(), "text/plain; charset=utf-8"),
    ],
)
def test_a_text_is_in_the_set_and_with_the_line_ends_of_the_machine_that_saves_it(
    browser: FlaskClient, first: str, name: str, ends: bytes, cafe: bytes, dash: bytes, content_type: str
) -> None:
    path = follow(first, "This article as plain text").replace("/~dos/", f"/~{name}/")
    answer = browser.get(path)
    assert answer.content_type == content_type
    assert b"A long story of a " + cafe + ends in answer.data
    assert dash in answer.data
    assert answer.data.count(ends) > 300
    assert not re.search(rb"[\r\n]", answer.data.replace(ends, b""))
    lines = [line for line in answer.data.split(ends) if b"http" not in line]
    assert max(map(len, lines)) <= PROFILES[name].columns + (20 if name == "modern" else 0)


def test_what_is_no_article_has_its_usual_page_in_place_of_a_text(browser: FlaskClient, origin: Origin) -> None:
    feed = "<rss version='2.0'><channel><title>Town</title><item><title>A</title><link>/a</link></item></channel></rss>"
    origin.serve("/home", feed, "application/rss+xml")
    origin.serve("/menu", modern_page(Story("Menu", "", LIGHTHOUSE.paragraphs, links={"council": "/home"})))
    link = follow(page(browser, f"/read?url={quote(origin.url('/menu'), safe='')}"), "council")
    for end in (".txt", "/all", "/print"):
        assert "<h1>Town</h1>" in page(browser, link + end)


def test_japanese_is_offered_in_the_sets_that_have_it_and_each_offer_shows_it(
    browser: FlaskClient, origin: Origin
) -> None:
    text = "灯台が動いた。町の人は言った、そして待った。雨が降ったので、みんなは家へ帰った。" * 4
    story = Story("動いた灯台", "", (text,) * 4)
    url = origin.serve("/tokyo", modern_page(story).replace('lang="en-GB"', 'lang="ja"'))
    path = f"/in/read?url={quote(url, safe='')}"
    offers = page(browser, path)
    assert "This page is in Japanese" in offers
    assert "<p>toudai" not in offers.lower()
    for words, codec in (("Shift_JIS .*", "shift_jis"), ("EUC-JP .*", "euc_jp"), ("UTF-8 .*", "utf-8")):
        answer = browser.get(follow(offers, words))
        assert answer.content_type == f"text/html; charset={codec.replace('_', '-') if codec != 'shift_jis' else codec}"
        assert text in answer.data.decode(codec)
    assert "spelled in Latin letters" not in offers  # characters read one by one say nothing in Japanese
    assert "<h1>A page in Japanese (Nihongo)</h1>" in offers
    assert page(browser, path.replace("/in/", "/~universal-spelled/in/")).isascii()
    netscape = browser.get(path, headers={"User-Agent": "Mozilla/3.0 (Win95; I)"})
    assert text in netscape.data.decode("shift_jis")


def story_in(tag: str, title: str, text: str) -> str:
    paragraphs = "".join(f"<p>{text} ({number})</p>" for number in range(12))
    return f"<html lang='{tag}'><title>{title}</title><article><h1>{title}</h1>{paragraphs}</article></html>"


def test_hebrew_is_offered_shown_by_whoever_has_its_letters_and_spelled_by_whoever_wants_that(
    browser: FlaskClient, origin: Origin
) -> None:
    text = "ראש העיר אמר כי המגדלור הישן הועבר למקום חדש, רחוק מן הים, וכל העיר צעדה לצדו שבוע שלם."
    url = origin.serve("/haifa", story_in("he", "המגדלור", text))
    path = f"/in/read?url={quote(url, safe='')}"
    offers = page(browser, path)
    assert "<h1>A page in Hebrew (Ivrit)</h1>" in offers
    visual = browser.get(follow(offers, r"ISO 8859-8 \(Hebrew\)")).data.decode("iso8859_8")
    assert "ןשיה רולדגמה" in visual
    assert text not in visual
    spelled = page(browser, follow(offers, "spelled in Latin letters"))
    assert "Also in <a" in " ".join(spelled.split())
    explorer = browser.get(path, headers={"User-Agent": "Mozilla/4.0 (compatible; MSIE 5.0; Windows 98; DigExt)"})
    assert explorer.content_type == "text/html; charset=windows-1255"
    logical = explorer.data.decode("cp1255")
    assert text in logical
    assert '<div dir="rtl">' in logical


def test_russian_that_is_spelled_says_where_its_letters_are(browser: FlaskClient, origin: Origin) -> None:
    text = "Маяк перенесли на новое место, подальше от моря, и весь город шёл рядом с ним целую неделю."
    url = origin.serve("/perm", story_in("ru", "Маяк", text))
    spelled = page(browser, f"/in/read?url={quote(url, safe='')}")
    assert "Mayak perenesli" in spelled
    assert text in browser.get(follow(spelled, "KOI8-R")).data.decode("koi8_r")
