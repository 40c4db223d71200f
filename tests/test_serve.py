"""What stops the start: one line and a status of its own, however the site is started."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.settings.read import SettingsError
from app.storage import SqliteStore
from config import ServerSettings
from serve import LONGEST_SOCKET_PATH, PlaceTaken, has_sockets, try_listening
from tests.redis_server import RedisServer
from tests.serving import ROOT, asked, free_port, running

SERVE = [sys.executable, "serve.py"]
GUNICORN = [sys.executable, "-m", "gunicorn", "wsgi:app"]
# Of the documentation (RFC 5737 and RFC 3849): nobody's own.
ELSEWHERE = ("192.0.2.1", "2001:db8::1")


def environment(folder: Path, **names: str) -> dict[str, str]:
    usual = {name: text for name, text in os.environ.items() if not name.startswith("NEWS68K_")}
    own = {"HOST": "127.0.0.1", "PORT": str(free_port()), "NEWS68K_STORE_URL": f"sqlite:///{folder}/store.sqlite3"}
    return usual | own | names


def refusal(command: list[str], names: dict[str, str], status: int = os.EX_CONFIG) -> str:
    """Return the one line with which a start ends."""
    ended = subprocess.run(command, cwd=ROOT, env=names, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == status
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    return ended.stderr


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("HOST", "0.0.0.0:80", "HOST must be an address"),
        ("HOST", ELSEWHERE[0], f"{ELSEWHERE[0]}:.*: Cannot assign requested address"),
        ("NEWS68K_FETCH_DEADLINE", "soon", "NEWS68K_FETCH_DEADLINE must be a number"),
        ("NEWS68K_SITES_FILE", "/nowhere/sites", "/nowhere/sites: it cannot be read"),
        ("NEWS68K_SOURCES_FILE", "/nowhere/sources.toml", "/nowhere/sources.toml cannot be read"),
        ("NEWS68K_STORE_ULR", "sqlite:///x", "NEWS68K_STORE_ULR is no setting; the nearest is NEWS68K_STORE_URL"),
        ("PORT", "http", "PORT must be a port"),
        ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY must be a whole number"),
    ],
)
def test_a_wrong_value_is_one_line_of_gunicorn(tmp_path: Path, name: str, text: str, said: str) -> None:
    assert re.match(f".*{said}", refusal(GUNICORN, environment(tmp_path, **{name: text})))


@pytest.mark.parametrize(
    ("name", "text"),
    [("WEB_CONCURRENCY", "many"), ("WEB_CONCURRENCY", ""), ("PORT", "8080.5"), ("NEWS68K_PROXY_HOPS", "one")],
)
def test_a_wrong_value_is_one_line_of_ours(tmp_path: Path, name: str, text: str) -> None:
    assert f"{name} must be a" in refusal(SERVE, environment(tmp_path, **{name: text}))


def test_a_file_that_is_not_ours_stops_the_start_and_stays(tmp_path: Path) -> None:
    letters = tmp_path / "store.sqlite3"
    letters.write_text("Dear Ann, keep this.\n" * 50)
    before = letters.read_bytes()
    for command in (SERVE, GUNICORN):
        assert "not one of ours" in refusal(command, environment(tmp_path))
    assert letters.read_bytes() == before
    assert list(tmp_path.iterdir()) == [letters]


def test_a_server_that_is_not_there_stops_the_start_for_now(tmp_path: Path) -> None:
    names = environment(tmp_path, NEWS68K_STORE_URL="redis://:s3cret@127.0.0.1:9/0")
    said = refusal(SERVE, names, os.EX_UNAVAILABLE)
    assert said == "The store redis://127.0.0.1:9/0 cannot be opened: nobody listens there.\n"


def test_commands_end_for_now_where_the_server_of_the_store_is_not_there(tmp_path: Path) -> None:
    names = environment(tmp_path, NEWS68K_STORE_URL="redis://127.0.0.1:9/0")
    doors = [sys.executable, "-m", "flask", "--app", "wsgi", "doors", "gopher"]
    assert "nobody listens there" in refusal(doors, names, os.EX_UNAVAILABLE)


def test_a_server_that_lets_us_not_in_stops_the_start(tmp_path: Path) -> None:
    with RedisServer(tmp_path, "--requirepass", "s3cret") as server:
        names = environment(tmp_path, NEWS68K_STORE_URL=f"redis://:wr0ng@127.0.0.1:{server.port}/0")
        assert "its password or user is wrong" in refusal(SERVE, names)


def test_a_store_of_a_later_version_stops_the_start(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    SqliteStore(path, 1 << 20).close()
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 99")
    assert "of version 99" in refusal(GUNICORN, environment(tmp_path))


def test_other_servers_and_commands_end_with_the_same_line(tmp_path: Path) -> None:
    names = environment(tmp_path, NEWS68K_PROXY="maybe")
    for command in (["-c", "import wsgi"], ["-m", "flask", "--app", "wsgi", "warm"]):
        ended = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=names, capture_output=True, text=True, timeout=60, check=False
        )
        assert ended.returncode == os.EX_CONFIG
        assert ended.stderr == "NEWS68K_PROXY must be on or off, not 'maybe'.\n"


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("host", ["::", "[::]", "::1"])
@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_it_listens_on_ipv6_with_brackets_or_without(host: str) -> None:
    server = ServerSettings(HOST=host, PORT=free_port())
    try_listening(server)
    assert server.bind == f"[{host.strip('[]')}]:{server.PORT}"


def test_gunicorn_is_reached_where_it_was_told_to_listen(tmp_path: Path) -> None:
    host = "::" if has_ipv6() else "0.0.0.0"
    names = environment(tmp_path, HOST=host, WEB_CONCURRENCY="1")
    port = int(names["PORT"])
    with running([*SERVE, "--log-level", "warning"], port, names):
        status, _, body = asked(port, "GET /healthz HTTP/1.0\r\n\r\n")
    assert status.endswith("200 OK")
    assert body == b"ok"


@pytest.mark.parametrize("host", [*ELSEWHERE, "a" * 70 + ".example", "unix:/nowhere/socket", "unix:/proc/socket"])
def test_where_nobody_can_listen_is_said(host: str) -> None:
    server = ServerSettings(HOST=host)
    with pytest.raises(SettingsError, match="Nobody can listen where HOST and PORT say") as caught:
        try_listening(server)
    assert server.bind in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_port_that_is_taken_is_waited_for_and_then_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlaceTaken, match=f"HOST and PORT say, 127.0.0.1:{port}: Address already in use"):
            try_listening(ServerSettings(HOST="127.0.0.1", PORT=port), patience=0.1)
        threading.Timer(0.3, taken.close).start()
        try_listening(ServerSettings(HOST="127.0.0.1", PORT=port))


def test_the_ports_of_the_past_are_tried_too(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(
            GUNICORN, environment(tmp_path, NEWS68K_WAYBACK_PORTS=f'["{port}=1999"]'), status=os.EX_UNAVAILABLE
        )
    assert f"HOST and NEWS68K_WAYBACK_PORTS say, 127.0.0.1:{port}: Address already in use" in said


def test_where_the_site_itself_listens_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours:
        server = ServerSettings(HOST="127.0.0.1", PORT=ours.getsockname()[1])
        monkeypatch.setattr("serve.held", frozenset({server.bind}))
        try_listening(server, patience=0)
        try_listening(ServerSettings(HOST="127.0.0.1", PORT=free_port()), patience=0)
        with pytest.raises(SettingsError, match="that takes a restart"):
            try_listening(server, [free_port()], patience=0)


@pytest.mark.parametrize(
    ("arguments", "names", "is_given"),
    [
        ((), {}, False),
        (("--workers", "2"), {"GUNICORN_CMD_ARGS": "--timeout 60"}, False),
        (("-b", "127.0.0.1:9"), {}, True),
        (("--bind=127.0.0.1:9",), {}, True),
        ((), {"GUNICORN_CMD_ARGS": "--bind 127.0.0.1:9"}, True),
        ((), {"GUNICORN_FD": "5"}, True),
        ((), {"LISTEN_FDS": "1"}, True),
    ],
)
def test_where_others_say_where_to_listen_the_settings_are_not_tried(
    arguments: tuple[str, ...], names: dict[str, str], is_given: bool
) -> None:
    assert has_sockets(arguments, names) is is_given


def test_a_socket_of_unix_may_be_new_or_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "socket"
    server = ServerSettings(HOST=f"unix:{path}")
    assert server.bind == f"unix:{path}"
    try_listening(server)
    assert not path.exists()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        with pytest.raises(PlaceTaken, match="Address already in use"):
            try_listening(server, patience=0)
    try_listening(server)
    assert path.is_socket()


def test_a_file_is_not_taken_for_a_socket(tmp_path: Path) -> None:
    path = tmp_path / "letters.txt"
    path.write_text("Dear Ann")
    with pytest.raises(SettingsError, match="no socket"):
        try_listening(ServerSettings(HOST=f"unix:{path}"))
    assert path.read_text() == "Dear Ann"


def test_the_path_of_a_socket_is_as_long_as_the_system_takes(tmp_path: Path) -> None:
    room = LONGEST_SOCKET_PATH - len(str(tmp_path)) - 1
    try_listening(ServerSettings(HOST=f"unix:{tmp_path}/{'x' * room}"))
    with pytest.raises(SettingsError, match=f"at most {LONGEST_SOCKET_PATH} bytes"):
        try_listening(ServerSettings(HOST=f"unix:{tmp_path}/{'x' * (room + 1)}"))


def test_a_reload_reads_the_settings_anew(tmp_path: Path) -> None:
    config = tmp_path / "site.toml"
    config.write_text('site_name = "The Old Gazette"\n')
    names = environment(tmp_path, NEWS68K_CONFIG=str(config))
    port = int(names["PORT"])
    with subprocess.Popen([*GUNICORN, "--log-level", "warning"], cwd=ROOT, env=names) as process:
        try:
            assert any("The Old Gazette" in page for page in about_pages(port))
            config.write_text('site_name = "The New Gazette"\n')
            process.send_signal(signal.SIGHUP)
            assert any("The New Gazette" in page for page in about_pages(port))
        finally:
            process.terminate()


def test_a_reload_with_something_wrong_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    config, log = tmp_path / "site.toml", tmp_path / "log"
    config.write_text('site_name = "The Old Gazette"\n')
    names = environment(tmp_path, NEWS68K_CONFIG=str(config))
    port = int(names["PORT"])
    with log.open("ab") as lines, subprocess.Popen(GUNICORN, cwd=ROOT, env=names, stderr=lines) as process:
        try:
            assert any("The Old Gazette" in page for page in about_pages(port))
            for wrong, said in (
                ("site_nam = 5", "SITE_NAM is no setting"),
                ('sites_file = "/nowhere"', "/nowhere: it"),
            ):
                config.write_text(wrong)
                log.write_text("")
                process.send_signal(signal.SIGHUP)
                assert any(said in log.read_text() for _ in about_pages(port))
                assert log.read_text().count("level=error") == 1
                assert "The Old Gazette" in next(about_pages(port))
            config.write_text('site_name = "The New Gazette"\nlog_format = "json"\n')
            process.send_signal(signal.SIGHUP)
            assert any("The New Gazette" in page for page in about_pages(port))
            log.write_text("")
        finally:
            process.terminate()
    assert {line[0] for line in log.read_text().splitlines()} == {"{"}


def test_a_server_can_be_replaced_without_a_moment_in_which_nobody_listens(tmp_path: Path) -> None:
    names = environment(tmp_path, WEB_CONCURRENCY="1")
    port, first = int(names["PORT"]), tmp_path / "pid"
    second = tmp_path / "pid.2"
    with subprocess.Popen([*SERVE, "--pid", str(first)], cwd=ROOT, env=names, stderr=subprocess.DEVNULL) as process:
        try:
            assert next(about_pages(port))
            process.send_signal(signal.SIGUSR2)
            assert comes(lambda: second.exists() and second.read_text())
            successor = int(second.read_text())
        finally:
            process.terminate()
    try:
        assert next(about_pages(port))
    finally:
        os.kill(successor, signal.SIGTERM)


def comes(true: Callable[[], object]) -> bool:
    """Wait for something to be so, for 30 seconds at most."""
    end = time.monotonic() + 30
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(true())


def about_pages(port: int) -> Iterator[str]:
    """Yield the page about the site again and again, for 30 seconds at most."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with suppress(OSError, ValueError):  # not yet listening
            yield asked(port, "GET /about HTTP/1.0\r\n\r\n")[2].decode("latin-1")
        time.sleep(0.1)
