"""What stands around a headline: its teaser, its date, and the heading over it."""

import pytest

from app.extract.listing.classify import index_listing
from app.extract.parse import parse
from app.models import Entry

SITE = "https://courier.example"
TITLE = "The tower moves inland"
TEASER = "It went by rail, and the whole town walked beside it."
LINK = f'<h3><a href="/news/tower-moves-1">{TITLE}</a></h3>'
OTHERS = "".join(
    f'<div><h3><a href="/news/{number}-of-these-names">{each} of the marshes</a></h3></div>'
    for number, each in enumerate(("A new map", "Old timetables", "Forty wooden chairs", "The last tram"))
)


def entries(body: str) -> dict[str, Entry]:
    root = parse(f"<html><body>{body}</body></html>")
    return {entry.title: entry for entry in index_listing(root, f"{SITE}/politics", f"{SITE}/politics").entries}


def entry(card: str) -> Entry:
    return entries(f"<main>{card}{OTHERS}</main>")[TITLE]


@pytest.mark.parametrize(
    "card",
    [
        f"<div>{LINK}<p>{TEASER}</p></div>",
        f"<article>{LINK}<div><span>{TEASER}</span></div></article>",
        f"<div>{LINK}{TEASER}</div>",
        f"{LINK}<p>{TEASER}</p>",
        f"{LINK}{TEASER}",
        f"<div>{LINK}<p>{TEASER} <a href='/news/tower-moves-1'>Read more</a></p></div>",
        f"<div>{LINK}<p>{TEASER} Continue reading</p></div>",
        f"<div>{LINK}<p>{TEASER} <a href='/news/tower-moves-1'>czytaj</a></p></div>",
        f"<div>{LINK}<p>{TITLE} – {TEASER}</p></div>",
        f"<div>{LINK}<p>By Ada</p><p>{TEASER}</p></div>",
        f"<div>{LINK}<a href='/news/tower-moves-1'>{TEASER}</a></div>",
        f"<dl><dt>{LINK}</dt><dd>{TEASER}</dd></dl>",
    ],
)
def test_a_teaser_is_found_inside_of_the_card_or_behind_the_headline(card: str) -> None:
    assert entry(card).summary == TEASER


@pytest.mark.parametrize(
    "card",
    [
        f"<div>{LINK}</div><p>Too short.</p>",
        f"<div>{LINK}</div><h2>{TEASER}</h2>",
        f'<div>{LINK}</div><div><h3><a href="/news/another-9-name">Another story of the marshes</a></h3><p>{TEASER}</p></div>',
        f"<div>{LINK}</div><p>1</p><p>2</p><p>3</p><p>4</p><p>{TEASER}</p>",
    ],
)
def test_what_belongs_to_something_else_is_no_teaser(card: str) -> None:
    assert entry(card).summary == ""


@pytest.mark.parametrize(
    ("card", "date"),
    [
        (f'<div>{LINK}<time datetime="2025-05-04T10:00Z">4 May</time></div>', "2025-05-04"),
        (f'<div>{LINK}<time>4 May</time><time datetime="2025-05-04">4 May</time></div>', "2025-05-04"),
        (f'<h3><a href="/2025/05/04/tower-moves">{TITLE}</a></h3>', "2025-05-04"),
        (f'<h3><a href="/news/20250504/tower-moves">{TITLE}</a></h3>', "2025-05-04"),
        (f'<h3><a href="/2025/45/99/tower-moves">{TITLE}</a></h3>', ""),
        (f'<div>{LINK}</div><time datetime="2025-05-04">4 May</time>', ""),
        (f'<div>{LINK}<relative-time datetime="2025-05-04T10:00Z">last year</relative-time></div>', "2025-05-04"),
        (f"<div>{LINK}<p>Updated <relative-time>2025-05-04</relative-time></p></div>", "2025-05-04"),
    ],
)
def test_a_date_stands_in_the_card_or_in_the_address(card: str, date: str) -> None:
    assert entry(card).date == date


