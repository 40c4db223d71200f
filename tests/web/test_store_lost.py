"""A store that is lost while two workers serve: pages open, their links work in both, and it comes back by itself."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.serving import asked, quiet_site

# So often that both workers have surely been asked.
OFTEN = 8
ARTICLES = 8


@contextmanager
def site(folder: Path, disk: Path) -> Iterator[int]:
    with quiet_site(folder, STORE_URL=f"sqlite:///{disk}/store.sqlite3", TASK_PROCESSES="0") as port:
        yield port


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can have a disk of its own")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def got(port: int, path: str) -> tuple[str, str]:
    """Return the status and the text of a page."""
    status, _, body = asked(port, f"GET {path} HTTP/1.0\r\n\r\n")
    return status.split(" ")[1], body.decode("latin-1")


def read(port: int, url: str) -> str:
    status, page = got(port, f"/read?url={quote(url, safe='')}")
    assert status == "200"
    return page


def links(page: str) -> list[str]:
    """Return the links of a page to our own pages of other addresses."""
    return re.findall(r'href="(/a/[a-z2-7]+)"', page)


def list_of_articles(origin: Origin, name: str) -> str:
    """Serve a list of articles, and return its address."""
    for number in range(ARTICLES):
        origin.serve(f"/{name}/{number}", modern_page(LIGHTHOUSE))
    items = "".join(
        f"<item><title>Lighthouse {number}</title><link>{origin.url(f'/{name}/{number}')}</link></item>"
        for number in range(ARTICLES)
    )
    return origin.serve(f"/{name}", f"<rss><channel><title>All</title>{items}</channel></rss>", "application/rss+xml")


def opens_everywhere(port: int, page: str) -> None:
    found = list(dict.fromkeys(links(page)))
    assert len(found) >= ARTICLES
    assert [got(port, found[number % len(found)])[0] for number in range(2 * OFTEN)] == ["200"] * 2 * OFTEN


def until(holds: Callable[[], bool]) -> bool:
    """Return whether it holds within half a minute."""
    for _ in range(150):
        if holds():
            return True
        time.sleep(0.2)
    return False


def ready(port: int) -> bool:
    return got(port, "/readyz")[0] == "200"


def deleted(store: Path) -> None:
    for each in store.parent.glob("store.sqlite3*"):
        each.unlink()


def overwritten(store: Path) -> None:
    store.write_bytes(b"\xa5" * 100_000)


def replaced_by_a_letter(store: Path) -> None:
    deleted(store)
    store.write_text("Dear Ann, keep this.\n" * 500)


def folder_became_a_file(store: Path) -> None:
    store.parent.rename(store.parent.with_name("elsewhere"))
    store.parent.write_text("a file")


@pytest.mark.parametrize("harm", [deleted, overwritten, replaced_by_a_letter, folder_became_a_file])
def test_links_of_before_and_after_work_in_both_workers(
    tmp_path: Path, origin: Origin, harm: Callable[[Path], None]
) -> None:
    store = tmp_path / "disk" / "store.sqlite3"
    with site(tmp_path, store.parent) as port:
        assert ready(port)
        before = read(port, list_of_articles(origin, "before"))
        harm(store)
        opens_everywhere(port, before)
        opens_everywhere(port, read(port, list_of_articles(origin, "after")))
        status, said = got(port, "/readyz")
        assert (status, "The store cannot be written" in said) in (("200", False), ("503", True))
        assert str(tmp_path) not in said
        assert got(port, "/healthz") == ("200", "ok")


def fill(file: Path) -> None:
    """Write until the disk has no room left."""
    with suppress(OSError), file.open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass
    assert shutil.disk_usage(file.parent).free == 0


def test_a_full_disk_is_said_and_passes(tmp_path: Path, origin: Origin, small_disk: Path) -> None:
    with site(tmp_path, small_disk) as port:
        before = read(port, list_of_articles(origin, "before"))
        fill(small_disk / "filler")
        opens_everywhere(port, before)
        after = read(port, list_of_articles(origin, "after"))
        opens_everywhere(port, after)
        assert until(lambda: not ready(port))
        status, said = got(port, "/readyz")
        assert status == "503"
        assert "disk" in said
        assert got(port, "/healthz") == ("200", "ok")
        (small_disk / "filler").unlink()
        assert until(lambda: ready(port))
        opens_everywhere(port, after)


def test_a_worker_can_start_while_the_store_is_lost(tmp_path: Path, origin: Origin) -> None:
    store = tmp_path / "disk" / "store.sqlite3"
    with site(tmp_path, store.parent) as port:
        before = read(port, list_of_articles(origin, "before"))
        replaced_by_a_letter(store)
        for worker in workers_of(port):
            os.kill(worker, 9)
        assert until(lambda: bool(workers_of(port)) and answers(port))
        opens_everywhere(port, before)
        assert store.read_text().startswith("Dear Ann")


def answers(port: int) -> bool:
    try:
        return got(port, "/healthz")[0] == "200"
    except (OSError, IndexError):
        return False


def workers_of(port: int) -> list[int]:
    """Return the processes that gunicorn on this port has forked, in Linux' own words."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            with suppress(OSError):
                if f"PORT={port}\0".encode() in (each / "environ").read_bytes():
                    found.append(int(each.name))
    parents = {
        each: int((Path("/proc") / str(each) / "stat").read_text().rpartition(")")[2].split()[1]) for each in found
    }
    return [each for each, parent in parents.items() if parent in parents]
