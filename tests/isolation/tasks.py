"""Tasks for the tests of the pool: what code that reads hostile bytes may do."""

import os
import time
from pathlib import Path

from app.errors import BadImage, NoText

KEPT: dict[str, int] = {}
HELD: list[bytes] = []


def process_id() -> int:
    return os.getpid()


def parent_id() -> int:
    return os.getppid()


def environment() -> str:
    return ",".join(os.environ) or "empty"


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) - 1


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def niceness_after(seconds: float) -> tuple[int, int]:
    spins(seconds)
    return niceness(), os.getpid()


def whatever_is(value: object) -> object:
    return value


def has_no_text() -> None:
    raise NoText("There is nothing to read here.")


def fails(words: str) -> None:
    raise LookupError(words)


def crashes() -> None:
    os.abort()


def sleeps(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def spins(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def spins_and_sleeps(spin: float, sleep: float) -> None:
    spins(spin)
    time.sleep(sleep)


def asks_for(size: int) -> int:
    return len(bytearray(size))


def leaves_holes(size: int) -> None:
    """Keep the last of many small pieces of memory, at the end of the heap, and none of the others."""
    HELD.extend([bytes(1000) for _ in range(size // 1000)][-1:])


def resident_memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def takes_want_of_memory_for_damage(size: int) -> None:
    try:
        bytearray(size)
    except MemoryError as error:
        raise BadImage("This picture is damaged or incomplete.") from error


def calls_itself(times: int) -> int:
    return calls_itself(times - 1) if times else 0


def counts(source: str) -> tuple[int, int]:
    """Return the number of this process, and how often it has worked on `source`."""
    KEPT[source] = KEPT.get(source, 0) + 1
    return os.getpid(), KEPT[source]
