"""Boxes beside the matter of a page are known by what they are and what they are called."""

import pytest

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.parse import parse
from app.extract.places import Boxes


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        ('<div class="left sidebar">', True),
        ('<div class="has-sidebar">', False),
        ('<div role="navigation">', True),
        ('<div class="teaser">', False),
        ('<div id="related-stories">', True),
        ("<aside>", True),
        ('<article class="sidebar">', False),
        ("<section><footer>", True),
    ],
)
def test_boxes_are_known_by_tag_role_and_name(box: str, inside: bool) -> None:
    assert Boxes(BESIDE_LIST).hold(parse(f"{box}<p><b>x</b></p>").find(".//b")) is inside


def test_without_names_only_tag_and_role_count() -> None:
    root = parse('<div class="sidebar"><b>x</b></div><nav><i>y</i></nav>')
    boxes = Boxes(None)
    assert not boxes.hold(root.find(".//b"))
    assert boxes.hold(root.find(".//i"))


def test_what_is_said_to_be_none_is_no_box_but_may_hold_one() -> None:
    root = parse('<aside class="sidebar"><h1>x</h1><div><b>y</b></div><nav><i>z</i></nav></aside>')
    boxes = Boxes(BESIDE_LIST, never=[root.find(".//aside")])
    assert not boxes.hold(root.find(".//h1"))
    assert not boxes.hold(root.find(".//b"))
    assert boxes.hold(root.find(".//i"))


@pytest.mark.parametrize(
    ("markup", "inside"),
    [("<body><footer><b>x</b></footer>", True), ("<body><article><footer><b>x</b></footer>", False)],
)
def test_the_footer_of_a_part_is_a_box_only_if_every_one_is(markup: str, inside: bool) -> None:
    footer = parse(markup).find(".//b")
    assert Boxes(None, every_footer=False).hold(footer) is inside
    assert Boxes(None).hold(footer)


def test_a_tree_of_any_depth_is_looked_at_once() -> None:
    root = parse("<nav>" + "<span>" * 200 + "<b>x</b>")
    boxes = Boxes(None)
    assert all(map(boxes.hold, root.iter("span", "b")))
    assert not boxes.hold(root)
