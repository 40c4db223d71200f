"""Gemini over real connections with TLS: every link of a page leads somewhere."""

import re
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.doors.certificate import tls_with
from app.doors.doorway import DoorLimits
from app.doors.gemini import Gemini
from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.doors.certificates import NAME, asked_over_tls, client_of, made
from tests.doors.house import opened
from tests.images import drawing
from tests.news.town import Paper, newspaper_of


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return made(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def port(services: Services, pair: tuple[str, str]) -> Iterator[int]:
    with opened(Gemini(services, NAME, 1965).converse, tls=tls_with(*pair)) as found:
        yield found


class Reader:
    """Asks the door for paths."""

    def __init__(self, door: Gemini) -> None:
        self._door = door

    def asked(self, path: str, client: str = "127.0.0.1") -> tuple[int, str, bytes]:
        """Return status, meta and body."""
        found = self._door.answer(client, f"gemini://{NAME}{path}".encode())
        head, _, body = found.partition(b"\r\n")
        status, _, meta = head.decode().partition(" ")
        return int(status), meta, body

    def lines(self, path: str) -> list[str]:
        """Return the lines of a page."""
        status, meta, body = self.asked(path)
        assert status == 20, meta
        assert meta.startswith("text/gemini; charset=utf-8")
        return body.decode().split("\n")

    def links(self, path: str) -> list[tuple[str, str]]:
        """Return the links of a page, each as its target and its words."""
        parts = [line.split(" ", 2) for line in self.lines(path) if line.startswith("=> ")]
        return [(part[1], part[2]) for part in parts]


@pytest.fixture
def reader(services: Services) -> Reader:
    return Reader(Gemini(services, NAME, 1965))


def first(links: list[tuple[str, str]], part: str) -> str:
    return next(target for target, _ in links if part in target)


def test_a_page_comes_over_tls_and_ends_with_the_alert_that_says_so(port: int, pair: tuple[str, str]) -> None:
    answer = asked_over_tls(port, pair[0], f"gemini://{NAME}/in/\r\n".encode())
    assert answer.startswith(b"20 text/gemini; charset=utf-8; lang=en\r\n# 68k.news: India\n")
    assert b"Lighthouse of Kettle Point" in answer


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_both_versions_of_tls_are_spoken(port: int, pair: tuple[str, str], version: ssl.TLSVersion) -> None:
    client = client_of(pair[0])
    client.minimum_version = client.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", port), 20) as plain,
        client.wrap_socket(plain, server_hostname=NAME) as found,
    ):
        assert found.version() == version.name.replace("_", ".")
        found.sendall(f"gemini://{NAME}/nothing\r\n".encode())
        assert found.recv(100).startswith(b"51 ")


@pytest.mark.parametrize("line", [b"gemini://elsewhere.example/\r\n", f"gemini://{NAME}:70/\r\n".encode()])
def test_a_request_for_another_is_refused(port: int, pair: tuple[str, str], line: bytes) -> None:
    assert asked_over_tls(port, pair[0], line) == b"53 This site asks no other one for you.\r\n"


def test_too_long_a_line_is_refused_before_its_end(port: int, pair: tuple[str, str]) -> None:
    assert asked_over_tls(port, pair[0], b"gemini://" + b"x" * 5000).startswith(b"59 ")


def test_a_large_answer_arrives_whole(services: Services, pair: tuple[str, str]) -> None:
    door = Gemini(services, NAME, 1965)
    whole = b"20 image/jpeg\r\n" + bytes(range(256)) * 20_000
    door.answer = lambda client, line: whole  # type: ignore[method-assign]  # as long as a picture may be
    with opened(door.converse, tls=tls_with(*pair)) as port:
        assert asked_over_tls(port, pair[0], b"gemini://x/\r\n") == whole


