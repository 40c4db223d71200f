"""What stands in the card of a link, line by line."""

import pytest

from app.extract.listing.headlines import Link
from app.extract.listing.lines import MOST_LOOKED_AT, lines_around, lines_beside
from app.extract.parse import parse


def lines(markup: str, title: str = "Cook") -> list[str]:
    root = parse(f"<html><body>{markup}</body></html>")
    return list(lines_beside(Link(next(root.iter("a")), "", title, 0), root.find("body")[0]))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p><a href=/1>Cook</a> of the <b>Anna</b>, which sails</p>", ["of the Anna, which sails"]),
        ("<div><a href=/1>Cook</a><p>of the <b>Anna</b>, which sails</p></div>", ["of the Anna, which sails"]),
        ("<div><a href=/1>Cook</a><p><i>Port 8</i><i>40 days</i></p></div>", ["Port 8", "40 days"]),
        ("<div><a href=/1>Cook</a><p>[PDF] of a port</p><p>[Port 8]</p></div>", ["[PDF] of a port", "Port 8"]),
        ("<div><a href=/1>Cook</a><div>by <a href=/u>Ada</a><br>May 4</div></div>", ["by Ada", "May 4"]),
        ("<div><a href=/1>Cook</a><p>by <a href=/u>Ada</a>, <time>May 4</time></p></div>", ["by Ada, May 4"]),
        ("<div><a href=/1>Cook</a><p>One<ul><li>two</ul></div>", ["One", "two"]),
    ],
)
def test_words_with_signs_between_them_are_one_line(markup: str, said: list[str]) -> None:
    assert lines(markup) == said


@pytest.mark.parametrize(
    "card", ["<dl><dt>Words:</dt><dd>3,431</dd></dl>", "<dl><dt>Words</dt> <dd>3,<i>431</i></dd></dl>"]
)
def test_a_term_is_said_with_its_definition(card: str) -> None:
    assert lines(f"<div><a href=/1>Cook</a>{card}</div>") == ["Words: 3,431"]


def test_the_term_that_a_headline_is_does_not_stand_before_its_definition() -> None:
    assert lines("<dl><dt><a href=/1>Cook</a></dt><dd>40 days</dd></dl>") == ["40 days"]


@pytest.mark.parametrize(
    "silent",
    [
        "<button>Apply</button>",
        "<a href=#>save</a>",
        "<a href='javascript:void(0)'>report</a>",
        "<a href=/1?page=2>2</a>",
        "<select><option>10</select>",
        "<del>$50</del>",
        "<p>—</p>",
    ],
)
def test_what_can_be_pressed_or_is_struck_out_is_no_line(silent: str) -> None:
    assert lines(f"<div><a href=/1>Cook</a>{silent}<p>Port 8</p></div>") == ["Port 8"]


@pytest.mark.parametrize(
    ("said", "bare"), [("(Port 8)", "Port 8"), ("Ada (winner)", "Ada (winner)"), ("(May) – Ada (", "May) – Ada")]
)
def test_brackets_around_all_of_a_line_go(said: str, bare: str) -> None:
    assert lines(f"<div><a href=/1>Cook</a><p>{said}</p></div>") == [bare]


def test_what_a_link_says_beside_its_title_is_beside_it_too() -> None:
    card = "<div><a href=/1><b>Cook</b><span>Ada Quill</span><span>300 copies</span></a></div>"
    assert lines(card) == ["Ada Quill", "300 copies"]


def test_each_line_comes_once_and_a_large_box_is_read_in_part() -> None:
    assert lines("<div><a href=/1>Cook</a><p>Port</p><p>Port</p></div>") == ["Port"]
    assert len(lines("<div><a href=/1>Cook</a>" + "".join(f"<p>{n}.</p>" for n in range(9999)))) < MOST_LOOKED_AT


def around(markup: str) -> list[str]:
    root = parse(f"<html><body><div>{markup}</div></body></html>")
    return list(lines_around(Link(root.find(".//a[@id]"), "", "Cook", 0)))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<b>3.11.</b> <a href=/1 id=x>Cook</a> (Port 8)<br><b>4.11.</b> <a href=/2>Mate</a>", ["3.11.", "Port 8"]),
        ("<a href=/0>Pilot</a> Quay<br>Port <i>8</i>: <a href=/1 id=x>Cook</a>", ["Port 8"]),
        ("Port 8: <a href=/1 id=x>Cook</a><br><a href=/2>Mate</a>", ["Port 8"]),
        ("<a href=/0>Pilot</a> or <a href=/1 id=x>Cook</a> or <a href=/2>Mate</a><br>", []),
        ("Port 8 <a href=/1 id=x>Cook</a> of the Anna <a href=/2>Mate</a>", []),
        ("<p>Words</p><a href=/1 id=x>Cook</a>, 40 days<br>", ["40 days"]),
        ("<i>a</i>" * 5000 + "<a href=/1 id=x>Cook</a><br>", []),
    ],
)
def test_a_line_that_ends_with_a_break_belongs_to_the_one_link_in_it(markup: str, said: list[str]) -> None:
    assert around(markup) == said
