"""The papers of an edition, and the front page of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import LimitReached, UnknownPlace
from app.models import FrontPage
from app.services.papers import Papers, key_of
from tests.admissions import ANYBODY, NOBODY
from tests.origin import Origin
from tests.services.newspaper import Newspaper


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin) -> Iterator[Newspaper]:
    found = Newspaper(tmp_path, origin)
    found.publish("top", "tide", ["Bridge opens", "Ferry sinks"])
    found.publish("world", "tide", ["Bridge opens", "Ferry sinks", "Volcano smokes"])
    yield found
    found.close()


@pytest.fixture
def papers(newspaper: Newspaper) -> Papers:
    return Papers(newspaper.front_pages, newspaper.feed_urls, newspaper.maker, newspaper.keeper)


def titles(content: object) -> set[str]:
    assert isinstance(content, FrontPage)
    return {story.lead.title for story in content.stories}


def test_a_paper_has_all_its_feeds_and_they_are_sorted_by_name(papers: Papers, newspaper: Newspaper) -> None:
    newspaper.feeds["health"] = ("https://www.bbc.co.uk/health", "https://abc.example/rss")
    found = papers.of("in")
    assert list(found) == ["127.0.0.1", "abc.example", "BBC News"]
    assert found["127.0.0.1"] == (newspaper.feeds["top"][0], newspaper.feeds["world"][0])


def test_its_page_has_what_all_its_feeds_have(papers: Papers) -> None:
    found = papers.front("in", key_of("127.0.0.1"), ANYBODY).content
    assert titles(found) == {"Bridge opens", "Ferry sinks", "Volcano smokes"}
    assert isinstance(found, FrontPage)
    assert found.title == "127.0.0.1"


def test_a_paper_without_a_feed_has_what_stands_on_our_pages(papers: Papers, newspaper: Newspaper) -> None:
    newspaper.front_pages.warm("in", "top")
    assert titles(papers.front("in", key_of("127 tide"), ANYBODY).content) == {"Bridge opens", "Ferry sinks"}


def test_what_is_no_paper_of_the_edition_is_told(papers: Papers) -> None:
    with pytest.raises(UnknownPlace):
        papers.front("in", key_of("Nobody"), ANYBODY)
    with pytest.raises(UnknownPlace):
        papers.of("xx")


def test_a_page_that_is_not_there_counts_as_one_read(papers: Papers) -> None:
    with pytest.raises(LimitReached):
        papers.front("in", key_of("127.0.0.1"), NOBODY)


def test_a_name_in_any_script_has_a_key() -> None:
    assert len({key_of("Łódź"), key_of("Lodz"), key_of("朝日新聞")}) == 3
