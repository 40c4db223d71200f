"""What looks after the site: the figures are told, and it is noticed since when the store fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.day_figures import DayFigures
from app.services.site_watch import SiteWatch
from app.storage import SqliteStore
from tests.clock import Clock
from tests.redis_server import until


class FailingStore(SqliteStore):
    """A store that says of itself what it is told to."""

    said = ""

    tried = 0

    def trouble(self) -> str:
        self.tried += 1
        return self.said

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        return None if self.said else super().increment(key, amount, seconds)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FailingStore]:
    opened = FailingStore(tmp_path / "store.sqlite3", 1 << 24)
    yield opened
    opened.close()


def test_a_store_fails_since_it_was_first_seen_to_and_works_once_it_does(store: FailingStore) -> None:
    clock, totals = Clock(5000.0), {"well": 0}
    watch = SiteWatch(DayFigures(store, totals=lambda: dict(totals)), store, clock)
    assert watch.store_trouble() == ("", 0)
    store.said, totals["well"] = "the disk is full", 1
    watch.look()
    clock.now += 90
    assert watch.store_trouble() == ("the disk is full", 5000.0)
    store.said = ""
    watch.look()
    store.said = "it is gone"
    assert watch.store_trouble() == ("it is gone", 5090.0)


def test_a_store_that_works_is_not_tried_again_and_again(store: FailingStore) -> None:
    totals = {"well": 0}
    watch = SiteWatch(DayFigures(store, totals=lambda: dict(totals)), store)
    for _ in range(5):
        totals["well"] += 1
        watch.look()
    assert store.tried == 0


def test_figures_are_told_again_and_again_and_at_the_end(store: FailingStore) -> None:
    totals = {"well": 0}
    figures = DayFigures(store, totals=lambda: dict(totals))
    watch = SiteWatch(figures, store, every=0.01)
    watch.start()
    totals["well"] = 3
    assert until(lambda: DayFigures(store, totals=lambda: {"well": 0}).of_day().total("well") == 3)
    totals["well"] = 4
    watch.stop()
    assert DayFigures(store, totals=lambda: {"well": 0}).of_day().total("well") == 4
