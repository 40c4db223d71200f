"""Short texts among kept ones: what the model believes stays, whatever its box is called."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.choice import choose
from app.extract.scoring.hints import Hints
from app.extract.scoring.walk import page_text
from tests.extract.scoring.test_choice import LINE

# What the names of boxes mean on other sites, as log-odds.
ODDS = dict.fromkeys(("author", "callbox", "icons", "newsletter", "photo", "related", "score", "toggle"), -2.0)


def chosen(body: str, *scores: float) -> list[str]:
    page = page_text(parse(f"<html><body><div>{body}</div></body></html>"))
    assert len(page.blocks) == len(scores)
    kept = choose(page, scores, 0.5, ODDS, Hints())
    return [block.text for block, is_kept in zip(page.blocks, kept, strict=True) if is_kept]


def between(middle: str, *scores: float) -> list[str]:
    """Return what is kept of `middle`, which stands between two paragraphs."""
    return chosen(f"<p>{LINE * 6}</p>{middle}<p>{LINE * 6}</p>", 0.9, *scores, 0.9)[1:-1]


@pytest.mark.parametrize(
    "middle",
    [
        "<div class=toggle><p>Seldom.</p></div>",
        "<div class=callbox><div>Seldom.</div></div>",
        "<blockquote class=toggle><p>Seldom.</p></blockquote>",
    ],
)
def test_a_short_text_that_is_likely_by_itself_stays(middle: str) -> None:
    assert between(middle, 0.46) == ["Seldom."]


@pytest.mark.parametrize("names", ["related", "photo", "author", "newsletter"])
def test_it_goes_where_its_box_is_named_for_something_else(names: str) -> None:
    assert between(f"<div class={names}><p>Seldom.</p></div>", 0.46) == []


def test_what_stands_together_is_judged_together() -> None:
    middle = "<div class=toggle><p>How much honey is there in a year?</p><p>Much.</p></div>"
    assert between(middle, 0.7, 0.3) == ["How much honey is there in a year?", "Much."]
    assert between(middle, 0.15, 0.1) == []


def test_a_link_is_no_such_text() -> None:
    assert between("<div class=toggle><p><a href=/x>Much.</a></p></div>", 0.44) == []


def test_a_list_between_paragraphs_stays_unless_some_of_it_are_links() -> None:
    items = "<div class=icons><ul><li>Fridays at ten</li><li>Four at a time</li></ul></div>"
    assert between(items, 0.2, 0.3) == ["Fridays at ten", "Four at a time"]
    linked = "<div class=icons><ul><li><a href=/a>Fridays at ten</a></li><li>Four at a time</li></ul></div>"
    assert between(linked, 0.1, 0.2) == []


def test_a_box_between_two_paragraphs_of_one_element_needs_little() -> None:
    middle = "<div><div>Berths are in two rows</div><p>Ask for one</p></div>"
    assert between(middle, 0.2, 0.2) == ["Berths are in two rows", "Ask for one"]
    long = "".join(f"<p>{LINE}</p>" for _ in range(24))
    apart = f"<section>{long}</section>{middle}<section>{long}</section>"
    assert "Ask for one" not in chosen(apart, *(0.9,) * 24, 0.2, 0.2, *(0.9,) * 24)


def test_the_figure_behind_the_word_for_it_stays_in_a_series() -> None:
    facts = "".join(
        f"<div><b class=label>{name}</b><p>{number}</p></div>" for name, number in (("a berth", 16), ("a stove", 1))
    )
    body = f"<div class=facts>{facts}<div><b class=label>of oak</b><p>1961</p></div></div>"
    assert between(body, *(0.2, 0.1) * 3)[:2] == ["a berth", "16"]


def test_what_follows_the_headline_at_once_is_not_between_texts() -> None:
    assert chosen(f"<h1>Mill</h1><p>Short words</p><p>{LINE}</p>", 0.9, 0.18, 0.9) == ["Mill", LINE]


def test_what_a_reader_may_open_between_paragraphs_stays() -> None:
    middle = "<details class=toggle><summary>What she wore</summary><p>A blue apron.</p></details>"
    assert between(middle, 0.46, 0.46) == ["What she wore", "A blue apron."]
    assert between(middle.replace("toggle", "related"), 0.46, 0.46) == []


@pytest.mark.parametrize(
    ("box", "is_kept"),
    [("<div class=score>8.5/10</div>", True), ("<b class=rating>4</b>", True), ("<div class=count>3/10</div>", False)],
)
def test_the_figure_that_a_review_gives_stays(box: str, is_kept: bool) -> None:
    assert bool(between(f"<div>{box}</div>", 0.2)) == is_kept


def test_the_caption_over_a_table_stays() -> None:
    table = "<table><tr><th>Maker</th><th>n</th></tr><tr><td>North</td><td>22</td></tr></table>"
    assert between(f"<div class=caption>Table 1.</div>{table}", 0.5, 0.4, 0.3, 0.3, 0.3)[0] == "Table 1."


ADDRESS = "<p>Water Agency<br>12 Quay Street<br>SA1 2PQ</p>"


@pytest.mark.parametrize("box", ["<div class=place>{}</div>", "<address>{}</address>", "<div>{}</div>"])
def test_what_a_colon_announces_stays_at_the_end_of_a_text(box: str) -> None:
    body = f"<p>{LINE}</p><p>Send your report to:</p>{box.format(ADDRESS)}"
    assert chosen(body, 0.9, 0.8, 0.3, 0.3, 0.2)[2:] == ["Water Agency", "12 Quay Street", "SA1 2PQ"]


def test_links_behind_a_colon_are_no_text_for_it() -> None:
    body = f"<p>{LINE}</p><p>Read:</p><div><p><a href=/x>The lamp</a></p></div>"
    assert chosen(body, 0.9, 0.8, 0.3) == [LINE, "Read:"]


def test_an_address_behind_a_text_is_known_by_its_name_and_its_figures() -> None:
    body = f"<section><p>{LINE}</p><div class={{}}><p>Pump helpline<br>Telephone: 0300 123 456</p></div></section>"
    assert chosen(body.format("contact"), 0.9, 0.2, 0.2) == [LINE, "Pump helpline", "Telephone: 0300 123 456"]
    assert chosen(body.format("box"), 0.9, 0.2, 0.2) == [LINE]
    assert chosen(body.format("contact").replace("0300 123 456", "none"), 0.9, 0.2, 0.2) == [LINE]


@pytest.mark.parametrize("names", ["html-disp-formula", "equation", "math-block"])
def test_a_formula_in_a_box_of_its_own_belongs_to_the_paragraph_that_it_stands_in(names: str) -> None:
    body = f"<div class=p>{LINE * 3}<div class={names}><div>w = k n</div><div>(1)</div></div></div><p>{LINE}</p>"
    assert chosen(body, 0.9, 0.02, 0.02, 0.9) == [LINE * 3, "w = k n", "(1)", LINE]


def test_what_is_not_named_for_one_or_stands_outside_of_paragraphs_is_none() -> None:
    assert between("<div class=equation><div>w = k n</div></div>", 0.02) == []
    assert chosen(f"<div class=p>{LINE * 3}<div class=b><div>w = k n</div></div></div><p>{LINE}</p>", 0.9, 0.02, 0.9)[
        1:
    ] == [LINE]
