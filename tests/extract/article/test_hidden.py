"""What a script would show: parts of the text are shown, and no box, copy or scrap that is hidden."""

import pytest

from app.models import Heading
from tests.extract.article.pier import FOOT, PARAGRAPHS, TEASER, TITLE, WHOLE, blocks, p, texts

HIDING = ["hidden", "style='display:none'", "style='color: red; visibility : hidden'"]


@pytest.mark.parametrize("hiding", HIDING)
def test_the_rest_of_an_article_behind_a_button_is_shown(hiding: str) -> None:
    assert texts(f"<article>{TITLE}{p(0, 1, 2)}<div {hiding} class=more>{p(3, 4)}</div></article>{FOOT}") == PARAGRAPHS


@pytest.mark.parametrize("hiding", HIDING)
def test_tabs_are_shown_though_each_holds_little_and_some_say_the_same(hiding: str) -> None:
    tabs = "".join(f"<section {hiding}><h2>Part {n}</h2>{p(n, (n + 1) % 5)}</section>" for n in range(4))
    found = texts(f"<article>{TITLE}{tabs}</article>{FOOT}")
    assert set(found) == set(PARAGRAPHS)


def test_panels_within_their_boxes_are_shown_and_so_is_what_is_hidden_in_them() -> None:
    panels = "".join(
        f"<div class=item><h3>Question {n}</h3><div hidden><div style='display:none'>{p(n)}</div></div></div>"
        for n in range(5)
    )
    page = f"<article>{TITLE}<p>The board answers five questions that were put to it last week.</p>{panels}</article>{FOOT}"
    assert sum(isinstance(block, Heading) for block in blocks(page)) == 5
    assert texts(page)[1:] == PARAGRAPHS


@pytest.mark.parametrize("hiding", HIDING)
def test_the_same_text_for_another_screen_is_not_shown_twice(hiding: str) -> None:
    assert texts(f"{TITLE}<div><div class=desktop>{WHOLE}</div><div {hiding}>{WHOLE}</div></div>{FOOT}") == PARAGRAPHS
    assert texts(f"{TITLE}<div><div {hiding}>{p(0, 1, 2)}</div>{WHOLE}</div>{FOOT}") == PARAGRAPHS


def test_a_hidden_box_stays_hidden() -> None:
    for name in ("class=newsletter", "role=dialog", "class=cookie-wall"):
        assert texts(f"{TITLE}<div>{WHOLE}<div hidden {name}>{TEASER}</div></div>{FOOT}") == PARAGRAPHS


def test_what_is_streamed_stands_where_it_belongs() -> None:
    page = (
        f"<main>{TITLE}{p(0)}<template id='B:1'></template><span>Loading</span>{p(4)}</main><div hidden id='S:1'>{p(1)}"
        f"<template id='P:2'></template>{p(3)}</div><div hidden id='S:2'>{p(2)}</div>{FOOT}"
    )
    assert [text for text in texts(page) if text in PARAGRAPHS] == PARAGRAPHS


def test_a_part_that_would_be_placed_within_itself_stays_where_it_is() -> None:
    found = texts(
        f"<main>{TITLE}{p(0, 1)}</main><div hidden id=S1>{p(2, 3)}<template id=B1></template>{p(4)}</div>{FOOT}"
    )
    assert set(found) <= set(PARAGRAPHS)
    assert found[0] == PARAGRAPHS[0]
