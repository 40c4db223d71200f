"""How the prose of a page is shared out among its elements."""

import pytest

from app.extract.article.prose import Prose
from app.extract.parse import parse

LINE = "A line of prose that is long enough to count, " * 4


def test_shares_are_those_of_text_that_is_read_as_sentences() -> None:
    root = parse(
        f"<body><nav><a href=/>{LINE}</a>Home</nav><div><p>{LINE}<b>{LINE}</b>{LINE}</p></div><aside>{LINE}</aside>"
    )
    prose = Prose(root)
    shares = {tag: prose.share(root.find(f".//{tag}")) for tag in ("nav", "div", "p", "b", "aside")}
    assert shares == pytest.approx({"nav": 0, "div": 0.75, "p": 0.75, "b": 0.25, "aside": 0.25}, abs=0.01)
    assert [prose.is_large(root.find(f".//{tag}")) for tag in ("body", "div", "nav")] == [True, True, False]


def test_scripts_and_fields_hold_none() -> None:
    root = parse(f"<body><script>{LINE}</script><style>{LINE}</style><textarea>{LINE}</textarea><p>{LINE}</p>")
    assert Prose(root).share(root.find(".//p")) == 1


def test_on_a_page_of_short_lines_all_of_them_count() -> None:
    root = parse("<body><div>one<br>two</div><p>three</p>")
    assert Prose(root).share(root.find(".//div")) == pytest.approx(6 / 11)


def test_a_page_without_text_has_shares_too() -> None:
    root = parse("<body><div></div>")
    assert Prose(root).share(root.find(".//div")) == 0


def test_what_was_said_before_is_not_new() -> None:
    one, two, three = (f"{LINE}number {number}." for number in ("one", "two", "three"))
    root = parse(f"<body><p>{one}</p><div>{one}</div><div>{two}</div><div>{three}<i>{three}</i></div><div>{two}</div>")
    parts = root.findall(".//div")
    assert Prose(root).new_in(parts) == [parts[1], parts[2]]
