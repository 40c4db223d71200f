"""Pages that are little but links."""

import pytest

from app.extract.listing.link_lists import FEWEST, MOST, link_list
from app.extract.parse import parse

BASE = "http://x.example/manual/index.html"
NAMES = "install configure plugins client tokens proxy".split()
ITEMS = "".join(f"<li><a href={name}.html>{name}</a></li>" for name in NAMES)


def titles(body: str) -> list[str]:
    return [entry.title for entry in link_list(parse(f"<html><body>{body}</body></html>"), BASE)[0]]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Manual</h1><ul>{ITEMS}</ul>",
        f"<p>All of it.</p>{ITEMS}",
        f"<nav><a href=/x>Elsewhere on this site</a></nav><ul>{ITEMS}</ul><footer>{'Small print. ' * 40}</footer>",
    ],
)
def test_a_page_of_links_is_the_list_of_them_whatever_they_are_called(body: str) -> None:
    assert titles(body) == NAMES


@pytest.mark.parametrize(
    "body",
    [
        f"<ul>{ITEMS}</ul><p>{'Words that are no link, and more of them than of links. ' * 3}</p>",
        "".join(f"<a href=/{n}>link {n}</a>" for n in range(FEWEST - 1)),
        f"<nav>{ITEMS}</nav>",
        "<p>Words</p>",
        "",
    ],
)
def test_a_page_of_other_things_is_none(body: str) -> None:
    assert titles(body) == []


def test_labels_and_places_on_the_page_are_left_out() -> None:
    more = "<a href=/more>Read more</a><a href='#top'>To the top</a><a href=/t>10:15</a><a href='http://['>Nowhere</a>"
    assert titles(f"<ul>{ITEMS}</ul>{more}") == NAMES


def test_the_paragraph_over_the_links_comes_with_them() -> None:
    long = "".join(f"<li><a href=/{n}>A chapter of some length, number {n}</a></li>" for n in range(9))
    page = parse(f"<html><body><p>A small program that keeps things in order for you.</p><ul>{long}</ul></body></html>")
    assert link_list(page, BASE)[1] == "A small program that keeps things in order for you."


def test_very_many_links_are_bounded() -> None:
    assert len(titles("".join(f"<a href=/{n}>link {n}</a>" for n in range(2000)))) == MOST
