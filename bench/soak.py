"""Does the site stay well? `python -m bench.soak --store redis --minutes 30`.

Fifty honest readers, a few of each profile, read 2,000 articles of a stand-in web, of whose sites one in five is
faulty in one of forty ways, through gunicorn with two workers and its usual settings. On the way the store hangs and
goes away, and a worker is killed, and the process that forks task processes. Every answer is held against what it
should be. It ends by itself, and nothing leaves the loopback. The tables are for docs/operations.md; the status is 1
where anything was wrong.
"""

import argparse
import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from statistics import median
from typing import IO

from bench.server import family_memory, gunicorn
from bench.standin.readers import Reader, Tally
from bench.standin.web import StandIn
from tests.redis_server import RedisServer

MIB = 1024 * 1024
READERS, WORKERS = 50, 2
# When what happens, in parts of the whole; and for how many seconds a part is away.
HANGS_AT, AWAY_AT, KILLED_AT, ORPHANED_AT, AWAY = 0.35, 0.5, 0.6, 0.85, 5.0
# Children of the server by their age: the oldest forks the processes for tasks, the newest are workers.
OLDEST, NEWEST = 0, -1
# Memory is compared between two spans of the whole, and may have grown by so much. In a third one each worker has a
# process for forking task processes of its own, which shares nothing with the others.
FIRST, LAST, GROWTH = (0.2, 0.35), (0.7, 0.85), 1.1
ORPHANED = (0.9, 1.0)
MEMORY_EVERY = 5.0
# Seconds after a part was taken away in which a reader may notice.
EXCUSED = 15.0
SHOWN = 20


class SqliteFile:
    """The store as a file: it hangs while another process writes, and goes away when somebody moves it."""

    def __init__(self, folder: Path) -> None:
        """Take a folder of its own."""
        self._path = folder / "soak.sqlite3"
        self.url = f"sqlite:///{self._path}"

    def hang(self, is_hanging: bool) -> None:
        """Let nobody else write, or everybody again."""
        if is_hanging:
            # Let go of by any thread, after it was taken by another.
            self._other = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            self._other.execute("BEGIN EXCLUSIVE")
        else:
            with closing(self._other):
                self._other.execute("ROLLBACK")

    def away(self, is_away: bool) -> None:
        """Move the file with all that belongs to it away, or back."""
        for end in ("", "-wal", "-shm"):
            here, there = Path(f"{self._path}{end}"), Path(f"{self._path}.away{end}")
            with suppress(FileNotFoundError):
                (here.replace(there) if is_away else there.replace(here))


class Server:
    """The store as a server, which hangs, and which is ended and started again with what it had."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        """Start it."""
        self._server = stack.enter_context(RedisServer(folder))
        self.url = self._server.url

    def hang(self, is_hanging: bool) -> None:
        """Let it answer nothing, or go on."""
        self._server.pause(is_hanging)

    def away(self, is_away: bool) -> None:
        """End it, or start it again."""
        if is_away:
            self._server.stop(save=True)
        else:
            self._server.start()


def main() -> None:
    """Soak, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--store", choices=("sqlite", "redis"), default="sqlite")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        store = Server(folder, stack) if given.store == "redis" else SqliteFile(folder)
        web = stack.enter_context(StandIn())
        log = stack.enter_context((folder / "log").open("w+"))
        settings = settings_of(store.url, folder, web)
        port, process = stack.enter_context(gunicorn("wsgi:app", settings, WORKERS, log.fileno()))
        tally, memory = Tally(), list[tuple[float, int]]()
        begun = time.monotonic()
        asyncio.run(soak(Watched(port, process, web, store, tally, memory), given.minutes * 60))
        minutes = (time.monotonic() - begun) / 60
        faults = faults_in(log)
    sys.exit(report(f"{given.store}, {minutes:.0f} min", tally, memory, faults))


def settings_of(store: str, folder: Path, web: StandIn) -> dict[str, str]:
    """Return the settings: those of every site, but for what is read and where it is kept."""
    feeds = ", ".join(f'"{web.feed(site)}"' for site in range(1, 9))
    (folder / "sources.toml").write_text(f"[us.feeds]\ntop = [{feeds}]\nworld = [{feeds}]\n")
    return {
        "NEWS68K_STORE_URL": store,
        "NEWS68K_SOURCES_FILE": f"{folder}/sources.toml",
        "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
        "NEWS68K_GOOGLE_NEWS": "off",
        "NEWS68K_BING_NEWS": "off",
        "NEWS68K_LOG_REQUESTS": "off",
        "NEWS68K_PROXY_HOPS": "1",
    }


