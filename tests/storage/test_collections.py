"""Collections of readers, kept for all workers together."""

from pathlib import Path

from app.storage import SqliteStore
from app.storage.collections import Collection, collections
from app.storage.own_records import id_of

FOUND = Collection((('Łódź "lit"', "http://tide.example/?a=1"), ("Ships", "http://tide.example/2")))


def test_a_collection_is_there_for_every_worker_under_its_id(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.sqlite3", 10_000_000)
    secret = collections(store).make(FOUND)
    assert collections(store).get(id_of(secret)) == FOUND
    collections(store).change(secret, Collection())
    assert collections(store).read(id_of(secret)) == Collection()
    store.close()
