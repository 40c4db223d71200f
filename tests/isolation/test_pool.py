"""The pool with real processes, and without any."""

import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from app.errors import NoText, NotUnderstood, Overloaded, ReaderError, TooComplicated
from app.isolation import Subject, TaskLimits, TaskPool
from app.isolation import process as task_process
from app.isolation.outcome import Done
from app.isolation.pool import PATIENCE
from app.isolation.process import QUICK_SECONDS, TASKS_EACH
from tests.isolation import tasks

ROOT = Path(__file__).parent.parent.parent
MEMORY = 200 << 20
# Descriptors that select(2) knows of (FD_SETSIZE).
SELECTABLE = 1024
PAGE = Subject("http://one.example/page")
OTHER = Subject("http://two.example/page")


@pytest.fixture(scope="module")
def pool() -> Iterator[TaskPool]:
    made = TaskPool(2, TaskLimits(2, MEMORY), ["tests.isolation.tasks"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def here() -> TaskPool:
    return TaskPool(0, TaskLimits(2, MEMORY))


@pytest.fixture(params=["pool", "here"])
def either(request: pytest.FixtureRequest) -> TaskPool:
    found: TaskPool = request.getfixturevalue(request.param)
    return found


def parents() -> dict[int, int]:
    """Return the number of the parent of each process that is not over; one that nobody has waited for yet is."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, *_ = stat.read_text().rpartition(") ")[2].split()
            if state != "Z":
                found[int(stat.parent.name)] = int(parent)
    return found


def children_of(parent: int) -> set[int]:
    return {process for process, its in parents().items() if its == parent}


def is_over(process: int) -> bool:
    for _ in range(200):
        if process not in parents():
            return True
        time.sleep(0.05)
    return False


def test_a_task_runs_in_another_process_that_makes_way_for_readers(pool: TaskPool) -> None:
    assert pool.is_apart
    assert pool.run(PAGE, tasks.process_id) not in (os.getpid(), 0)
    assert pool.run(PAGE, tasks.niceness) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)


def test_without_processes_it_runs_in_this_one(here: TaskPool) -> None:
    assert not here.is_apart
    assert here.run(PAGE, tasks.process_id) == os.getpid()


def test_values_of_any_size_come_back_as_they_are(either: TaskPool) -> None:
    for value in (None, "", (1, ("a", b"b")), PAGE, os.urandom(3_000_000)):
        assert either.run(PAGE, tasks.whatever_is, value) == value


def test_what_a_task_has_to_say_to_the_reader_is_said(either: TaskPool) -> None:
    with pytest.raises(NoText, match=r"^There is nothing to read here\.$"):
        either.run(PAGE, tasks.has_no_text)


def test_what_nobody_foresaw_is_a_sentence_and_a_line_in_the_log(
    either: TaskPool, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(NotUnderstood, match=r"^This page could not be understood here\.$"):
        either.run(PAGE, tasks.fails, "an odd shape")
    assert PAGE.url in caplog.text
    assert "LookupError: an odd shape" in caplog.text


def test_what_needs_too_much_memory_or_depth_is_too_complicated(pool: TaskPool) -> None:
    assert pool.run(PAGE, tasks.asks_for, MEMORY // 4) == MEMORY // 4
    with pytest.raises(TooComplicated, match=r"^This picture is too complicated to be read here\.$"):
        pool.run(Subject("http://one.example/picture", "picture"), tasks.asks_for, MEMORY)
    with pytest.raises(TooComplicated):
        pool.run(PAGE, tasks.takes_want_of_memory_for_damage, MEMORY)
    with pytest.raises(TooComplicated):
        pool.run(PAGE, tasks.calls_itself, 100_000)


def test_a_task_that_takes_long_makes_way_for_others_and_its_process_ends() -> None:
    pool = TaskPool(1, TaskLimits(60, MEMORY), ["tests.isolation.tasks"])  # whatever else this machine is at
    quick, slow = (pool.run(PAGE, tasks.niceness_after, seconds) for seconds in (0.0, 4 * QUICK_SECONDS))
    assert (quick[0], slow[0]) == (min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10), 19)
    assert is_over(slow[1])
    assert pool.run(PAGE, tasks.niceness_after, 0.0)[0] == quick[0]
    pool.close()


def test_tasks_are_done_where_a_server_has_more_connections_than_select_knows_of() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2 * SELECTABLE:
        pytest.skip("no process may have so many files here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (2 * SELECTABLE, hard))
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(SELECTABLE)]
    pool = TaskPool(1, TaskLimits(60, MEMORY), ["tests.isolation.tasks"])
    try:
        assert pool.run(PAGE, tasks.process_id) != os.getpid()
        assert pool.run(PAGE, tasks.niceness_after, 4 * QUICK_SECONDS)[0] == 19
    finally:
        pool.close()
        for each in taken:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_an_outcome_that_comes_together_with_the_beginning_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, has_news = [], task_process._has_news
    monkeypatch.setattr(task_process, "_has_news", lambda *asked: seen.append(has_news(*asked)) or seen[-1])  # type: ignore[func-returns-value]
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(task_process.STARTED.pack(os.getpid(), 0.0) + pickle.dumps(Done("quick")))
        assert task_process.TaskProcess(ours, TaskLimits(1, MEMORY)).ask(tasks.process_id, ()) == Done("quick")
    assert seen == [True]


def test_a_process_gives_back_what_a_large_task_took(pool: TaskPool) -> None:
    before = pool.run(PAGE, tasks.resident_memory)
    pool.run(PAGE, tasks.leaves_holes, MEMORY // 2)
    assert pool.run(PAGE, tasks.resident_memory) < before + MEMORY // 8


def test_what_crashes_or_takes_too_long_is_too_complicated_and_the_next_task_finds_a_process(
    pool: TaskPool, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.isolation.process.FAIR_SHARE", 0.01)  # whatever else this machine is at
    for task, *arguments in ((tasks.crashes,), (tasks.spins, 60.0), (tasks.spins_and_sleeps, 0.1, 60.0)):
        with pytest.raises(TooComplicated, match=r"^This page is too complicated to be read here\.$"):
            pool.run(PAGE, task, *arguments)
        assert pool.run(PAGE, tasks.whatever_is, 7) == 7
    assert caplog.text.count(PAGE.url) == 3


def test_a_task_that_the_machine_has_no_time_for_is_not_too_complicated(pool: TaskPool) -> None:
    with pytest.raises(Overloaded):
        pool.run(PAGE, tasks.sleeps, 60.0)
    assert pool.run(PAGE, tasks.whatever_is, 7) == 7


def test_a_process_that_was_lost_between_two_tasks_is_replaced(pool: TaskPool) -> None:
    first = pool.run(PAGE, tasks.process_id)
    os.kill(first, signal.SIGKILL)
    assert is_over(first)
    assert pool.run(PAGE, tasks.process_id) != first


def test_a_zygote_that_was_lost_is_replaced() -> None:
    before = children_of(os.getpid())
    pool = TaskPool(1, TaskLimits(2, MEMORY))
    first = pool.run(PAGE, tasks.process_id)
    (zygote,) = children_of(os.getpid()) - before
    for process in (zygote, first):
        os.kill(process, signal.SIGKILL)
    assert is_over(first)
    assert pool.run(PAGE, tasks.process_id) != first
    pool.close()


def test_a_process_is_replaced_after_some_hundred_tasks(pool: TaskPool) -> None:
    assert 100 <= TASKS_EACH <= 500
    seen = [pool.run(PAGE, tasks.process_id) for _ in range(2 * TASKS_EACH)]
    assert len(set(seen)) >= 2
    assert max(map(seen.count, set(seen))) <= TASKS_EACH


def test_threads_share_the_processes_and_a_site_has_half_of_them(pool: TaskPool) -> None:
    with ThreadPoolExecutor(8) as threads:
        of_one = list(threads.map(lambda _: pool.run(PAGE, tasks.sleeps, 0.02), range(8)))
        of_two = list(threads.map(lambda place: pool.run((PAGE, OTHER)[place % 2], tasks.sleeps, 0.1), range(8)))
    assert len(set(of_one)) == 1
    assert len(set(of_two)) == 2


def test_the_tasks_of_one_source_come_to_one_process(pool: TaskPool) -> None:
    source = Subject("http://one.example/picture", "picture", "picture 1")
    seen = []
    for number in range(6):
        seen.append(pool.run(source, tasks.counts, source.source))
        pool.run(PAGE, tasks.process_id)
        pool.run(Subject("http://x.example/", "picture", "another"), tasks.process_id)
        assert seen[-1] == (seen[0][0], number + 1)


def test_whoever_waits_too_long_for_a_process_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.isolation.pool.PATIENCE", 0.1)
    assert PATIENCE > 5
    for processes in (0, 1):
        pool = TaskPool(processes, TaskLimits(5, MEMORY))
        with ThreadPoolExecutor(1) as threads:
            slow = threads.submit(pool.run, PAGE, tasks.sleeps, 1.0)
            time.sleep(0.1)
            with pytest.raises(Overloaded, match="try again") as caught:
                pool.run(OTHER, tasks.process_id)
            assert slow.result()
        assert caught.value.status == 503
        assert caught.value.retry_after > 0
        pool.close()


def test_a_pool_can_be_started_before_there_is_a_task() -> None:
    before = children_of(os.getpid())
    pool = TaskPool(1, TaskLimits(2, MEMORY))
    assert children_of(os.getpid()) == before
    pool.start()
    (zygote,) = children_of(os.getpid()) - before
    pool.start()
    assert pool.run(PAGE, tasks.process_id) in children_of(zygote)
    assert children_of(os.getpid()) - before == {zygote}
    pool.close()
    without = TaskPool(0, TaskLimits(2, MEMORY))
    without.start()
    assert children_of(os.getpid()) == before


def test_nothing_is_left_once_it_is_closed() -> None:
    before = children_of(os.getpid())
    pool = TaskPool(1, TaskLimits(2, MEMORY))
    process = pool.run(PAGE, tasks.process_id)
    (zygote,) = children_of(os.getpid()) - before
    pool.close()
    assert is_over(process)
    assert is_over(zygote)
    assert children_of(os.getpid()) == before


SHARED = """
import os, signal, time
from app.isolation import Subject, TaskLimits, TaskPool
from app.isolation.zygote import control_pair, fork_off
from tests.isolation import tasks

ours, theirs = control_pair()
pool = TaskPool(1, TaskLimits(5, 200 << 20), ["tests.isolation.tasks"], ours)
fork_off(theirs, ["tests.isolation.tasks"], os.environ.clear)
page = Subject("http://one.example/")

def parent_of_a_task():
    return pool.run(page, tasks.parent_id)

def in_worker(what):
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, str(what()).encode())
        os._exit(0)
    os.wait()
    return os.read(read, 100).decode()

print(in_worker(parent_of_a_task), in_worker(parent_of_a_task), parent_of_a_task(), flush=True)
print(in_worker(lambda: pool.run(page, tasks.environment)), pool.run(page, tasks.open_files), flush=True)
os.kill(parent_of_a_task(), signal.SIGKILL)
pool.close()
os.wait()
print(in_worker(parent_of_a_task), in_worker(parent_of_a_task), flush=True)
"""


ALONE = """
from app.isolation import Subject, TaskLimits, TaskPool
from tests.isolation import tasks

pool = TaskPool(1, TaskLimits(5, 200 << 20), ["tests.isolation.tasks"])
print(pool.run(Subject("http://one.example/"), tasks.parent_id) > 1)
pool.close()
"""


def test_a_command_that_has_work_done_says_nothing_of_how() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_workers_share_a_zygote_that_knows_nothing_of_the_server_and_have_their_own_where_it_is_lost() -> None:
    command = [sys.executable, "-c", SHARED]
    environment = os.environ | {"NEWS68K_SECRET": "not to be taken along"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=50)
    shared, known, own = map(str.split, done.stdout.splitlines())
    assert len(set(shared)) == 1
    assert "NEWS68K_SECRET" not in known[0]
    # Its output, and the socket by which the task came.
    assert int(known[1]) <= 5
    assert len(set(own)) == 2
    assert not set(own) & set(shared)


KILLED = """
import threading, time
from app.isolation import Subject, TaskLimits, TaskPool
from tests.isolation import tasks

pool = TaskPool(2, TaskLimits(3, 200 << 20), ["tests.isolation.tasks"])
threading.Thread(target=pool.run, args=(Subject("http://two.example/"), tasks.sleeps, 60.0)).start()
time.sleep(0.2)
print(pool.run(Subject("http://one.example/"), tasks.process_id), flush=True)
time.sleep(60)
"""


def test_a_server_that_is_killed_leaves_no_orphan() -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        idle = int(server.stdout.readline())
        (zygote,) = children_of(server.pid)
        family = [zygote, *children_of(zygote)]
        assert idle in family
        assert len(family) == 3
        server.kill()
    assert all(is_over(process) for process in family)


def test_a_process_that_is_forked_off_has_a_pool_of_its_own(pool: TaskPool) -> None:
    first = pool.run(PAGE, tasks.process_id)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(writer, f"{pool.run(PAGE, tasks.process_id)}\n".encode())
            pool.close()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        other = int(answer.read())
    assert status == 0
    assert other != first
    assert pool.run(PAGE, tasks.process_id) == first


def test_failures_have_their_places_in_the_tree() -> None:
    for error in (NotUnderstood, TooComplicated):
        assert issubclass(error, ReaderError)
        assert error.status == 502
    assert TooComplicated.remembered == 600
