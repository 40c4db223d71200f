"""The small pictures of today's file."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.fetch.client import Client
from app.isolation import TaskLimits, TaskPool
from app.models import Article, ArticleImage, Headline, Screen
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.digest_pictures import DigestPictures, SmallPicture
from app.services.digests import Digest
from app.services.gathering import Gathering, Progress
from app.services.image_service import ImageService
from app.storage import SqliteStore
from app.storage.cache import Cache
from app.storage.claims import Claims
from tests.images import drawing
from tests.origin import Origin, loopback_rules

SCREEN = Screen(160, 120, "GIF", "mono")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 10_000_000)
    yield opened
    opened.close()


def pictures_of(store: SqliteStore) -> DigestPictures:
    cache = Cache(store, 1_000_000)
    contents = ContentReader(Client(loopback_rules()), cache, Lifetimes(300, 86_400, 60, 3600))
    images = ImageService(contents, cache, store, TaskPool(0, TaskLimits(5, 1 << 30)), 25_000_000)
    return DigestPictures(images, Gathering(store, Claims(store), "today "), store)


def digest(*urls: str) -> Digest:
    stories: list[tuple[Headline, Article | None]] = []
    for place, url in enumerate(urls):
        images = (ArticleImage(url),) if url else ()
        article = Article(f"http://x.example/{place}", "A title", (), images)
        stories.append((Headline("A title", article.url, "Post", "", place), article))
    return Digest([*stories, (Headline("No text", "http://x.example/", "Post", "", 9), None)], 1_700_000_000.0)


def waited(pictures: DigestPictures, of: Digest, screen: Screen = SCREEN) -> dict[int, SmallPicture]:
    pause = threading.Event()
    for _ in range(500):
        found = pictures.of("in", of, screen)
        if not isinstance(found, Progress):
            return found
        pause.wait(0.02)
    raise AssertionError(found)


def test_the_first_picture_of_each_story_is_there_small_under_its_number(store: SqliteStore, origin: Origin) -> None:
    url = origin.serve("/tower.png", drawing(1300, 1000), "image/png")
    gone = origin.serve("/gone.png", "gone", status=404)
    of = digest("", url, gone)
    assert isinstance(pictures_of(store).of("in", of, SCREEN), Progress)
    found = waited(pictures_of(store), of)
    assert list(found) == [2]
    assert (found[2].width, found[2].height) <= (160, 120)
    assert found[2].body.startswith(b"GIF8")


def test_every_process_has_them_for_one_screen_without_asking_again(store: SqliteStore, origin: Origin) -> None:
    of = digest(origin.serve("/tower.png", drawing(1300, 1000), "image/png"))
    first = waited(pictures_of(store), of)
    assert pictures_of(store).of("in", of, SCREEN) == first
    assert origin.hits("/tower.png") == 1
    colour = waited(pictures_of(store), of, Screen(160, 120, "JPEG"))
    assert colour[1].body != first[1].body


def test_without_pictures_there_are_none(store: SqliteStore) -> None:
    assert waited(pictures_of(store), digest("")) == {}
