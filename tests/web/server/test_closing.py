"""Who is turned away when a server stops, and with what."""

import os
import socket
import subprocess
import sys

from app.web.server.closing import listens, refusal
from tests.validity import stumbling_blocks


def test_the_refusal_is_a_page_and_to_head_none() -> None:
    head, _, page = refusal(b"GET / HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")
    assert f"Content-Length: {len(page)}".encode() in head
    assert stumbling_blocks(page) == []
    assert refusal(bytearray(b"HEAD / HTTP/1.0\r\n\r\n")) == head + b"\r\n\r\n"


def test_a_process_listens_while_it_has_the_socket_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours, socket.create_server(("127.0.0.1", 0)) as other:
        held = "import sys; sys.stdin.read()"
        command = [sys.executable, "-c", held]
        with subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[ours.fileno()]) as child:
            assert listens(child.pid, [ours])
            assert not listens(child.pid, [other])
            child.communicate()
        assert listens(os.getpid(), [ours, other])


def test_of_a_process_that_cannot_be_seen_it_is_believed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours:
        assert listens(2**22 + 1, [ours])  # more than Linux ever counts to
