import re
import unicodedata
from pathlib import Path

import pytest

from app.render.charsets.charsets import CHARSETS
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.setup import DEPTHS, LETTERS, MARKUPS, TESTS, facts_of
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import KINDS, read_spec
from app.render.template import Frame
from config import ROOT

PAGES = Pages(Path(ROOT) / "templates").setup
each_profile = pytest.mark.parametrize("name", PROFILES)


def frame(spec: str) -> Frame:
    profile = read_spec(spec)
    return Frame("68k.news", "IN", Links(f"/~{profile.name}", "/in"), profile)


def listed(spec: str) -> list[str]:
    """Return all pages of the list of profiles."""
    first = PAGES.profiles(frame(spec), "", 1).body.decode("latin-1")
    count = int((re.search(r"Page 1 of (\d+)", first) or ["", "1"])[1])
    return [first, *(PAGES.profiles(frame(spec), "", number).body.decode("latin-1") for number in range(2, count + 1))]


@each_profile
def test_every_profile_is_listed_in_plain_words_whoever_asks(name: str) -> None:
    pages = listed(name)
    for profile in PROFILES.values():
        assert any(f'<li><a href="/~{profile.name}/in/">' in page for page in pages)
    assert all(len(page) <= PROFILES[name].budget for page in pages)
    assert f"You see this page as <code>{name}</code>" in pages[0]


def test_the_facts_of_a_profile_are_sentences_for_a_person() -> None:
    assert facts_of(read_spec("macplus")) == (
        "HTML 2.0, ASCII, accents by number, as far as Macs have them, pages of 8 KB, pictures as GIF in "
        "black and white, up to 496 x 342, behind their numbers"
    )


def test_every_markup_and_depth_has_its_words() -> None:
    assert set(MARKUPS) == {profile.markup for profile in PROFILES.values()}
    assert set(DEPTHS) == {change["palette"] for change in KINDS["palette"].values()}


def test_every_set_format_and_depth_has_a_sample() -> None:
    asked = {piece for test in TESTS for piece, _ in test.pieces}
    for kind in ("format", "palette", "dither", "markup"):
        assert set(KINDS[kind]) <= asked
    assert set(CHARSETS) <= asked


@each_profile
def test_the_test_page_keeps_what_was_chosen(name: str) -> None:
    pages = [PAGES.tests(frame(f"{name}-png"), 1).body.decode("latin-1")]
    count = int((re.search(r"Page 1 of (\d+)", pages[0]) or ["", "1"])[1])
    pages += [PAGES.tests(frame(f"{name}-png"), number).body.decode("latin-1") for number in range(2, count + 1)]
    specs = re.findall(r'<li><a href="/~([^/]*)/in/setup/', "".join(pages))
    assert len(specs) == sum(len(test.pieces) for test in TESTS)
    for spec in specs:
        assert read_spec(spec).name == spec
        assert spec.endswith(("-gif", "-jpeg")) or "-png" in spec
    assert all(len(page) <= PROFILES[name].budget for page in pages)


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_sample_shows_the_letters_that_its_set_has(charset: str) -> None:
    page = PAGES.sample(frame(f"universal-{charset}"), "characters")
    text = unicodedata.normalize("NFKC", page.body.decode(CHARSETS[charset].codec))
    for words, letters in LETTERS:
        assert (words in text) is CHARSETS[charset].can_write(letters)
        if CHARSETS[charset].can_write(letters) and CHARSETS[charset].codec != "ascii":
            shown = re.search(f"<li>(.*): {re.escape(words)}", text)
            assert shown
            assert sorted(shown[1]) == sorted(unicodedata.normalize("NFKC", letters))
    assert ("no others" in text) is (charset == "ascii")
