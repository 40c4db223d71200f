"""Boxes of one template stand or fall together: a sentence in one is text where its sisters hold text."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen

SHORT = "Ask for it at the office in the yard."
TEXT = f"<p>{LINE}</p>"

# Boxes of one template, and what parts them.
CUTS = {
    "components": ('<div class="component text">{}</div>', "<hr>"),
    "frames": ('<div class="frame"><div class="ce-bodytext">{}</div></div>', ""),
    "cards": ('<div class="kg-card kg-callout">{}</div>', '<div class="ad"></div>'),
    "numbered parts": ('<section id="part1">{}</section>', "<br>"),
}  # fmt: skip


def cut(name: str, *parts: str) -> str:
    box, between = CUTS[name]
    return between.join(box.format(part) for part in parts)


@pytest.mark.parametrize("name", CUTS)
def test_a_sentence_in_a_box_whose_sisters_hold_text_stays(name: str) -> None:
    assert chosen(cut(name, TEXT, TEXT, f"<p>{SHORT}</p>"), 0.9, 0.9, 0.1) == [LINE, LINE, SHORT]


@pytest.mark.parametrize("name", CUTS)
def test_beside_a_single_sister_it_must_be_long(name: str) -> None:
    assert chosen(cut(name, TEXT, f"<p>{SHORT}</p>"), 0.9, 0.1) == [LINE]
    assert chosen(cut(name, TEXT, TEXT), 0.9, 0.1) == [LINE, LINE]


def test_a_short_sentence_comes_with_the_other_in_its_box() -> None:
    assert chosen(cut("components", TEXT, TEXT, f"<p>{SHORT}</p><p>So I did.</p>"), 0.9, 0.9, 0.1, 0.1)[2:] == [
        SHORT,
        "So I did.",
    ]


@pytest.mark.parametrize(
    "strange",
    [
        "<p>Sign up for our newsletter.</p>",
        f"<p>{LINE}</p><p>Sign up for our newsletter.</p>",
        f"<p><a href=/x>{LINE}</a></p>",
        "<p>No sentence but a line of words that goes on</p>",
        f"<h2>{LINE}</h2>",
    ],
)
def test_invitations_links_and_lines_do_not(strange: str) -> None:
    scores = [0.2] * (strange.count("<p>") + strange.count("<h2>"))
    assert chosen(cut("components", TEXT, TEXT, strange), 0.9, 0.9, *scores) == [LINE, LINE]


def test_boxes_elsewhere_or_of_another_template_are_no_sisters() -> None:
    other = f"<div class=other>{TEXT}</div>"
    assert chosen(cut("components", TEXT, TEXT) + other, 0.9, 0.9, 0.1) == [LINE, LINE]
    assert chosen(cut("components", TEXT, TEXT) + f"<div>{cut('components', TEXT)}</div>", 0.9, 0.9, 0.1) == [
        LINE,
        LINE,
    ]


def test_what_has_no_hope_at_all_does_not() -> None:
    assert chosen(cut("components", TEXT, TEXT, TEXT), 0.9, 0.9, 0.02) == [LINE, LINE]
