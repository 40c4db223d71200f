"""The days on which a page was published and updated, from what its head, its headline and its address say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from app.extract.metadata.around_headline import Surroundings
from app.extract.metadata.date_words import kind_of_names
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.jsonld import Facts
from app.extract.metadata.visible_dates import NEAR, Seen, VisibleDates, valid
from app.text.dates.stamps import Stamp, read_stamp

_LONGEST = 160  # characters of what a meta tag says
_FIRST_EVER = date(1600, 1, 1)  # newspapers put what they printed then on the web
_HOUR = 3600
# The meta tags that are as trusted as JSON-LD, the most trusted first; others may mean anything by a date.
_TRUSTED = ("article:published_time", "datepublished", "og:published_time")
# Those of papers (https://scholar.google.com/intl/en/scholar/inclusion.html); pages also show when one was sent in.
_OF_PAPERS = ("citation_publication_date", "citation_online_date", "citation_date")
_IN_ADDRESS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)/?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Days:
    """Days as `YYYY-MM-DD`, or empty; `updated` is no day before or equal to `published`.

    Where only the last change is known, both are the day of that.
    """

    published: str = ""
    updated: str = ""


def find_days(evidence: Evidence, facts: Facts, surroundings: Surroundings, url: str) -> Days:
    """Return the days of the page at `url`.

    Days that are yet to come are not believed, nor what programs write for none.
    """
    lines = VisibleDates(evidence, surroundings)
    finder = _Finder(evidence, facts, lines, surroundings.language, url)
    published, updated = finder.published(), finder.updated()
    if not published and not updated:
        marked = lines.marked("updated")
        published, updated = lines.anywhere("published"), marked.day if marked else lines.anywhere("updated")
    if not published:
        return Days(_iso(updated), _iso(updated))
    return Days(_iso(published), _iso(updated) if updated and updated > published else "")


def iso_day(text: str) -> str:
    """Return the day in a date as machines and people write it, as `YYYY-MM-DD`, or an empty string."""
    stamp = valid(read_stamp(text), _FIRST_EVER)
    return stamp.day.isoformat() if stamp else ""


def day_in_address(url: str) -> date | None:
    """Return the day in the path or the query of an address: `/2026/11/26/`, `-20261126.html`, `/2026/nov/26/`."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return None
    matches = (match for pattern in _IN_ADDRESS for match in pattern.finditer(f"{parts.path}?{parts.query}"))
    stamps = (valid(read_stamp("-".join(match.groups()))) for match in matches)
    return next((stamp.day for stamp in stamps if stamp), None)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


class _Finder:
    """Weighs what says the days of a page."""

    def __init__(self, evidence: Evidence, facts: Facts, lines: VisibleDates, language: str, url: str) -> None:
        self._evidence = evidence
        self._facts = facts
        self._lines = lines
        self._language = language
        self._address = day_in_address(url)
        self._seen = lines.near()

    def published(self) -> date | None:
        """Return the day of publication: that in the head, else that by the headline, else the address's."""
        paper = next(filter(None, map(self._tag, _OF_PAPERS)), None)
        if paper:
            return paper.day
        seen = next((each for each in self._seen if each.kind != "updated"), None)
        head = self._said(self._facts.published) or next(filter(None, map(self._tag, _TRUSTED)), None)
        if head:
            return self._beside(head, seen)
        if seen and (seen.kind == "published" or self._address in (None, seen.stamp.day)):
            return seen.stamp.day
        found = self._lines.marked("published") or self._tagged("published") or self._tagged("dated")
        if not found and not self._address:
            found = self._lines.marked_once()
        return found.day if found else self._address

    def updated(self) -> date | None:
        """Return the day of the last change."""
        seen = next((each.stamp for each in self._seen if each.kind == "updated"), None)
        found = seen or self._said(self._facts.modified) or self._tagged("updated")
        return found.day if found else None

    def _beside(self, head: Stamp, seen: Seen | None) -> date:
        """Return the day of a date in the head, or that of the date by the headline where it knows better."""
        if seen is None or seen.stamp.day == head.day:
            return head.day
        day = seen.stamp.day
        if day == self._address:
            return day
        if head.day == self._address or seen.distance >= NEAR:
            return head.day
        # A page that was moved has the day of the move in its head, and its own on its face.
        return day if day < head.day or _is_local(head, day) else head.day

    def _said(self, text: str) -> Stamp | None:
        return valid(read_stamp(text, self._language), _FIRST_EVER) if 0 < len(text) < _LONGEST else None

    def _tag(self, name: str) -> Stamp | None:
        return self._said(self._evidence.said(name))

    def _tagged(self, kind: str) -> Stamp | None:
        """Return the date of the first meta tag whose name is of a kind of day."""
        return next(self._tags(kind), None)

    def _tags(self, kind: str) -> Iterator[Stamp]:
        for name in self._evidence.meta:
            if kind_of_names(name) == kind and (stamp := self._tag(name)):
                yield stamp


def _is_local(head: Stamp, day: date) -> bool:
    """Say whether `day` is what a clock showed somewhere at a moment that the head gives for Greenwich."""
    if head.seconds is None or head.offset not in (0, None) or abs((day - head.day).days) != 1:
        return False
    return head.seconds >= 10 * _HOUR if day > head.day else head.seconds <= 12 * _HOUR
