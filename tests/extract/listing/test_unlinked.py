"""Entries that lead nowhere, among those that do."""

import pytest

from app.extract.listing.classify import index_listing
from app.extract.listing.link_lists import link_list
from app.extract.parse import parse

SITE = "https://courier.example/tonight"
TITLES = [
    f"{each} of the marshes"
    for each in (
        "A new map",
        "Old timetables",
        "Forty wooden chairs",
        "The last tram",
        "One stubborn goat",
        "Two bells",
    )
]


def titled(number: int) -> str:
    return f"<a href=/show/{number}-of-these>{TITLES[number]}</a>" if number % 2 else TITLES[number]


def listed(body: str) -> list[tuple[str, str, str]]:
    root = parse(f"<html><body><main>{body}</main></body></html>")
    entries = index_listing(root, SITE, SITE).entries
    return [(entry.title, entry.url.rpartition("/")[2], entry.summary) for entry in entries]


@pytest.mark.parametrize(
    "shape",
    [
        "<li><h4>{title}</h4><p>{hour}</p></li>",
        "<tr><td>{hour}</td><td><b>{title}</b></td></tr>",
        "<div class=show><span>{hour}</span><span>{title}</span></div>",
        "<dt>{hour}</dt><dd>{title}<div></div></dd>",
    ],
)
def test_what_is_on_stands_in_order_whether_it_leads_on_or_not(shape: str) -> None:
    rows = "".join(shape.format(title=titled(number), hour=f"{17 + number}:30") for number in range(6))
    around = {"<li": "ul", "<tr": "table", "<di": "div", "<dt": "dl"}[shape[:3]]
    found = listed(f"<{around}>{rows}</{around}>")
    assert [title for title, _, _ in found] == TITLES
    assert [place for _, place, _ in found[:2]] == ["", "1-of-these"]
    assert [said for _, _, said in found[:2]] == ["17:30", "18:30"]


@pytest.mark.parametrize(
    "other",
    [
        "<li><a href=/map>Map</a> of all the shows</li>",
        "<li><button>Show more of them</button></li>",
        "<li>17:30</li>",
        "<li>Advertisement</li>",
        "<li>3 November 2026</li>",
        "<li></li>",
        "<p>Words between the two</p>",
        "<li class=advertisement>Buy a boat of your own</li>",
        f"<li>{'A sentence that is much longer than any title. ' * 4}</li>",
    ],
)
def test_what_is_no_entry_is_none(other: str) -> None:
    links = [f"<li><a href=/show/{number}-of-these>{title}</a></li>" for number, title in enumerate(TITLES)]
    found = listed(f"<ul>{other.join(links)}</ul>")
    assert [title for title, _, _ in found] == TITLES


def test_rows_of_heads_are_no_entries() -> None:
    rows = "".join(f"<tr><td><a href=/s/{number}-of>{title}</a><td>9</tr>" for number, title in enumerate(TITLES))
    assert len(listed(f"<table><tr><th>Name of the show<th>Hour</tr>{rows}</table>")) == len(TITLES)


def test_a_page_of_few_links_is_a_list_with_what_leads_nowhere() -> None:
    rows = "".join(f"<li><a href=/s/{n}>Show {n} of the day</a></li><li>Song {n} of the night</li>" for n in range(5))
    entries, _ = link_list(parse(f"<html><body><h2>Quay FM</h2><ul>{rows}</ul></body></html>"), SITE)
    assert [entry.url == "" for entry in entries] == [False, True] * 5
    assert {entry.section for entry in entries} == {"Quay FM"}
