"""A real redis-server for tests, on a free port and a socket in a temporary folder, and a clock that moves its times."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from app.storage import Store
from app.storage.redis_scripts import PREFIX
from tests.clock import Clock
from tests.serving import free_port
from tests.validity import need

# Valkey is the same program by another name.
PROGRAMS = ("valkey-server", "redis-server")


class RedisServer:
    """One server; `with` runs it, and `stop` and `start` take it away meanwhile and bring it back, with what it had."""

    def __init__(self, folder: Path, *options: str) -> None:
        """Take a folder of its own, and options as on its command line."""
        need(*([] if shutil.which(PROGRAMS[0]) else [PROGRAMS[1]]))
        self._program = next((each for each in PROGRAMS if shutil.which(each)), PROGRAMS[1])
        self._folder = folder
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.socket = folder / "socket"

    @property
    def url(self) -> str:
        """The address as a setting has it."""
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def client(self) -> Any:
        """A client of our own, to look at what is there."""
        return Redis(port=self.port)

    def start(self) -> None:
        """Run it, until it listens."""
        usual = ["--save", "", "--unixsocket", str(self.socket), "--dir", str(self._folder), "--bind", "127.0.0.1"]
        command = [self._program, "--port", str(self.port), *usual, *self._options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                with Redis(unix_socket_path=str(self.socket), retry=Retry(NoBackoff(), 0)) as probe:
                    probe.ping()
                return
            except RedisError as error:
                if "AUTH" in str(error).upper():
                    return
                time.sleep(0.05)
        raise AssertionError(f"{self._program} does not start")

    def stop(self, save: bool = False) -> None:
        """End it; what it has is kept for the next start only if it is to `save` it."""
        assert self._process is not None
        if save:
            with self.client as client:
                client.save()
        self._process.kill()
        self._process.wait()

    def pause(self, is_paused: bool) -> None:
        """Let it hang, or go on: it listens, and answers nothing."""
        assert self._process is not None
        os.kill(self._process.pid, 19 if is_paused else 18)  # SIGSTOP and SIGCONT

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop()


class RedisClock(Clock):
    """A clock that takes a server along: when it is moved, all that is stored there has so much less to live.

    The milliseconds that really pass go by as well.
    """

    def __init__(self, client: Any) -> None:
        """Take the server's client."""
        self._client = client
        self._now = 1_000_000.0

    @property
    def now(self) -> float:
        """The seconds that it tells."""
        return self._now

    @now.setter
    def now(self, now: float) -> None:
        passed, self._now = round((now - self._now) * 1000), now
        for key in self._client.keys(f"{PREFIX}*"):
            left = self._client.pttl(key)
            if left > 0:
                self._client.pexpire(key, left - passed)
            elif self._client.type(key) == b"zset":
                for member in self._client.zrange(key, 0, -1):
                    self._client.zincrby(key, -passed, member)


def until(holds: Callable[[], bool]) -> bool:
    """Return whether it holds within half a minute."""
    for _ in range(600):
        if holds():
            return True
        time.sleep(0.05)
    return False


def works(store: Store) -> bool:
    store.set("does it work", b"yes", 60)
    return store.get("does it work") == b"yes"


def nothing_works(store: Store) -> None:
    """See that each call is answered as by a store that has forgotten everything."""
    store.set("a", b"1", 10)
    assert store.get("a") is None
    assert store.get_many(["a", "b"]) == {}
    assert store.add_many({"a": b"1"}, 10) == {}
    assert store.increment("count", 1, 10) is None
    store.delete("a")
    assert store.sizes() == {}
    assert store.trouble()
