"""Threads for many groups of callers, of which none can take them all. No I/O."""

import threading
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class FairPool:
    """Runs calls in threads, at most `most` at once, of which those of one group are at most `share`.

    So a group whose calls hang delays its own calls alone, as long as fewer than `most / share` groups hang.
    """

    def __init__(self, most: int, share: int, name: str) -> None:
        """Start with no thread; they are made when they are needed, and called `name`."""
        self._pool = ThreadPoolExecutor(most, name)
        self._share = share
        self._waiting: dict[str, deque[tuple[Future[Any], Callable[[], Any]]]] = {}
        self._running: Counter[str] = Counter()
        self._is_closed = False
        self._lock = threading.Lock()

    def submit(self, group: str, call: Callable[[], T]) -> "Future[T]":
        """Return the future of `call`, which runs as soon as its group may. Raises `RuntimeError` once closed."""
        future: Future[T] = Future()
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the pool is closed")
            self._waiting.setdefault(group, deque()).append((future, call))
            self._start(group)
        return future

    def close(self) -> None:
        """Let go of the threads; the calls that run are finished first, those that wait are cancelled."""
        with self._lock:
            self._is_closed = True
            for future, _ in (each for waiting in self._waiting.values() for each in waiting):
                future.cancel()
                future.set_running_or_notify_cancel()  # or who waits for it is not told
            self._waiting.clear()
        self._pool.shutdown()

    def _start(self, group: str) -> None:
        """Hand over the calls that a group may have run now; the lock is held."""
        waiting = self._waiting.get(group, deque())
        while waiting and self._running[group] < self._share:
            self._running[group] += 1
            future, call = waiting.popleft()
            self._pool.submit(self._run, group, future, call)
        if not waiting:
            self._waiting.pop(group, None)

    def _run(self, group: str, future: "Future[T]", call: Callable[[], T]) -> None:
        if future.set_running_or_notify_cancel():
            try:
                result = call()
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
        with self._lock:
            self._running[group] -= 1
            if not self._running[group]:
                del self._running[group]
            self._start(group)