def test_who_speaks_no_tls_or_says_nothing_is_sent_away_and_counted(services: Services, pair: tuple[str, str]) -> None:
    limits = DoorLimits(silence=5.0, sending=5.0, handshake=0.5, for_each=2)
    with opened(Gemini(services, NAME, 1965).converse, limits, tls_with(*pair)) as port:
        silent = [socket.create_connection(("127.0.0.1", port), 20) for _ in range(2)]
        time.sleep(0.2)
        with socket.create_connection(("127.0.0.1", port), 20) as third:
            assert third.recv(10) == b""
        for client in silent:
            assert client.recv(10) == b""
            client.close()
        with socket.create_connection(("127.0.0.1", port), 20) as plain:
            plain.sendall(f"gemini://{NAME}/\r\n".encode())
            assert b"gemtext" not in gone(plain)
        with socket.create_connection(("127.0.0.1", port), 20):
            pass
        assert asked_over_tls(port, pair[0], f"gemini://{NAME}/nothing\r\n".encode()).startswith(b"51 ")


def gone(client: socket.socket) -> bytes:
    """Return what comes until the other end closes, in whatever way."""
    found = b""
    try:
        while part := client.recv(1000):
            found += part
    except ConnectionResetError:
        return found
    return found


def test_who_agrees_on_tls_and_says_nothing_is_sent_away(services: Services, pair: tuple[str, str]) -> None:
    limits = DoorLimits(silence=0.3, sending=5.0)
    with (
        opened(Gemini(services, NAME, 1965).converse, limits, tls_with(*pair)) as port,
        socket.create_connection(("127.0.0.1", port), 20) as plain,
        client_of(pair[0]).wrap_socket(plain, server_hostname=NAME) as client,
    ):
        try:
            assert client.recv(10) == b""
        except (ConnectionResetError, ssl.SSLEOFError):
            assert client.fileno() > 0  # cut off without a word, as it should be


def test_the_first_page_has_sections_searches_editions_and_stories(reader: Reader) -> None:
    links = reader.links("/")
    assert ("/world", "WORLD") in links
    assert {"/search", "/read", "/editions"} <= {target for target, _ in links}
    assert any("Lighthouse" in words for _, words in links)
    assert reader.lines("/") == reader.lines("") == reader.lines("/top")
    assert ("/in/", "India") in reader.links("/editions")


@pytest.mark.parametrize("place", ["/world", "/in/top", "/~macplus/in/", "/top/", "/~macplus/editions"])
def test_links_keep_what_stands_before(reader: Reader, place: str) -> None:
    before = re.match("(/~macplus)?(/in)?", place)
    assert before
    assert all(target.startswith(before[0]) for target, _ in reader.links(place))


def test_an_article_has_its_text_its_pictures_its_original_and_its_links(reader: Reader, papers: list[Paper]) -> None:
    for paper in papers:
        paper.origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    story = first(reader.links("/in/"), "/a/")
    lines = reader.lines(story)
    assert lines[0].startswith("# ")
    assert "Lighthouse" in lines[0]
    assert any("nine hundred tonnes" in line for line in lines)
    links = reader.links(story)
    status, meta, body = reader.asked(first(links, "/g/"))
    assert (status, meta, body[:2]) == (20, "image/jpeg", b"\xff\xd8")
    assert any(target.startswith("http://127.0.0.") for target, _ in links)
    for target, _ in links:
        if "/a/" in target or "/l/" in target:
            assert target.startswith("/in/")
    assert reader.lines(first(links, "/l/"))[0] == "# Links of this page"


def test_pictures_are_as_the_machine_of_the_profile_has_them(reader: Reader, papers: list[Paper]) -> None:
    papers[0].origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    story = first(reader.links("/~macplus/in/"), "/a/")
    picture = first(reader.links(story), "/g/")
    assert picture.endswith(".gif")
    assert reader.asked(picture)[2].startswith(b"GIF8")


