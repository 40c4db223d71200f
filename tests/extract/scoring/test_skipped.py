"""What a link within the text offers to skip is no part of it where it leads elsewhere."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.skipped import skipped
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import inside, text

STORIES = '<ul><li><a href="/bell">The bell of the chapel is found</a></li><li><a href="/flood">The flood of the year</a></li></ul>'


def numbers(markup: str) -> list[int]:
    return skipped(page_text(parse(f"<html><body>{markup}</body></html>")))


@pytest.mark.parametrize(
    "place", ["end-of-podcasts", "end-of-recommendations", "after-promo", "EmailSignup-skip-link-5"]
)
def test_what_is_skipped_goes_with_the_link_and_its_place(place: str) -> None:
    page = f'<p>One.</p><p><a href="#{place}">Skip</a></p><div>{STORIES}</div><p id="{place}">End</p><p>Two.</p>'
    assert numbers(page) == [1, 2, 3, 4]


def test_a_quoted_post_that_can_be_skipped_stays() -> None:
    post = "<blockquote><p>The mill turns, and flour comes out of it; who would have thought so?</p></blockquote>"
    page = f'<p>One.</p><p><a href="#end-of-post">Skip</a></p>{post}<p id="end-of-post">End of post</p><p>Two.</p>'
    assert numbers(page) == [1, 3]


@pytest.mark.parametrize(
    "page",
    [
        f'<p><a href="#the-end">On</a></p>{STORIES}<p id="the-end">x</p>',
        f'<p><a href="#end-of-x">On</a></p>{STORIES}<p id="end-of-y">x</p>',
        f'<p id="end-of-x">x</p>{STORIES}<p><a href="#end-of-x">Back</a></p>',
        '<p><a href="#end-of-x">On</a></p>' + "<p>word</p>" * 60 + '<p id="end-of-x">x</p>',
        f'<p><a href="/news#end-of-x">On</a></p>{STORIES}<p id="end-of-x">x</p>',
    ],
)
def test_other_links_skip_nothing(page: str) -> None:
    assert numbers(page) == []


def test_a_page_of_such_links_is_read_in_time() -> None:
    page = page_text(parse("<html><body>" + '<p><a href="#end-of-x">On</a></p>' * 9_000 + "</body></html>"))
    assert skipped(page) == []


def test_the_text_around_is_whole() -> None:
    box = f'<section><a href="#end-of-most-read">Skip</a><h2>Leídas</h2>{STORIES}<p id="end-of-most-read">Fin de</p></section>'
    said = text(inside(box))
    assert not any(words in said for words in ("bell", "Fin de"))
    assert all(words in said for words in ("ninety years", "crust"))
