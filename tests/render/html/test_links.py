import re

import pytest

from app.render.html.links import MAX_LINK, MAX_PROXIED, Links, is_direct
from app.render.profiles.spec import LONGEST, read_spec

STORY, TOWER = "http://x.example/story?a=1&b=2", "https://x.example/tower.jpg"
IDS = {STORY: "abcdefghij", TOWER: "klmnopqrst", "https://x.example/": "uvwxyz2345"}
LINKS = Links("/~macplus", "/in", IDS)
# The longest that a profile and an edition can be in a path.
FULL = read_spec("universal-html32-macreferences-bare-16k").name
LONG = Links(f"/~{FULL}", "/ch-fr", IDS)


def every(links: Links) -> list[str]:
    """Return one link of each kind."""
    return [
        links.front,
        links.read,
        links.search,
        links.about,
        links.setup,
        links.setup_page(2),
        links.tests(),
        links.tests(3),
        links.sample(FULL, "characters"),
        f"{links.card}.gif",
        links.found("two words", 2),
        links.editions(9),
        links.status(99),
        links.in_edition("ch-fr"),
        links.in_profile(FULL, f"/a/{IDS[STORY]}"),
        links.section("entertainment", 99),
        links.feed(STORY, 999),
        links.article(STORY, 999),
        links.whole(STORY),
        links.printed(STORY),
        links.plain(STORY),
        links.image(TOWER, STORY, "t99x99"),
        links.image_file(TOWER, "gif", "160x120"),
        links.out(STORY),
        links.follow(STORY),
    ]


def test_profile_and_edition_stand_on_every_link() -> None:
    for link in every(LINKS):
        assert re.match(rf"/~(macplus/(in|ch-fr)/|{FULL}/in/)", link), link


def test_no_link_is_longer_than_80_characters_or_has_an_ampersand() -> None:
    assert len(FULL) == LONGEST
    for links in (LINKS, LONG, Links(ids=IDS)):
        for link in every(links):
            assert len(link) <= MAX_LINK, link
            assert "&" not in link


def test_the_usual_profile_and_edition_leave_nothing_in_the_path() -> None:
    links = Links(ids=IDS)
    assert (links.front, links.read, links.article(STORY)) == ("/", "/read", "/a/abcdefghij")
    assert links.in_profile("dos") == "/~dos/"
    assert links.in_edition("in") == "/in/"


def test_a_query_keeps_what_is_in_it_and_its_page() -> None:
    assert LINKS.found("24/7 “é”?", 1) == "/~macplus/in/search/1/24%2F7%20%E2%80%9C%C3%A9%E2%80%9D%3F"
    assert LINKS.found("x" * 80, 2) == ""


def test_a_picture_leads_back_to_its_article_at_any_size() -> None:
    assert LINKS.image(TOWER) == "/~macplus/in/i/klmnopqrst"
    assert LINKS.image(TOWER, STORY) == "/~macplus/in/i/klmnopqrst/abcdefghij"
    assert LINKS.image(TOWER, STORY, "w320") == "/~macplus/in/i/klmnopqrst/abcdefghij/w320"
    assert LINKS.image_file(TOWER, "jpg") == "/~macplus/in/i/klmnopqrst.jpg"
    assert LINKS.image_file(TOWER, "gif", "w320") == "/~macplus/in/i/klmnopqrst-w320.gif"


@pytest.mark.parametrize(
    ("url", "direct"),
    [
        ("http://x.example/", True),
        ("http://x.example/?a=1&b=2", False),
        ("http://x.example/" + "a" * 63, True),
        ("http://x.example/" + "a" * 64, False),
    ],
)
def test_an_original_is_linked_directly_where_its_address_will_do(url: str, direct: bool) -> None:
    assert is_direct(url) is direct
    assert LINKS.out(url) == url if direct else Links("/~macplus", "/in", {url: "abcdefghij"}).out(url).startswith("/~")


def test_mail_stays_mail() -> None:
    assert LINKS.follow("mailto:a@b.example") == "mailto:a@b.example"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://x.example/a", "http://x.example/a"),
        ("https://x.example/a?b=1", "http://x.example/a?b=1"),
        ("http://x.example:8080/a", "http://x.example:8080/a"),
        ("https://x.example:8443/a", "http://68k.news/in/a/abcdefghij"),
        ("http://x.example/?a=1&b=2", "http://68k.news/in/a/abcdefghij"),
        ("https://x.example/a#unchecked", "http://68k.news/in/a/abcdefghij"),
        ("http://x.example/" + "a" * MAX_PROXIED, "http://68k.news/in/a/abcdefghij"),
    ],
)
def test_on_a_page_under_its_own_address_links_are_those_of_the_originals(url: str, expected: str) -> None:
    links = Links("", "/in", {url: "abcdefghij"}, "http://68k.news")
    assert links.article(url) == expected
    assert links.article(url, 2) == "http://68k.news/in/a/abcdefghij/2"
    assert links.plain(url) == "http://68k.news/in/a/abcdefghij.txt"
    assert links.front == "http://68k.news/in/"


def test_the_original_of_what_is_read_unchecked_is_the_original_itself() -> None:
    assert Links().out("https://x.example/a#unchecked") == "https://x.example/a"
    long = "https://x.example/?a=1&b=2"
    assert Links(ids={long: "abcdefghij"}).out(f"{long}#unchecked") == "/o/abcdefghij"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://x.example/a", "https://x.example/a"),
        ("https://x.example/a", "https://x.example/a"),
        ("http://x.example:8080/a", "http://x.example:8080/a"),
        ("http://x.example/?a=1&b=2", "http://68k.news/o/abcdefghij"),
    ],
)
def test_the_original_of_a_proxied_page_is_by_https(url: str, expected: str) -> None:
    assert Links(ids={url: "abcdefghij"}, site="http://68k.news").out(url) == expected


def test_a_search_of_the_web_has_a_short_address_with_its_page() -> None:
    links = Links("/~dos", "/in", {"http://any.search.invalid/?q=a": "abcdefghij"})
    assert links.searched("http://any.search.invalid/?q=a") == "/~dos/in/find/abcdefghij"
    assert links.searched("http://any.search.invalid/?q=a", 2) == "/~dos/in/find/abcdefghij/2"