def test_an_address_leads_to_its_article_and_words_search_the_news(reader: Reader, papers: list[Paper]) -> None:
    assert reader.asked("/in/read")[:2] == (10, "Type its address, or words to search for.")
    assert reader.asked("/in/search")[:2] == (10, "Search the news")
    status, where, _ = reader.asked(f"/in/read?{papers[0].origin.url('/story/0')}")
    assert status == 30
    assert any("nine hundred tonnes" in line for line in reader.lines(where))
    reader.lines("/in/top")
    assert any("Ferry" in words for _, words in reader.links("/in/search?ferry"))
    assert 'Nothing was found for "zyxw".' in reader.lines("/in/search?zyxw")


def test_robots_are_told_to_stay_out(reader: Reader) -> None:
    assert reader.asked("/robots.txt") == (20, "text/plain", b"User-agent: *\nDisallow: /\n")


def test_an_edition_of_former_times_leads_to_the_present_one(reader: Reader) -> None:
    assert reader.asked("/~macplus/uk/world")[:2] in (
        (31, "/~macplus/gb/world"),
        (51, 'There is no edition "gb" here.'),
    )


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 51, "no such place"),
        ("/~nobody/", 51, "no profile"),
        ("/xx/", 51, 'no edition "xx"'),
        ("/a/aaaaaaaaaa", 51, "no longer known"),
        ("/read?ftp://x.example/", 59, "ftp"),
        ("/../../etc/passwd", 51, "no such place"),
        ("/%0d%0a20%20text/html", 51, "no such place"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(reader: Reader, path: str, status: int, words: str) -> None:
    found = reader.asked(path)
    assert found[0] == status
    assert words in found[1]
    assert found[2] == b""


def test_a_private_network_is_not_read(reader: Reader) -> None:
    status, where, _ = reader.asked("/read?http://10.0.0.1/")
    assert status == 30
    assert reader.asked(where)[0] == 50
    assert "private network" in reader.asked(where)[1]


def test_who_reads_too_much_is_told_for_how_long_not_to(
    settings: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    narrow = replace(newspaper_of(papers, settings, tmp_path), LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    reader = Reader(Gemini(create_app(narrow).extensions[EXTENSION], NAME, 1965))
    places = [reader.asked(f"/read?{papers[0].origin.url(f'/story/{number}')}")[1] for number in (0, 1)]
    assert reader.asked(places[0], "192.0.2.1")[0] == 20
    status, meta, _ = reader.asked(places[1], "192.0.2.1")
    assert status == 44
    assert 0 < int(meta) <= 60
    assert reader.asked(places[1], "192.0.2.2")[0] == 20


def test_a_page_cannot_forge_lines(reader: Reader, papers: list[Paper]) -> None:
    words = "The keeper of the tower said that nine hundred tonnes had been moved along the quay of the harbour. " * 3
    hostile = [
        "=> gemini://evil.example/ Back",
        "```",
        "# Not ours",
        "* item",
        "> quote",
        "=&gt; gemini://evil.example/",
    ]
    body = "".join(f"<p>{each} {words}</p>" for each in hostile) + "<pre>one\n```\n=> gemini://evil.example/\n</pre>"
    papers[0].origin.serve(
        "/forged",
        f"<title>=> gemini://evil.example/</title><article><h1>=> gemini://evil.example/</h1>{body}</article>",
    )
    lines = reader.lines(reader.asked(f"/read?{papers[0].origin.url('/forged')}")[1])
    assert sum("nine hundred tonnes" in line for line in lines) >= 5
    assert not any(re.match("=>.*evil", line) for line in lines[: lines.index("```")])
    assert lines.count("```") in (0, 2)
    assert not any(line.startswith(("> ", "* ")) for line in lines)


def test_our_words_are_in_the_language_that_the_profile_names(reader: Reader) -> None:
    assert ("/~universal-de/in/world", "WELT") in reader.links("/~universal-de/in/")
    assert reader.asked("/~universal-de/in/search")[1] == "In den Nachrichten suchen"
    assert "gibt es" in reader.asked("/~universal-de/in/nothing")[1]
    russian = reader.links("/~universal-ru/in/")
    assert any("МИР" in words for _, words in russian)
