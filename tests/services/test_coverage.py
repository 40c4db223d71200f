"""Who else has a story that does not open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import Overloaded
from app.services.coverage import Coverage
from app.storage.single_flight import InThread
from tests.admissions import ANYBODY
from tests.news.aggregators.fakes import BingNews, bing_item
from tests.origin import Origin
from tests.services.newspaper import Newspaper

TOWER = "Lighthouse of Kettle Point moved inland on rails"
TIDE, POST, ELSEWHERE = "http://tide.example/0", "http://post.example/0", "http://elsewhere.example/tower"


class Busy(InThread):
    """The admission of a client for whom there is no place."""

    def count(self) -> None:
        raise AssertionError("nothing is fetched")

    @contextmanager
    def slot(self) -> Iterator[None]:
        raise Overloaded("Please try again.")
        yield


@pytest.fixture
def bing() -> Iterator[BingNews]:
    with BingNews() as server:
        server.publish(bing_item(f"{TOWER}: the story so far", "Elsewhere", ELSEWHERE))
        yield server


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin, bing: BingNews) -> Iterator[Newspaper]:
    made = Newspaper(tmp_path, origin, bing.base)
    made.publish("top", "tide", [TOWER, "Goats rest in the marshes"])
    made.publish("top", "post", [f"{TOWER}, witnesses say"])
    made.front_pages.warm("in", "top")
    yield made
    made.close()


def coverage(newspaper: Newspaper, *indirect: str) -> Coverage:
    """Return what finds others, where these addresses are an aggregator's."""
    return Coverage(newspaper.front_pages, newspaper.maker, indirect.__contains__)


def test_the_others_on_the_page_have_the_story_and_nobody_is_asked(newspaper: Newspaper, bing: BingNews) -> None:
    found = coverage(newspaper).of("in", [TIDE], ANYBODY)
    assert found is not None
    assert (found.asked.title, [each.url for each in found.others]) == (TOWER, [POST])
    assert bing.requests == []


def test_where_the_page_knows_only_an_aggregator_others_are_looked_for_and_stand_first(newspaper: Newspaper) -> None:
    found = coverage(newspaper, POST).of("in", [TIDE], ANYBODY)
    assert found is not None
    assert [each.url for each in found.others] == [ELSEWHERE, POST]


def test_a_reader_who_may_not_wait_gets_what_the_page_knows(newspaper: Newspaper, bing: BingNews) -> None:
    found = coverage(newspaper, POST).of("in", [TIDE], Busy())
    assert found is not None
    assert [each.url for each in found.others] == [POST]
    assert bing.requests == []


def test_the_first_of_several_addresses_that_stands_on_a_page_counts(newspaper: Newspaper) -> None:
    found = coverage(newspaper).of("in", ["http://tide.example/none", POST, TIDE], ANYBODY)
    assert found is not None
    assert found.asked.url == POST


def test_what_stands_on_no_page_of_the_edition_is_no_story(newspaper: Newspaper) -> None:
    assert coverage(newspaper).of("in", ["http://tide.example/none"], ANYBODY) is None
    assert coverage(newspaper).of("us", [TIDE], ANYBODY) is None
