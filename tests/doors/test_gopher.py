"""Gopher over real connections: every selector that a menu gives leads somewhere."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.doors.gopher import Gopher
from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.doors.house import asked, opened
from tests.images import drawing
from tests.news.town import Paper, newspaper_of
from tests.validity import need


@pytest.fixture
def port(services: Services) -> Iterator[int]:
    with opened(Gopher(services, "news.example", 70).converse) as found:
        yield found


def menu_of(port: int, selector: str) -> list[tuple[str, str, str]]:
    """Return the lines of a menu, each as its type, its title and its selector."""
    answer = asked(port, f"{selector}\r\n".encode())
    assert answer.endswith(b"\r\n.\r\n")
    lines = [line.decode("ascii").split("\t") for line in answer.split(b"\r\n")[:-2]]
    assert all(len(line) == 4 if line[0][0] in "ih3" else line[4:] == ["+"] for line in lines)
    return [(line[0][0], line[0][1:], line[1]) for line in lines]


def lines_of(port: int, selector: str) -> list[str]:
    return asked(port, f"{selector}\r\n".encode()).decode("ascii").split("\r\n")


def test_the_first_menu_has_sections_searches_and_stories(port: int) -> None:
    found = menu_of(port, "")
    kinds = [kind for kind, _, _ in found]
    assert ("1", "WORLD", "/world") in found
    assert kinds.count("7") == 2
    assert any(kind == "0" and "Lighthouse" in title for kind, title, _ in found)


def test_a_paper_stands_behind_its_headline_where_it_has_room_as_a_whole(port: int) -> None:
    stories = [title for kind, title, _ in menu_of(port, "/") if kind == "0" and not title.startswith(" ")]
    assert any(title.endswith(")") for title in stories)
    assert all(title.endswith(")") or "(" not in title for title in stories)


def test_a_story_is_a_text_of_67_columns(port: int) -> None:
    selector = next(selector for kind, _, selector in menu_of(port, "/") if kind == "0")
    lines = lines_of(port, selector)
    assert lines[-2:] == [".", ""]
    assert max(len(line) for line in lines if "http" not in line) <= 67
    assert any("nine hundred tonnes" in line for line in lines)


def test_each_story_has_a_menu_of_its_pictures_which_are_gif(port: int, papers: list[Paper]) -> None:
    for paper in papers:
        paper.origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    selector = next(selector for kind, _, selector in menu_of(port, "/top") if kind == "1" and "/m/" in selector)
    found = menu_of(port, selector)
    picture = next(selector for kind, _, selector in found if kind == "g")
    assert asked(port, f"{picture}\r\n".encode()).startswith(b"GIF8")
    assert next(selector for kind, _, selector in found if kind == "h").startswith("URL:http://127.0.0.")


@pytest.mark.parametrize("place", ["/world", "/in/top", "/~mac/in/", "/top/", "/editions", "/~mac/editions"])
def test_places_are_menus_whose_lines_keep_what_stands_before(port: int, place: str) -> None:
    found = menu_of(port, place)
    before = re.match("(/~mac)?(/in)?", place)
    assert before
    assert found[0][0] != "3"
    if "editions" not in place:
        assert all(selector.startswith(before[0]) for _, _, selector in found if selector)


def test_an_address_is_read_and_words_are_searched_in_the_news(port: int, papers: list[Paper]) -> None:
    found = menu_of(port, f"/read\t{papers[0].origin.url('/story/0')}")
    assert found[0][0] == "0"
    menu_of(port, "/top")
    assert any("Ferry" in title for _, title, _ in menu_of(port, "/search\tferry"))
    assert menu_of(port, "/search\t")[0][0] == "i"
    assert menu_of(port, "/read")[0][0] == "i"


def test_where_there_is_nothing_a_menu_says_so(port: int) -> None:
    assert any("No source" in title for _, title, _ in menu_of(port, "/in/nation"))
    assert ("i", 'Nothing was found for "zyxw".', "") in menu_of(port, "/search\tzyxw")


@pytest.mark.parametrize("selector", ["robots.txt", "/robots.txt"])
def test_robots_are_told_to_stay_out(port: int, selector: str) -> None:
    assert lines_of(port, selector) == ["User-agent: *", "Disallow: /", ".", ""]


def test_gopher_plus_says_where_an_answer_ends(port: int, papers: list[Paper]) -> None:
    papers[0].origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    assert asked(port, b"/editions\t+\r\n") == b"+-1\r\n" + asked(port, b"/editions\r\n")
    assert asked(port, b"/search\tferry\t+\r\n") == b"+-1\r\n" + asked(port, b"/search\tferry\r\n")
    inside = menu_of(port, f"/read\t{papers[0].origin.url('/story/0')}")
    picture = next(selector for kind, _, selector in inside if kind == "g")
    length, _, body = asked(port, f"{picture}\t+image/gif\r\n".encode()).partition(b"\r\n")
    assert length == b"+%d" % len(body)
    assert body.startswith(b"GIF8")
    assert asked(port, b"/nothing\t+\r\n") == b"--1\r\n1 There is no such place here.\r\n.\r\n"


def test_gopher_plus_says_what_is_known_of_items(port: int) -> None:
    section = asked(port, b"/~mac/world\t!\r\n")
    assert section.startswith(
        b"+-1\r\n+INFO: 1WORLD\t/~mac/world\tnews.example\t70\t+\r\n+ADMIN:\r\n Admin: 68k.news\r\n"
    )
    assert section.endswith(b">\r\n.\r\n")
    kind, _, selector = next(each for each in menu_of(port, "/") if each[0] == "0")
    story = asked(port, f"{selector}\t!\r\n".encode())
    assert story.startswith(f"+-1\r\n+INFO: {kind}http://127.0.0.".encode())
    lines = asked(port, b"/\t$\r\n").split(b"\r\n")
    assert sum(line.startswith(b"+INFO: ") for line in lines) == sum(each[0] not in "ih" for each in menu_of(port, "/"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/nothing", "no such place"),
        ("/~nobody/", "no profile"),
        ("/xx/", 'no edition "xx"'),
        ("/a/aaaaaaaaaa", "no longer known"),
        ("/read\thttp://10.0.0.1/", "private network"),
        ("/read\tftp://x.example/", "ftp"),
        ("../../etc/passwd", "no such place"),
        ("GET / HTTP/1.0", "no such place"),
        ("\x00\x01\x02", "no such place"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(port: int, line: str, words: str) -> None:
    ((kind, title, _),) = menu_of(port, line)
    assert kind == "3"
    assert words in title


def test_who_reads_too_much_is_told_so(settings: Settings, papers: list[Paper], tmp_path: Path) -> None:
    narrow = replace(newspaper_of(papers, settings, tmp_path), LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    door = Gopher(create_app(narrow).extensions[EXTENSION], "", 70)
    lines = [f"/read\t{papers[0].origin.url(f'/story/{number}')}".encode() for number in (0, 1)]
    first, second = (door.answer("192.0.2.1", line, "h") for line in lines)
    assert first.startswith(b"0")
    assert second.startswith(b"3")
    assert b"page" in second
    assert door.answer("192.0.2.2", lines[1], "h").startswith(b"0")


def test_an_address_of_the_web_is_a_page_with_its_link(port: int) -> None:
    answer = asked(port, b'URL:http://x.example/a"b?c=1&d=2\r\n').decode()
    assert '<a href="http://x.example/a%22b?c=1&amp;d=2">' in answer


@pytest.mark.parametrize("default", ["us", "uk", "xx"])
def test_where_the_usual_edition_has_no_sources_the_first_that_has_is_shown(
    settings: Settings, papers: list[Paper], tmp_path: Path, default: str
) -> None:
    here = create_app(replace(newspaper_of(papers, settings, tmp_path), DEFAULT_EDITION=default))
    assert b"India" in Gopher(here.extensions[EXTENSION], "", 70).answer("127.0.0.1", b"", "h")
    assert "68k.news IN" in here.test_client().get("/").get_data(as_text=True)


@pytest.mark.parametrize(
    "line", ["/search\tcaf\xe9", "/search\tcaf\xc3\xa9", "/~mac/search\tcaf\x8e", "/~dos/search\tcaf\x82"]
)
def test_words_come_in_the_letters_of_the_machine(services: Services, line: str) -> None:
    answer = Gopher(services, "", 70).answer("127.0.0.1", line.encode("latin-1"), "h")
    place = "mac_roman" if "~mac" in line else "cp437" if "~dos" in line else "ascii"
    assert answer.startswith("icaf\xe9: 0\t".encode(place) if place != "ascii" else b"icafe: 0\t")


def test_letters_are_those_of_the_machine(services: Services, papers: list[Paper]) -> None:
    words = "<p>Naïve cafés stand along the quay of the old harbour, said the keeper of the tower.</p>" * 8
    papers[0].origin.serve("/cafe", f"<title>Café</title><article><h1>Café</h1>{words}</article>")
    door = Gopher(services, "", 70)
    menu = door.answer("127.0.0.1", f"/~macplus/read\t{papers[0].origin.url('/cafe')}".encode(), "h")
    key = re.search(rb"/~macplus/a/[a-z2-7]+", menu)
    assert key
    assert "Naïve cafés" in door.answer("127.0.0.1", key[0], "h").decode("mac_roman")
    assert b"Naive cafes" in door.answer("127.0.0.1", key[0].removeprefix(b"/~macplus"), "h")


def test_our_words_are_in_a_language_that_the_set_of_the_machine_can_write(services: Services) -> None:
    door = Gopher(services, "", 70)

    def said(selector: str) -> bytes:
        return door.answer("127.0.0.1", selector.encode(), "h")

    assert b"1WELT\t/~universal-de/world" in said("/~universal-de")
    assert b"7Jede Seite lesen" in said("/~universal-de")
    assert b"Einen solchen Ort" in said("/~universal-de/nothing")
    assert "1À LA UNE".encode("mac_roman") in said("/~macplus-fr")
    assert b"1WORLD\t" in said("/~universal-ru")
    assert b"1WORLD\t" in said("/~macplus-ja")


def test_lynx_shows_a_menu_and_a_story(port: int) -> None:
    need("lynx")
    shown = lynx(f"gopher://127.0.0.1:{port}/1/top")
    assert "(FILE)" in shown
    assert "Lighthouse of Kettle Point" in shown
    assert "Ferry to Sandhaven" in lynx(f"gopher://127.0.0.1:{port}/7/~mac/search?ferry")
    selector = next(selector for kind, _, selector in menu_of(port, "/") if kind == "0")
    assert "nine hundred tonnes" in lynx(f"gopher://127.0.0.1:{port}/0{selector}")


def lynx(address: str) -> str:
    command = ["lynx", "-dump", "-width=100", address]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
