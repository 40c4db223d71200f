"""Pages that go on behind their end."""

import pytest

from app.extract.early_ends import without_early_ends
from app.extract.parse import tree

STORY = "<div><p>The ferry sails at noon.</p></div>"
EMPTY = "<html><head></head><body></body></html>"


@pytest.mark.parametrize(
    "page",
    [
        EMPTY + STORY,
        f"{EMPTY}<!doctype html><html lang=en><head><title>T</title></head><body>{STORY}</body></html>",
        f"<html><body><h1>Menu</h1></body></html>{STORY}",
        f"<html><body><h1>Menu</h1></BODY >\n</HTML >\n<!-- main -->\n{STORY}</body></html>",
        f"<html><head></head></html><html><body>{STORY}</body></html>",
        f"<html><body><h1>Menu</h1></body><script>x()</script></html>{STORY}",
        f"<html><body><h1>Menu</h1></body>{STORY.replace('div', 'center')}</body></html>",
        f"<html><body><script>document.write('</body></html>')</script>{STORY}</body></html>",
    ],
)
def test_what_stands_behind_the_end_is_in_the_body(page: str) -> None:
    body = tree(page).find("body")
    assert body is not None
    assert [element.text for element in body.iter("p")] == ["The ferry sails at noon."]


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "\n\n",
        "<!-- cached -->",
        "<script>count()</script>",
        '<img src="/count.gif">',
        "<!-- a --><noscript></noscript>",
    ],
)
def test_a_page_with_nothing_to_read_behind_its_end_stays_as_it_is(behind: str) -> None:
    page = f"<html><body>{STORY}</body></html>{behind}"
    assert without_early_ends(page) == page


def test_boxes_of_programs_behind_the_body_are_no_text() -> None:
    page = f"<html><body>{STORY}</body><div id=frame><iframe src=/count></iframe></div></html>"
    assert without_early_ends(page) == page


def test_a_page_that_never_ends_stays_as_it_is() -> None:
    assert without_early_ends(STORY) == STORY
