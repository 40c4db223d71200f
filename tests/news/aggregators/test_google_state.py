"""What is remembered of how Google treats us, by all who share a store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.news.aggregators.google_state import POLICIES, GoogleRefused, GoogleState, Treatment
from app.storage import SqliteStore

NOW = 1_795_435_200.0


class Clock:
    now = NOW


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Callable[[float], GoogleState]]:
    """Yield what makes the state as another process has it at a time."""
    clock = Clock()
    store = SqliteStore(tmp_path / "store.sqlite3", 1 << 20, lambda: clock.now)

    def at(now: float) -> GoogleState:
        clock.now = now
        return GoogleState(store, lambda: now, 9)

    yield at
    store.close()


@pytest.mark.parametrize("kind", POLICIES)
def test_a_kind_that_comes_again_and_again_makes_longer_pauses(
    state: Callable[[float], GoogleState], kind: str
) -> None:
    now, pauses = NOW, []
    for number in range(9):
        state(now).failed(kind, f"story {number}")
        pauses.append(state(now).treatment().until - now)
        now += pauses[-1]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (POLICIES[kind].pauses[0], POLICIES[kind].pauses[-1])


def test_another_kind_begins_anew_and_an_answer_ends_all(state: Callable[[float], GoogleState]) -> None:
    state(NOW).failed("silent", "one")
    state(NOW + 60).failed("silent", "one")
    state(NOW + 700).failed("refused", "one")
    assert state(NOW + 700).treatment() == Treatment("refused", 1, NOW + 700, NOW + 700)
    state(NOW + 700).answered()
    assert state(NOW + 700).treatment() == Treatment()


def test_what_fails_at_the_same_time_counts_once(state: Callable[[float], GoogleState]) -> None:
    for story in ("one", "two", "three"):
        assert state(NOW).failed("limited", story) == POLICIES["limited"].pauses[0]
    assert state(NOW).treatment().row == 1


def test_a_refused_story_is_not_asked_for_and_another_is(state: Callable[[float], GoogleState]) -> None:
    state(NOW).failed("refused", "one")
    with pytest.raises(GoogleRefused, match="where this story stands"):
        state(NOW).spend("one")
    state(NOW).spend("two")
    state(NOW + 3600).spend("one")


@pytest.mark.parametrize(("kind", "row"), [("changed", 4), ("consent", 1), ("limited", 3), ("refused", 3)])
def test_links_are_given_up_after_so_many_failures(state: Callable[[float], GoogleState], kind: str, row: int) -> None:
    now, given_up = NOW, []
    for _ in range(row):
        given_up.append(state(now).is_hopeless())
        state(now).failed(kind, "one")
        now = state(now).treatment().until
    assert given_up == [False] * row
    assert state(now).is_hopeless()


def test_cookies_are_shared(state: Callable[[float], GoogleState]) -> None:
    assert state(NOW).cookies == ""
    state(NOW).cookies = "SOCS=CAESHA"
    assert state(NOW).cookies == "SOCS=CAESHA"
