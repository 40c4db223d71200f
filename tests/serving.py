"""The real servers, for tests that ask them over the wire: gunicorn, and nginx in front of it."""

import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.news.town import silent_sources
from tests.validity import need

ROOT = Path(__file__).parent.parent
NGINX = (ROOT / "deploy" / "nginx.conf").read_text()
# The folders that nginx insists on, also those of modules that its configuration does not use.
NGINX_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
# Below those that Linux gives by itself (`net.ipv4.ip_local_port_range`).
UNGIVEN_PORTS = range(10_000, 32_000)


def free_port() -> int:
    """Return a port on which nobody listens now, and which the system gives to nobody who does not name one.

    Several processes of tests run at a time: what the system chose for one, it could give to a connection of another.
    """
    for port in random.sample(UNGIVEN_PORTS, 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise RuntimeError("a hundred ports are taken")


@contextmanager
def running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[int]:
    """Run a server until the end, and yield its port once it listens."""
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}) as process:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()


@contextmanager
def gunicorn(app: str, *options: str, workers: int = 2, **settings: str) -> Iterator[int]:
    """Yield the port of a gunicorn with so many workers that serves `app` with these options and settings."""
    port = free_port()
    environment = {"PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": str(workers)} | {
        f"NEWS68K_{name}": text for name, text in settings.items()
    }
    with running([sys.executable, "-m", "gunicorn", "--log-level", "warning", *options, app], port, environment):
        yield port


@contextmanager
def quiet_site(folder: Path, workers: int = 2, **settings: str) -> Iterator[int]:
    """Yield the port of a gunicorn with a site of its own in `folder`, which may read the loopback and has no sources."""
    (folder / "silent.toml").write_text(silent_sources())
    own = {
        "STORE_URL": f"sqlite:///{folder}/store.sqlite3",
        "SOURCES_FILE": f"{folder}/silent.toml",
        "FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
    }
    with gunicorn("wsgi:app", workers=workers, **own | settings) as port:
        yield port


@contextmanager
def nginx(behind: int, folder: Path) -> Iterator[int]:
    """Yield the port of an nginx with our configuration in front of the port `behind`."""
    with nginx_of(NGINX.replace("127.0.0.1:8080", f"127.0.0.1:{behind}"), folder) as port:
        yield port


@contextmanager
def nginx_of(text: str, folder: Path) -> Iterator[int]:
    """Yield the port of an nginx with the configuration `text`, which keeps what it keeps in a folder."""
    need("nginx")
    port = free_port()
    folders = "".join(f"{name}_temp_path {folder}/{name}; " for name in NGINX_FOLDERS)
    text = re.sub(r"listen 80(80)? ", f"listen 127.0.0.1:{port} ", text.replace("http {", "http { " + folders))
    (folder / "nginx.conf").write_text(text.replace("/var/cache/nginx-68k", f"{folder}/cache"))
    # One process: where root runs the tests, the usual other ones would be nobody's, who may not read the folder.
    globally = f"daemon off; master_process off; pid {folder}/pid; error_log stderr;"
    command = ["nginx", "-p", str(folder), "-c", f"{folder}/nginx.conf", "-e", "stderr", "-g", globally]
    with running(command, port, {}):
        yield port


def raw_answer(port: int, request: str) -> bytes:
    """Send a request as it stands, and return all that comes until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request.encode("latin-1"))
        return b"".join(iter(lambda: connection.recv(65536), b""))


def asked(port: int, request: str) -> tuple[str, dict[str, str], bytes]:
    """Send a request as it stands, and return status line, headers and body once the server has closed."""
    head, _, body = raw_answer(port, request).partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    return status, {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}, body
