"""Blocks of text, and the containers around them."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.text_blocks import PageText, containers_of
from app.extract.scoring.walk import page_text

LONG = "The tower was moved inland from the cliff on which it had stood for a hundred years."


def page(body: str) -> PageText:
    return page_text(parse(f"<html><body>{body}</body></html>"))


def test_containers_are_told_from_the_inside() -> None:
    inner = page("<main><section class=a><p>one</p></section></main>").blocks[0].container
    assert [each.tag for each in inner.outward()][:4] == ["p", "section", "main", "body"]
    main = inner.parent and inner.parent.parent
    assert [each.tag for each in inner.outward(main)] == ["p", "section"]


def test_the_child_of_a_container_that_another_lies_in_is_known() -> None:
    found = page("<ul><li><p>one</p></li></ul><p>two</p>")
    one, two = (block.container for block in found.blocks)
    items = next(each for each in one.outward() if each.tag == "ul")
    child = one.child_of(items)
    assert child is not None
    assert child.tag == "li"
    assert two.child_of(items) is None


def test_each_container_is_told_once() -> None:
    found = page("<main><p>one</p><div><p>two</p><p>three</p></div></main>")
    once = list(containers_of(found.blocks))
    assert len(set(once)) == len(once)
    assert [each.tag for each in once if each.tag != "body"] == ["p", "main", "p", "div", "p"]
    assert found.containers == once
    box = next(each for each in once if each.tag == "div")
    assert [each.tag for each in containers_of(found.blocks[1:], box)] == ["p", "p"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It moved.", True),
        ("Did it?”", True),
        ("動いた。", True),
        ("वह चली।", True),
        ("کیا؟", True),
        ("وہ چلا۔", True),
        ("The tower", False),
        ("10:", False),
    ],
)
def test_a_block_ends_a_sentence_or_not(text: str, ends: bool) -> None:
    assert page(f"<p>{text}</p>").blocks[0].ends_sentence is ends


@pytest.mark.parametrize(
    ("markup", "is_prose"), [(LONG, True), ("The tower", False), (f"<a href=/x>{LONG}</a>", False)]
)
def test_prose_is_long_and_mostly_no_links(markup: str, is_prose: bool) -> None:
    assert page(f"<p>{markup}</p>").blocks[0].is_prose is is_prose


@pytest.mark.parametrize(
    ("text", "words"),
    [("The Tower, 1902!", ["the", "tower", "1902"]), ("Über-Turm", ["über", "turm"]), ("燈塔移", ["燈塔", "塔移"])],
)
def test_words_are_in_lower_case_and_pairs_of_letters_where_nothing_parts_them(text: str, words: list[str]) -> None:
    assert page(f"<p>{text}</p>").blocks[0].words == words


def test_boxes_of_one_template_differ_in_numbers_alone() -> None:
    first, second, other = (
        block.container
        for block in page(
            "<div class='post-1 odd'>one</div><div class='post-2'>two</div><div class=ad>three</div>"
        ).blocks
    )
    assert first.template == second.template != other.template
