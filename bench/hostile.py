"""What does it cost honest readers when others do harm? `python -m bench.hostile`, or with the names of some harms.

A site under gunicorn with two workers and its usual settings, new for each harm; beside it readers of kept and of cold
pages, at first alone and then with the harm. It ends by itself, after a quarter of an hour at most, and nothing leaves
the loopback. The table is for docs/operations.md; `!` marks what is beyond the aim: kept pages (95th percentile) within
twice their quiet value and 50 ms, cold ones (median) within twice, `/healthz` within a second, memory back within 20 %.
"""

import logging
import math
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from itertools import count

from PIL import Image

from bench.honest import Figures, Readers, ask, reading
from bench.server import family_memory, gunicorn
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Answer, Origin

MIB = 1024 * 1024

WORKERS = 2
# Seconds without harm, and with it.
QUIET, HARM = 4, 8
# Seconds after it at which memory is looked at again, and those until it should be back at the latest.
AFTER, LATEST = 4, 90
BACK = 1.2
PROSE = "<p>The harbour master said on Tuesday that the ferry would sail at noon, and so it did.</p>" * 8
TYPOS = ("<br<br>", "<b<i>x</b>", '<p"class=x>', "<i&nbsp;>", "<a/{>", "<o:>x", "<p $x=1 @click=go>")


