"""Whole pages of articles, in every profile."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings

from app.errors import UnknownPlace
from app.models import (
    Article,
    ArticleImage,
    Blocks,
    Embed,
    Figure,
    Heading,
    ImageSize,
    ItemList,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Table,
)
from app.render.charsets.charsets import CHARSETS
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView, day_in_words, facts_of
from app.render.profiles.profile import KIB
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from app.web.page_links import article_needs
from config import ROOT
from tests.render.charsets.test_charsets import ASKING, UNICODE

URL = "http://x.example/story"
each_profile = pytest.mark.parametrize("name", PROFILES)
exhaustive = settings(derandomize=True, deadline=None, max_examples=30)


@cache
def pages() -> Pages:
    return Pages(ROOT / "templates")


def framed(spec: str, article: Article, family: str = "") -> Frame:
    ids = {
        url: f"{'a' * 8}{chr(97 + place % 26)}{chr(97 + place // 26)}"
        for place, url in enumerate(article_needs(URL, article).urls)
    }
    return Frame("68k.news", "IN", Links("", "/in", ids), read_spec(spec), family or article_needs(URL, article).family)


def typeset(spec: str, article: Article, number: int = 1, sizes: Mapping[str, ImageSize] | None = None) -> Page:
    view = ArticleView(article, URL, sizes=sizes or {})
    return pages().articles.page(framed(spec, article), view, number)


def seen(spec: str, article: Article, page: Page) -> str:
    """Return what a browser of the profile reads, references undone."""
    return html.unescape(page.body.decode(framed(spec, article).charset.codec))


def of(*blocks: object, **facts: object) -> Article:
    made = Article(url=URL, title="Title", blocks=blocks)  # type: ignore[arg-type]
    return replace(made, **facts)  # type: ignore[arg-type]


def everywhere(text: str) -> Article:
    """Return an article in which `text` stands at every place that there is for one."""
    runs = (Run(f"begin {text} end"),)
    blocks: Blocks = (
        Paragraph(runs),
        Heading(2, (Run(text, "i"),)),
        Preformatted(text),
        Figure(1),
        Embed("video", text, "http://x.example/v"),
        Quote((Paragraph((Run(text, "bc", "http://x.example/link"),)),)),
        ItemList(True, ((Paragraph((Run(text),)),),)),
        Table((((Run("a"),), (Run(text),)), ((Run(text),), (Run("b"),))), header=True, caption=(Run(text),)),
    )
    images = (ArticleImage("http://x.example/p.jpg", caption=text, alt=text),)
    return Article(URL, f"Title {text}", blocks, images, byline=text, site=text, deck=text)


@each_profile
@given(text=UNICODE)
@exhaustive
def test_any_text_goes_out_to_any_browser(name: str, text: str) -> None:
    words = " ".join(text.split())
    article, empty = everywhere(words), everywhere("")
    family = article_needs(URL, article).family
    frame = framed(name, article, family)
    page = typeset(name, article)
    wire = page.body.decode(frame.charset.codec)
    if frame.charset.codec == "ascii":
        assert page.body.isascii()
    # It stands at 15 places, and an attribute; a sign that asks may be spelled with two question marks.
    asked = wire.count("?") - typeset(name, empty).body.count(b"?")
    assert asked <= len(ASKING.findall(words)) * 2 * 16
    if not frame.profile.can_show(family):
        assert "which your browser may not show" in wire
        return
    found = re.search("<p>begin (.*?) end</p>", wire, re.DOTALL)
    assert found
    if frame.charset.can_encode(words):
        assert html.unescape(found[1]) == html.unescape(words.replace("&", "&amp;"))
    assert wire.endswith("</body>\n</html>\n")


@each_profile
@given(text=UNICODE)
@exhaustive
def test_any_text_is_saved_by_any_machine(name: str, text: str) -> None:
    article = everywhere(" ".join(text.split()))
    frame = framed(name, article)
    charset = frame.profile.text_charset(frame.family)
    file = pages().articles.plain(frame, ArticleView(article, article.url)).body.decode(charset.codec)
    assert charset.can_encode(file)
    assert not re.search("[\r\n]", file.replace(frame.profile.ends, ""))


def test_pictures_have_numbers_and_sizes_as_far_as_they_are_known() -> None:
    images = tuple(ArticleImage(f"http://x.example/{number}.jpg") for number in range(1, 4))
    article = of(images=images)
    page = typeset(
        "universal", article, sizes={images[1].url: ImageSize(480, 320, 9216), images[2].url: ImageSize(200, 100)}
    )
    text = " ".join(re.sub("<[^>]*>", "", seen("universal", article, page)).split())
    assert "Article images: [1] [2] 9K [3] " in text


def test_of_very_many_pictures_as_many_are_numbered_as_a_page_has_room_for() -> None:
    article = of(images=tuple(ArticleImage(f"http://x.example/{number}.jpg") for number in range(1, 101)))
    page = seen("macplus", article, typeset("macplus", article))
    assert "[8]</a> and 92 more" in page
    assert "[9]</a>" not in page
    assert len(page) <= PROFILES["macplus"].budget


def test_three_pictures_stand_in_the_text_and_the_others_behind_their_numbers() -> None:
    images = tuple(
        ArticleImage(f"http://x.example/{number}.jpg", f"Caption {number}", f"Alt {number}") for number in range(1, 6)
    )
    article = of(*map(Figure, range(1, 6)), images=images)
    page = seen("netscape", article, typeset("netscape", article, sizes={images[0].url: ImageSize(480, 320, 9216)}))
    assert re.findall(r'<img src="[^"]*-(\d+x\d+)\.jpg" width="(\d+)" height="(\d+)" alt="([^"]*)">', page) == [
        ("160x107", "160", "107", "[1: Alt 1]"),
        ("160x120", "160", "120", "[2: Alt 2]"),
        ("160x120", "160", "120", "[3: Alt 3]"),
    ]
    assert page.startswith('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">')
    assert [f"<em>Caption {number}</em>]" in page for number in range(1, 6)] == [True] * 5
    assert "<img" not in seen("universal", article, typeset("universal", article))


@each_profile
def test_every_page_of_a_long_article_is_within_the_budget_and_nothing_is_lost(name: str) -> None:
    paragraphs = [Paragraph((Run(f"Number {number}: " + "an « é » of words, " * 20),)) for number in range(120)]
    giant = Paragraph((Run("Sentence one of many here. " * 400),))
    table = Table(tuple(((Run(f"Row {row}"),), (Run("some words"),)) for row in range(150)), header=True)
    items = ItemList(True, tuple((Paragraph((Run(f"Item {number}!"),)),) for number in range(200)))
    article = of(*paragraphs, Heading(2, (Run("Head"),)), giant, table, items, Preformatted("a line\n" * 300))
    found, number, count = "", 1, 1
    while number <= count:
        page = typeset(name, article, number)
        assert len(page.body) <= PROFILES[name].budget
        text = seen(name, article, page)
        count = int((re.search(r"<p>Page \d+ of (\d+)", text) or ["", "1"])[1])
        found += text
        number += 1
    assert count > 1 or PROFILES[name].budget > 48 * KIB
    assert re.findall(r"Number (\d+):", found) == [str(number) for number in range(120)]
    assert found.count("Sentence one of many here.") == 400
    assert re.findall(r"Row (\d+)", re.sub("Row 0(?![0-9])", "", found)) == [str(row) for row in range(1, 150)]
    assert re.findall(r"Item (\d+)!", found) == [str(number) for number in range(200)]
    assert found.count("a line\n") == 300
    with pytest.raises(UnknownPlace):
        typeset(name, article, count + 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-03-27", "27 March 2024"), ("1871-01-01", "1 January 1871"), ("2023-02-30", ""), ("", ""), ("soon", "")],
)
def test_a_date_is_said_in_words(day: str, words: str) -> None:
    assert day_in_words(day) == words


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({}, ""),
        ({"byline": "Ada B."}, "By Ada B."),
        ({"words": 5}, "5 words, about 1 min"),
        (
            {"byline": "Ada B.", "site": "The Gazette", "date": "2024-03-27", "words": 1100},
            "By Ada B. | The Gazette | 27 March 2024 | 1100 words, about 5 min",
        ),
        ({"date": "2024-03-27", "updated": "2024-03-29"}, "27 March 2024 | updated 29 March 2024"),
        ({"date": "2024-03-29", "updated": "2024-03-29"}, "updated 29 March 2024"),
        ({"date": "2024-03-27", "updated": "2024-02-30"}, "27 March 2024"),
        ({"byline": "The Gazette", "site": "the gazette"}, "the gazette"),
        ({"byline": "The Gazette"}, "By The Gazette"),
    ],
)
def test_the_facts_of_an_article_are_one_line(facts: Mapping[str, object], line: str) -> None:
    assert facts_of(of(**facts), CHARSETS["references"]) == line


@each_profile
def test_titles_decks_and_bylines_of_any_length_leave_room_for_the_text(name: str) -> None:
    long = "A word or two, " * 2000
    article = of(Paragraph((Run("The text."),)), title=long, deck=long, byline=long, site=long)
    page = typeset(name, article)
    assert len(page.body) <= PROFILES[name].budget
    assert b"The text." in page.body


@each_profile
def test_it_is_said_where_the_text_may_not_be_whole(name: str) -> None:
    sentence = "This may not be the whole article."
    for confidence, times in ((1.0, 0), (0.7, 0), (0.6, 1)):
        article = of(Paragraph((Run("A line."),)), confidence=confidence)
        assert seen(name, article, typeset(name, article)).count(sentence) == times
    cut = of(Paragraph((Run("A line."),)), confidence=0.1, cut="The rest is missing.")
    assert sentence not in seen(name, cut, typeset(name, cut))
