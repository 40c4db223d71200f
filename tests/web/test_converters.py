"""What may stand in the variable parts of a path, and what may not."""

import pytest
from flask.testing import FlaskClient
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from app.images import FORMATS
from app.news.editions import EDITIONS
from app.news.sources import SECTIONS
from app.web.converters import CONVERTERS


def takes(name: str, text: str) -> bool:
    """Say whether a path may have `text` at the place of a converter."""
    rules = Map([Rule(f"/<{name}:part>", endpoint="here")], converters=CONVERTERS)
    try:
        return rules.bind("68k.test").match(f"/{text}") == ("here", {"part": text})
    except NotFound:
        return False


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (
            "edition",
            ["in", "IN", "ch-fr", *(edition.code for edition in EDITIONS)],
            ["i", "ind", "ch-", "ch-fra", "1n", "in-"],
        ),
        ("section", [section for section, _ in SECTIONS], ["TOP", "weather", "tops", ""]),
        (
            "short",
            ["abcdefgh", "a" * 52, "abcdef27"],
            ["abcdefg", "a" * 53, "ABCDEFGH", "abcdefg1", "abcdefg8", "abc.defg"],
        ),
        ("size", ["w80", "w1024", "160x120", "t2x3"], ["w9", "w10000", "160", "1600x120", "t2", "x3", "w80x2"]),
        ("suffix", [each.suffix for each in FORMATS], ["exe", "GIF", "gifx", ""]),
    ],
)
def test_a_part_of_a_path_is_what_it_should_be_and_nothing_else(name: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not takes(name, text)] == []
    assert [text for text in bad if takes(name, text)] == []


def test_the_table_is_sorted() -> None:
    assert list(CONVERTERS) == sorted(CONVERTERS)


@pytest.mark.parametrize(
    "path", ["/i/abcdefghij.exe", "/i/abcdefghij-w1.gif", "/a/ABCDEFGHIJ", "/a/abc", "/in/nonsense", "/india/"]
)
def test_what_no_address_of_ours_looks_like_is_not_there(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404
