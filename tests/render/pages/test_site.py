"""The pages about the site itself, in every profile."""

import re
from functools import cache

import pytest

from app.errors import UnknownPlace
from app.net.urls import canonical
from app.news.editions import EDITIONS
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.site import Left
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from config import ROOT

each_profile = pytest.mark.parametrize("name", PROFILES)
LONG = "http://x.example/" + "long-" * 800


@cache
def pages() -> Pages:
    return Pages(ROOT / "templates")


def frame(spec: str = "universal", ids: dict[str, str] | None = None) -> Frame:
    return Frame("68k.news", "IN", Links("", "/in", ids or {}), read_spec(spec))


@each_profile
def test_an_error_offers_what_is_left_within_the_budget(name: str) -> None:
    around = frame(name, {LONG: "abcdefghij"})
    body = pages().site.error(around, "Nothing to see", "The site refuses. " * 200, LONG, left=Left(LONG, True)).body
    assert len(body) <= PROFILES[name].budget
    assert b'href="/in/a/abcdefghij/archive"' in body
    assert b'href="/in/o/abcdefghij"' in body


def test_a_search_for_a_long_headline_has_as_many_of_its_words_as_there_is_room_for() -> None:
    longest = "http://x.example/gemeinderatsbeschluss-feuerwehrhaus-neubauvorhaben-bürgermeisterin-kreisverwaltung"
    url = canonical(longest)
    body = pages().site.error(frame(ids={url: "abcdefghij"}), "No", "No.", "", left=Left(url, False)).body
    assert b'href="/in/search/1/gemeinderatsbeschluss%20feuerwehrhaus%20neubauvorhaben"' in body
    assert b"archive" not in body


@each_profile
def test_an_error_says_one_sentence_and_what_was_asked_for_within_the_budget(name: str) -> None:
    body = pages().site.error(frame(name), "Nothing to see", "The site refuses. " * 200, LONG).body
    assert len(body) <= PROFILES[name].budget
    assert b"Nothing to see" in body
    assert body.count(b"The site refuses.") < 40
    assert (b"http://x.example/long-long-" in body) is PROFILES[name].forms
    assert b'href="/in/read"' in body


def test_what_was_asked_for_stands_in_the_form_as_it_was() -> None:
    body = pages().site.error(frame(), "No", "No.", 'http://x.example/?a="b"&c=<d>').body
    assert b'value="http://x.example/?a=%22b%22&amp;c=&lt;d&gt;"' in body


@each_profile
def test_the_editions_are_all_there_within_the_budget(name: str) -> None:
    listed = [(edition.code, edition.name) for edition in EDITIONS]
    found, number, count = [], 1, 1
    while number <= count:
        body = pages().site.editions(frame(name), listed, number).body
        assert len(body) <= PROFILES[name].budget
        found += re.findall(rb'<li><a href="/([a-z-]+)/">', body)
        count = int((re.search(rb"Page \d+ of (\d+)", body) or [b"", b"1"])[1])
        number += 1
    assert [code.decode() for code in found] == [code for code, _ in listed]
    with pytest.raises(UnknownPlace):
        pages().site.editions(frame(name), listed, number)


def test_the_way_out_is_a_link_where_the_address_may_stand_in_one() -> None:
    direct = pages().site.moved(frame(), "http://x.example/a").body
    assert b'<a href="http://x.example/a">http://x.example/a</a>' in direct
    for url in ("http://x.example/?a=1&b=2", LONG):
        body = pages().site.moved(frame(), url).body
        assert b"<code>http://x.example/" in body
        assert b'href="http:' not in body
        assert len(body) < 2000


@each_profile
def test_the_page_about_the_site_and_the_form_alone_are_within_the_budget(name: str) -> None:
    for page in (pages().site.about(frame(name)), pages().site.ask(frame(name))):
        assert len(page.body) <= PROFILES[name].budget
        assert (b"<form" in page.body) is PROFILES[name].forms
