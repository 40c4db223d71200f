"""The real server, asked as old browsers ask: gunicorn, with requests written by hand."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from app.web.middleware.header_padding import BROKEN, FRONTS, PADDING, header_length, padded
from tests.modern_site import LIGHTHOUSE
from tests.origin import Origin
from tests.serving import ROOT, asked, free_port

BROWSERS = [
    "",
    "CERN-LineMode/2.09 libwww/2.09",
    "Lynx/2.6 libwww-FM/2.14",
    "MicroWeb 2.1",
    "Mozilla/1.1N (Macintosh; I; 68K)",
    "NCSA_Mosaic/2.7b6 (X11;Linux x86_64) libwww/2.12 modified",
]


@pytest.mark.parametrize("agent", BROWSERS)
def test_an_http_1_0_request_without_host_is_served_whoever_asks(port: int, place: Origin, agent: str) -> None:
    path = f"/in/read?url={quote(place.url('/lighthouse'), safe='')}"
    header = f"User-Agent: {agent}\r\n" if agent else ""
    status, headers, body = asked(port, f"GET {path} HTTP/1.0\r\n{header}\r\n")
    assert status.split(" ", 1)[1] == "200 OK"
    assert headers["content-type"] == "text/html"
    assert int(headers["content-length"]) == len(body)
    assert headers["connection"] == "close"
    assert not {"transfer-encoding", "content-encoding", "set-cookie", "vary"} & set(headers)
    assert len(headers) <= 8
    assert LIGHTHOUSE.title.encode() in body


def test_nothing_is_compressed_or_kept_open_for_those_who_could(port: int) -> None:
    request = "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, deflate\r\nConnection: keep-alive\r\n\r\n"
    status, headers, body = asked(port, request)
    assert status == "HTTP/1.1 200 OK"
    assert "content-encoding" not in headers
    assert body.startswith(b"<!DOCTYPE")


@pytest.mark.parametrize("status", ["200 OK", "302 FOUND", "304 NOT MODIFIED", "404 NOT FOUND"])
def test_headers_never_end_where_navigator_2_breaks_and_grow_only_where_they_would(status: str) -> None:
    padded_at = []
    for size in range(400):
        headers = [("Content-Type", "text/html"), ("Location", "x" * size)]
        sent = padded(status, headers)
        assert sent in (headers, [*headers, PADDING])
        assert not {header_length(status, sent, front) for front in FRONTS} & set(BROKEN)
        padded_at += [header_length(status, headers, "gunicorn")] if len(sent) > len(headers) else []
    difference = FRONTS["gunicorn"] - FRONTS["nginx"]
    assert padded_at == list(range(BROKEN.start, BROKEN.stop + difference))


def test_ids_are_alike_in_every_worker(port: int, place: Origin) -> None:
    path = f"/read?url={quote(place.url('/lighthouse'), safe='')}"
    pages = {asked(port, f"GET {path} HTTP/1.0\r\n\r\n")[2] for _ in range(8)}
    assert len(pages) == 1
    link = re.search(rb'href="(/a/[^"]*\.txt)"', pages.pop())
    assert link
    answers = {asked(port, f"GET {link[1].decode()} HTTP/1.0\r\n\r\n")[0] for _ in range(8)}
    assert {answer.split(" ", 1)[1] for answer in answers} == {"200 OK"}


def test_a_wrong_setting_stops_the_start_with_one_line() -> None:
    environment = {**os.environ, "NEWS68K_FETCH_DEADLINE": "soon", "PORT": str(free_port())}
    command = [sys.executable, "-m", "gunicorn", "wsgi:app"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode != 0
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert lines == ["NEWS68K_FETCH_DEADLINE must be a number from 0.1 to 120, not 'soon'."]


def test_a_wrong_file_of_sources_stops_the_start_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text('[in]\ngoogle = "IN:en"\n[in.feeds]\nsport = ["http://x.example/"]\n')
    environment = {**os.environ, "NEWS68K_SOURCES_FILE": str(file), "PORT": str(free_port())}
    command = [sys.executable, "-m", "gunicorn", "wsgi:app"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode != 0
    (line,) = (line for line in done.stderr.splitlines() if line.strip())
    assert line.startswith(f'{file}, line 4: "sport" is none of top, world')


def test_a_store_that_cannot_be_opened_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    environment = {
        **os.environ,
        "NEWS68K_STORE_URL": f"sqlite:///{tmp_path}/file/store.sqlite3",
        "PORT": str(free_port()),
    }
    command = [sys.executable, "-m", "gunicorn", "--log-level", "critical", "wsgi:app"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode != 0
    assert "store.sqlite3 cannot be opened" in done.stderr
