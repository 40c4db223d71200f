"""Entries of a cache stand where lists refer to them, if they are paragraphs."""

import json

import pytest

from app.extract.article.cached_entries import put_entries_in_place
from tests.extract.reading import extract_article

SENTENCE = "The lamp of the north pier burns again, and the keeper says that it was never meant to go out at all. "


def cache(reference: str) -> dict[str, object]:
    entries = {f"Paragraph:{n}": {"name": f"n{n}", "type": "P", "text": f"{n}. {SENTENCE}"} for n in range(6)}
    lines = [{reference: name} if reference == "__ref" else {"type": "id", reference: name} for name in entries]
    post = {
        "title": "The lamp burns again",
        "content({})": {"bodyModel": {"paragraphs": lines}},
        "author": {reference: "User:1"},
    }
    return {
        "ROOT_QUERY": {},
        "Post:1": post,
        "User:1": {"name": "Ann Lowe", "posts": [{reference: "Post:1"}]},
        **entries,
    }


@pytest.mark.parametrize("reference", ["__ref", "id"])
def test_a_text_is_read_of_entries_that_its_paragraphs_refer_to(reference: str) -> None:
    state = f"<script>window.__APOLLO_STATE__ = {json.dumps(cache(reference))}</script>"
    page = f"<html><head><title>The lamp burns again</title></head><body><div id=root></div>{state}</body></html>"
    assert len(extract_article(page, "http://gazette.example/lamp").blocks) == 6


def test_references_to_other_things_stay() -> None:
    data = cache("__ref")
    put_entries_in_place({"props": {"apollo": data}})
    assert data["User:1"] == {"name": "Ann Lowe", "posts": [{"__ref": "Post:1"}]}
    assert data["Post:1"]["content({})"]["bodyModel"]["paragraphs"][0]["text"].startswith("0. ")  # type: ignore[index]


@pytest.mark.parametrize(
    "value", [None, "text", [1, 2], {"a": {"b": [{"__ref": "x"}]}}, {"ROOT_QUERY": {"a": [{}, 3]}}]
)
def test_what_is_no_cache_stays(value: object) -> None:
    before = json.dumps(value)
    put_entries_in_place(value)
    assert json.dumps(value) == before
