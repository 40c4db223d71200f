"""What a page tells Parse.ly in one object is what its single tags would say."""

import json

import pytest

from app.extract.metadata.parsely_page import tags_in
from tests.extract.metadata.pages import metadata


def test_each_key_stands_for_a_tag_and_each_author_has_one() -> None:
    said = {"title": "Tower moves", "authors": ["Ada Brightwater", "Jo Carr"], "pub_date": "2024-03-27T08:00:00Z"}
    assert list(tags_in(json.dumps(said))) == [
        ("parsely-author", "Ada Brightwater"),
        ("parsely-author", "Jo Carr"),
        ("parsely-pub-date", "2024-03-27T08:00:00Z"),
        ("parsely-title", "Tower moves"),
    ]


@pytest.mark.parametrize("content", ["", "{", "[1]", '"text"', '{"author": {"name": "Ada"}}', '{"authors": [7, null]}'])
def test_what_is_no_such_object_says_nothing(content: str) -> None:
    assert list(tags_in(content)) == []


def test_the_authors_and_the_day_of_a_page_may_be_told_so() -> None:
    said = json.dumps({"title": "Tower moves", "author": "Ada Brightwater", "pub_date": "2024-03-27T08:00:00Z"})
    found = metadata(f"<meta name='parsely-page' content='{said}'>")
    assert (found.title, found.byline, found.date) == ("Tower moves", "Ada Brightwater", "2024-03-27")
