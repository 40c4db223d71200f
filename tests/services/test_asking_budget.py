"""How often somebody else's service is asked, by all who share the store."""

from pathlib import Path

import pytest

from app.errors import LimitReached, OriginFailed, OriginRefused, ReaderError
from app.fetch.client import Client
from app.services.asking_budget import FAILED_SECONDS, REFUSED_SECONDS, AskingBudget
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.storage import SqliteStore
from app.storage.cache import Cache
from app.text.humanize import DAY
from tests.admissions import ANYBODY
from tests.clock import Clock
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin, loopback_rules


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> SqliteStore:
    return SqliteStore(tmp_path / "budget.sqlite3", 10_000_000, clock=clock)


def test_each_is_asked_so_often_in_a_day(store: SqliteStore, clock: Clock) -> None:
    budgets = [AskingBudget(store, 2, clock=clock) for _ in range(2)]
    for budget in budgets:
        budget.spend("one")
    with pytest.raises(OriginRefused):
        budgets[0].spend("one")
    budgets[0].spend("other")
    clock.now += DAY
    budgets[0].spend("one")


@pytest.mark.parametrize(
    ("error", "seconds"), [(OriginRefused("no"), REFUSED_SECONDS), (OriginFailed("no"), FAILED_SECONDS)]
)
def test_who_fails_is_left_alone_for_a_while(
    store: SqliteStore, clock: Clock, error: ReaderError, seconds: float
) -> None:
    budget = AskingBudget(store, 9, clock=clock)
    budget.failed("one", error)
    clock.now += seconds - 1
    with pytest.raises(OriginRefused):
        budget.spend("one")
    clock.now += 2
    budget.spend("one")


def test_our_own_limits_are_no_failure_of_theirs(store: SqliteStore, clock: Clock) -> None:
    budget = AskingBudget(store, 9, clock=clock)
    budget.failed("one", LimitReached("enough"))
    budget.spend("one")


def test_what_is_kept_serves_while_it_is_fresh_and_where_no_question_is_left(
    store: SqliteStore, clock: Clock, origin: Origin
) -> None:
    budget = AskingBudget(store, 1, clock=clock)
    reader = ContentReader(Client(loopback_rules()), Cache(store, 10_000, clock), Lifetimes(10, DAY, 60, 60), clock)
    url = origin.serve("/story", modern_page(LIGHTHOUSE))
    assert budget.kept_instead(reader, url, "one") is None
    read = reader.read(url, ANYBODY)
    for age in (0, 5, 60):
        clock.now += age
        kept = budget.kept_instead(reader, url, "one")
        assert kept is not None
        assert kept.content == read.content
    with pytest.raises(OriginRefused, match="One of them is not asked at the moment"):
        budget.kept_instead(reader, f"{url}2", "one", "One of them")
    clock.now += DAY
    assert budget.kept_instead(reader, url, "one") is None
