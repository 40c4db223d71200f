"""Today in one file, for every machine, and the page that says how far its texts are."""

import re
from collections.abc import Sequence

import pytest

from app.models import Article, ArticleImage, Embed, Figure, Form, Headline, Paragraph, Run
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.digests import Bundle
from app.render.pages.front_page import FrontView
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from config import ROOT

PAGES = Pages(ROOT / "templates").digests
PROFILE_LIST = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
WORDS = "The tower “stood” where it stood, said the keeper. " * 20


def frame(profile: Profile) -> Frame:
    return Frame("68k.news", "IN", Links(f"/~{profile.name}", "/in"), profile)


def bundle(stories: Sequence[tuple[Headline, Article | None]], most: int) -> Bundle:
    view = FrontView("", "", (), (), 0, 1_700_000_000)
    return Bundle("68k.news IN", "Thursday", "en", view, stories, most)


def stories(count: int) -> list[tuple[Headline, Article | None]]:
    found: list[tuple[Headline, Article | None]] = []
    for place in range(count):
        url = f"http://x.example/{place}"
        headline = Headline(f"Łódź & story {place}", url, "Post", "", place, 1_699_990_000, f"Summary {place}.")
        article = Article(url, headline.title, (Paragraph((Run(WORDS, href="http://y.example/?a=1&b=2"),)),))
        found.append((headline, article if place != 1 else None))
    return found


@PROFILE_LIST
def test_the_files_keep_to_their_size_in_every_profile(profile: Profile) -> None:
    for render in (PAGES.text, PAGES.html, PAGES.rich):
        whole = render(frame(profile), bundle(stories(30), 1_000_000)).body
        assert len(render(frame(profile), bundle(stories(30), 12_000)).body) <= 12_000
        assert len(whole) > 12_000


@PROFILE_LIST
def test_the_text_is_in_the_set_and_the_lines_of_the_machine_without_addresses(profile: Profile) -> None:
    page = PAGES.text(frame(profile), bundle(stories(3), 100_000))
    assert profile.ends.encode() in page.body
    assert b"example" not in page.body
    assert page.content_type == profile.text_type(profile.text_charset("western"))


def test_a_story_without_a_text_has_its_summary_and_that_is_said() -> None:
    text = PAGES.text(frame(PROFILES["universal"]), bundle(stories(3), 100_000)).body.decode()
    assert "3 stories, 2 of them with their texts." in text
    assert "Summary 1." in text
    assert "Summary 0." not in text
    html = PAGES.html(frame(PROFILES["universal"]), bundle(stories(3), 100_000)).body.decode()
    assert "3 stories, 2 of them with their texts. The others had no room, or could not be read." in html
    assert "<p>Summary 1.</p>" in html


def test_without_stories_the_file_says_so_by_its_numbers() -> None:
    assert b"0 stories, 0 of them" in PAGES.text(frame(PROFILES["universal"]), bundle([], 10_000)).body


def test_how_far_the_texts_are_is_said_with_the_way_back() -> None:
    text = PAGES.progress(
        frame(PROFILES["universal"]), "A collection", 3, 40, "/~universal/in/today-720k.txt", 35
    ).body.decode()
    assert "<h1>A collection</h1>" in text
    assert "<strong>3 of 40</strong>" in text
    assert '<a href="/~universal/in/today-720k.txt">Come back</a> in about 35 seconds' in text
    assert " of 0" not in PAGES.progress(frame(PROFILES["universal"]), "Today", 0, 0, "/in/today.txt", 5).body.decode()


@PROFILE_LIST
def test_blocks_that_lead_elsewhere_stand_without_their_links(profile: Profile) -> None:
    url = "http://x.example/?a=1&b=2"
    blocks = (
        Paragraph((Run("See "), Run("this", href=url))),
        Embed("video", "The tower moves", url),
        Figure(1),
        Form(url),
    )
    article = Article(url, "A tower", blocks, (ArticleImage(url, "A caption"),))
    story = (Headline("A tower", url, "Post", "", 0), article)
    html = PAGES.html(frame(profile), bundle([story], 100_000)).body.decode(profile.charset("western").codec)
    assert set(re.findall(r'href="([^"]*)"', html)) == {"#s1", "#top"}
    assert "[1: <em>A caption</em>]" in html
    text = PAGES.text(frame(profile), bundle([story], 100_000)).body
    assert b"a=1" not in text
    assert b"Form, x.example]" in text


@PROFILE_LIST
def test_rich_text_has_each_story_on_a_page_of_its_own(profile: Profile) -> None:
    text = PAGES.rich(frame(profile), bundle(stories(3), 100_000)).body.decode("ascii")
    assert text.startswith("{\\rtf1")
    assert text.count("\n\\page\n") == 3
    assert "3 stories, 2 of them with their texts. The others had no room, or could not be read." in text
    assert "Summary 1." in text
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")


def test_a_palm_doc_has_no_rules_nor_line_ends_within_paragraphs() -> None:
    file = PAGES.palm(frame(PROFILES["palm"]), bundle(stories(3), 100_000)).body
    assert file.startswith(b"68k.news IN Thursday\0")
    assert b"====" not in file
    small = PAGES.palm(frame(PROFILES["palm"]), bundle(stories(30), 10_000)).body
    assert len(small) < 10_000
