"""Lines that say only who wrote a text and when, and how pages are shown without them."""

import pytest

from app.extract.metadata.credit_lines import says_only_credits
from app.models import text_of
from tests.extract.metadata.pages import PROSE, URL, ld
from tests.extract.reading import extract_article

AUTHORS, DAYS = ("Ada Brightwater", "Jo Carr"), ("2026-11-24", "2026-11-26")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("By Ada Brightwater", "en"),
        ("BY ADA BRIGHTWATER", "en"),
        ("By Ada Brightwater and Jo Carr", "en"),
        ("By Ada Brightwater | 26 November 2026", "en"),
        ("By Ada Brightwater 2026-11-26", "en"),
        ("By Ada Brightwater, science reporter", "en"),
        ("Published 24 Nov 2026, 10:15 | Updated 26 Nov 2026, 12:40", "en"),
        ("24 November 2026", "en"),
        ("Ada Brightwater · 24 Nov 2026 · 4 min read", "en"),
        ("Von Ada Brightwater, 26. November 2026, 14:00 Uhr", "de"),
        ("Text: Ada Brightwater", "de"),
        ("Par Ada Brightwater, le 26/11/2026 à 14h30", "fr"),
        ("Ada Brightwater", "en"),
    ],
)
def test_a_line_of_known_names_and_days_says_nothing_else(text: str, language: str) -> None:
    assert says_only_credits(text, AUTHORS, DAYS, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "By Max Stone",
        "27 November 2026",
        "Ada Brightwater moved the tower inland.",
        "On 26 November 2026 the tower fell.",
        "By the sea",
        "By 26 November 2026 the tower had fallen, and nobody was hurt",
        "Ada Brightwater is a reporter of the Gazette, and writes about towers, lamps, and the sea at Sandhaven",
        "Ada Brightwater: The lamp was lit again",
        "Ada Brightwater " * 30,
    ],
)
def test_a_line_that_says_more_stays(text: str) -> None:
    assert not says_only_credits(text, AUTHORS, DAYS, "en")


def texts(byline: str, end: str = "") -> list[str]:
    head = ld(author=[{"name": "Ada Brightwater"}], datePublished="2026-11-24", dateModified="2026-11-26")
    body = f"<article><h1>Tower moves inland</h1>{byline}{PROSE}{end}</article>"
    page = f"<html lang='en'><head><title>Tower moves inland</title>{head}</head><body>{body}</body></html>"
    return [text_of(block) for block in extract_article(page, URL).blocks]


def test_a_byline_stands_in_the_head_of_our_page_and_not_again_in_the_text() -> None:
    for line in (
        "By Ada Brightwater",
        "24 November 2026",
        "By Ada Brightwater 2026-11-26",
        "Updated 26 Nov 2026, 12:40",
    ):
        assert texts(f"<p>{line}</p>") == texts("")
        assert texts("", f"<p>{line}</p>") == texts("")
    assert texts("<p>By Max Stone</p>") == ["By Max Stone", *texts("")]
