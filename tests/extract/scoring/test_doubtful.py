"""What is doubtful stays where it stands between the headline and the end of the text."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen


def test_a_sentence_between_the_headline_and_the_text_needs_less_than_others() -> None:
    lead = "The mill grinds again from Monday on, says the board of the creek."
    page = f"<h1>Mill</h1><div>{lead}</div><p>{LINE}</p>"
    assert chosen(page, 0.9, 0.22, 0.9) == ["Mill", lead, LINE]
    assert chosen(page.replace("creek.", "creek"), 0.9, 0.22, 0.9) == ["Mill", LINE]


def test_what_has_text_on_both_sides_needs_less_than_what_stands_behind_it() -> None:
    page = f"<p>{LINE}</p><div>Nine boats</div><div>of twelve</div><p>{LINE}</p><div>came home</div>"
    assert chosen(page, 0.9, 0.3, 0.3, 0.9, 0.3) == [LINE, "Nine boats", "of twelve", LINE]


@pytest.mark.parametrize(
    "between",
    [
        "<div class=related>Nine boats</div><div class=related>of twelve</div>",
        "<div><a href=/nine>Nine boats</a></div><div><a href=/twelve>of twelve</a></div>",
    ],
)
def test_neither_a_link_nor_what_stands_in_a_strange_box_is_kept_for_its_place(between: str) -> None:
    assert chosen(f"<p>{LINE}</p>{between}<p>{LINE}</p>", 0.9, 0.3, 0.3, 0.9) == [LINE, LINE]


def test_figures_under_the_headline_are_not_kept_for_their_place() -> None:
    page = f"<h1>Mill</h1><div>{{}}</div><div>{{}}</div><p>{LINE}</p><p>{LINE}</p>"
    assert chosen(page.format("1,204", "17"), 0.9, 0.3, 0.3, 0.9, 0.9) == ["Mill", LINE, LINE]
    words = ["Nine boats", "of twelve"]
    assert chosen(page.format(*words), 0.9, 0.3, 0.3, 0.9, 0.9) == ["Mill", *words, LINE, LINE]


def test_a_headline_far_above_the_text_is_none_of_it() -> None:
    menu = "".join(f"<div>Part {number}</div>" for number in range(9))
    assert chosen(f"<h1>Mill</h1>{menu}<p>{LINE}</p><p>{LINE}</p>", 0.1, *[0.3] * 9, 0.9, 0.9) == [LINE, LINE]
