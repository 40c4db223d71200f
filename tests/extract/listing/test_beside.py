"""What little stands beside a headline without a teaser."""

import pytest

from app.extract.listing.classify import index_listing
from app.extract.parse import parse
from app.models import Entry

PAGE = "https://courier.example/politics"
TITLE = "The tower moves inland"
LINK = f'<a href="/news/tower-moves-1">{TITLE}</a>'
NAMES = "A new map|Old timetables|Forty wooden chairs|The last tram".split("|")


def entries(body: str) -> dict[str, Entry]:
    root = parse(f"<html><body><main>{body}</main></body></html>")
    return {entry.title: entry for entry in index_listing(root, PAGE, PAGE).entries}


def summary(card: str) -> str:
    others = "".join(
        f"<div><h3><a href='/news/{n}-of-these-names'>{name} of us</a></h3></div>" for n, name in enumerate(NAMES)
    )
    return entries(card + others)[TITLE].summary


@pytest.mark.parametrize(
    "card",
    [
        f"<div><h3>{LINK}</h3><span class=price><bdi><span>$</span>84.95</bdi></span></div>",
        f"<div><h3>{LINK}</h3><div class='product-price'><span>$</span><span>84.95</span></div></div>",
        f"<div><h3>{LINK}</h3><p class=price><del>$<b>99</b></del> <ins class=price>$<b>84.95</b></ins></p></div>",
        f"<div><h3>{LINK}</h3><p>from $84.95</p></div>",
    ],
)
def test_a_price_is_read_across_the_elements_that_it_is_made_of(card: str) -> None:
    assert summary(card) == "$84.95"


@pytest.mark.parametrize(
    "card",
    [
        f"<div><h3>{LINK}</h3><del class=price>$<b>99</b></del></div>",
        f"<div><h3>{LINK}</h3><p class=price><s>$<b>99</b></s></p></div>",
    ],
)
def test_a_price_that_is_struck_out_is_left_out(card: str) -> None:
    assert summary(card) == ""


@pytest.mark.parametrize(
    "card",
    [
        f"<ul><li>{LINK}<a name=1>&nbsp;</a><i>Ann Keeper</i><ul><li><a href='/news/an-answer-to-it-2'>An answer to this story</a></ul></ul>",
        f"<div><h3>{LINK}</h3><div class=authors>Ann Keeper</div></div>",
        f"<div><h3>{LINK}</h3><span class='post-author'>Ann Keeper</span></div>",
        f"<div>{LINK} <em>Ann Keeper</em></div>",
    ],
)
def test_who_wrote_something_stands_beside_it(card: str) -> None:
    assert summary(card) == "Ann Keeper"


def test_names_behind_another_headline_are_of_that() -> None:
    other = "<a href='/news/another-story-of-ours-2'>Another story of ours</a>"
    assert summary(f"<div>{LINK} {other} <i>Ben Writer</i></div>") == ""


def test_a_list_of_definitions_says_what_a_number_is() -> None:
    papers = "".join(
        f"<dt>[{n}] <a href=/abs/2611.0000{n}>paper 2611.0000{n}</a><dd><div>{NAMES[n]} by sampling</div></dd>"
        for n in range(4)
    )
    found = entries(f"<dl>{papers}<dt><a href=/abs/2611.00009>paper 2611.00009</a></dl>")
    assert found["paper 2611.00002"].summary == "Forty wooden chairs by sampling"
    assert found["paper 2611.00009"].summary == ""


def test_the_teaser_over_the_first_link_is_not_the_introduction() -> None:
    teaser = "It went by rail, and the whole town walked beside it."
    cards = "".join(
        f"<div><h2>{name} of us</h2><p>{teaser}</p><a href='/news/{n}-of-these-names'>Continue reading</a></div>"
        for n, name in enumerate(NAMES)
    )
    listing = index_listing(parse(f"<html><body><main>{cards}</main></body></html>"), PAGE, PAGE)
    assert listing.summary == ""
    assert {entry.summary for entry in listing.entries} == {teaser}


def day(card: str) -> str:
    others = "".join(
        f"<div><h3><a href='/news/{n}-of-these-names'>{name} of us</a></h3></div>" for n, name in enumerate(NAMES)
    )
    return entries(card + others)[TITLE].date


@pytest.mark.parametrize(
    "card",
    [
        f"<table><tr><td>26.11.2026</td><td>{LINK}</td></tr></table>",
        f"<table><tr><td>{LINK}</td><td>26 November 2026</td></tr></table>",
        f"<div><h3>{LINK}</h3><span>Nov 26, 2026</span></div>",
        f"<div><p class=date>2026-11-26</p>{LINK}</div>",
        f"<div><p class=date>26.11.2026, 10:15</p>{LINK}</div>",
        f"<ul><li>{LINK} <em>(26 Nov 2026)</em></li></ul>",
        f"<a href='/news/tower-moves-1'><span>26.11.2026</span><h3>{TITLE}</h3></a>",
    ],
)
def test_a_day_stands_beside_a_headline(card: str) -> None:
    assert day(card) == "2026-11-26"


def test_between_dots_the_day_comes_first() -> None:
    assert day(f"<table><tr><td>7.11.2026</td><td>{LINK}</td></tr></table>") == "2026-11-07"


@pytest.mark.parametrize(
    "card",
    [
        f"<div><h3>{LINK}</h3><span>07/11/2026</span></div>",
        f"<div><h3>{LINK}</h3><span>Chapter 2026</span></div>",
        f"<div><h3>{LINK}</h3><span>3 days ago</span></div>",
        f"<div><h3>{LINK}</h3><p>On 26 November 2026 the whole town walked beside it.</p></div>",
        f"<div><h3>{LINK}</h3></div><div>26.11.2026</div>",
    ],
)
def test_what_may_be_another_day_or_none_is_not_believed(card: str) -> None:
    assert day(card) == ""


@pytest.mark.parametrize("term", ["3 November 2026", "2026年11月3日"])
def test_the_day_of_a_headline_in_a_list_of_definitions_is_its_term(term: str) -> None:
    rows = "".join(
        f"<dt>{term}</dt><dd><a href='/news/{n}-of-these-names'>{name} of us</a></dd>" for n, name in enumerate(NAMES)
    )
    found = entries(f"<dl>{rows}</dl>")
    assert len(found) == len(NAMES)
    assert {(entry.date, entry.summary) for entry in found.values()} == {("2026-11-03", "")}


@pytest.mark.parametrize(
    "row",
    [
        "<p>3 November 2026<br>{link}</p>",
        "<ul><li>{link} (3 November 2026)</li></ul>",
        "<ul><li>2026-11-03: {link}</li></ul>",
        "<div><p>{link}</p>November 3, 2026</div>",
    ],
)
def test_the_day_of_a_headline_may_stand_in_its_own_line(row: str) -> None:
    rows = (row.format(link=f"<a href='/news/{n}-of-these-names'>{name} of us</a>") for n, name in enumerate(NAMES))
    assert {entry.date for entry in entries("".join(rows)).values()} == {"2026-11-03"}
