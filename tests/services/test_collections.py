from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import BadAddress, UnknownPlace
from app.services.collections import LONGEST_ADDRESS, MOST_ARTICLES, ReaderCollections
from app.storage import SqliteStore
from app.storage.collections import collections
from app.storage.own_records import id_of, key_of

URL = "http://tide.example/1"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[ReaderCollections]:
    store = SqliteStore(tmp_path / "store.sqlite3", 10_000_000)
    yield ReaderCollections(collections(store))
    store.close()


def test_articles_stand_in_the_order_in_which_they_came_each_once(kept: ReaderCollections) -> None:
    secret = kept.begin()
    for title, url in (("One", URL), ("Two", f"{URL}2"), ("One again", URL)):
        kept.add(secret, title, url)
    assert kept.of_id(id_of(secret)).articles == (("One", URL), ("Two", f"{URL}2"))


def test_an_article_is_taken_out_by_its_key(kept: ReaderCollections) -> None:
    secret = kept.begin()
    kept.add(secret, "One", URL)
    assert kept.drop(secret, key_of("http://x.example/")).articles == (("One", URL),)
    assert kept.drop(secret, key_of(URL)).articles == ()


def test_a_page_without_a_title_is_called_by_its_address(kept: ReaderCollections) -> None:
    assert kept.add(kept.begin(), " ", URL).articles == ((URL, URL),)


def test_a_full_collection_and_an_endless_address_are_refused_and_lose_nothing(kept: ReaderCollections) -> None:
    secret = kept.begin()
    for number in range(MOST_ARTICLES):
        kept.add(secret, "Title", f"{URL}/{number}")
    with pytest.raises(BadAddress, match="at most"):
        kept.add(secret, "Title", URL)
    with pytest.raises(BadAddress, match="characters"):
        kept.add(secret, "Title", URL + "x" * LONGEST_ADDRESS)
    assert len(kept.of_secret(secret).articles) == MOST_ARTICLES


def test_the_id_changes_nothing_and_unknown_ones_are_said(kept: ReaderCollections) -> None:
    secret = kept.begin()
    for wrong in (id_of(secret), "aaaaaaaaaaaaaaaa"):
        with pytest.raises(UnknownPlace):
            kept.add(wrong, "Title", URL)
    with pytest.raises(UnknownPlace):
        kept.of_id("aaaaaaaaaa")
