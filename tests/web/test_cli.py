"""Front pages made before anybody asks, from the command line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from app.web.app_factory import create_app
from config import Settings
from tests.news.town import Paper, newspaper_of, sources_file, town


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found[:3]


@pytest.fixture
def newspaper(settings: Settings, papers: list[Paper], tmp_path: Path) -> Settings:
    return newspaper_of(papers, settings, tmp_path)


def warm(newspaper: Settings, *arguments: str) -> Result:
    return create_app(newspaper).test_cli_runner().invoke(args=["warm", *arguments])


def lines(done: Result) -> list[str]:
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_without_a_code_the_usual_edition_is_made_section_by_section(newspaper: Settings) -> None:
    found = lines(warm(newspaper))
    assert [line.split(":")[0] for line in found] == [
        f"in {section}"
        for section in (
            "top",
            "world",
            "nation",
            "business",
            "technology",
            "entertainment",
            "sports",
            "science",
            "health",
        )
    ]
    assert found[0] == "in top: 11 stories"


def test_every_edition_is_made_where_all_are_asked_for(
    newspaper: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    file = tmp_path / "two.toml"
    file.write_text(sources_file(papers) + f'[gb.feeds]\ntop = ["{papers[0].feed}"]\n')
    found = lines(warm(replace(newspaper, SOURCES_FILE=str(file)), "--all"))
    assert {line.split(" ")[0] for line in found} == {"gb", "in"}


def test_what_was_not_reached_is_named(newspaper: Settings, papers: list[Paper]) -> None:
    papers[1].fail("refused")
    assert lines(warm(newspaper, "in"))[0].endswith(", not reached: 127.0.0.3")


@pytest.mark.parametrize("code", ["xx", "IN", "gb"])
def test_an_edition_without_sources_is_a_mistake_that_is_named(newspaper: Settings, code: str) -> None:
    done = warm(newspaper, code)
    assert done.exit_code == 2
    assert f'there is no edition "{code}"' in done.output
