from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import OriginFailed, OriginMissing, ReaderError
from app.fetch.client import Client
from app.models import Article, Download
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.wayback import Wayback
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY
from tests.archive import Archive
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import loopback_rules
from tests.services.ladder import Ladder

URL = "https://harbour.example/story?id=1"


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive() as server:
        yield server


@pytest.fixture
def wayback(tmp_path: Path, archive: Archive) -> Wayback:
    cache = Cache(SqliteStore(tmp_path / "store.sqlite3", 10_000_000), 1_000_000)
    client = Client(loopback_rules())
    contents = ContentReader(client, cache, Lifetimes(900, 900, 60, 60))
    return Ladder(contents, client, cache, archive.base).wayback


def test_the_newest_copy_is_found_and_read_as_the_page_that_it_is_of(wayback: Wayback, archive: Archive) -> None:
    archive.add(URL, modern_page(LIGHTHOUSE).replace("</body>", '<p><a href="/next">More of it</a></p></body>'))
    copy = wayback.newest(URL, ANYBODY)
    assert (copy.day, copy.original) == ("2024-03-27", URL)
    found = wayback.read(copy, ANYBODY).content
    assert isinstance(found, Article)
    assert (found.title, found.url) == (LIGHTHOUSE.title, URL)
    assert all(archive.base not in image.url for image in found.images)


def test_what_is_asked_twice_is_fetched_once(wayback: Wayback, archive: Archive) -> None:
    archive.add(URL, modern_page(LIGHTHOUSE))
    for _ in range(2):
        wayback.read(wayback.newest(URL, ANYBODY), ANYBODY)
    assert archive.hits("/wayback/available") == 1


@pytest.mark.parametrize("snapshots", [{}, {"closest": {"available": False, "url": "http://x/web/2020/http://y/"}}])
def test_a_page_that_is_not_there_is_said_to_be_missing(wayback: Wayback, archive: Archive, snapshots: object) -> None:
    archive.say(URL, snapshots)
    with pytest.raises(OriginMissing):
        wayback.newest(URL, ANYBODY)


@pytest.mark.parametrize("snapshots", [[], None, {"closest": 5}, {"closest": {"available": True}}, "x"])
def test_an_answer_without_sense_is_a_failure(wayback: Wayback, archive: Archive, snapshots: object) -> None:
    archive.say(URL, snapshots)
    with pytest.raises(OriginFailed):
        wayback.newest(URL, ANYBODY)


@pytest.mark.parametrize("url", [17, "http://evil.example/web/20240327101500/https://harbour.example/", "x", ""])
def test_only_a_copy_of_the_archive_itself_is_believed(wayback: Wayback, archive: Archive, url: object) -> None:
    archive.say(URL, {"closest": {"available": True, "url": url}})
    with pytest.raises(OriginMissing):
        wayback.newest(URL, ANYBODY)


def test_an_archive_that_does_not_answer_is_a_failure_of_its_own(wayback: Wayback, archive: Archive) -> None:
    archive.serve("/wayback/available", "down", status=503)
    with pytest.raises(ReaderError, match=r"cannot answer"):
        wayback.newest(URL, ANYBODY)


EARLY = "<title>Harbour</title><body bgcolor=white><p><a href=/next>Next</a>"


@pytest.mark.parametrize("is_named", [True, False])
def test_the_copy_nearest_to_a_moment_is_found_by_name_and_where_the_archive_leads(
    wayback: Wayback, archive: Archive, is_named: bool
) -> None:
    (archive.near if is_named else archive.lead)(URL, "19990701120000", EARLY, "19990125085033")
    copy, cached = wayback.nearest(URL, "1999", ANYBODY)
    assert (copy.stamp, copy.original) == ("19990125085033", URL)
    found = cached.content
    assert isinstance(found, Download)
    assert (found.url, found.content_type) == (copy.url, "text/html")
    assert b'<a href="https://harbour.example/next">' in found.body


def test_a_later_page_is_an_article_with_the_pictures_of_its_time(wayback: Wayback, archive: Archive) -> None:
    archive.lead(URL, "20090701120000", modern_page(LIGHTHOUSE), "20090801000000")
    copy, cached = wayback.nearest(URL, "2009", ANYBODY)
    found = cached.content
    assert isinstance(found, Article)
    assert found.url == copy.url
    assert found.images
    assert all(image.url.startswith(f"{archive.base}/web/20090801000000id_/") for image in found.images)


def test_an_exact_copy_is_read_as_it_is(wayback: Wayback, archive: Archive) -> None:
    archive.add(URL, EARLY, "19980203000000")
    copy = wayback.copy_at(f"{archive.base}/web/19980203000000/{URL}")
    assert copy is not None
    assert wayback.exact(copy, ANYBODY)[0] == copy


def test_what_is_led_to_and_is_no_copy_is_a_failure(wayback: Wayback, archive: Archive) -> None:
    archive.serve("/about", "<p>About this archive")
    archive.redirect(f"/web/19990701120000id_/{URL}", f"{archive.base}/about")
    found = wayback.nearest(URL, "1999", ANYBODY)[0]
    assert found.original == URL
