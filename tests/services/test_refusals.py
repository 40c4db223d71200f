"""Answers with a status of failure, over the wire: what they say is named, how long to wait is kept."""

from pathlib import Path

import pytest

from app.errors import OriginBusy, OriginError, OriginMissing, OriginRefused, ReaderError, Walled
from app.fetch.client import Client
from app.isolation import TaskLimits, TaskPool
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.refusals import explained_in
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY
from tests.extract.walls.pages import CLOUDFLARE, SIGN_IN
from tests.origin import Origin, loopback_rules


@pytest.fixture
def reader(tmp_path: Path) -> ContentReader:
    cache = Cache(SqliteStore(tmp_path / "store.sqlite3", 10_000_000), 1_000_000)
    explain = explained_in(TaskPool(0, TaskLimits(5, 400 << 20)))
    return ContentReader(Client(loopback_rules()), cache, Lifetimes(900, 900, 60, 60), explain=explain)


def failure(reader: ContentReader, url: str) -> ReaderError:
    with pytest.raises(ReaderError) as raised:
        reader.read(url, ANYBODY)
    return raised.value


@pytest.mark.parametrize("status", [401, 403, 429, 503])
def test_a_check_is_named_whatever_its_status(reader: ContentReader, status: int) -> None:
    with Origin() as origin:
        url = origin.serve("/story", CLOUDFLARE, status=status, content_type="text/html; charset=UTF-8")
        error = failure(reader, url)
    assert isinstance(error, Walled)
    assert "(Cloudflare)" in error.sentence


def test_a_page_for_signing_in_is_named(reader: ContentReader) -> None:
    with Origin() as origin:
        assert "people who sign in" in failure(reader, origin.serve("/story", SIGN_IN, status=403)).sentence


def test_a_header_of_the_maker_is_enough(reader: ContentReader) -> None:
    with Origin() as origin:
        url = origin.serve("/story", "", status=403, headers={"CF-Mitigated": "challenge"})
        assert "(Cloudflare)" in failure(reader, url).sentence


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [(403, OriginRefused, "(403)"), (429, OriginBusy, "(429)"), (404, OriginMissing, "(404)")],
)
def test_what_is_no_wall_stays_what_it_was(
    reader: ContentReader, status: int, kind: type[OriginError], said: str
) -> None:
    with Origin() as origin:
        error = failure(reader, origin.serve("/story", "<h1>No</h1><p>Not here.</p>", status=status))
    assert type(error) is kind
    assert said in error.sentence


def test_a_page_that_is_missing_is_no_wall_whatever_it_shows(reader: ContentReader) -> None:
    with Origin() as origin:
        assert isinstance(failure(reader, origin.serve("/story", CLOUDFLARE, status=404)), OriginMissing)


def test_how_long_to_wait_is_obeyed_at_a_wall_too() -> None:
    explain = explained_in(TaskPool(0, TaskLimits(5, 400 << 20)))
    with Origin() as origin:
        url = origin.serve("/story", CLOUDFLARE, status=429, headers={"Retry-After": "120"})
        with pytest.raises(OriginError) as raised:
            Client(loopback_rules()).fetch(url)
    walled = explain(url, raised.value)
    assert isinstance(walled, Walled)
    assert walled.retry_after == 120


def test_an_answer_that_breaks_off_still_refuses(reader: ContentReader) -> None:
    with Origin() as origin:
        url = origin.serve("/story", "<p>half", status=403, headers={"Content-Length": "5000"})
        assert type(failure(reader, url)) is OriginRefused
