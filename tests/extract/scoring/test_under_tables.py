"""What stands under a table and explains it is kept with it."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.under_tables import keep_beside_tables, keep_under_tables
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, prose, text, whole

TABLE = "<table><tr><th>Day</th><th>Sacks</th></tr><tr><td>Friday</td><td>12</td></tr><tr><td>Sunday</td><td>4</td></tr></table>"
NOTE = "Sacks ground a day, by the miller's book"
BOXES = {
    "a figure": "<figure>{}<figcaption>{}</figcaption></figure>",
    "a section of a paper": "<section class=tw><h4>Table 1.</h4><div>{}</div><div class=tw-foot><p>{}</p></div></section>",
    "a wrapper": '<div class="table-wrap"><div class=scroller>{}</div><p class=source>{}</p></div>',
    "a section with a link between": "<section>{}<div><a href=/t>Open in a new tab</a></div><div><p>{}</p></div></section>",
}


@pytest.mark.parametrize("name", BOXES)
def test_the_title_and_the_notes_under_a_table_stay_with_it(name: str) -> None:
    page = whole(
        f"<article><h1>The tide mill</h1>{prose(0, 1, 2)}{BOXES[name].format(TABLE, NOTE)}{prose(3, 4)}</article>"
    )
    found = text(page)
    assert NOTE in found


def _kept(markup: str, score: float) -> list[str]:
    """Return what is kept besides a table, of which all cells are."""
    page = page_text(parse(f"<body>{markup}</body>"))
    own = [block.container.tag in ("td", "th") for block in page.blocks]
    before = list(own)
    keep_under_tables(page.blocks, [score] * len(own), own)
    return [block.text for block, kept, was in zip(page.blocks, own, before, strict=True) if kept and not was]


def test_what_stands_under_a_table_in_the_box_of_much_else_is_left_to_others() -> None:
    many = "".join(f"<p>{each}</p>" for each in SENTENCES)
    assert _kept(f"<div>{TABLE}<p>{NOTE}</p></div>", 0.3) == [NOTE]
    assert _kept(f"<div>{TABLE}<p>{NOTE}</p>{many}</div>", 0.3) == []


def test_under_a_table_that_holds_a_text_nothing_is_a_note() -> None:
    layout = "".join(f"<tr><td>{number}.</td><td>{each}</td></tr>" for number, each in enumerate(SENTENCES, 1))
    assert _kept(f"<div><table>{layout}</table><p>{NOTE}</p></div>", 0.3) == []


def test_links_adverts_and_what_is_hardly_text_are_no_notes() -> None:
    assert _kept(f"<div>{TABLE}<p><a href=/b>{NOTE}</a></p></div>", 0.3) == []
    assert _kept(f"<div>{TABLE}<p>Advertisement</p></div>", 0.3) == []
    assert _kept(f"<div>{TABLE}<p>{NOTE}</p></div>", 0.02) == []
    assert _kept(f"<div>{TABLE}<p>{SENTENCES[0]}</p></div>", 0.2) == []


def _kept_beside(markup: str, score: float = 0.3) -> list[str]:
    """Return what is kept of a page besides its tables, of which all cells are."""
    page = page_text(parse(f"<body>{markup}</body>"))
    own = [block.container.tag in ("td", "th") for block in page.blocks]
    before = list(own)
    keep_beside_tables(page.blocks, [score] * len(own), own)
    return [block.text for block, kept, was in zip(page.blocks, own, before, strict=True) if kept and not was]


TIMES = (
    "<table><tr><th>Pier</th><td>6:10</td><td>7:40</td></tr><tr><th>Rock</th><td>6:55</td><td>8:20</td></tr></table>"
)


def test_what_stands_around_tables_alone_stays() -> None:
    body = f"<main><p>Valid from 1 March.</p>{TIMES}<p>a – in summer</p>{TIMES}<ul><li>– passes by</li></ul></main>"
    assert _kept_beside(body) == ["Valid from 1 March.", "a – in summer", "– passes by"]


def test_links_headings_and_what_is_outside_of_the_text_do_not() -> None:
    body = f"<div><header><p>Bay ferries</p></header>{TIMES}<h3>News</h3><p><a href=/n>A new boat</a></p>{TIMES}</div>"
    assert _kept_beside(body) == []
    assert _kept_beside(f"<main>{TIMES}<p>Bay ferries</p>{TIMES}</main>", 0.05) == []


def test_a_single_small_table_has_nothing_around_it() -> None:
    assert _kept_beside(f"<main><p>Valid from 1 March.</p>{TIMES}</main>") == []
