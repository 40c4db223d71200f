"""What only one process at a time has; each `Claims` over a store is one more process."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage import SqliteStore, Store, open_store
from app.storage.claims import Claims
from tests.serving import ROOT
from tests.storage.places import Place

# Takes a claim in a process of its own, and dies with it.
MORTAL = """
import os, sys
from app.storage import open_store
from app.storage.claims import Claims

assert Claims(open_store(sys.argv[1], 1 << 24), float(sys.argv[2])).take_one(["page"])
os._exit(1)
"""


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = open_store(place.url, 1 << 24)
    yield opened
    opened.close()


def test_a_claim_has_one_holder_until_it_is_given_back(store: Store) -> None:
    one, other = Claims(store), Claims(store)
    assert one.take_one(["page"]) == "page"
    assert other.take_one(["page"]) is None
    assert one.take_one(["page"]) is None
    other.release("page")
    assert other.take_one(["page"]) is None
    one.release("page")
    assert other.take_one(["page"]) == "page"


def test_the_first_that_is_free_is_taken(store: Store) -> None:
    one, other = Claims(store), Claims(store)
    places = ["place 0", "place 1", "place 2"]
    assert [claims.take_one(places) for claims in (one, other, one, other)] == [*places, None]
    other.release("place 1")
    assert one.take_one(places) == "place 1"


def test_a_claim_that_is_not_renewed_ends_however_often_others_ask(place: Place) -> None:
    store, clock = place.open(1 << 24), place.clock
    dead, other = Claims(store, life=60), Claims(store, life=60)
    assert dead.take_one(["page"])
    for _ in range(6):
        clock.now += 9.9
        assert other.take_one(["page"]) is None
    clock.now += 1
    assert other.take_one(["page"]) == "page"
    # Whoever comes back to life takes nothing away.
    dead.release("page")
    assert dead.take_one(["page"]) is None
    store.close()


def test_a_holder_that_dies_is_outlived(place: Place, store: Store) -> None:
    life = 1.0
    subprocess.run([sys.executable, "-c", MORTAL, place.url, str(life)], cwd=ROOT, check=False, timeout=30)
    claims = Claims(store, life)
    with claims.held("page"):
        assert Claims(store).take_one(["page"]) is None


def test_a_claim_lives_as_long_as_its_holder_is_at_work(store: Store) -> None:
    life = 0.3
    one, other = Claims(store, life), Claims(store, life)
    with one.held("page"):
        for _ in range(12):
            time.sleep(life / 4)
            assert other.take_one(["page"]) is None
    assert other.take_one(["page"]) == "page"


def test_holders_come_one_after_the_other(store: Store) -> None:
    processes = [Claims(store) for _ in range(3)]
    at_work, most = [0], [0]

    def work(claims: Claims) -> None:
        for _ in range(3):
            with claims.held("page"):
                at_work[0] += 1
                most[0] = max(most[0], at_work[0])
                time.sleep(0.01)
                at_work[0] -= 1

    threads = [threading.Thread(target=work, args=(claims,)) for claims in processes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert most == [1]


def test_a_store_that_fails_keeps_nobody_waiting(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = SqliteStore(folder / "store.sqlite3", 1 << 24)
    store.close()
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.touch()
    with Claims(store).held("page"), Claims(store).held("page"):
        pass


def test_who_finds_that_somebody_else_has_his_claim_gives_it_up(store: Store) -> None:
    life = 0.3
    one, other = Claims(store, life), Claims(store, life)
    assert one.take_one(["page"])
    store.delete("c:page")  # as a store does that forgets
    assert other.take_one(["page"])
    time.sleep(2 * life)
    one.release("page")
    assert Claims(store).take_one(["page"]) is None
    other.release("page")
    assert one.take_one(["page"])
