"""JSON Feed, whole and broken."""

import json
from dataclasses import replace

import pytest

from app.feeds.parse import parse
from app.fetch.response import LOST_END
from app.models import Enclosure, Entry
from tests.feeds.written import PAGE, at, listing, only, sentence_of


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])
def test_json_feed(version: str) -> None:
    items = [
        {
            "id": "1",
            "url": "/one",
            "title": "One &amp; only",
            "content_html": "<p>Text <b>here</b>.</p>",
            "date_published": "2026-10-01T23:30:00-05:00",
        },
        {"id": "https://example.org/two", "content_text": "Two is short."},
        {"id": "3", "external_url": "https://elsewhere.example/", "title": 3, "date_modified": "2026-09-30"},
        {"id": "4", "title": "nowhere"},
        "no item",
    ]
    feed = {"version": version, "title": "Paper", "home_page_url": "https://example.org/a/", "items": items}
    found = listing("\ufeff" + json.dumps(feed | {"description": "All of it"}))
    assert (found.title, found.summary) == ("Paper", "All of it")
    assert found.entries == (
        Entry("One & only", "https://example.org/one", "Text here.", "2026-10-02", at("2026-10-02T04:30Z")),
        Entry("Two is short.", "https://example.org/two", "Two is short.", ""),
        Entry("https://elsewhere.example/", "https://elsewhere.example/", "", "2026-09-30", at("2026-09-30T00:00Z")),
        Entry("nowhere", ""),
    )


@pytest.mark.parametrize(
    "text",
    ["{", '{"items": 3}', '{"title": "x"}', '{"items":' + "[" * 100_000, '{"items": [' + "9" * 9000 + "]}"],
)
def test_broken_json_is_refused_with_a_sentence(text: str) -> None:
    assert sentence_of(text) in ("This feed cannot be read.", "This feed holds no entries.")


def test_half_a_surrogate_pair_in_json_does_no_harm() -> None:
    found = only('{"items": [{"url": "/1", "title": "a\\ud800b", "summary": "<b>\\udc00c</b>"}]}')
    assert (found.title, found.summary) == ("ab", "c")


def test_a_json_feed_may_write_its_dates_in_any_way() -> None:
    item = {"url": "https://example.org/1", "title": "One", "date_published": "Thu, 26 Nov 2026 10:00:00 EST"}
    assert only(json.dumps({"items": [item]})).published == at("2026-11-26T15:00:00+00:00")


def test_a_json_feed_is_bounded() -> None:
    entries = listing(json.dumps({"items": [{"url": f"/{n}"} for n in range(5000)]})).entries
    assert len(entries) == 200


def test_files_of_a_json_feed() -> None:
    files = [
        {"url": "/e.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9000, "duration_in_seconds": 61.5},
        {"url": "/e.mp3", "mime_type": "audio/mpeg", "size_in_bytes": "many"},
        {"mime_type": "audio/mpeg"},
        "none",
    ]
    entry = only(json.dumps({"items": [{"title": "One", "url": "https://example.org/1", "attachments": files}]}))
    assert entry.enclosures == (Enclosure("https://example.org/e.mp3", "audio/mpeg", 9000, 61),)


ITEMS = '{"title": "Paper", "items": [{"url": "/1", "title": "One, ]"}, {"url": "/2", "title": "Two"}'


@pytest.mark.parametrize(
    "text",
    [
        ITEMS + ",]}",
        ITEMS.replace('"Two"', '"Two",\n') + ",\n ], }",
        ITEMS.replace('"Two"', '"Two", "summary": "Two\nlines\tof it"') + "]}",
        ITEMS,
        ITEMS + ", ",
        ITEMS + ', {"url": "/3", "title": "Thr',
        ITEMS + ', {"url": "/3", "tags": ["a", ',
        '{"author": {"name": "x",}, ' + ITEMS[1:] + "]",
    ],
)
def test_a_json_feed_with_a_comma_too_many_or_without_its_end_gives_what_came_whole(text: str) -> None:
    found = listing(text)
    assert found.title == "Paper"
    assert [(entry.title, entry.url) for entry in found.entries] == [
        ("One, ]", "https://example.org/1"),
        ("Two", "https://example.org/2"),
    ]


def test_a_json_feed_that_is_cut_gives_the_items_before_that() -> None:
    page = replace(PAGE, cut=LOST_END)
    assert [entry.title for entry in parse(page, ITEMS + ', {"url": "/3"').entries] == ["One, ]", "Two"]


@pytest.mark.parametrize(
    "text", ['{"items": [', '{"items": [{"url"', '{"items": [' + "{," * 90_000, '{"a": "' + "\\" * 90_001]
)
def test_of_a_json_feed_of_which_nothing_came_whole_there_is_nothing(text: str) -> None:
    assert sentence_of(text) in ("This feed cannot be read.", "This feed holds no entries.")
