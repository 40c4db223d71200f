"""Short facts beside links."""

import pytest

from app.extract.listing.facts import MOST, beside_price, beside_teaser, facts, moment, together
from app.extract.listing.headlines import Link
from app.extract.listing.link_lists import link_list
from app.extract.parse import parse

BASE = "http://harbour.example/jobs"
NAMES = ("Deckhand", "Second mate", "Cook of a ship", "Harbour pilot", "Net maker", "Crane driver")


def boxed(markup: str) -> tuple[Link, object]:
    root = parse(f"<html><body>{markup}</body></html>")
    link = next(root.iter("a"))
    return Link(link, "", link.text_content(), 0), root.find("body")[0]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<li><time>March 4</time> &mdash; <a href=/1>Salt and iron</a></li>", "March 4"),
        ("<li>4 March: <a href=/1>Salt and iron</a></li>", "4 March"),
        ("<li><a href=/1>Salt and iron</a> (12. Mai)</li>", "12. Mai"),
        ("<div><span>14:30</span> <a href=/1>Market</a> <span>Quay</span></div>", "14:30"),
        ("<div><b><i>7:30 p.m.</i></b><a href=/1>Dance</a></div>", "7:30 p.m."),
        ("<div><a href=/1>Market</a><p>10.00 - 12.30</p></div>", "10.00 - 12.30"),
        ("<dl><dt>March 4</dt><dd><a href=/1>Salt and iron</a></dd></dl>", "March 4"),
        ("<div><a href=/1>Market</a><p>Quay</p><p>5 comments</p></div>", ""),
        ("<div><a href=/1>Market</a><p>12 March 2026</p></div>", ""),
        ("<div><a href=/1>Market at <b>14:30</b></a></div>", ""),
        ("<div><a href=/1>Market</a><p>03/11/2026</p></div>", "03/11/2026"),
        ("<div><a href=/1>Market</a><p>84.95</p></div>", ""),
        ("<div><a href=/1>Market</a><p><time>vor <b>3</b> Stunden</time></p></div>", "vor 3 Stunden"),
        ("<div><a href=/1>Market</a><p><time>soon</time></p></div>", ""),
        ("<a href=/1>Market <b>14:30</b></a>", ""),
    ],
)
def test_a_day_without_its_year_or_an_hour_stands_beside_a_headline(markup: str, said: str) -> None:
    assert moment(*boxed(markup)) == said


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            "<div><a href=/1>Cook</a><div>Firm 3</div><div>Port 8</div><p>40,000 a year</p></div>",
            "Firm 3 | Port 8 | 40,000 a year",
        ),
        ("<p>12:40 <a href=/1>Cook</a>, half a day<button>Apply</button></p>", "12:40 | half a day"),
        ("<p><a href=/1>Cook</a> &raquo; <script>draw()</script></p>", ""),
        (f"<p><a href=/1>Cook</a>{''.join(f'<b>fact {n}</b>' for n in range(MOST + 1))}</p>", ""),
        ("<p><a href=/1>Cook</a> A sentence of such a length is no fact, and tells the reader something.</p>", ""),
        ("<p><a href=/1>Cook</a> <i>2026-11-03</i> <b>Port 8</b></p>", "Port 8"),
        ("<p><a href=/1>Cook</a> <i>Paper 3 of 2026-11-03, the first</i></p>", "Paper 3 of 2026-11-03, the first"),
    ],
)
def test_a_few_short_texts_are_what_a_link_has_beside_it(markup: str, said: str) -> None:
    assert facts(*boxed(markup), "2026-11-03") == tuple(said.split(" | ") if said else ())


def test_what_stands_beside_most_links_tells_nothing_without_a_figure() -> None:
    told = [("Share", f"Port {n}", "1 page") for n in range(4)] + [("Quay",)]
    assert together(told)[3:] == ("Port 3 | 1 page", "Quay")
    assert together(told[:3])[0] == "Share | Port 0 | 1 page"


def test_a_page_of_links_with_their_facts_is_a_list() -> None:
    rows = "".join(
        f"<div><a href=/{n}>{name}</a><div>Firm {n}</div><div>Port {n}</div></div>" for n, name in enumerate(NAMES)
    )
    entries, _ = link_list(parse(f"<html><body>{rows}</body></html>"), BASE)
    assert [entry.title for entry in entries] == list(NAMES)
    assert entries[2].summary == "Firm 2 | Port 2"


def test_a_box_of_very_many_texts_is_looked_at_in_part() -> None:
    assert moment(*boxed(f"<div><a href=/1>Cook</a>{'<b>word</b>' * 5000}<i>14:30</i></div>")) == ""


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>Ada Quill</p><p>3 hrs ago</p><p>12 comments</p>", "Ada Quill | 3 hrs ago | 12 comments"),
        ("<p>0 comments</p><p>Read more</p><a href=/1>On</a>", ""),
        ("<figure><figcaption>The quay</figcaption></figure><p>4 min</p>", "4 min"),
        ("<p>3 November</p><p>Nov 3</p><p>4 November</p>", "4 November"),
        ("".join(f"<p>Tag of {name}</p>" for name in NAMES) + "<p>7 pages</p>", "7 pages"),
        ("<p>A line of such a length that it is no fact, and not the teaser either</p>", ""),
        ("<p>He set out early, and never</p>", ""),
    ],
)
def test_a_few_short_texts_stand_beside_a_teaser(markup: str, said: str) -> None:
    teaser = "He set out early, and never came to the town that he had been sent to."
    link, box = boxed(f"<div><a href=/1>Cook</a><p>{teaser}</p>{markup}</div>")
    assert beside_teaser(link, box, "2026-11-03", teaser) == tuple(said.split(" | ") if said else ())


@pytest.mark.parametrize(
    ("found", "said", "rest"),
    [
        (("Firm 3", "from $5"), "$5", ("Firm 3", "from $5")),
        (("from $5",), "$5", ()),
        (("$ 5", "2 left"), "$5", ("2 left",)),
        (("Ada", "1998"), "Ada | 1998", ()),
        (("Ada",), "", ("Ada",)),
    ],
)
def test_a_price_is_not_said_twice(found: tuple[str, ...], said: str, rest: tuple[str, ...]) -> None:
    assert beside_price(found, said) == rest
