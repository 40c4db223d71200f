"""Servers for measuring, all on the loopback: gunicorn with an application of ours, and a folder of pages."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def gunicorn(
    application: str, settings: Mapping[str, str], workers: int = 2, log: int | None = None
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Serve `application` with the project's own configuration; yield its port and process.

    `log` is where it writes what it has to say, if not to our own standard error.
    """
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--log-level", "warning", application]
    environment = {**os.environ, **settings, "PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": str(workers)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, process_group=0, stderr=log)
    try:
        _wait_for(port)
        yield port, process
    finally:
        _end(process)


def get(port: int, path: str) -> tuple[int, bytes, float]:
    """Ask for `path` as an old browser does, on a connection of its own; return status, body and seconds."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Connection": "close"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body, time.perf_counter() - start


def peak_memory(process: "subprocess.Popen[bytes]") -> int:
    """Return the peak resident memory of the largest process in a server's family, in bytes (Linux)."""
    peaks = []
    for status in Path("/proc").glob("[0-9]*/status"):
        fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        if str(process.pid) in (fields.get("Pid"), fields.get("PPid")):
            peaks.append(int(fields.get("VmHWM", "0 kB").split()[0]) * 1024)
    return max(peaks)


def family(process: "subprocess.Popen[bytes] | int") -> set[int]:
    """Return the numbers of a process and of all that it started, and these in turn (Linux)."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(") ")[2].split()[1])
    found = {process if isinstance(process, int) else process.pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def cpu_of_family(process: "subprocess.Popen[bytes] | int") -> float:
    """Return the seconds of CPU that a server and all that it started have used so far (proc_pid_stat(5), Linux)."""
    ticks = 0
    for each in family(process):
        with suppress(OSError):  # one may end meanwhile
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(") ")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def family_memory(process: "subprocess.Popen[bytes] | int") -> int:
    """Return the bytes that a server and all that it started have in memory now; what is shared counts once (Linux)."""
    return sum(map(memory_of, family(process)))


def memory_of(process: int) -> int:
    """Return the bytes that one process has in memory now, of what it shares its part (PSS); 0 where it has ended."""
    with suppress(OSError):  # one may end meanwhile
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0


@contextmanager
def folder(pages: Mapping[str, bytes]) -> Iterator[int]:
    """Serve pages by their paths; yield the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a server and its workers, kindly at first; a worker that is deep in a page does not listen."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start")
