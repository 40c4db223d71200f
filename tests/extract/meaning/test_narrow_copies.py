"""A text that a page has for wide screens and for narrow ones is read once."""

import pytest
from lxml.html import tostring

from app.extract.meaning.narrow_copies import drop_narrow_copies
from tests.extract.meaning.spelled import spelled, tree, with_words

TEXT = "The bell was hung in the tower by four men."

STEP = with_words(drop_narrow_copies)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("d-md-none", "d-none d-md-block"),
        ("md:hidden", "hidden md:block"),
        ("mobile-only", "desktop-only"),
        ("show-for-small-only", "hide-for-small-only"),
        ("hidden-lg", "hidden-xs"),
        ("is-hidden-desktop", "is-hidden-mobile"),
    ],
)
def test_the_copy_for_narrow_screens_goes(narrow: str, wide: str) -> None:
    markup = f'<div class="{narrow}"><p>{TEXT}</p></div><div class="{wide}"><p><b>{TEXT}</b></p></div>after'
    assert spelled(markup, STEP) == f"{TEXT}after"


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="d-md-none"><p>{TEXT}</p></div><div class="d-none d-md-block"><p>Another text.</p></div>',
        f'<div class="d-md-none"><p>{TEXT}</p></div><div><p>{TEXT}</p></div>',
        '<div class="d-md-none">Bells</div><div class="d-none d-md-block">Bells</div>',
        f'<div class="d-md-none d-sm-block">{TEXT}</div><div class="d-none d-md-block"></div>',
        f'<p class="mobile-only">{TEXT}</p>',
    ],
)
def test_what_has_no_copy_stays(markup: str) -> None:
    assert spelled(markup, STEP) == spelled(markup, lambda _: None)


def test_what_both_kinds_of_screens_show_is_named_for_neither() -> None:
    markup = f'<div class="md:hidden"><p>{TEXT}</p></div><div class="hidden md:block"><p>{TEXT}</p></div>'
    assert "hidden" not in tostring(tree(markup, STEP), encoding="unicode")


def test_of_variants_for_widths_each_is_said_once() -> None:
    boxes = "".join(
        f'<div class="ssr-variant hidden-{name}"><p>{TEXT}</p></div>' for name in ("1a hidden-2b", "2b", "3c")
    )
    other = '<div class="ssr-variant hidden-4d"><p>The ropes were hauled by forty women.</p></div>'
    assert spelled(f"{boxes}{other}", STEP) == f"{TEXT}The ropes were hauled by forty women."
