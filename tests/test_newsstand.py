"""Front pages: what stands on one stays until there is something in its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.create import create_app
from config import Settings
from tests.news.aggregators import GoogleNews, google_item
from tests.news.town import front_page, titles


@pytest.fixture
def google() -> Iterator[GoogleNews]:
    with GoogleNews() as server:
        yield server


@pytest.fixture
def newspaper(settings: Settings, google: GoogleNews, tmp_path: Path) -> Settings:
    """Settings of a newspaper that has its stories from Google alone."""
    file = tmp_path / "sources.toml"
    file.write_text('[in]\nname = "India"\nlanguage = "en"\ngoogle = "IN:en"\n')
    return replace(settings, DEFAULT_EDITION="in", SOURCES_FILE=str(file), GOOGLE_NEWS_URL=google.base)


def publish(google: GoogleNews, title: str) -> None:
    google.publish("IN:en", google_item(title, "The Valley Post", google.add_story(title, "http://post.test/")))


def make(newspaper: Settings) -> None:
    """Make the front pages now, although there are some, and ask every feed."""
    done = create_app(replace(newspaper, NEWS_FRESH_SECONDS=0)).test_cli_runner().invoke(args=["warm", "in"])
    assert done.exit_code == 0, done.output


def test_a_page_that_comes_out_empty_does_not_replace_one_with_stories(newspaper: Settings, google: GoogleNews) -> None:
    publish(google, "Windmill turns again")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Windmill turns again"]
    google.withdraw("IN:en")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Windmill turns again"]


def test_the_stories_that_stayed_give_way_to_the_first_new_ones(newspaper: Settings, google: GoogleNews) -> None:
    publish(google, "Windmill turns again")
    make(newspaper)
    google.withdraw("IN:en")
    make(newspaper)
    publish(google, "Ferry runs aground")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Ferry runs aground"]