@dataclass
class Attack:
    """A server under attack: where it is, what it is made to read, what it answered, and when to stop."""

    port: int
    origin: Origin
    statuses: Counter[int] = field(default_factory=Counter)
    stop: threading.Event = field(default_factory=threading.Event)
    note: str = ""

    def read(self, path: str, client: str) -> None:
        """Ask for a path; whoever is refused asks again somewhat later."""
        status = ask(self.port, path, client, HARM)[0]
        self.statuses[status] += 1
        if status in {0, 429, 503}:
            self.stop.wait(0.2)

    def once(self, works: Iterable[Callable[[], None]]) -> None:
        """Do all of this at once."""
        threads = [threading.Thread(target=work) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def together(self, works: Iterable[Callable[[], None]]) -> None:
        """Do all of this again and again at once, until it is time to stop."""

        def again(work: Callable[[], None]) -> None:
            while not self.stop.is_set():
                work()

        self.once([partial(again, work) for work in works])


def page_of(markup: str) -> str:
    """Return an article with `markup` in its midst."""
    head, end = "<html><head><title>Harm</title></head><body><article><h1>Harm</h1>", "</article></body></html>"
    return f"{head}{PROSE}{markup}{PROSE}{end}"


def reads_of(*pages: str) -> Callable[[Attack], None]:
    """Return the harm of two clients who read such pages, eight at once, each under a new address."""

    def harm(attack: Attack) -> None:
        numbers: Iterator[int] = count()
        for place, page in enumerate(pages):
            attack.origin.serve(f"/{place}", page)

        def read(client: str) -> None:
            number = next(numbers)
            attack.read(reading(attack.origin.url(f"/{number % len(pages)}?{number}")), client)

        attack.together([lambda client=f"203.0.113.{place % 2}": read(client) for place in range(16)])  # type: ignore[misc]

    return harm


def hanging_hosts(attack: Attack) -> None:
    """Two clients read 30 pages at once each, of a site that does not answer."""

    def hang(_connection: socket.socket) -> None:
        attack.stop.wait(30)

    attack.origin.serve_raw("/hang", hang)
    numbers = count()

    def read(client: str) -> None:
        attack.read(reading(attack.origin.url(f"/hang?{next(numbers)}")), client)

    attack.together([lambda client=f"203.0.113.{place % 2}": read(client) for place in range(60)])  # type: ignore[misc]


def half_requests(attack: Attack) -> None:
    """200 connections bring half a request, and 50 more go on with a byte a second."""
    with ExitStack() as stack:
        connections = [stack.enter_context(socket.create_connection(("127.0.0.1", attack.port))) for _ in range(250)]
        for connection in connections:
            connection.sendall(b"GET /heal")
        while not attack.stop.wait(1):
            for connection in connections[200:]:
                with suppress(OSError):
                    connection.sendall(b"t")
        attack.note = "250 connections"


def slow_readers(attack: Attack) -> None:
    """200 readers ask for a file of 6 MB and take next to nothing of it."""
    path = reading(attack.origin.serve("/file.bin", os.urandom(6_000_000), "application/octet-stream"))
    ask(attack.port, path, "203.0.113.1")
    with ExitStack() as stack:
        connections = []
        for number in range(200):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(5)
            connection.connect(("127.0.0.1", attack.port))
            connection.sendall(f"GET {path} HTTP/1.0\r\nX-Forwarded-For: 203.0.113.{number}\r\n\r\n".encode())
            connections.append(connection)
        attack.stop.wait()
        for connection in connections:
            with suppress(OSError, ValueError):
                attack.statuses[int(connection.recv(20)[9:12])] += 1


def tiles(attack: Attack) -> None:
    """One client asks for 64 parts of a picture of 23 megapixels at once; then for those of the next one."""
    picture = BytesIO()
    Image.radial_gradient("L").resize((4800, 4800)).convert("RGB").save(picture, "PNG")
    pictures = 0
    while not attack.stop.is_set():
        pictures += 1
        url = attack.origin.serve(f"/map/{pictures}.png", picture.getvalue(), "image/png")
        page = attack.origin.serve(f"/map/{pictures}", page_of(f'<img src="{url}" width="4800" height="4800" alt="M">'))
        body = ask(attack.port, "/~netscape" + reading(page), "203.0.113.1")[1].decode("latin-1")
        key = body.partition("/i/")[2].partition("/")[0]
        paths = [f"/~netscape/i/{key}-t{row}x{column}.gif" for row in range(1, 9) for column in range(1, 9)]
        attack.once([partial(attack.read, path, "203.0.113.1") for path in paths])
        attack.stop.wait(0.5)
    attack.note = f"{pictures} pictures"


def one_cold_page(attack: Attack) -> None:
    """100 clients ask at once for a page that is not kept and takes half a second; then for the next one."""
    page = Answer(modern_page(LIGHTHOUSE).encode(), "text/html", 200, {}).wire("GET")

    def late(connection: socket.socket) -> None:
        attack.origin.stopped.wait(0.5)
        connection.sendall(page)

    waves = 0
    while not attack.stop.is_set():
        waves += 1
        path = reading(attack.origin.serve_raw(f"/page/{waves}", late))
        attack.once([partial(attack.read, path, f"203.0.113.{number}") for number in range(100)])
    attack.note = f"{len(attack.origin.requests)} fetches of {waves} pages"


HARMS: dict[str, Callable[[Attack], None]] = {
    "regex pages": reads_of(page_of('<img src="/a.jpg" srcset="/a.jpg ' + "0" * 40000 + '" width=900 height=600>')),
    "deep lists": reads_of(page_of(("<ul><li>" * 180 + "x" + "</ul>" * 180) * 300)),
    "big tables": reads_of(page_of("<table>" + ("<tr>" + "<td>1" * 600) * 600 + "</table>")),
    "tag typos": reads_of(*(page_of(typo) for typo in TYPOS)),
    "hanging hosts": hanging_hosts,
    "half requests": half_requests,
    "slow readers": slow_readers,
    "64 tiles": tiles,
    "one cold page": one_cold_page,
}


def main() -> None:
    """Do each harm in turn, and print the table."""
    logging.disable(logging.CRITICAL)
    print("| harm | kept p50 | kept p95 | cold p50 | refused kept, cold | worst /healthz | memory | answered to it |")
    print("|---|---|---|---|---|---|---|---|")
    for name in sys.argv[1:] or HARMS:
        print(row(name, HARMS[name]), flush=True)


def row(name: str, harm: Callable[[Attack], None]) -> str:
    """Return the row of one harm."""
    with tempfile.TemporaryDirectory() as folder, Origin() as origin:
        settings = {
            "NEWS68K_STORE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_PROXY_HOPS": "1",
        }
        with gunicorn("wsgi:app", settings, WORKERS, log=subprocess.DEVNULL) as (port, process):
            readers, attack = Readers(port), Attack(port, origin)
            readers.warm()
            quiet = readers.watch(QUIET).row()
            before = family_memory(process) // MIB
            attacker = threading.Thread(target=harm, args=(attack,))
            attacker.start()
            try:
                harmed = readers.watch(HARM).row()
            finally:
                attack.stop.set()
                attacker.join(3 * HARM)
                readers.close()
            after, seconds = back(process, before)
        answers = ", ".join(f"{number} x {status or 'nothing'}" for status, number in attack.statuses.most_common())
    memory = (f"{before}, {after} MB in {seconds} s", after > BACK * before)
    return cells(name, quiet, harmed, memory, ", ".join(filter(None, (answers, attack.note))))


def back(process: "subprocess.Popen[bytes]", before: int) -> tuple[int, int]:
    """Wait until memory is back at what it was, and return how many MB there are then, and after how many seconds."""
    begun, after = time.monotonic(), math.inf
    while after > BACK * before and time.monotonic() < begun + LATEST:
        time.sleep(AFTER)
        after = family_memory(process) // MIB
    return int(after), round(time.monotonic() - begun)


def cells(name: str, quiet: Figures, harmed: Figures, memory: tuple[str, bool], answers: str) -> str:
    """Return a row of the table."""
    columns = (
        (f"{quiet.kept:.0f}, {harmed.kept:.0f} ms", False),
        (f"{quiet.kept_late:.0f}, {harmed.kept_late:.0f} ms", harmed.kept_late > 2 * quiet.kept_late + 50),
        (f"{quiet.cold:.0f}, {harmed.cold:.0f} ms", harmed.cold > 2 * quiet.cold),
        (f"{harmed.kept_refused}, {harmed.cold_refused} of {harmed.cold_asked}", harmed.kept_refused > 0),
        (f"{harmed.health_worst:.0f} ms", harmed.health_worst > 1000),
        memory,
    )
    texts = [f"{text}{' !' if is_beyond else ''}" for text, is_beyond in columns]
    return f"| {' | '.join([name, *texts, answers])} |"


if __name__ == "__main__":
    main()
