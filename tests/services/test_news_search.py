"""Search for news: in the aggregators, and on the front pages that there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import LimitReached, UnknownPlace
from app.models import FrontPage
from app.services.news_search import NewsSearch
from tests.admissions import ANYBODY, NOBODY
from tests.news.aggregators.fakes import BingNews, bing_item
from tests.origin import Origin
from tests.services.newspaper import Newspaper


@pytest.fixture
def bing() -> Iterator[BingNews]:
    with BingNews() as server:
        yield server


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin, bing: BingNews) -> Iterator[Newspaper]:
    made = Newspaper(tmp_path, origin, bing.base)
    made.publish("top", "tide", ["Tower moves inland", "Goats rest in the marshes"], "In short: by the SEA.")
    made.publish("nation", "post", ["Sea serpent measured"])
    for section in ("top", "nation"):
        made.front_pages.warm("in", section)
    yield made
    made.close()


def titles(newspaper: Newspaper, query: str) -> list[str]:
    searching = NewsSearch(newspaper.front_pages, newspaper.maker, newspaper.keeper)
    page = searching.search("in", query, ANYBODY).content
    assert isinstance(page, FrontPage)
    return sorted(story.lead.title for story in page.stories)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tower", ["Tower moves inland"]),
        ("TOWER moves", ["Tower moves inland"]),
        ("sea", ["Goats rest in the marshes", "Sea serpent measured", "Tower moves inland"]),
        ("sea serpent", ["Sea serpent measured"]),
        ("tower serpent", []),
    ],
)
def test_own_headlines_are_found_that_hold_every_word_of_the_query(
    newspaper: Newspaper, query: str, found: list[str]
) -> None:
    assert titles(newspaper, query) == found


def test_what_the_aggregators_have_is_there_too(newspaper: Newspaper, bing: BingNews) -> None:
    bing.publish(bing_item("Lamp lit again", "Elsewhere", "http://elsewhere.example/1"))
    assert titles(newspaper, "tower") == ["Lamp lit again", "Tower moves inland"]


def test_what_was_found_is_kept_and_not_searched_for_again(newspaper: Newspaper, bing: BingNews) -> None:
    assert titles(newspaper, "tower") == titles(newspaper, "tower")
    assert len(bing.requests) == 1


def test_a_search_counts_as_a_read_and_needs_an_edition(newspaper: Newspaper) -> None:
    searching = NewsSearch(newspaper.front_pages, newspaper.maker, newspaper.keeper)
    with pytest.raises(LimitReached):
        searching.search("in", "tower", NOBODY)
    with pytest.raises(UnknownPlace):
        searching.search("xx", "tower", ANYBODY)


def test_what_is_found_names_where_it_came_from_by_leave_of_the_operator(newspaper: Newspaper) -> None:
    titles(newspaper, "tower")
    assert newspaper.keeper.granted("front in top") == ("127.0.0.1",)
    assert newspaper.keeper.granted("search in tower") == ("127.0.0.1",)


def test_known_headlines_are_those_of_kept_pages_and_nobody_is_asked(newspaper: Newspaper, bing: BingNews) -> None:
    searching = NewsSearch(newspaper.front_pages, newspaper.maker, newspaper.keeper)
    assert [each.title for each in searching.known("in", "sea serpent")] == ["Sea serpent measured"]
    assert searching.known("in", "dragon") == []
    assert bing.requests == []
