"""The pages on which a front page of one's own is made, for browsers with forms and without."""

import pytest

from app.render.html.links import Links
from app.render.pages import Pages
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from app.storage.own_pages import OwnPage
from app.storage.own_records import id_of, key_of
from config import ROOT

SECRET = "s" * 16
PAGES = Pages(ROOT / "templates").own


def frame(name: str = "universal") -> Frame:
    return Frame("68k.news", "IN", Links(f"/~{name}", "/in"), PROFILES[name])


def page_of(count: int, order: str = "best") -> OwnPage:
    return OwnPage("Mine", tuple((f"Paper {place}", f"http://x.example/{place}") for place in range(count)), order)


def edit(name: str, page: OwnPage, said: str = "", asked: str = "", number: int = 1) -> str:
    return PAGES.edit(frame(name), page, SECRET, said, asked, number).body.decode("latin-1")


def test_the_page_that_changes_shows_both_addresses_and_what_can_be_done() -> None:
    text = edit("universal", page_of(2), "It was added.")
    assert f"/in/my/{id_of(SECRET)}" in text
    assert "<strong>It was added.</strong>" in text
    assert f'Paper 0 (<a href="/~universal/in/my/e/{SECRET}/drop/{key_of("http://x.example/0")}">take out</a>)' in text
    assert text.count(">first</a>") == 1
    assert f"/in/my/e/{SECRET}/order/newest" in text
    assert f"/in/my/e/{SECRET}/order/best" in edit("universal", page_of(1, "newest"))


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_every_browser_can_type_something(profile: Profile) -> None:
    for text in (edit(profile.name, page_of(1)), PAGES.start(frame(profile.name)).body.decode("latin-1")):
        assert ("<form" in text) is profile.forms
        assert "<form" in text or "<isindex>" in text


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_many_sources_are_divided_into_pages_within_the_budget(profile: Profile) -> None:
    text = edit(profile.name, page_of(60), "x" * 300, "http://x.example/" + "é" * 3000)
    assert len(text) <= profile.budget
    assert ("Next &gt;" in text) is (f"/in/my/e/{SECRET}/page/2" in text)


def test_what_can_be_added_is_a_link_each() -> None:
    choices = [("India", ("of", "in")), ("Japan", ("of", "jp"))]
    text = PAGES.choice(frame(), SECRET, "Add", ("editions",), choices, 1).body.decode()
    assert f'<li><a href="/~universal/in/my/e/{SECRET}/of/jp">Japan</a></li>' in text