def test_the_nearest_heading_over_a_headline_is_its_section() -> None:
    found = entries(
        f"<main><h2>Sea</h2><div>{LINK}</div><section><h2>Land</h2><h4>Marshes</h4>{OTHERS}</section></main>"
    )
    assert found[TITLE].section == "Sea"
    assert {each.section for each in found.values() if each.title != TITLE} == {"Marshes"}


def test_other_columns_stand_under_a_headline_where_they_have_heads() -> None:
    others = OTHERS.replace("<div>", "<tr><td>").replace("</div>", "</td><td>Ben</td></tr>")
    row = f"<tr><td>{LINK}</td><td>Ada <b>Quill</b></td><td></td><td>1998</td></tr>"
    found = entries(f"<table><tr><th>Title</th><th>Author</th></tr>{row}{others}</table>")
    assert found[TITLE].summary == "Ada Quill | 1998"
    assert entries(f"<table>{row}{others}</table>")[TITLE].summary == "Ada Quill | 1998"


@pytest.mark.parametrize("day", ["2026-11-21", "21 November", "Sat, 21 November 2026", "21.11.2026"])
def test_the_day_that_stands_before_an_entry_is_not_said_again(day: str) -> None:
    when = f'<time datetime="2026-11-21">{day}</time>'
    assert entry(f"<div>{LINK}<p>Ada Quill</p>{when}</div>").summary == "Ada Quill"
    row = f"<table><tr><th>Title</th></tr><tr><td>{LINK}</td><td>{when}</td><td>Ada Quill</td></tr>{OTHERS}</table>"
    assert entries(row)[TITLE].summary == "Ada Quill"
    assert entries(row)[TITLE].date == "2026-11-21"


@pytest.mark.parametrize(
    ("card", "price"),
    [
        (f"<div>{LINK}<span><del>$50</del> <ins>$40</ins></span></div>", "$40"),
        (f"<div>{LINK}<p>from 12,50 € each</p></div>", "12,50 €"),
        (f"<div>{LINK}<p>The $5 fee was dropped</p></div>", "The $5 fee was dropped"),
    ],
)
def test_a_price_is_all_that_some_cards_say(card: str, price: str) -> None:
    assert entry(card).summary == price


@pytest.mark.parametrize("mark", ["p", "li", "dd"])
def test_the_remark_behind_a_link_in_its_paragraph_is_its_teaser(mark: str) -> None:
    link = f'<a href="/news/tower-moves-1">{TITLE}</a>'
    assert entry(f"<div><{mark}>{link}. I read this twice.</{mark}></div>").summary == "I read this twice."
    assert entry(f"<div><{mark}>{link} – by Ada Brightwater</{mark}></div>").summary == "by Ada Brightwater"
    assert entry(f"<div><{mark}>{link}. Good.</{mark}></div>").summary == "Good."


@pytest.mark.parametrize("when", ["4 May", "14:30", "03/05/2026"])
def test_an_hour_or_a_day_that_is_not_certain_stands_before_the_teaser(when: str) -> None:
    assert entry(f"<div><span>{when}</span>{LINK}<p>{TEASER}</p></div>").summary == f"{when} | {TEASER}"


def test_a_line_that_is_no_sentence_goes_before_the_teaser() -> None:
    line = "A Quill, B Rivers – Journal of Towers and Marshes, 1998"
    assert entry(f"<div>{LINK}<p>{line}</p><p>{TEASER}</p></div>").summary == f"{line} | {TEASER}"
    assert entry(f"<div>{LINK}<div>{line} <b>x</b></div></div>").summary == f"{line} x"


def test_what_little_stands_beside_a_headline_is_shown_and_not_what_can_be_pressed() -> None:
    card = f"<div>{LINK}<p>Ada Quill</p><p>12 comments</p><button>Share</button></div>"
    assert entry(card).summary == "Ada Quill | 12 comments"
