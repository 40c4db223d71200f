"""Addresses of wikis: made of language and title, and read again."""

import pytest

from app.errors import BadAddress
from app.net.wikis import Wiki

WIKI = Wiki("Wikipedia", "https://{language}.wikipedia.org")
MIRROR = Wiki("Wikipedia", "http://wiki.lan:8080/of/{language}/")
ALONE = Wiki("Wikipedia", "http://wiki.lan/w")


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Lamp", "Lamp"),
        ("  old   lamp_post ", "old_lamp_post"),
        ("AC/DC", "AC/DC"),
        ("AT&T", "AT%26T"),
        ("C++", "C%2B%2B"),
        ("What?", "What%3F"),
        ("Čapek", "%C4%8Capek"),
        ("2001: A Space Odyssey", "2001:_A_Space_Odyssey"),
        ("A #1 {b}", "A_1_b"),
    ],
)
def test_a_title_is_an_address_and_is_read_out_of_it(title: str, path: str) -> None:
    url = WIKI.address("en", title)
    assert url == f"https://en.wikipedia.org/wiki/{path}"
    assert WIKI.address("en", WIKI.title_at(url)) == url


@pytest.mark.parametrize("title", ["", " _ ", "<>", "#", "é" * 200])
def test_what_is_no_title_is_refused(title: str) -> None:
    with pytest.raises(BadAddress):
        WIKI.address("en", title)


@pytest.mark.parametrize(
    ("wiki", "url", "language", "title"),
    [
        (WIKI, "https://de.wikipedia.org/wiki/Lampe", "de", "Lampe"),
        (WIKI, "https://zh-min-nan.wikipedia.org/wiki/Teng", "zh-min-nan", "Teng"),
        (WIKI, "https://simple.wikipedia.org/wiki/Lamp", "simple", "Lamp"),
        (WIKI, "https://en.wikipedia.org/w/api.php?action=parse", "en", ""),
        (WIKI, "https://en.wikipedia.org/wiki/", "en", ""),
        (WIKI, "https://en.wikipedia.org/wiki/Lamp?oldid=1", "en", ""),
        (WIKI, "https://en.wikipedia.org.evil.example/wiki/Lamp", None, ""),
        (WIKI, "https://evil.example/https://en.wikipedia.org/wiki/Lamp", None, ""),
        (WIKI, "http://en.wikipedia.org/wiki/Lamp", None, ""),
        (MIRROR, "http://wiki.lan:8080/of/fr/wiki/Lampe", "fr", "Lampe"),
        (MIRROR, "http://wiki.lan:8080/fr/wiki/Lampe", None, ""),
        (ALONE, "http://wiki.lan/w/wiki/Lamp", "", "Lamp"),
        (Wiki("Wikipedia", ""), "https://en.wikipedia.org/wiki/Lamp", None, ""),
    ],
)
def test_language_and_title_of_an_address(wiki: Wiki, url: str, language: str | None, title: str) -> None:
    assert wiki.language_of(url) == language
    assert wiki.title_at(url) == title


@pytest.mark.parametrize(
    ("title", "is_entry"),
    [("Lamp", True), ("2001:_A_Space_Odyssey", True), ("File:Lamp.jpg", False), ("Talk:Lamp", False)],
)
def test_pages_about_pages_are_no_entries(title: str, is_entry: bool) -> None:
    assert WIKI.has_entry(f"https://en.wikipedia.org/wiki/{title}") is is_entry
