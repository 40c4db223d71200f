"""Front pages of readers, kept for all workers together."""

from pathlib import Path

from app.storage import SqliteStore
from app.storage.own_pages import OwnPage, own_pages
from app.storage.own_records import id_of

PAGE = OwnPage("Łódź", (('Tide "&"', "http://tide.example/?a=1"), ("India: WORLD", "in/world")), "newest", "pl")


def test_a_page_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.sqlite3", 10_000_000)
    secret = own_pages(store).make(PAGE)
    assert own_pages(store).get(id_of(secret)) == PAGE
    store.close()
