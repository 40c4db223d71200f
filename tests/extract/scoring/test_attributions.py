"""Whose words a quotation is."""

import pytest

from tests.extract.scoring.pages import inside, text
from tests.extract.scoring.test_choice import LINE, chosen

POST = (
    '<blockquote class="{}"><p lang="en">The mill turns!</p>&mdash; Ann Keeper (@ann) '
    '<a href="https://x.com/ann/status/123456">27 March 2024</a></blockquote>'
)


@pytest.mark.parametrize("name", ["twitter-tweet", "bluesky-embed", "mastodon-embed"])
def test_a_post_in_the_text_says_whose_it_is_and_when(name: str) -> None:
    assert "The mill turns! — Ann Keeper (@ann) 27 March 2024" in text(inside(POST.format(name)))


@pytest.mark.parametrize("line", ["– The miller, in 1801", "-- the miller", "— <a href=/miller>The miller</a>"])
def test_a_line_that_a_dash_begins_belongs_to_the_quotation_before_it(line: str) -> None:
    body = f"<p>{LINE}</p><blockquote><p>{LINE}</p><p>{line}</p></blockquote><p>{LINE}</p>"
    assert len(chosen(body, 0.9, 0.9, 0.01, 0.9)) == 4


def test_other_lines_and_those_of_quotations_that_go_do_not() -> None:
    page = "<p>{0}</p><blockquote><p>{0}</p><p>{1}</p></blockquote><p>{0}</p>"
    assert len(chosen(page.format(LINE, "Share this"), 0.9, 0.9, 0.01, 0.9)) == 3
    assert len(chosen(page.format(LINE, "— the miller"), 0.9, 0.01, 0.01, 0.9)) == 2


@pytest.mark.parametrize("line", ["<a href=/ann>bell-friend</a>:", "Ann wrote:", "钟友："])
def test_who_is_quoted_stands_before_the_quotation(line: str) -> None:
    body = f"<p>{LINE}</p><p>{line}</p><blockquote><p>{LINE}</p></blockquote><p>{LINE}</p>"
    assert len(chosen(body, 0.9, 0.01, 0.9, 0.9)) == 4


def test_each_of_several_that_quote_each_other_is_named() -> None:
    inner = f"<blockquote><p>bell-friend:</p><blockquote><p>{LINE}</p></blockquote><p>{LINE}</p></blockquote>"
    assert len(chosen(f"<p>fog-person:</p>{inner}<p>{LINE}</p>", 0.01, 0.01, 0.9, 0.9, 0.9)) == 5


def test_a_line_elsewhere_or_before_a_quotation_that_goes_is_no_name() -> None:
    page = "<div><p>{0}</p><p>{1}</p></div><blockquote><p>{0}</p></blockquote><p>{0}</p>"
    assert len(chosen(page.format(LINE, "Share:"), 0.9, 0.01, 0.9, 0.9)) == 3
    page = "<p>{0}</p><p>Ann:</p><blockquote><p>{0}</p></blockquote><p>{0}</p>"
    assert len(chosen(page.format(LINE), 0.9, 0.01, 0.01, 0.9)) == 2
