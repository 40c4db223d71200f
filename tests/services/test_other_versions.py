"""The ladder, rung by rung, over the wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import OriginMissing, OriginRefused, OriginTimeout, OriginUnreachable, ReaderError, Walled
from app.fetch.client import Client
from app.models import Article, Paragraph, Run
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.interpretation import interpret
from app.services.other_versions import Missed, OtherVersions, Version, is_doubtful, neighbour_of
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY, NOBODY
from tests.archive import Archive
from tests.extract.walls.pages import CLOUDFLARE
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin, loopback_rules
from tests.services.ladder import Ladder
from tests.services.test_feed_texts import RSS, URL

BEGINNING = Article("http://a.example/", "Tower", (Paragraph((Run("The tower"),)),), words=20, cut="For subscribers.")


class Rig:
    """A ladder with a site and an archive of its own; what the client fetches goes to the loopback."""

    def __init__(self, folder: Path, origin: Origin, archive: Archive) -> None:
        self.origin, self.archive = origin, archive
        self.cache = Cache(SqliteStore(folder / "store.sqlite3", 10_000_000), 1_000_000)
        self.client = Client(loopback_rules())
        self.contents = ContentReader(self.client, self.cache, Lifetimes(900, 900, 60, 60))

    def versions(self, at_once: bool = False) -> OtherVersions:
        return Ladder(self.contents, self.client, self.cache, self.archive.base, at_once).versions


@pytest.fixture
def rig(tmp_path: Path, origin: Origin) -> Iterator[Rig]:
    with Archive() as archive:
        yield Rig(tmp_path, origin, archive)


def title(version: Version | None) -> str:
    assert version is not None
    assert isinstance(version.cached.content, Article)
    return version.cached.content.title


def test_a_version_that_the_page_names_is_read(rig: Rig) -> None:
    amp = rig.origin.serve("/amp", modern_page(LIGHTHOUSE))
    for missed in (
        Missed(URL, error=Walled("No."), versions=(amp,)),
        Missed(URL, article=BEGINNING, versions=(amp,)),
    ):
        version = rig.versions().of(missed, ANYBODY)
        assert title(version) == LIGHTHOUSE.title
        assert version is not None
        assert "another version" in version.note
        assert isinstance(version.cached.content, Article)
        assert version.cached.content.url == URL


def test_versions_that_do_not_open_or_are_walls_are_passed_over(rig: Rig) -> None:
    names = (
        rig.origin.serve("/gone", "", status=404),
        rig.origin.serve("/wall", CLOUDFLARE),
        rig.origin.serve("/file", b"PK\x03\x04", "application/zip"),
        rig.origin.serve("/amp", modern_page(LIGHTHOUSE)),
    )
    assert title(rig.versions().of(Missed(URL, error=Walled("No."), versions=names), ANYBODY)) == LIGHTHOUSE.title


def test_a_version_that_is_hardly_more_is_none(rig: Rig) -> None:
    same = rig.origin.serve("/amp", f"<h1>Tower</h1><p>{'The tower stands. ' * 10}</p>")
    assert rig.versions().of(Missed(URL, article=BEGINNING, versions=(same,)), ANYBODY) is not None
    longer = Article("http://a.example/", "Tower", (), words=25, cut="For subscribers.")
    assert rig.versions().of(Missed(URL, article=longer, versions=(same,)), ANYBODY) is None


def test_the_text_of_a_feed_stands_in(rig: Rig) -> None:
    ladder = Ladder(rig.contents, rig.client, rig.cache)
    url = rig.origin.serve("/feed", RSS, "application/xml")
    feed = ladder.texts.kept(lambda url, page: interpret(page), {url})
    ContentReader(rig.client, rig.cache, Lifetimes(900, 900, 60, 60), interpret=feed).read(url, ANYBODY)
    version = ladder.versions.of(Missed(URL, error=OriginTimeout("Slow.")), NOBODY)
    assert title(version) == "The ferry sails"
    assert version is not None
    assert "text of its feed" in version.note


def test_the_archive_is_asked_at_once_only_where_that_is_wanted(rig: Rig) -> None:
    rig.archive.add(URL, modern_page(LIGHTHOUSE))
    missed = Missed(URL, error=OriginMissing("Gone."))
    assert rig.versions().of(missed, ANYBODY) is None
    assert rig.archive.requests == []
    version = rig.versions(at_once=True).of(missed, ANYBODY)
    assert title(version) == LIGHTHOUSE.title
    assert version is not None
    assert version.note.endswith("copy of 27 March 2024.")


def test_who_may_cause_no_fetch_causes_none(rig: Rig) -> None:
    amp = rig.origin.serve("/amp", modern_page(LIGHTHOUSE))
    rig.archive.add(URL, modern_page(LIGHTHOUSE))
    assert rig.versions(at_once=True).of(Missed(URL, error=Walled("No."), versions=(amp,)), NOBODY) is None
    assert rig.origin.requests == rig.archive.requests == []


def test_an_address_that_is_not_read_is_none_either(rig: Rig) -> None:
    private = ("http://10.0.0.1/amp", "http://[::1]/amp")
    assert rig.versions().of(Missed(URL, error=Walled("No."), versions=private), ANYBODY) is None


def test_no_rung_is_begun_when_the_time_is_over(rig: Rig) -> None:
    names = tuple(rig.origin.serve(f"/{n}", "<p>Short.</p>") for n in range(3))
    clock = iter([0.0, 3.0, 6.0, 9.0])
    ladder = Ladder(rig.contents, rig.client, rig.cache)
    versions = OtherVersions(rig.contents, ladder.texts, ladder.wayback, False, 5, lambda: next(clock))
    assert versions.of(Missed(URL, error=Walled("No."), versions=names), ANYBODY) is None
    assert len(rig.origin.requests) == 2


@pytest.mark.parametrize(
    ("url", "error", "neighbour"),
    [
        ("https://m.harbour.example/a?b", OriginRefused("No."), "https://www.harbour.example/a?b"),
        ("https://mobile.harbour.example/a", OriginMissing("No."), "https://www.harbour.example/a"),
        ("https://harbour.example/a", OriginUnreachable("No."), "https://www.harbour.example/a"),
        ("https://www.harbour.example/a", OriginUnreachable("No."), "https://harbour.example/a"),
        ("https://www.harbour.example/a", OriginRefused("No."), ""),
        ("https://harbour.example/a", OriginMissing("No."), ""),
        ("https://harbour.example:8443/a", OriginUnreachable("No."), ""),
        ("http://192.0.2.1/a", OriginUnreachable("No."), ""),
        ("http://[2001:db8::1]/a", OriginUnreachable("No."), ""),
        ("http://localhost/a", OriginUnreachable("No."), ""),
        ("https://m.harbour.example/a", None, ""),
    ],
)
def test_the_other_name_of_a_host(url: str, error: ReaderError | None, neighbour: str) -> None:
    assert neighbour_of(Missed(url, error=error)) == neighbour


def test_an_article_is_doubtful_where_it_is_cut_or_not_sure() -> None:
    assert is_doubtful(BEGINNING)
    assert is_doubtful(Article("http://a.example/", "Tower", (), confidence=0.2))
    assert not is_doubtful(Article("http://a.example/", "Tower", ()))
