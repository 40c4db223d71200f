"""A whole site as docker-compose.yml has it: nginx, two copies of the program, a server as their store. Parts of it are
taken away while it is read, and brought back; every answer counts."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.deploy.compose import WHOLE, nginx_conf, programs
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import silent_sources
from tests.origin import Answer, Origin
from tests.redis_server import RedisServer, until
from tests.serving import ROOT, asked, free_port, nginx_of

READERS = 6
ARTICLES = 40
# Seconds for which a part is away, or is back, while the readers go on.
A_WHILE = 2.0


class Machine:
    """One copy of the program with its processes, which can be lost all at once."""

    def __init__(self, settings: dict[str, str]) -> None:
        self.port = free_port()
        self._environment = {
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "1",
        } | settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "serve.py", "--log-level", "warning"]
        self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, start_new_session=True)
        assert until(self.answers)

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0 and status(self.port, "/healthz") == "200"

    def lose(self) -> None:
        """End every process of it at once, as a machine does whose plug is pulled."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Let it finish what it is at."""
        assert self._process is not None
        self._process.terminate()

    def ended(self) -> None:
        """Wait for its end."""
        assert self._process is not None
        self._process.wait(30)
        self._process = None

    def ready(self) -> bool:
        return status(self.port, "/readyz") == "200"


class Site:
    """The parts of the site, and the port at which readers find it."""

    def __init__(self, folder: Path, parts: ExitStack) -> None:
        (folder / "silent.toml").write_text(silent_sources())
        (folder / "store").mkdir()
        self.store = parts.enter_context(RedisServer(folder / "store"))
        compose = programs(WHOLE)
        own = {
            "NEWS68K_STORE_URL": self.store.url,
            "NEWS68K_SOURCES_FILE": f"{folder}/silent.toml",
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_HOST_PER_SECOND": "1000",
            "NEWS68K_LIMIT_READS_PER_MINUTE": "5",
            "NEWS68K_LOG_REQUESTS": "off",
            "NEWS68K_TASK_PROCESSES": "0",
            "TMPDIR": str(folder),  # what a machine leaves there that is lost goes with the test
        }
        self.machines = [Machine(each["environment"] | own) for each in compose.values()]
        text = nginx_conf()
        for name, machine in zip(compose, self.machines, strict=True):
            parts.callback(machine.lose)
            machine.start()
            text = text.replace(f"{name}:8080", f"127.0.0.1:{machine.port}")
        self.front = parts.enter_context(nginx_of(text, folder))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with ExitStack() as parts:
        yield Site(tmp_path, parts)


def got(port: int, path: str, client: str = "127.0.0.1") -> tuple[str, str]:
    """Return the status and the text that a client gets."""
    said, headers, body = asked(port, f"GET {path} HTTP/1.0\r\nX-Forwarded-For: {client}\r\n\r\n")
    assert len(body) == int(headers["content-length"]), f"{path} was cut"
    return said.split(" ")[1], body.decode("latin-1")


def status(port: int, path: str, client: str = "127.0.0.1") -> str:
    return got(port, path, client)[0]


def reading(url: str) -> str:
    return f"/read?url={quote(url, safe='')}"


def test_two_machines_fetch_once_count_together_and_know_the_same_links(site: Site, origin: Origin) -> None:
    ports = [machine.port for machine in site.machines]
    page = Answer(modern_page(LIGHTHOUSE).encode(), "text/html", 200, {}).wire("GET")

    def late(connection: socket.socket) -> None:
        origin.stopped.wait(0.5)
        connection.sendall(page)

    url = origin.serve_raw("/page", late)
    with ThreadPoolExecutor(12) as readers:
        statuses = list(readers.map(lambda number: status(ports[number % 2], reading(url)), range(12)))
    assert statuses == ["200"] * 12
    assert origin.hits("/page") == 1

    others = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(8)]
    answers = [status(ports[number % 2], reading(each), "198.51.100.7") for number, each in enumerate(others)]
    assert answers[:5] == ["200"] * 5
    # One more where a minute of the clock ends between them.
    assert answers[6:] == ["429"] * 2

    shorts = short_links(got(ports[0], reading(feed_of(origin, "feed", others)))[1])
    assert len(shorts) >= len(others)
    assert {status(ports[1], short) for short in shorts} == {"200"}


