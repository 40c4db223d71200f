"""What a front page shows of its stories: names, ages, and no more than has room."""

import pytest

from app.models import Headline, Story
from app.render.pages.front_page import FrontView
from app.text.humanize import DAY, HOUR, MINUTE

NOW = 1_700_000_000.0


def headline(publisher: str = "Tide", published: float = 0, title: str = "Tower moves", summary: str = "") -> Headline:
    return Headline(title, "http://tide.example/1", publisher, "http://tide.example/rss", 0, published, summary)


def view(missing: tuple[str, ...] = (), age: float = 0) -> FrontView:
    return FrontView("TOP", "top", (), missing, age, NOW)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (0, "Tide, 1 minute ago"),
        (5 * MINUTE, "Tide, 5 minutes ago"),
        (3 * HOUR + 50 * MINUTE, "Tide, 3 hours ago"),
        (2 * DAY, "Tide, 2 days ago"),
        (-30 * MINUTE, "Tide, 1 minute ago"),
        (-2 * HOUR, "Tide"),
        (31 * DAY, "Tide"),
    ],
)
def test_a_byline_says_who_and_when_as_far_as_that_can_be_true(ago: float, said: str) -> None:
    assert view().byline(headline(published=NOW - ago)) == said


def test_what_is_not_known_is_not_said() -> None:
    assert view().byline(headline()) == "Tide"
    assert view().byline(headline("", NOW - HOUR)) == "1 hour ago"
    assert view().byline(headline("")) == ""


@pytest.mark.parametrize(
    ("age", "said"), [(0, "just now"), (59, "just now"), (60, "1 minute ago"), (7200, "2 hours ago")]
)
def test_the_age_of_a_page_is_said_in_words(age: float, said: str) -> None:
    assert view(age=age).age_in_words == said


def test_of_very_many_missing_sources_the_first_are_named() -> None:
    assert view().missing_in_words == ""
    assert view(("Tide", "Post")).missing_in_words == "Tide, Post"
    assert "more" not in view(tuple(f"paper{number}.example" for number in range(12))).missing_in_words
    many = view(tuple(f"paper{number}.example" for number in range(40))).missing_in_words
    assert many.startswith("paper0.example, paper1.example, ")
    assert many.endswith(" and 28 more")
    assert len(view(("x" * 900,)).missing_in_words) < 500


def test_under_a_story_stand_a_few_of_the_others() -> None:
    others = tuple(headline(f"Paper {number}") for number in range(9))
    assert view().related(Story(headline(), others)) == others[:3]


def test_long_texts_are_cut_at_a_word() -> None:
    words = "word " * 200
    found = headline("Publisher " * 30, title=words, summary=words)
    for text, most in ((view().title_of(found), 300), (view().summary(found), 200), (view().byline(found), 80)):
        assert text.startswith(("word word", "Publisher Publisher"))
        assert text.endswith(("word...", "Publisher..."))
        assert len(text) <= most + 3


def test_an_empty_page_shows_nothing() -> None:
    empty = FrontView.empty()
    assert (empty.short_title, empty.missing_in_words, list(empty.stories)) == ("", "", [])
