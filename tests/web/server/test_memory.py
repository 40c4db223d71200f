"""Memory that is free again leaves the process, whatever was freed before (Linux with glibc)."""

import platform
import subprocess
import sys

import pytest

from tests.serving import ROOT

# Small blocks between the large ones keep a heap from shrinking.
PROGRAM = """
import threading
from pathlib import Path
from app.web.server.memory import give_back_early

def resident():
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024

def work(kept):
    for _ in range(20):
        large = [bytes(3_000_000) for _ in range(3)]
        kept.append(bytes(2000))
        del large

give_back_early()
kept, before = [], resident()
threads = [threading.Thread(target=work, args=(kept,)) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(resident() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="this is about glibc")
def test_what_threads_freed_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 8
