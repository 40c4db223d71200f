"""A small town with eight newspapers, each a server of its own on the loopback."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path

from flask import Flask

from app.news.editions import EDITIONS
from config import Settings
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Origin

EVENTS = (
    "Lighthouse of Kettle Point moved inland on rails",
    "Council of Millbrook votes for a second bridge",
    "Ferry to Sandhaven stranded on a sandbank for nine hours",
    "Harvest festival opens with record number of pumpkins",
    "Chess champion Petrova loses to twelve year old",
    "Museum returns bronze horses to the island of Tessa",
    "Drought empties the Larkwater reservoir",
    "Night train to the north returns after thirty years",
)
SECTION = "Volcano on Mount Arvel throws ash over three valleys"
OWN = (
    "Beekeepers elect a new chairwoman",
    "Tram drivers learn to yodel",
    "Cellar full of forgotten maps found",
    "Bakery wins prize for rye",
    "Storks nest on the town hall",
    "Choir rehearses in the swimming pool",
    "Snow closes the upper pass",
    "Teenager repairs the church clock",
)
WORDING = (
    "{}",
    "{}, witnesses say",
    "Report: {}",
    "{} - what we know",
    "{} at last",
    "{}: the story so far",
    "Live: {}",
    "{} today",
)


class Paper:
    """A newspaper: its server, its feed and its articles; `number` tells it from the others.

    All of a town have been `opened` at one time: in a feed a time counts in seconds, and who is a second younger leads.
    """

    def __init__(self, origin: Origin, number: int, opened: float) -> None:
        self.origin = origin
        self.opened = opened
        self.number = number
        self.feed = origin.url("/feed")
        self.world = origin.url("/world")
        self.print()

    def print(self, ago: float = 600) -> None:
        """Serve a feed with a story on every event in this paper's words, and one that only it has."""
        titles = [WORDING[self.number % 8].format(event) for event in EVENTS]
        titles.append(OWN[self.number % 8])
        self._serve("/feed", titles, ago)
        self._serve("/world", [WORDING[self.number % 8].format(SECTION)], ago)
        for place, title in enumerate([*titles, SECTION]):
            story = Story(title, LIGHTHOUSE.deck, LIGHTHOUSE.paragraphs, LIGHTHOUSE.images)
            self.origin.serve(f"/story/{place}", modern_page(story))

    def _serve(self, path: str, titles: list[str], ago: float) -> None:
        items = "".join(
            f"<item><title>{title}</title><link>/story/{place if path == '/feed' else len(EVENTS) + 1}</link>"
            f"<description>In short: {title}.</description><pubDate>{formatdate(self.opened - ago)}</pubDate></item>"
            for place, title in enumerate(titles)
        )
        channel = f"<title>Paper {self.number}</title><link>{self.origin.url('/')}</link>{items}"
        self.origin.serve(path, f'<rss version="2.0"><channel>{channel}</channel></rss>', "application/rss+xml")

    def fail(self, how: str) -> None:
        """Let both feeds fail in one of `FAILURES`."""
        for path in ("/feed", "/world"):
            FAILURES[how](self.origin, path)


def _hang(origin: Origin, path: str) -> None:
    def hang(connection: socket.socket) -> None:
        origin.stopped.wait(20)

    origin.serve_raw(path, hang)


FAILURES: dict[str, Callable[[Origin, str], object]] = {
    "refused": lambda origin, path: origin.serve(path, "no", status=403),
    "hanging": _hang,
    "429": lambda origin, path: origin.serve(path, "slower", status=429),
    "consent": lambda origin, path: origin.redirect(path, origin.serve("/consent", "<h1>Do you agree?</h1>")),
    "garbage": lambda origin, path: origin.serve(path, "<rss><<<&&&", "application/rss+xml"),
    "empty": lambda origin, path: origin.serve(path, "", "application/rss+xml"),
    "html": lambda origin, path: origin.serve(path, modern_page(LIGHTHOUSE)),
}


@contextmanager
def town() -> Iterator[list[Paper]]:
    """Open the eight newspapers."""
    with ExitStack() as stack:
        now = time.time()
        yield [Paper(stack.enter_context(Origin(f"127.0.0.{number}")), number, now) for number in range(2, 10)]


def silent_sources() -> str:
    """Return the text of a file of sources with every edition, and a source for each where nobody listens."""
    return "".join(f'[{each.code}.feeds]\ntop = ["http://127.0.0.1:9/{each.code}"]\n' for each in EDITIONS)


def sources_file(papers: list[Paper], google: str = "") -> str:
    """Return the text of a file of sources with the papers of the town, for the edition `in`."""
    top = ", ".join(f'"{paper.feed}"' for paper in papers)
    world = ", ".join(f'"{paper.world}"' for paper in papers[:3])
    line = f'google = "{google}"\n' if google else ""
    return f'[in]\nname = "India"\nlanguage = "en"\n{line}[in.feeds]\ntop = [{top}]\nworld = [{world}]\n'


def newspaper_of(papers: list[Paper], usual: Settings, folder: Path) -> Settings:
    """Return settings of a newspaper whose only sources are these; nobody is at Google's and Bing's."""
    file = folder / "sources.toml"
    file.write_text(sources_file(papers))
    return replace(
        usual,
        DEFAULT_EDITION="in",
        SOURCES_FILE=str(file),
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
        BING_NEWS_URL="http://127.0.0.1:7",
        NEWS_PATIENCE_SECONDS=1.5,
        FETCH_DEADLINE=3,
    )


def front_page(app: Flask) -> str:
    """Return the front page as a browser gets it."""
    answer = app.test_client().get("/in/")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def titles(page: str) -> list[str]:
    """Return the titles of the stories on a front page."""
    return re.findall(r'<h3><a href="[^"]*">(.*?)</a></h3>', page)
