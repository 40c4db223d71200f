"""Data in the attributes of elements."""

import json
from html import escape

import pytest

from app.extract.article.data_attributes import data_in_attributes
from app.extract.article.page_state import SHORTEST
from app.extract.parse import parse
from tests.extract.article.test_hidden_text import LINES, TALE, read, told


def box(name: str, value: object) -> str:
    return f'<div id="app" {name}="{escape(json.dumps(value))}"></div>'


POST = {"title": "The lamp of the bay", "body": TALE}


@pytest.mark.parametrize(
    "markup",
    [
        box("data-page", {"component": "Post", "props": {"post": POST}, "url": "/a"}),
        box("wire:snapshot", {"data": {"article": [POST, {"s": "arr"}]}, "memo": {"id": "x"}}),
        box("data-react-props", {"story": {"headline": "The lamp of the bay", "content": TALE}}),
        box("props", {"post": [0, {"title": [0, "The lamp of the bay"], "body": [0, TALE]}]}),
        box(":article", [{"title": "The lamp of the bay", "text": TALE}]),
    ],
)
def test_the_text_in_an_attribute_is_read(markup: str) -> None:
    assert told(read(markup)) == LINES


def test_what_is_short_or_no_data_is_none() -> None:
    words = "the lamp, which the keeper had to himself, " * 20
    markup = f"<div title='{words}' data-a='{{}}' style='a{{{words}}}'></div>" + box("data-b", {"a": 1})
    assert data_in_attributes(parse(f"<body>{markup}")) == []


def test_data_counts_from_a_length_on() -> None:
    value = json.dumps({"a": "x" * SHORTEST})
    assert data_in_attributes(parse(f"<body><p data-a='{value}'>text</p>")) == [value]
