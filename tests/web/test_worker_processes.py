"""What holds for all workers of a server together: four processes over one store."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import Paper, sources_file
from tests.origin import Answer, Origin
from tests.serving import asked, gunicorn, quiet_site

READERS = 40


@pytest.fixture
def site(tmp_path: Path) -> Iterator[int]:
    with quiet_site(
        tmp_path,
        workers=4,
        LIMIT_READS_PER_MINUTE="5",
        PROXY_HOPS="1",
        # Whoever joins a fetch needs no thread that waits.
        READ_CONCURRENCY="2",
    ) as port:
        yield port


def status(port: int, url: str, client: str) -> str:
    request = f"GET /read?url={quote(url, safe='')} HTTP/1.0\r\nX-Forwarded-For: {client}\r\n\r\n"
    return asked(port, request)[0].split(" ")[1]


@pytest.mark.usefixtures("within_a_minute")
def test_a_page_is_fetched_once_for_all_and_a_client_is_counted_once_for_all(site: int, origin: Origin) -> None:
    page = Answer(modern_page(LIGHTHOUSE).encode(), "text/html", 200, {}).wire("GET")

    def late(connection: socket.socket) -> None:
        origin.stopped.wait(0.5)
        connection.sendall(page)

    url = origin.serve_raw("/page", late)
    with ThreadPoolExecutor(READERS) as readers:
        statuses = list(readers.map(lambda number: status(site, url, f"203.0.113.{number}"), range(READERS)))
    assert statuses == ["200"] * READERS
    assert origin.hits("/page") == 1
    others = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(8)]
    # One after the other, so that they come to any of the workers; what is kept costs nothing.
    statuses = [status(site, other, "198.51.100.7") for other in others]
    assert statuses == ["200"] * 5 + ["429"] * 3
    assert [status(site, other, "198.51.100.7") for other in others[:5]] == ["200"] * 5


def test_a_page_that_was_read_is_kept_fresh_by_one_of_the_workers_without_any_reader(
    tmp_path: Path, origin: Origin
) -> None:
    paper = Paper(origin, 1, time.time())
    (tmp_path / "paper.toml").write_text(sources_file([paper]))
    with gunicorn(
        "wsgi:app",
        STORE_URL=f"sqlite:///{tmp_path}/store.sqlite3",
        SOURCES_FILE=f"{tmp_path}/paper.toml",
        FETCH_ALLOWED_NETWORKS='["127.0.0.0/8"]',
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
        BING_NEWS_URL="http://127.0.0.1:9",
        NEWS_FRESH_SECONDS="0.5",
    ) as port:
        assert asked(port, "GET /in/ HTTP/1.0\r\n\r\n")[0].split(" ")[1] == "200"
        end = time.monotonic() + 20
        while origin.hits("/feed") < 3 and time.monotonic() < end:
            time.sleep(0.1)
    assert origin.hits("/feed") >= 3
    assert origin.hits("/world") == 0


def test_the_figures_of_all_workers_are_added_up(tmp_path: Path) -> None:
    with quiet_site(tmp_path, workers=3, METRICS_NETWORKS='["127.0.0.0/8"]') as port:
        with ThreadPoolExecutor(12) as readers:
            list(readers.map(lambda _: asked(port, "GET /nowhere HTTP/1.0\r\n\r\n"), range(60)))
        lines = asked(port, "GET /metrics HTTP/1.0\r\n\r\n")[2].decode().splitlines()
    sums = [line.rpartition(" ")[2] for line in lines if line.startswith("news68k_requests_total{")]
    assert sums == ["60.0"]
