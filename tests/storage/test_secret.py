from collections.abc import Callable
from pathlib import Path

from app.storage import SqliteStore, Store
from app.storage.secret import SECRET_BYTES, secret_of
from tests.storage.counting import CountingStore

MIB = 1024 * 1024


def test_all_who_share_a_store_have_one_secret_in_common(opened: Callable[[], Store], tmp_path: Path) -> None:
    stores = [opened() for _ in range(3)]
    found = {secret_of(store, "") for store in stores}
    other = SqliteStore(tmp_path / "other.sqlite3", MIB)
    assert len(found) == 1
    assert len(next(iter(found))) == SECRET_BYTES
    assert secret_of(other, "") not in found
    for store in (*stores, other):
        store.close()
    assert {secret_of(opened(), "")} == found


def test_one_that_the_operator_chose_is_never_stored(tmp_path: Path) -> None:
    store = CountingStore(SqliteStore(tmp_path / "store.sqlite3", MIB))
    assert secret_of(store, "sixteen letters!") == b"sixteen letters!"
    assert store.calls == 0
    store.close()


def test_a_store_that_fails_gives_each_process_its_own(tmp_path: Path) -> None:
    store = CountingStore(SqliteStore(tmp_path / "store.sqlite3", MIB))
    store.fails = True
    assert secret_of(store, "") != secret_of(store, "")
    store.close()
