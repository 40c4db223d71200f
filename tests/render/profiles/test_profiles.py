import re

import pytest

from app.images.formats import FORMATS, PALETTES
from app.render.charsets.charsets import CHARSETS
from app.render.charsets.families import SETS_OF_FAMILIES
from app.render.profiles.platforms import PLATFORMS, SPELLABLE, TEXT_SETS, UNSPELLABLE
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES, UNIVERSAL
from app.render.profiles.spec import read_spec
from app.render.profiles.user_agents import AGENTS, DEFAULT
from app.text.charset_family import FAMILIES

EVERY = list(PROFILES.values())
each_profile = pytest.mark.parametrize("profile", EVERY, ids=lambda profile: profile.name)


def test_the_tables_are_sorted() -> None:
    for table in (PROFILES, PLATFORMS, SPELLABLE, TEXT_SETS, UNSPELLABLE):
        assert list(table) == sorted(table)
    for row in (*PLATFORMS.values(), *TEXT_SETS.values()):
        assert list(row) == sorted(row)


def test_every_set_and_family_of_the_tables_exists() -> None:
    assert set(TEXT_SETS) == set(PLATFORMS)
    for row in (*PLATFORMS.values(), *TEXT_SETS.values()):
        assert "" in row
        assert set(row) <= {"", *FAMILIES}
        assert set(row.values()) <= set(CHARSETS)
    assert {*UNSPELLABLE, *SPELLABLE, "western"} == set(FAMILIES)


@each_profile
def test_a_profile_is_made_of_what_there_is(profile: Profile) -> None:
    assert re.fullmatch("[a-z0-9]{2,10}", profile.name)
    assert profile.markup in ("2.0", "3.2", "text")
    assert profile.charsets in {*PLATFORMS, *CHARSETS}
    assert profile.image in {each.name for each in FORMATS}
    assert profile.palette in PALETTES
    assert profile.dither in ("atkinson", "floyd", "ordered")
    assert profile.ends in ("\r", "\n", "\r\n")
    assert profile.title


@each_profile
def test_every_family_has_a_set_in_which_its_own_letters_travel_or_ascii(profile: Profile) -> None:
    for family, sets in SETS_OF_FAMILIES.items():
        for charset in (profile.charset(family), profile.text_charset(family)):
            assert charset.name in {*sets, *SETS_OF_FAMILIES["western"], "ascii"}


@each_profile
def test_a_set_is_declared_only_to_those_who_do_not_stumble_over_it(profile: Profile) -> None:
    for family in FAMILIES:
        charset = profile.charset(family)
        expected = f"; charset={charset.label}" if profile.declares and charset.label else ""
        assert profile.html_type(charset) == f"text/html{expected}"
        assert profile.text_type(charset) == f"text/plain{expected}"


def test_whoever_is_not_known_gets_what_every_browser_shows() -> None:
    assert PROFILES[DEFAULT] is UNIVERSAL
    assert (UNIVERSAL.markup, UNIVERSAL.budget, UNIVERSAL.inline) == ("2.0", 24 * 1024, False)
    assert {UNIVERSAL.charset(family).codec for family in FAMILIES} == {"ascii"}
    assert UNIVERSAL.html_type(UNIVERSAL.charset("japanese")) == "text/html"


@pytest.mark.parametrize("spec", sorted({agent.spec for agent in AGENTS} | {DEFAULT}))
def test_every_spec_that_a_browser_gets_is_one_that_there_is(spec: str) -> None:
    assert read_spec(spec).name.partition("-")[0] == spec.partition("-")[0]
