"""What the web sites' limits are to the doors: the same counts, whichever way somebody comes in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.doors.finger import Finger
from app.doors.gemini import Gemini
from app.doors.gopher import Gopher
from app.doors.telnet import Session, Telnet
from app.doors.terminal import Terminal
from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.news.town import Paper, newspaper_of

CALLER, OTHER = "192.0.2.1", "192.0.2.2"
NAME = "news.example"
Ask = Callable[[Services, str, str], str]


def by_gopher(services: Services, client: str, url: str) -> str:
    return Gopher(services, NAME, 70).answer(client, f"/read\t{url}".encode(), NAME).decode("ascii")


def by_gemini(services: Services, client: str, url: str) -> str:
    door = Gemini(services, NAME, 1965)
    place = door.answer(client, f"gemini://{NAME}/read?{url}".encode()).decode().split()[-1]
    return door.answer(client, f"gemini://{NAME}{place}".encode()).decode()


def by_telnet(services: Services, client: str, url: str) -> str:
    return Telnet(services).answer(client, Session(Terminal()), f"r {url}").decode("ascii")


READERS = {"gopher": by_gopher, "gemini": by_gemini, "telnet": by_telnet}
FRONTS: dict[str, Callable[[Services, str, str], bytes]] = {
    "finger": lambda services, client, section: Finger(services).answer(client, f"in/{section}".encode()),
    "gemini": lambda services, client, section: Gemini(services, NAME, 1965).answer(
        client, f"gemini://{NAME}/in/{section}".encode()
    ),
    "gopher": lambda services, client, section: Gopher(services, NAME, 70).answer(
        client, f"/in/{section}".encode(), ""
    ),
    "telnet": lambda services, client, section: Telnet(services).answer(
        client, Session(Terminal(), "in"), f"w {section}"
    ),
}


SEARCHERS: dict[str, Callable[[Services, str], bytes]] = {
    "gemini": lambda services, words: Gemini(services, NAME, 1965).answer(
        CALLER, f"gemini://{NAME}/search?{words}".encode()
    ),
    "gopher": lambda services, words: Gopher(services, NAME, 70).answer(CALLER, f"/search\t{words}".encode(), ""),
    "telnet": lambda services, words: Telnet(services).answer(CALLER, Session(Terminal(), "in"), f"s {words}"),
}


@pytest.fixture
def app(settings: Settings, papers: list[Paper], tmp_path: Path) -> Flask:
    narrow = replace(newspaper_of(papers, settings, tmp_path), LIMIT_READS_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    narrow = replace(narrow, LIMIT_SEARCHES_PER_MINUTE=1)
    return create_app(narrow)


@pytest.fixture
def narrow(app: Flask) -> Services:
    found: Services = app.extensions[EXTENSION]
    return found


def is_read(answer: str) -> bool:
    return "Kettle Point" in answer


@pytest.mark.parametrize("ask", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/", "http://192.168.1.1/", "http://[::1]/", "http://169.254.169.254/latest/", "http://0/"],
)
def test_no_private_address_is_read_at_any_door(narrow: Services, ask: Ask, address: str) -> None:
    said = " ".join(ask(narrow, CALLER, address).split())
    assert "private network" in said or "machine of this reader itself" in said


@pytest.mark.parametrize("ask", READERS.values(), ids=READERS)
def test_who_asks_too_much_is_refused_at_each_door_and_others_are_not(
    narrow: Services, papers: list[Paper], ask: Ask
) -> None:
    urls = [paper.origin.url("/story/0") for paper in papers]
    assert [is_read(ask(narrow, CALLER, url)) for url in urls] == [True, True, False]
    assert is_read(ask(narrow, OTHER, urls[2]))
    assert is_read(ask(narrow, CALLER, urls[0])), "what is kept costs nothing"


def test_all_doors_and_the_web_have_one_count_and_what_is_kept_is_none(app: Flask, papers: list[Paper]) -> None:
    services: Services = app.extensions[EXTENSION]
    first, second, third = (paper.origin.url("/story/0") for paper in papers)
    browser = {"environ_base": {"REMOTE_ADDR": CALLER}}
    assert all(is_read(ask(services, CALLER, first)) for ask in (*READERS.values(), by_gopher))
    assert app.test_client().get("/in/read", query_string={"url": second}, **browser).status_code == 200
    assert not is_read(by_telnet(services, CALLER, third))
    assert app.test_client().get("/in/read", query_string={"url": third}, **browser).status_code == 429


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_front_pages_that_are_not_kept_are_reads_at_each_door(
    narrow: Services, front: Callable[[Services, str, str], bytes]
) -> None:
    sections = ("top", "world", "science")
    said = [b" ".join(front(narrow, CALLER, section).split()) for section in sections]
    assert b"Kettle Point" in said[0]
    assert b"Volcano" in said[1]
    assert b"minute" in said[2] or said[2].startswith(b"44 "), said[2]
    assert b"Kettle Point" in front(narrow, CALLER, "top")


@pytest.mark.parametrize("search", SEARCHERS.values(), ids=SEARCHERS)
def test_searches_are_counted_at_each_door(narrow: Services, search: Callable[[Services, str], bytes]) -> None:
    Finger(narrow).answer(OTHER, b"in")  # somebody else has had the front page made
    assert b"Ferry" in search(narrow, "ferry")
    second = b" ".join(search(narrow, "museum").split())
    assert b"Museum" not in second
    assert b"minute" in second or second.startswith(b"44 "), second
