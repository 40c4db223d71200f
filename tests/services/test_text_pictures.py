"""A text is set once for a screen, and counted as a conversion."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import Overloaded
from app.images.text.setting import TextScreen
from app.isolation import TaskLimits, TaskPool
from app.services.text_pictures import TextPictures
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import AT_ONCE

URL, TEXT = "http://x.example/", ["შუქურა რელსებზე"]
SCREEN = TextScreen(320, 320, "georgian")


@pytest.fixture
def pictures(tmp_path: Path) -> Iterator[TextPictures]:
    store = SqliteStore(tmp_path / "store.sqlite3", 10_000_000)
    yield TextPictures(Cache(store, 10_000_000), TaskPool(0, TaskLimits(5, 400 << 20)))
    store.close()


def test_a_text_is_counted_once_for_each_screen_and_each_time_it_was_fetched(pictures: TextPictures) -> None:
    counted = []

    @contextmanager
    def turn() -> Iterator[Callable[[], None]]:
        yield lambda: counted.append(1)

    first = pictures.pages(URL, 1.0, TEXT, SCREEN, turn)
    assert pictures.pages(URL, 1.0, TEXT, SCREEN, turn) == first
    assert len(counted) == 1
    pictures.pages(URL, 2.0, TEXT, SCREEN, turn)
    pictures.pages(URL, 1.0, TEXT, TextScreen(150, 320, "georgian"), turn)
    assert len(counted) == 3


def test_who_has_no_turn_gets_what_is_kept_and_nothing_else(pictures: TextPictures) -> None:
    @contextmanager
    def no_turn() -> Iterator[Callable[[], None]]:
        raise Overloaded("Too many.", 5)
        yield lambda: None

    with pytest.raises(Overloaded):
        pictures.pages(URL, 1.0, TEXT, SCREEN, no_turn)
    made = pictures.pages(URL, 1.0, TEXT, SCREEN, AT_ONCE)
    assert pictures.pages(URL, 1.0, TEXT, SCREEN, no_turn) is made
