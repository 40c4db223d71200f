"""nginx in front of gunicorn, by the configuration in deploy/, asked as old browsers ask."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from app.web.middleware.header_padding import BROKEN, PADDING, header_length
from tests.modern_site import LIGHTHOUSE
from tests.origin import Origin
from tests.serving import asked, free_port, gunicorn, nginx, raw_answer
from tests.validity import need, sgml_errors, stumbling_blocks

FRONTS = ("gunicorn", "nginx")
# An address with an `&` is not linked directly: the way to the original is a redirect of ours.
ARTICLE = "/lighthouse?story=1&page=2"
KINDS = ("article", "file", "front page", "missing", "out", "picture", "picture page", "refused")


@pytest.fixture(scope="module")
def front(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of the site."""
    with nginx(port, tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.fixture(scope="module")
def echo() -> Iterator[int]:
    """The port of a gunicorn that answers with the request."""
    with gunicorn("tests.echo:app") as number:
        yield number


@pytest.fixture(scope="module")
def echo_front(echo: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of `echo`."""
    with nginx(echo, tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.fixture(scope="module")
def serial_front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of a site whose answers are numbered."""
    with gunicorn("tests.serial:app") as behind, nginx(behind, tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.fixture(scope="module")
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of nobody."""
    with nginx(free_port(), tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.fixture(scope="module")
def paths(port: int, place: Origin) -> dict[str, str]:
    """The path of a response of each kind."""

    def reading(address: str) -> str:
        return f"/read?url={quote(address, safe='')}"

    def link(path: str, pattern: str) -> str:
        found = re.search(pattern, asked(port, f"GET {path} HTTP/1.0\r\n\r\n")[2].decode())
        assert found
        return found[1]

    article = reading(place.url(ARTICLE))
    image_page = link(article, r'<a href="([^"]*)">\[1[^<]*</a>')
    picture = link(image_page, r'<img[^>]* src="([^"]*)"')
    return {
        "article": article,
        "file": reading(place.url("/tides.bin")),
        "front page": "/",
        "missing": "/nothing/here",
        "out": link(article, r'<a href="(/o/[^"]*)">Original source'),
        "picture": picture,
        "picture page": image_page,
        "refused": reading("http://10.0.0.1/"),
    }


@pytest.fixture(params=FRONTS)
def server(request: pytest.FixtureRequest) -> int:
    """The port of the site, without and with nginx."""
    port: int = request.getfixturevalue("port" if request.param == "gunicorn" else "front")
    return port


def received(port: int, request: str) -> dict[str, Any]:
    """Return the request that `echo` saw."""
    found: dict[str, Any] = json.loads(asked(port, request)[2])
    return found


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_http_0_9_is_answered_with_the_bare_body(front: int, paths: dict[str, str], line_end: str) -> None:
    # What XMosaic 1.2 sends, to the byte; then it waits for the end of the connection.
    page = raw_answer(front, f"GET {paths['article']}{line_end}")
    assert page.startswith(b"<!DOCTYPE HTML")
    assert page.endswith(b"</html>\n")
    assert LIGHTHOUSE.title.encode() in page
    assert raw_answer(front, f"GET {paths['picture']}{line_end}").startswith(b"GIF8")
    assert raw_answer(front, f"GET {paths['file']}{line_end}") == bytes(range(256)) * 1000
    assert raw_answer(front, f"GET {paths['missing']}{line_end}").startswith(b"<!DOCTYPE HTML")
    assert raw_answer(front, f"GET {paths['out']}{line_end}").startswith(b"<!DOCTYPE HTML")


@pytest.mark.parametrize(
    "request_text",
    [
        "GET {} HTTP/1.0\r\n\r\n",
        "GET {} HTTP/1.0\n\n",
        "GET {} HTTP/1.0\nUser-Agent: MicroWeb 2.1\n\n",
        "GET {} HTTP/1.0\r\nConnection: Keep-Alive\r\nAccept-Encoding: gzip, deflate\r\n\r\n",
        "GET {} HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET {} HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\nAccept-Encoding: gzip\r\n\r\n",
    ],
)
def test_a_page_comes_whole_with_few_headers_and_the_connection_ends(
    front: int, paths: dict[str, str], request_text: str
) -> None:
    status, headers, body = asked(front, request_text.format(paths["article"]))
    assert status == "HTTP/1.1 200 OK"
    assert headers["content-type"] == "text/html"
    assert headers["connection"] == "close"
    assert int(headers["content-length"]) == len(body)
    assert len(headers) <= 8
    assert not {"transfer-encoding", "content-encoding", "set-cookie", "vary", "keep-alive"} & set(headers)
    assert body.startswith(b"<!DOCTYPE HTML")


@pytest.mark.parametrize("kind", KINDS)
def test_head_has_the_headers_of_get_and_no_body(server: int, paths: dict[str, str], kind: str) -> None:
    got_status, got, body = asked(server, f"GET {paths[kind]} HTTP/1.0\r\n\r\n")
    status, headers, nothing = asked(server, f"HEAD {paths[kind]} HTTP/1.0\r\n\r\n")
    assert nothing == b""
    assert status == got_status
    # The age of a front page may have come to another minute in between.
    moving = {"date", "last-modified", "content-length"} if kind == "front page" else {"date"}
    assert {**headers, **dict.fromkeys(moving, "")} == {**got, **dict.fromkeys(moving, "")}
    assert int(got["content-length"]) == len(body)


@pytest.mark.parametrize("kind", ["article", "file", "picture"])
def test_what_a_browser_has_is_not_sent_again(server: int, paths: dict[str, str], kind: str) -> None:
    status, headers, body = asked(server, f"GET {paths[kind]} HTTP/1.0\r\n\r\n")
    modified = headers["last-modified"]
    for method in ("GET", "HEAD"):
        again = f"{method} {paths[kind]} HTTP/1.0\r\nIf-Modified-Since: {modified}; length={len(body)}\r\n\r\n"
        status, headers, nothing = asked(server, again)
        assert status.split(" ")[1] == "304"
        assert nothing == b""
        assert headers.get("content-length", "0") == "0"
        assert headers["connection"] == "close"
    old = formatdate(0, usegmt=True)
    status, _, sent = asked(server, f"GET {paths[kind]} HTTP/1.0\r\nIf-Modified-Since: {old}\r\n\r\n")
    assert status.split(" ")[1] == "200"
    assert len(sent) == len(body)


def test_a_redirect_stays_absolute_and_has_a_body(server: int, paths: dict[str, str], place: Origin) -> None:
    status, headers, body = asked(server, f"GET {paths['out']} HTTP/1.0\r\nHost: other.example\r\n\r\n")
    assert status.split(" ")[1] == "302"
    assert headers["location"] == place.url(ARTICLE)
    assert place.url(ARTICLE).replace("&", "&amp;").encode() in body


def test_a_redirect_to_the_server_behind_stays_absolute_too(echo: int, echo_front: int) -> None:
    url = f"http://127.0.0.1:{echo}/page"
    headers = asked(echo_front, f"GET /headers?Location={url} HTTP/1.0\r\n\r\n")[1]
    assert headers["location"] == url


def test_a_redirect_never_breaks_navigator_2(server: int, place: Origin) -> None:
    padded = 0
    for size in range(20, 42):
        url = quote(place.url(f"/lighthouse?a=1&b={'x' * size}"), safe="")
        out = re.search(rb'href="(/o/[^"]*)"', raw_answer(server, f"GET /read?url={url} HTTP/1.0\r\n\r\n"))
        assert out
        head, _, _ = raw_answer(server, f"GET {out[1].decode()} HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")
        assert len(head) + 4 not in BROKEN
        padded += PADDING[0].encode() in head
    assert padded == len(BROKEN) + 3


@pytest.mark.parametrize("name", FRONTS)
def test_the_length_of_headers_is_what_we_say_and_never_one_that_breaks_navigator_2(
    echo: int, request: pytest.FixtureRequest, name: str
) -> None:
    port = echo if name == "gunicorn" else request.getfixturevalue("echo_front")
    bare = []
    for filler in range(50, 130):
        answer = raw_answer(port, f"GET /headers?X-Filler={'x' * filler} HTTP/1.0\r\n\r\n")
        length = answer.index(b"\r\n\r\n") + 4
        status, *lines = answer[: length - 4].decode().split("\r\n")
        pairs = [(header, value) for header, _, value in (line.partition(": ") for line in lines)]
        own = [(header, value) for header, value in pairs if header not in ("Server", "Date", "Connection")]
        assert length == header_length(status.partition(" ")[2], own, name)
        assert length not in BROKEN
        bare.append(length - len("".join(PADDING)) - 4 if PADDING in pairs else length)
    # The headers would have ended at each of these places.
    assert bare == list(range(bare[0], bare[0] + 80))
    assert bare[0] < BROKEN.start - 3
    assert bare[-1] > BROKEN.stop + 3


def test_a_long_address_arrives(echo_front: int) -> None:
    path = "/read?url=" + quote("http://x.example/?" + "ä=&" * 400, safe="")
    assert len(path) > 4000
    assert received(echo_front, f"GET {path} HTTP/1.0\r\n\r\n")["target"] == path


def test_an_address_arrives_as_it_was_sent(echo_front: int) -> None:
    path = "/read/http://x.example//a/../b%2Fc/%C3%A9/./d?q=%26&&x=http://y"
    assert received(echo_front, f"GET {path} HTTP/1.0\r\n\r\n")["target"] == path


def test_raw_bytes_above_127_in_a_path_become_percent_codes(echo_front: int) -> None:
    assert received(echo_front, "GET /caf\xe9?a=%E9 HTTP/1.0\r\n\r\n")["target"] == "/caf%E9?a=%E9"
    assert b'"target": "/caf%E9"' in raw_answer(echo_front, "GET /caf\xe9\r\n")


def test_the_program_behind_sees_who_asks_and_under_which_name(echo_front: int) -> None:
    request = "GET / HTTP/1.1\r\nHost: 68k.example:8000\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n"
    seen = received(echo_front, request)
    assert seen["protocol"] == "HTTP/1.0"
    assert seen["headers"]["HOST"] == "68k.example:8000"
    assert seen["headers"]["X_FORWARDED_FOR"] == "127.0.0.1"
    assert "HOST" not in received(echo_front, "GET / HTTP/1.0\r\n\r\n")["headers"]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("http://example.org/path", "/path"),
        ("http://example.org", "/"),
        ("HTTP://Example.org:8000//a/../b%2f?x=http://y&z", "//a/../b%2f?x=http://y&z"),
        ("https://example.org/", "/"),
        ("gopher://example.org/1", "/1"),
        ("http://example.org/caf\xe9", "/caf%E9"),
        ("http://example.org/s?q=caf\xe9", "/s"),
    ],
)
def test_the_absolute_address_of_a_proxy_request_reaches_the_program(
    echo_front: int, address: str, target: str
) -> None:
    seen = received(echo_front, f"GET {address} HTTP/1.0\r\nX-Absolute-URI: http://forged.example/\r\n\r\n")
    assert seen["headers"]["X_ABSOLUTE_URI"] == address
    assert seen["target"] == target


def test_a_browser_that_has_it_as_its_proxy_is_understood(echo_front: int) -> None:
    need("lynx")
    environment = {**os.environ, "http_proxy": f"http://127.0.0.1:{echo_front}/", "no_proxy": ""}
    command = ["lynx", "-source", "http://example.org/a?b=1&c=2"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert json.loads(done.stdout)["headers"]["X_ABSOLUTE_URI"] == "http://example.org/a?b=1&c=2"


@pytest.mark.parametrize("name", ["X-Absolute-URI", "x-absolute-uri", "X_Absolute_URI"])
def test_no_client_can_forge_an_absolute_address(echo_front: int, name: str) -> None:
    seen = received(echo_front, f"GET /read?url=http://a.example/ HTTP/1.0\r\n{name}: http://forged.example/\r\n\r\n")
    assert "X_ABSOLUTE_URI" not in seen["headers"]


@pytest.mark.parametrize(
    ("request_line", "status", "heading"),
    [
        ("CONNECT example.org:443 HTTP/1.0", "400", "This cannot be read"),
        ("FOO", "400", "This cannot be read"),
        ("GET /a%zz HTTP/1.0", "400", "This cannot be read"),
        ("GET /read?url=caf\xe9 HTTP/1.0", "400", "This cannot be read"),
        ("GET / HTTP/3.7", "505", "This cannot be read"),
        ("GET /" + "x" * 9000 + " HTTP/1.0", "414", "Too long"),
        ("TRACE / HTTP/1.0", "405", "This cannot be read"),
        ("GET / HTTP/1.0", "502", "Not at work"),
    ],
)
def test_what_nginx_answers_by_itself_is_a_page_too(
    lonely: int, tmp_path: Path, request_line: str, status: str, heading: str
) -> None:
    line, headers, body = asked(lonely, f"{request_line}\r\n\r\n")
    assert line.split(" ")[1] == status
    assert headers["content-type"] == "text/html"
    assert headers["connection"] == "close"
    assert headers["server"] == "nginx"
    assert f"<h1>{heading}</h1>".encode() in body
    assert sgml_errors(body, tmp_path) == ""
    assert stumbling_blocks(body) == []


def test_what_nginx_answers_by_itself_to_http_0_9_is_a_bare_page(lonely: int) -> None:
    assert raw_answer(lonely, "GET /\r\n").startswith(b"<!DOCTYPE HTML")


def test_the_longest_address_that_nginx_takes_gunicorn_takes_too(echo_front: int) -> None:
    for size in range(8160, 8200):
        page = raw_answer(echo_front, f"GET /{'x' * size}\r\n")
        assert page.startswith(b'{"target"') or b"<h1>Too long</h1>" in page


def number(port: int, path: str, *headers: str, method: str = "GET") -> bytes:
    """Return the number of the answer, by which it is known again."""
    lines = "".join(f"{header}\r\n" for header in headers)
    return asked(port, f"{method} {path} HTTP/1.0\r\n{lines}\r\n")[2]


def test_a_page_that_is_the_same_for_everybody_is_fetched_once(serial_front: int) -> None:
    first = number(serial_front, "/~macplus/in/")
    assert {number(serial_front, "/~macplus/in/", "User-Agent: Mozilla/1.1N") for _ in range(20)} == {first}


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/private/in/", ()),
        ("/~macplus/busy", ()),
        ("/~macplus/missing", ()),
        ("/~macplus/moved", ()),
        ("/~macplus/secret", ("Authorization: Basic eDp5",)),
        ("http://example.org/~macplus/", ()),
    ],
)
def test_what_is_not_for_everybody_is_never_kept(serial_front: int, path: str, headers: tuple[str, ...]) -> None:
    assert len({number(serial_front, path, *headers) for _ in range(3)}) == 3


def test_who_shows_a_password_gets_nothing_that_is_kept_and_leaves_nothing(serial_front: int) -> None:
    kept = number(serial_front, "/~palm/both")
    assert number(serial_front, "/~palm/both", "Authorization: Basic eDp5") != kept
    assert number(serial_front, "/~palm/both") == kept


def test_a_question_is_part_of_what_is_kept(serial_front: int) -> None:
    assert number(serial_front, "/~macplus/search?q=a") != number(serial_front, "/~macplus/search?q=b")


def test_a_request_for_the_head_alone_is_not_answered_with_a_page(serial_front: int) -> None:
    assert number(serial_front, "/~macplus/head", method="HEAD") == b""
    assert number(serial_front, "/~macplus/head") != b""
    assert number(serial_front, "/~macplus/head", method="HEAD") == b""


def test_what_is_kept_is_shown_while_the_site_is_down(tmp_path: Path) -> None:
    with ExitStack() as site, nginx(site.enter_context(gunicorn("tests.serial:app")), tmp_path) as front:
        first = number(front, "/~macplus/in/")
        site.close()
        assert number(front, "/~macplus/in/") == first
        assert b"Not at work" in number(front, "/~macplus/other")
