"""Pages that were read lately are made anew before the next reader comes, and no others."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import page_refresher
from app.services.page_refresher import CLAIM, RECENT, SELDOM, PageRefresher
from app.storage.claims import Claims
from app.storage.readership import Readership
from app.text.humanize import DAY
from tests.admissions import ANYBODY
from tests.origin import Origin
from tests.services.newspaper import Newspaper

FRESH = 300


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin) -> Iterator[Newspaper]:
    found = Newspaper(tmp_path, origin)
    found.publish("top", "tide", ["One", "Two"])
    found.publish("world", "post", ["Three"])
    yield found
    found.close()


def refresher_of(newspaper: Newspaper, days: float = 2, every: float = 20) -> PageRefresher:
    readership = Readership(newspaper.store, days * DAY, newspaper.clock)
    return PageRefresher(newspaper.front_pages, readership, Claims(newspaper.store), FRESH, newspaper.clock, every)


def read(newspaper: Newspaper, refresher: PageRefresher, section: str = "top") -> None:
    newspaper.front_pages.front("in", section, ANYBODY)
    refresher.note("in", section)


def test_a_page_that_was_read_is_made_anew_when_it_is_no_longer_fresh(newspaper: Newspaper, origin: Origin) -> None:
    refresher = refresher_of(newspaper)
    read(newspaper, refresher)
    assert refresher.look() == 0
    newspaper.clock.now += FRESH
    assert refresher.look() == 1
    assert newspaper.front_pages.age("in", "top") == 0
    assert origin.hits("/tide/top") == 2
    assert origin.hits("/post/world") == 0


def test_one_that_nobody_has_read_for_a_while_is_made_anew_less_often(newspaper: Newspaper) -> None:
    refresher = refresher_of(newspaper)
    read(newspaper, refresher)
    newspaper.clock.now += RECENT
    assert refresher.look() == 1
    newspaper.clock.now += FRESH
    assert refresher.look() == 0
    newspaper.clock.now += FRESH * (SELDOM - 1)
    assert refresher.look() == 1


def test_after_some_days_without_a_reader_it_is_left_alone(newspaper: Newspaper) -> None:
    refresher = refresher_of(newspaper)
    read(newspaper, refresher)
    newspaper.clock.now += 2 * DAY + 1
    assert refresher.look() == 0


def test_where_the_setting_is_none_nothing_is_kept_fresh(newspaper: Newspaper) -> None:
    refresher = refresher_of(newspaper, days=0)
    read(newspaper, refresher)
    newspaper.clock.now += FRESH
    assert refresher.look() == 0


def test_while_another_process_is_at_it_nothing_is_done_twice(newspaper: Newspaper) -> None:
    refresher = refresher_of(newspaper)
    read(newspaper, refresher)
    newspaper.clock.now += FRESH
    others = Claims(newspaper.store)
    assert others.take_one([CLAIM]) == CLAIM
    assert refresher.look() == 0
    others.release(CLAIM)
    assert refresher.look() == 1


def test_a_page_that_cannot_be_made_does_not_hold_up_the_others(
    newspaper: Newspaper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    refresher = refresher_of(newspaper)
    read(newspaper, refresher, "world")
    newspaper.clock.now += 1
    read(newspaper, refresher)
    newspaper.clock.now += FRESH
    warm = newspaper.front_pages.warm

    def failing(edition: str, section: str) -> object:
        if section == "top":
            raise RuntimeError("no memory")
        return warm(edition, section)

    monkeypatch.setattr(newspaper.front_pages, "warm", failing)
    assert refresher.look() == 1
    assert "the page top of in could not be made" in caplog.text


def test_so_many_pages_are_kept_fresh_and_no_more(newspaper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_refresher, "MOST_PAGES", 1)
    refresher = refresher_of(newspaper)
    read(newspaper, refresher, "world")
    newspaper.clock.now += 1
    read(newspaper, refresher)
    newspaper.clock.now += FRESH
    assert refresher.look() == 1
    assert newspaper.front_pages.age("in", "top") == 0


def test_it_begins_by_itself_and_ends_when_it_is_told_to(newspaper: Newspaper) -> None:
    refresher = refresher_of(newspaper, every=0.02)
    read(newspaper, refresher)
    newspaper.clock.now += FRESH
    refresher.start()
    wait = threading.Event()
    while newspaper.front_pages.age("in", "top"):
        wait.wait(0.01)
    refresher.stop()
    assert "refresh" not in {thread.name for thread in threading.enumerate()}
