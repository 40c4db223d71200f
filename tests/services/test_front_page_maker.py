"""Front pages out of many feeds: stories on one event stand together, what is missing is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models import Headline
from app.services.page_keeper import MadePage
from tests.news.aggregators.fakes import BingNews, bing_item
from tests.origin import Origin
from tests.services.newspaper import Newspaper

TOWER = "Lighthouse of Kettle Point moved inland on rails"


@pytest.fixture
def bing() -> Iterator[BingNews]:
    with BingNews() as server:
        yield server


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin, bing: BingNews) -> Iterator[Newspaper]:
    made = Newspaper(tmp_path, origin, bing.base)
    yield made
    made.close()


def groups(made: MadePage) -> list[set[str]]:
    return [{each.title for each in (story.lead, *story.others)} for story in made.page.stories]


def test_what_several_papers_have_is_one_story_and_the_rest_are_others(newspaper: Newspaper) -> None:
    newspaper.publish("top", "tide", [TOWER, "Goats rest in the marshes"])
    newspaper.publish("top", "post", [f"{TOWER}, witnesses say"])
    made = newspaper.maker.section(newspaper.sources, "top")
    assert {TOWER, f"{TOWER}, witnesses say"} in groups(made)
    assert {"Goats rest in the marshes"} in groups(made)
    assert (made.page.title, made.page.missing, made.is_early) == ("top", (), False)


def test_a_source_that_fails_is_named_and_the_others_stand_there(newspaper: Newspaper) -> None:
    newspaper.publish("top", "tide", [TOWER])
    newspaper.origin.serve("/tide/top", "gone", status=503)
    newspaper.publish("top", "post", [TOWER])
    made = newspaper.maker.section(newspaper.sources, "top")
    assert groups(made) == [{TOWER}]
    assert made.page.missing == ("127.0.0.1",)


def test_every_headline_of_a_page_is_in_the_language_of_its_edition(newspaper: Newspaper) -> None:
    newspaper.publish("top", "tide", [TOWER])
    (story,) = newspaper.maker.section(newspaper.sources, "top").page.stories
    assert story.lead.language == "en"


def test_a_search_joins_what_the_aggregators_have_with_our_own(newspaper: Newspaper, bing: BingNews) -> None:
    bing.publish(bing_item("Goats rest in the marshes", "Tide", "http://tide.example/goats"))
    own = Headline(TOWER, "http://post.example/1", "Post", "http://post.example/rss", 0)
    made = newspaper.maker.search(newspaper.sources, "point", [own])
    assert sorted(map(sorted, groups(made))) == [["Goats rest in the marshes"], [TOWER]]
    assert made.page.title == "point"


def test_who_else_has_an_event_are_those_whose_headlines_are_like_it(newspaper: Newspaper, bing: BingNews) -> None:
    asked = Headline(TOWER, "http://post.example/1", "Post", "http://post.example/rss", 0, 1.0)
    bing.publish(
        bing_item(f"{TOWER}: the story so far", "Tide", "http://tide.example/tower"),
        bing_item("Goats rest in the marshes", "Tide", "http://tide.example/goats"),
        bing_item(TOWER, "Post", "http://post.example/1"),
    )
    found = newspaper.maker.same_event(newspaper.sources, asked)
    assert [(each.title, each.url) for each in found] == [(f"{TOWER}: the story so far", "http://tide.example/tower")]
    assert found[0].published > 0
