"""What readers put together, by the example of front pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.storage import SqliteStore
from app.storage.own_pages import OwnPage, own_pages
from app.storage.own_records import KEEP_SECONDS, NEW_SECONDS, id_of
from app.text.humanize import DAY
from tests.clock import Clock

PAGE = OwnPage("Łódź", (("Tide", "http://tide.example/?a=1"), ("India: WORLD", "in/world")), "newest", "pl")


@pytest.fixture
def clock() -> Clock:
    return Clock(1_700_000_000.0)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock)
    yield opened
    opened.close()


def test_a_page_is_there_for_every_worker_under_its_id(store: SqliteStore, clock: Clock) -> None:
    secret = own_pages(store, clock).make(PAGE)
    assert own_pages(store, clock).get(id_of(secret)) == PAGE


def test_an_id_does_not_tell_the_secret_nor_do_two_pages_share_one(store: SqliteStore, clock: Clock) -> None:
    pages = own_pages(store, clock)
    one, two = pages.make(PAGE), pages.make(PAGE)
    assert one != two
    assert id_of(one) not in one
    assert pages.get(one) is None


def test_a_change_stands_in_place_of_what_there_was(store: SqliteStore, clock: Clock) -> None:
    pages = own_pages(store, clock)
    secret = pages.make(PAGE)
    pages.change(secret, replace(PAGE, name="Other"))
    assert pages.get(id_of(secret)) == replace(PAGE, name="Other")


def test_a_page_that_nobody_reads_goes_after_a_week_and_one_that_is_read_lives_on(
    store: SqliteStore, clock: Clock
) -> None:
    pages = own_pages(store, clock)
    unread, read = (id_of(pages.make(PAGE)) for _ in range(2))
    clock.now += NEW_SECONDS - 1
    assert pages.read(read) == PAGE
    clock.now += 2
    assert pages.get(unread) is None
    clock.now += KEEP_SECONDS - 2 * DAY
    assert pages.read(read) == PAGE
    clock.now += KEEP_SECONDS - 2 * DAY
    assert pages.read(read) == PAGE


@pytest.mark.parametrize("wrong", ["", "x", "../../etc", "a" * 60, "aaaaaaaaaa"])
def test_under_any_other_id_there_is_nothing(store: SqliteStore, clock: Clock, wrong: str) -> None:
    assert own_pages(store, clock).get(wrong) is None
