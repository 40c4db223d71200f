"""Honest readers of the stand-in web: each with a browser of his own, who reads, follows links and looks at pictures,
takes his time, and comes again where he is asked to. Every answer is held against what it should be.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from PIL import UnidentifiedImageError

from app.images import format_named
from app.render.profiles.profiles import PROFILES
from bench.standin.faults import Outcome
from bench.standin.pages import ARTICLES, MARK, mark_of, number_in
from bench.standin.web import StandIn, fault_of
from bench.wire import Reply, ask

#: Seconds between two looks of one reader, on average; some pages are read more often than others.
PACE = 2.5
LEANING = 1.7
# What he does, and how often in a hundred.
DOINGS = {"article": 80, "front": 12, "about": 8}
PICTURES, NEXT_PAGES = 0.3, 0.2
OUR_PAGES = ("/about", "/editions", "/setup", "/status", "/world")
# Statuses by which a failure is told, and those that say that this site has too much to do.
TOLD = frozenset({403, 404, 451, 502, 504, 508})
BUSY = frozenset({429, 503})
LONGEST_PAUSE = 15


@dataclass
class Tally:
    """What readers got: how often by name, seconds of each answer of sites without a fault, and what was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    by_fault: dict[str, Counter[str]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    # Until this moment (monotonic), answers may be broken off, and links lost: a part was just taken away.
    excused_until: float = 0

    def note(self, what: str, fault: str = "") -> None:
        """Count an answer."""
        self.counts[what] += 1
        self.by_fault.setdefault(fault or "none", Counter())[what] += 1


class Reader:
    """One reader, by his number."""

    def __init__(self, number: int, port: int, web: StandIn, tally: Tally) -> None:
        """Take where the site is, what it reads, and where to write down what came."""
        self._client = f"198.18.{number >> 8}.{number & 255}"
        self._profile = list(PROFILES.values())[number % len(PROFILES)]
        self._prefix = f"/~{self._profile.name}"
        self._chance = random.Random(number)
        self._port = port
        self._web = web
        self._tally = tally

    async def read_until(self, end: float) -> None:
        """Read until the moment `end` (monotonic)."""
        await asyncio.sleep(self._chance.random() * PACE)
        while time.monotonic() < end:
            doing = self._chance.choices(list(DOINGS), list(DOINGS.values()))[0]
            if doing == "article":
                await self._article(int(ARTICLES * self._chance.random() ** LEANING) * 7 % ARTICLES)
            elif doing == "front":
                await self._front()
            else:
                await self._ask(f"{self._prefix}{self._chance.choice(OUR_PAGES)}", "page of our own", {200})
            await asyncio.sleep(self._chance.expovariate(1 / PACE))

    async def _article(self, number: int, path: str = "") -> None:
        path = path or f"{self._prefix}/read?url={quote(self._web.url(number), safe='')}"
        fault = fault_of(number)
        reply = await self._reply(path, fault.name if fault else "")
        if reply is None:
            return
        text = reply.body.decode("latin-1")
        outcome = fault.outcome if fault else Outcome.WHOLE
        self._tally.note("article" if reply.status == 200 else "failure", fault.name if fault else "")
        for complaint in complaints(number, outcome, reply.status, text):
            self._complain(f"{complaint}: {path} ({fault.name if fault else 'no fault'}), status {reply.status}")
        if reply.status == 200:
            await self._go_on(number, text)

    async def _go_on(self, number: int, text: str) -> None:
        """Look at the picture of the article, or turn the page, if he feels like it."""
        shown = re.search(r'href="((?:/~\w+)?/i/[a-z2-7]+)(?:/[a-z2-7]+)?"', text)
        if shown and self._chance.random() < PICTURES:
            await asyncio.sleep(self._chance.random() * PACE)
            await self._picture(number, f"{shown[1]}.{format_named(self._profile.image).suffix}")
        following = re.search(r'href="([^"]+)">Next', text)
        if following and self._chance.random() < NEXT_PAGES:
            await asyncio.sleep(self._chance.random() * PACE)
            reply = await self._reply(following[1], "")
            if reply is not None:
                self._is(following[1], reply, {200}, "next page", {mark_of(number), mark_of(number, end=True)})

    async def _picture(self, number: int, path: str) -> None:
        reply = await self._reply(path, "")
        if reply is None:
            return
        if not self._is(path, reply, {200}, "picture", set()):
            return
        try:
            found = number_in(reply.body)
        except UnidentifiedImageError:
            found = None
        if found != number:
            self._complain(f"the picture of {number} shows {found}: {path}")

    async def _front(self) -> None:
        path = f"{self._prefix}/"
        reply = await self._reply(path, "")
        if reply is None or not self._is(path, reply, {200}, "front page", None):
            return
        links = list(stories_in(reply.body.decode("latin-1")))
        if links:
            to, number = self._chance.choice(links)
            await asyncio.sleep(self._chance.random() * PACE)
            await self._article(number, to)

    async def _ask(self, path: str, what: str, statuses: set[int]) -> None:
        reply = await self._reply(path, "")
        if reply is not None:
            self._is(path, reply, statuses, what, None)

    def _is(self, path: str, reply: Reply, statuses: set[int], what: str, marks: set[str] | None) -> bool:
        """Write down what came, and return whether it has a status of `statuses`; else complain.

        `marks` are the words of articles that may be in it, None where any may.
        """
        is_right = reply.status in statuses
        self._tally.note(what if is_right else f"no {what}")
        foreign = set(MARK.findall(reply.body.decode("latin-1"))) - marks if marks is not None else set()
        if (not is_right or foreign) and not (reply.status == 404 and self._is_excused()):
            self._complain(f"{what}: status {reply.status}, {len(foreign)} words of other articles: {path}")
        return is_right

    async def _reply(self, path: str, fault: str) -> Reply | None:
        """Return the answer, or None where there is none to judge: one that was broken off, or a request to wait."""
        reply = self._with_status(await ask(self._port, path, self._client))
        if reply.status == 0:
            self._tally.note("broken off", fault)
            if not self._is_excused():
                self._complain(f"no answer after {reply.seconds:.1f} s: {path}")
            return None
        if not fault:
            self._tally.seconds.append(reply.seconds)
        # In place of a picture there is one that says so, with status 200.
        if reply.status not in BUSY and "retry-after" not in reply.headers:
            return reply
        self._tally.note(f"asked to wait ({reply.status})", fault)
        if "retry-after" not in reply.headers:
            self._complain(f"status {reply.status} without Retry-After: {path}")
        await asyncio.sleep(min(LONGEST_PAUSE, int(reply.headers.get("retry-after", 1))))
        return None

    def _with_status(self, reply: Reply) -> Reply:
        """Return an answer with the status of a failure, where the browser is sent pages of failures as successes."""
        is_failure = reply.status == 200 and not self._profile.shows_errors and "expires" in reply.headers
        return replace(reply, status=404) if is_failure and "retry-after" not in reply.headers else reply

    def _is_excused(self) -> bool:
        return time.monotonic() < self._tally.excused_until

    def _complain(self, what: str) -> None:
        self._tally.wrong.append(f"{self._client} {what}")


def complaints(number: int, outcome: Outcome, status: int, text: str) -> Iterator[str]:
    """Yield what is wrong with an answer for the article `number`, of which `outcome` may come."""
    begin, end = mark_of(number), mark_of(number, end=True)
    marks = set(MARK.findall(text))
    if marks - {begin, end}:
        yield "words of another article"
    if status == 200:
        if outcome is Outcome.FAILED:
            yield "a page that cannot be"
        if begin not in marks:
            yield "the article is not in it"
        if outcome is Outcome.WHOLE and end not in marks and "Next" not in text and "Whole article" not in text:
            yield "the end is not in it"
    elif status not in TOLD:
        yield "a failure of ours"
    elif outcome is Outcome.WHOLE:
        yield "the article did not open"


def stories_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the links of a front page to articles, each with the number of the article that it names."""
    for to, words in re.findall(r'<a href="([^"]*/a/[a-z2-7]+)">(.*?)</a>', text, re.DOTALL):
        with suppress(StopIteration):
            yield to, next(_BY_MARK[mark] for mark in MARK.findall(words) if mark in _BY_MARK)


_BY_MARK = {mark_of(number): number for number in range(ARTICLES)}
