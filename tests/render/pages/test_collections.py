"""The pages of a collection, for every browser."""

import re

import pytest

from app.net.urls import short_id
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from app.storage.collections import Collection
from app.storage.own_records import id_of
from config import ROOT

SECRET = "s" * 16
PAGES = Pages(ROOT / "templates").collections
FULL = Collection(tuple((f"{number} “ships” & boats " * 8, f"http://x.example/{number}") for number in range(40)))


def frame(name: str) -> Frame:
    ids = {url: short_id(url) for _, url in FULL.articles}
    return Frame("68k.news", "IN", Links(f"/~{name}", "/in", ids, collection=f"/+{SECRET}"), PROFILES[name])


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_full_collection_is_divided_into_pages_within_the_budget(profile: Profile) -> None:
    found, text, number = 0, "Next", 0
    while "Next" in text:
        number += 1
        page = PAGES.own(frame(profile.name), FULL, SECRET, "It was added.", number)
        text = page.body.decode("latin-1")
        assert len(page.body) <= profile.budget
        found += len(re.findall("<li>", text))
    assert found == len(FULL.articles)


def test_who_changes_it_is_told_the_address_for_others_and_others_are_not_told_the_secret() -> None:
    own = PAGES.own(frame("universal"), FULL, SECRET, "", 1).body.decode()
    assert f'href="/~universal/in/c/{id_of(SECRET)}"' in own
    shown = Frame("68k.news", "IN", Links("", "/in", frame("universal").links.ids), PROFILES["universal"])
    assert SECRET not in PAGES.shared(shown, FULL, id_of(SECRET), 1).body.decode()


def test_an_empty_one_offers_no_files() -> None:
    text = PAGES.own(frame("universal"), Collection(), SECRET, "", 1).body.decode()
    assert "There is nothing in it yet." in text
    assert "All in one file" not in text
