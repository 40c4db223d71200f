"""Each trial says what it found, and what to do where that is not well."""

import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.errors import TooComplicated
from app.fetch.resolver import SocketAddress
from app.isolation import Subject, TaskLimits, TaskPool
from app.news.sources import EditionSources
from app.services.self_check import (
    check_authorities,
    check_clock,
    check_disk,
    check_memory,
    check_names,
    check_sources,
    check_store,
    check_tasks,
)
from app.storage import ServerMemory, SqliteStore, open_store

DAY = 86400
FEEDS = {"top": ("https://a.example/rss", "https://b.example/rss"), "world": ("https://a.example/world",)}
EDITION = EditionSources("us", "United States", "en", "", FEEDS)


def test_a_clock_that_is_behind_the_certificates_is_wrong() -> None:
    assert check_clock(time.time()).mend == ""
    assert "NTP" in check_clock(0).mend
    assert check_clock(0).said == "1970-01-01 00:00 UTC"


def test_authorities_that_have_all_ended_are_wrong() -> None:
    assert check_authorities(time.time()).mend == ""
    later = check_authorities(time.time() + 60 * 365 * DAY)
    assert later.said.startswith("0 of ")
    assert later.mend


def test_a_store_that_keeps_what_is_written_is_well(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    store = open_store(url, 1 << 24)
    found = check_store(store, url)
    store.close()
    assert found.said.startswith(f"{url}: written and read in")
    assert not found.mend


class Forgetful(SqliteStore):
    """A store whose disk loses what is written."""

    def get(self, key: str) -> bytes | None:
        return None


def test_a_store_that_forgets_is_wrong(tmp_path: Path) -> None:
    store = Forgetful(tmp_path / "store.sqlite3", 1 << 24)
    assert "read back" in check_store(store, "sqlite:///x").mend
    store.close()


def test_a_disk_without_room_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_disk(tmp_path, 1 << 20).mend == ""
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=1 << 20))
    assert "room" in check_disk(tmp_path, 1 << 29).mend


def test_a_server_that_may_not_use_what_the_store_wants_is_wrong() -> None:
    assert check_memory(ServerMemory(1 << 20, 0, "noeviction"), 1 << 29).mend == ""
    assert check_memory(ServerMemory(1 << 20, 1 << 30, "noeviction"), 1 << 29).mend == ""
    assert "maxmemory" in check_memory(ServerMemory(1 << 20, 1 << 28, "noeviction"), 1 << 29).mend
    assert check_memory(None, 1 << 29).mend


def test_a_server_that_drives_out_what_was_not_read_lately_is_wrong() -> None:
    assert "noeviction" in check_memory(ServerMemory(1 << 20, 1 << 30, "allkeys-lru"), 1 << 29).mend
    assert check_memory(ServerMemory(1 << 20, 0, "allkeys-lru"), 1 << 29).mend == ""  # it never has to


def test_the_password_of_a_store_is_not_shown(tmp_path: Path) -> None:
    store = Forgetful(tmp_path / "store.sqlite3", 1 << 24)
    assert check_store(store, "redis://ada:s3cret@cache.lan:6379/0").said == "redis://cache.lan:6379/0"
    store.close()


def test_a_default_edition_that_has_no_sources_is_wrong() -> None:
    assert check_sources({"us": EDITION}, "us").said == "1 editions with 3 feeds"
    assert "There is no edition xx" in check_sources({"us": EDITION}, "xx").mend


def test_names_are_looked_up_and_none_at_all_is_wrong() -> None:
    def only_a(host: str, port: int) -> list[SocketAddress]:
        if host != "a.example":
            raise OSError("unknown")
        return [("192.0.2.1", port)]

    def nobody(host: str, port: int) -> list[SocketAddress]:
        raise OSError("no network")

    assert check_names(EDITION, only_a).said == "1 of 2 names of feeds are known"
    assert check_names(EDITION, only_a).mend == ""
    assert "resolv.conf" in check_names(EDITION, nobody).mend


class Overdue(TaskPool):
    """A pool on a machine that is too slow for any task."""

    def run(self, subject: Subject, function: object, *arguments: object) -> object:  # type: ignore[override]
        raise TooComplicated("This picture is too complicated to be read here.")


def test_a_task_that_goes_over_its_limits_is_wrong() -> None:
    limits = TaskLimits(5, 400 << 20)
    assert check_tasks(TaskPool(0, limits)).mend == ""
    assert "TASK_PROCESSES" in check_tasks(Overdue(0, limits)).mend