class Watched:
    """What is soaked: the server and its parts, and what is seen of them."""

    def __init__(
        self,
        port: int,
        process: "subprocess.Popen[bytes]",
        web: StandIn,
        store: SqliteFile | Server,
        tally: Tally,
        memory: list[tuple[float, int]],
    ) -> None:
        """Take the parts."""
        self.port, self.process, self.web, self.store = port, process, web, store
        self.tally, self.memory = tally, memory


async def soak(site: Watched, seconds: float) -> None:
    """Let the readers read for so many seconds, take parts away meanwhile, and look at the memory."""
    begun = time.monotonic()
    readers = [Reader(number, site.port, site.web, site.tally) for number in range(READERS)]
    await asyncio.gather(
        *(reader.read_until(begun + seconds) for reader in readers),
        _watch_memory(site, begun, seconds),
        _happen(site, HANGS_AT * seconds, site.store.hang),
        _happen(site, AWAY_AT * seconds, site.store.away),
        _kill(site, KILLED_AT * seconds, NEWEST),
        _kill(site, ORPHANED_AT * seconds, OLDEST),
    )


async def _happen(site: Watched, after: float, what: Callable[[bool], None]) -> None:
    """Have something begin after so many seconds, and end a while later."""
    await asyncio.sleep(after)
    site.tally.excused_until = time.monotonic() + AWAY + EXCUSED
    await asyncio.to_thread(what, True)
    await asyncio.sleep(AWAY)
    await asyncio.to_thread(what, False)


async def _kill(site: Watched, after: float, place: int) -> None:
    """Kill a child of the server, as the kernel does that has no memory left."""
    await asyncio.sleep(after)
    children = Path(f"/proc/{site.process.pid}/task/{site.process.pid}/children").read_text().split()
    site.tally.excused_until = time.monotonic() + EXCUSED
    os.kill(int(children[place]), signal.SIGKILL)


async def _watch_memory(site: Watched, begun: float, seconds: float) -> None:
    while (passed := time.monotonic() - begun) < seconds:
        site.memory.append((passed / seconds, await asyncio.to_thread(family_memory, site.process)))
        await asyncio.sleep(MEMORY_EVERY)


def faults_in(log: IO[str]) -> Counter[str]:
    """Return the lines of the log that tell of a fault of ours, without their times and numbers, but for
    the worker that was killed."""
    log.seek(0)
    lines = (line for line in log if " level=error" in line or " trace=" in line)
    return Counter(line.partition(" logger=")[2][:300] for line in lines if "was sent SIGKILL" not in line)


def report(name: str, tally: Tally, memory: list[tuple[float, int]], faults: Counter[str]) -> int:
    """Print the tables, and return 1 where anything was wrong."""
    waits = sorted(tally.seconds)
    early, late, orphaned = (
        median(size for at, size in memory if low <= at <= high) / MIB for low, high in (FIRST, LAST, ORPHANED)
    )
    p50, p95, p99 = (waits[int(len(waits) * part)] * 1000 for part in (0.5, 0.95, 0.99))
    print(f"{name}: {len(waits)} answers; {p50:.0f}, {p95:.0f}, {p99:.0f} ms (50, 95, 99 %)")
    print(
        f"memory: {early:.0f} MB early, {late:.0f} MB late, {orphaned:.0f} MB with a process that forks for each worker"
    )
    print("; ".join(f"{count} x {what}" for what, count in tally.counts.most_common()))
    print("| fault | what the reader got |\n|---|---|")
    for fault, counts in sorted(tally.by_fault.items()):
        print(f"| {fault} | {', '.join(f'{count} x {what}' for what, count in counts.most_common())} |")
    for line, count in faults.most_common(SHOWN):
        print(f"! in the log, {count} x: {line}")
    for line in tally.wrong[:SHOWN]:
        print(f"! {line}")
    print(f"wrong answers: {len(tally.wrong)}; faults of ours in the log: {faults.total()}")
    return int(bool(tally.wrong or faults or late > GROWTH * early))


if __name__ == "__main__":
    main()
