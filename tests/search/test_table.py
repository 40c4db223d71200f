from dataclasses import replace

import pytest

from app.models import FetchedPage, Kind
from app.search.table import ENGINES, answers_of
from app.settings.kinds import ENGINE_NAMES
from app.settings.read import SettingsError
from config import Settings
from tests.engines import ROWS, wiby


def test_settings_know_the_names_of_the_engines() -> None:
    assert tuple(ENGINES) == ENGINE_NAMES == tuple(sorted(ENGINES))


def test_no_two_engines_share_a_bang() -> None:
    bangs = [bang for each in ENGINES.values() for bang in each.bangs]
    assert len(bangs) == len(set(bangs))


def test_the_bytes_of_an_answer_are_read_in_its_charset() -> None:
    page = FetchedPage("https://wiby.example/json/?q=a", "application/json", wiby(ROWS).encode(), Kind.TEXT)
    assert len(answers_of("wiby")(page.url, page).results) == len(ROWS)


@pytest.mark.parametrize(
    ("value", "works"),
    [
        (("wiby", "mojeek"), True),
        (("searxng=http://127.0.0.1:8888",), True),
        (("wikipedia=https://{language}.wiki.lan/x",), True),
        (("searxng",), False),
        (("brave",), False),
        (("google",), False),
        (("wiby=ftp://x",), False),
        (("wiby=",), True),
        (5, False),
    ],
)
def test_engines_are_checked_when_the_program_starts(value: object, works: bool) -> None:
    if works:
        assert value == replace(Settings(), SEARCH_ENGINES=value).SEARCH_ENGINES  # type: ignore[arg-type]
        return
    with pytest.raises(SettingsError, match="SEARCH_ENGINES"):
        replace(Settings(), SEARCH_ENGINES=value)  # type: ignore[arg-type]
