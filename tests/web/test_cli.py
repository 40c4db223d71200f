"""The commands of an operator: front pages made before anybody asks, and what needs a hand."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from app.web.app_factory import create_app
from config import Settings
from tests.news.town import Paper, newspaper_of, sources_file, town
from tests.redis_server import RedisServer


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


def test_check_says_what_it_tried_and_ends_non_zero_where_something_is_wrong(settings: Settings) -> None:
    done = create_app(settings).test_cli_runner().invoke(args=["check"])
    names = [line.split()[1] for line in done.output.splitlines() if not line.startswith("      ")]
    assert names == ["clock:", "tls:", "store:", "disk:", "sources:", "dns:", "typefaces:", "tasks:"]
    assert done.exit_code == (1 if "\nwrong" in f"\n{done.output}" else 0)


def test_check_tries_the_server_of_a_store_and_shows_no_password(settings: Settings, tmp_path: Path) -> None:
    with RedisServer(tmp_path, "--requirepass", "s3cret", "--maxmemory", "100mb") as server:
        url = f"redis://:s3cret@127.0.0.1:{server.port}/0"
        done = create_app(replace(settings, STORE_URL=url)).test_cli_runner().invoke(args=["check"])
    assert f"\nok    store: redis://127.0.0.1:{server.port}/0: written and read in" in done.output
    assert "\nwrong memory: the server uses" in done.output
    assert "raise the server's maxmemory" in done.output
    assert "s3cret" not in done.output


def test_check_tells_a_wrong_edition_and_how_to_mend_it(settings: Settings) -> None:
    done = create_app(replace(settings, DEFAULT_EDITION="xx")).test_cli_runner().invoke(args=["check"])
    assert "\nwrong sources: " in done.output
    assert "\n      There is no edition xx" in done.output
    assert done.exit_code == 1


def test_warm_ends_non_zero_where_nothing_came_for_an_edition(
    newspaper: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    file = tmp_path / "two.toml"
    file.write_text(sources_file(papers) + '[gb.feeds]\ntop = ["http://127.0.0.1:9/rss"]\n')
    done = warm(replace(newspaper, SOURCES_FILE=str(file)), "gb", "in")
    assert done.exit_code == 1
    assert "in top: 11 stories" in done.output
    assert "Nothing came for gb." in done.output


def checked_sources(newspaper: Settings, *arguments: str) -> Result:
    return create_app(newspaper).test_cli_runner().invoke(args=["sources", "check", *arguments])


def test_sources_that_are_well_are_not_printed(newspaper: Settings) -> None:
    done = checked_sources(newspaper, "in")
    assert (done.exit_code, done.output) == (0, "")


def test_sources_that_need_a_hand_are_lines_for_the_file_with_the_new_address_where_there_is_one(
    newspaper: Settings, papers: list[Paper]
) -> None:
    papers[1].fail("refused")
    papers[2].origin.redirect("/feed", papers[2].world, 301)
    done = checked_sources(newspaper)
    assert done.exit_code == 1
    assert tomllib.loads(f"top = [\n{done.output}]") == {"top": [papers[2].world]}
    dead = next(line for line in done.output.splitlines() if papers[1].feed in line)
    assert dead.startswith(f'# "{papers[1].feed}",  # in top: dead. ')


def test_sources_of_an_edition_that_there_is_not_are_not_checked(newspaper: Settings) -> None:
    assert checked_sources(newspaper, "xx").exit_code == 2