def feed_of(origin: Origin, name: str, urls: list[str]) -> str:
    """Serve a feed with an item for each of `urls`, and return its address."""
    items = "".join(f"<item><title>Tide {n}</title><link>{each}</link></item>" for n, each in enumerate(urls))
    return origin.serve(f"/{name}", f"<rss><channel><title>All</title>{items}</channel></rss>", "application/rss+xml")


def short_links(page: str) -> list[str]:
    return re.findall(r'href="(/a/[a-z2-7]+)"', page)


class Readers:
    """Readers who go on and on, and what they were answered."""

    def __init__(self, front: int, origin: Origin) -> None:
        self._front = front
        self._urls = [origin.serve(f"/story/{number}", modern_page(LIGHTHOUSE)) for number in range(ARTICLES)]
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(number,)) for number in range(READERS)]
        self.answers: Counter[str] = Counter()

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(30)

    def _read(self, number: int) -> None:
        choice = random.Random(number)
        while not self._over.wait(0.02):
            url, prefix = choice.choice(self._urls), choice.choice(["", "/~macplus"])
            try:
                said, text = got(self._front, prefix + reading(url))
                is_right = said != "200" or "lighthouse" in text.lower()
                self.answers[said if is_right else "wrong"] += 1
            except (OSError, LookupError, AssertionError) as error:
                self.answers[repr(error)] += 1

    def go_on(self) -> None:
        """Let them read for a while."""
        time.sleep(A_WHILE)


def test_links_that_one_machine_gave_while_the_store_is_gone_open_all_the_same(site: Site, origin: Origin) -> None:
    urls = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(12)]
    site.store.stop()
    shorts = short_links(got(site.front, reading(feed_of(origin, "feed", urls)))[1])
    assert len(shorts) >= len(urls)
    # Each comes to either machine.
    assert {status(site.front, short) for short in shorts * 2} == {"200"}
    assert status(site.front, "/a/nobodygavethis") == "404"


def test_a_machine_that_is_stopped_finishes_what_it_reads_and_no_other_reader_notices(
    site: Site, origin: Origin
) -> None:
    one = site.machines[0]
    page = Answer(modern_page(LIGHTHOUSE).encode(), "text/html", 200, {}).wire("GET")

    def late(connection: socket.socket) -> None:
        origin.stopped.wait(2)
        connection.sendall(page)

    url = origin.serve_raw("/late", late)
    with Readers(site.front, origin) as readers, ThreadPoolExecutor(1) as pool:
        readers.go_on()
        waiting = pool.submit(status, one.port, reading(url))
        assert until(lambda: origin.hits("/late") == 1)
        one.stop()
        assert until(lambda: status(one.port, "/healthz") == "503")
        assert waiting.result(30) == "200"
        one.ended()
        readers.go_on()
    assert set(readers.answers) == {"200"}, readers.answers


def test_a_machine_and_the_store_may_go_and_come_back_and_no_reader_notices(site: Site, origin: Origin) -> None:
    one, two = site.machines
    with Readers(site.front, origin) as readers:
        readers.go_on()
        one.lose()
        readers.go_on()
        one.start()
        readers.go_on()
        site.store.stop()
        readers.go_on()
        assert [machine.ready() for machine in (one, two)] == [False, False]
        two.lose()
        readers.go_on()
        site.store.start()
        two.start()
        assert until(lambda: one.ready() and two.ready())
        site.store.pause(True)
        readers.go_on()
        site.store.pause(False)
        assert until(lambda: one.ready() and two.ready())
        readers.go_on()
    assert set(readers.answers) == {"200"}, readers.answers
    assert readers.answers["200"] > 100
    with site.store.client as client:
        # It is in use again; what the workers still had in memory need not come back.
        assert client.dbsize() > ARTICLES / 4
