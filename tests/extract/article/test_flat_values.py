"""A flat list of values that name each other by their places is unfolded; other lists stay as they are."""

import json

import pytest

from app.extract.article.flat_values import unfolded
from tests.extract.reading import extract_article

SENTENCE = "The lamp of the north pier burns again, and the keeper says that it was never meant to go out at all. "


@pytest.mark.parametrize(
    ("flat", "whole"),
    [
        ([{"a": 1}, {"b": 2}, "x"], {"a": {"b": "x"}}),
        ([{"a": 1, "b": 1}, [2, 2], 7], {"a": [7, 7], "b": [7, 7]}),
        ([["ShallowReactive", 1], {"a": 2}, ["Ref", 3], None], {"a": None}),
        ([{"day": 1, "no": -1, "set": 2}, ["Date", "2026-03-08"], ["Set", 3], "x"], {"day": "2026-03-08", "no": None, "set": ["x"]}),
        ([{"a": 1}, ["Odd", 2], "x"], {"a": None}),
        ([{"a": 1}, ["Ref", 1], "x"], {"a": None}),
        ([{"_1": 2}, "data", {"_3": 4, "_9": 4}, "title", "x"], {"data": {"title": "x", "_9": "x"}}),
    ],
)  # fmt: skip
def test_places_become_values(flat: list[object], whole: object) -> None:
    assert unfolded(flat) == whole


@pytest.mark.parametrize(
    "value",
    [
        [{"a": 1}],
        [{"a": 9}, "x", "y"],
        [{"a": True}, "x", "y"],
        [{}, 1, 2],
        [{"text": "a"}, {"text": "b"}, {"text": "c"}],
        [1, 2, 3],
        ["Ref", 1, 2],
        {"a": 1},
        "text",
        None,
    ],
)
def test_what_is_no_such_list_stays(value: object) -> None:
    assert unfolded(value) == value


def test_what_holds_itself_and_what_is_deep_ends() -> None:
    whole = unfolded([{"me": 0, "a": 1}, "x", "y"])
    assert isinstance(whole, dict)
    assert whole["me"] is whole
    deep = [{"a": 1}, *({"a": number} for number in range(2, 5_000)), "end"]
    assert isinstance(unfolded(deep), dict)


@pytest.mark.parametrize("first", [{"data": 1}, ["ShallowReactive", 1]])
def test_an_article_is_read_from_such_a_list_where_the_page_shows_none(first: object) -> None:
    start = [first, {"article": 2}] if isinstance(first, list) else [{"data": 1}, {"article": 2}]
    body = "".join(f"<p>Part {number}. {SENTENCE}</p>" for number in range(1, 6))
    data = json.dumps([*start, {"title": 3, "body": 4, "tags": 5}, "The lamp", body, [6], "Lamps"])
    page = (
        "<!DOCTYPE html><html><head><title>The lamp</title></head><body><div id=__nuxt></div>"
        f'<script type="application/json" id="__NUXT_DATA__">{data}</script></body></html>'
    )
    article = extract_article(page, "http://gazette.example/the-lamp")
    assert "Part 5." in str(article.blocks)
