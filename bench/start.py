"""How soon does the site answer, and what memory does it take at rest? `python -m bench.start`

For 1, 2 and 4 workers, each on an empty store: seconds from the start of the command to the first whole page, the
seconds of CPU that all processes had used by then, and the memory of all of them once nothing goes on any more
(PSS: what processes share counts once).
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench.server import family, family_memory, get, gunicorn, memory_of

WORKERS = (1, 2, 4)
ROUNDS = 3
# Until the processes for tasks have done their imports, which nobody waits for; seconds.
PATIENCE, STEP = 30.0, 0.5
# Memory is at rest when it changes by no more than this share from one step to the next, three times in a row.
STILL = 0.005


def main() -> None:
    """Measure, and print a row for each number of workers."""
    print("workers   first answer, best and median of", ROUNDS, "   CPU     memory at rest   of it: each process")
    for workers in WORKERS:
        starts = [_started(workers) for _ in range(ROUNDS)]
        seconds = sorted(each[0] for each in starts)
        memory, parts = min(each[2:] for each in starts)
        cpu = min(each[1] for each in starts)
        shares = " ".join(f"{part / 2**20:.0f}" for part in parts)
        print(
            f"{workers:7}   {seconds[0]:5.2f} s   {seconds[ROUNDS // 2]:5.2f} s   {cpu:25.2f} s"
            f"   {memory / 2**20:8.1f} MiB    {shares}"
        )


def _started(workers: int) -> tuple[float, float, int, list[int]]:
    """Return the seconds to the first answer, those of CPU, the bytes at rest, and those of each process."""
    with tempfile.TemporaryDirectory() as store:
        settings = {"NEWS68K_STORE_URL": f"sqlite:///{store}/bench.sqlite3"}
        began = time.perf_counter()
        with gunicorn("wsgi:app", settings, workers) as (port, process):
            status, _, _ = get(port, "/about")
            seconds = time.perf_counter() - began
            if status != 200:
                raise RuntimeError(f"the first answer has the status {status}")
            cpu = sum(map(_cpu, family(process)))
            for _ in _steps_until_still(process.pid):
                time.sleep(STEP)
            return seconds, cpu, family_memory(process), sorted(map(memory_of, family(process)), reverse=True)


def _steps_until_still(process: int) -> Iterator[None]:
    until, before, still = time.monotonic() + PATIENCE, 0, 0
    while still < 3 and time.monotonic() < until:
        yield
        now = sum(map(memory_of, family(process)))
        still = still + 1 if abs(now - before) <= STILL * now else 0
        before = now


def _cpu(process: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{process}/schedstat").read_text().split()
        return int(fields[0]) / 1e9
    return 0.0


if __name__ == "__main__":
    main()
