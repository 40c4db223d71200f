"""The dates that a page shows: near its headline, in elements that are named for a day, and anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import islice

from lxml.html import HtmlElement

from app.extract.metadata.around_headline import LONG, PROSE, Surroundings, is_talk
from app.extract.metadata.date_words import kind_of_names, kind_of_words
from app.extract.metadata.evidence import Evidence, names_of
from app.extract.metadata.visible_lines import Line, lines_between, short_text
from app.extract.right_before import text_before
from app.text.dates.stamps import Stamp, find_stamps, read_stamp
from app.text.normalize import line

NEAR = 8  # lines from the headline
_RIGHT_ABOVE, _WITHIN_HEAD = 2, 5  # lines from it: what belongs to it for sure, and what most likely does
LONE = 30  # characters besides a date that stands alone
_LONGEST_VALUE = 160  # characters of an attribute, or of an element that is named for a day
_LONGEST_REST = 80  # characters beside the date in its field of a line
_EDGE = 8  # characters between the date and the beginning or the end of its field
_SENTENCE = 30  # characters that make a sentence of it where it ends with a full stop
_AROUND = 4  # elements around one with a year in it
_TOLD = 40  # characters by which a line is known to be what the page is described with
_MOST_PARTS = 5  # elements that day, month and year stand in, each by itself
_MOST_MARKED = 40  # elements named for a day that are looked at
_MOST_ELEMENTS = 20  # of one line
_MOST_LINES = 500  # with a year in them, of the whole page
_FIRST = date(1990, 1, 1)  # of what is written for the web
# What programs write for no date at all.
_NO_DAYS = frozenset(map(date.fromisoformat, ("1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01")))

# Where the moment stands of which an element says how long ago it was; the last are those of scripts.
_ATTRIBUTES = (
    "datetime", "content", "title", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published",
    "data-publish-date", "data-pubdate", "data-utime", "data-epoch",
)  # fmt: skip
_LONGEST_QUOTATION = 1500  # characters; a page of old may stand in one as a whole

_FIELD = re.compile(r"[|·•‧∙/]|\s[–—-]\s")  # what parts the fields of a line
_YEAR = re.compile(r"(?:19|20)\d\d|[年년]|\d[./]\d\d?[./]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A date that the page shows; `kind` is `published`, `updated` or empty.

    `distance` counts lines from the headline, and more where other words stand beside the date.
    """

    stamp: Stamp
    kind: str
    distance: float


def valid(stamp: Stamp | None, first: date = _FIRST) -> Stamp | None:
    """Return the stamp, if something may have been published that day; the clocks of others may be a day ahead."""
    if stamp is None:
        return None
    last = datetime.now(UTC).date() + timedelta(days=1)
    stamp = stamp.until(last)
    return stamp if first <= stamp.day <= last and stamp.day not in _NO_DAYS else None


class VisibleDates:
    """Finds the dates of one page."""

    def __init__(self, evidence: Evidence, surroundings: Surroundings) -> None:
        """Take what is known of the page."""
        self._evidence = evidence
        self._around = surroundings
        self._language = surroundings.language
        self._described = evidence.said("og:description", "description")

    def near(self) -> Sequence[Seen]:
        """Return the dates around the headline, those below it first, and of each side the nearest first.

        One right above it goes before those that stand further below, between the first lines of the text.
        """
        below, above = (
            sorted(self._dates(lines), key=lambda seen: seen.distance)
            for lines in (self._around.below, self._around.above)
        )
        beside = [each for each in above if each.distance < _RIGHT_ABOVE]
        first = [each for each in below if each.distance <= _WITHIN_HEAD]
        return [*first, *beside, *below[len(first) :], *above[len(beside) :]]

    def marked(self, kind: str) -> Stamp | None:
        """Return the date of the first element outside of boxes that is named for a kind of day."""
        return next((stamp for own, _, stamp in self._marked() if own == kind), None)

    def marked_once(self) -> Stamp | None:
        """Return the date of the first element whose names leave the kind open.

        It is nobody's where elements of the same names tell other days: these are of a list, of cards, of who wrote.
        """
        found = [each for each in self._marked() if each[0] in ("", "dated")]
        days = {stamp.day for _, names, stamp in found if names == found[0][1]}
        return found[0][2] if len(days) == 1 else None

    def _marked(self) -> Iterator[tuple[str, str, Stamp]]:
        """Yield the kind of day that elements outside of boxes are named for, their names, and their dates."""
        for place in self._evidence.marked("day", _MOST_MARKED):
            element = self._evidence.elements[place]
            stamp = valid(_in_attributes(element, self._language) or self._in_text(element))
            if stamp and not self._is_elsewhere(element):
                names = names_of(element)
                yield kind_of_names(names), names, stamp

    def anywhere(self, kind: str) -> date | None:
        """Return the day of the first short line of the page that says it, or, of publication, the only lone date."""
        lone: set[date] = set()
        for own, stamp, rest in self._all_dates:
            if own == kind:
                return stamp.day
            if not own and rest < LONE:
                lone.add(stamp.day)
        return lone.pop() if kind == "published" and len(lone) == 1 else None

    @cached_property
    def _all_dates(self) -> Sequence[tuple[str, Stamp, int]]:
        lines = islice(self._dated_lines(), _MOST_LINES)
        own = (each for each in lines if not self._is_elsewhere(self._evidence.elements[each.place]))
        return [found for each in own for found in self._dates_in(each)]

    def _is_elsewhere(self, element: HtmlElement) -> bool:
        """Say whether an element lies in a box beside the article, or in a quotation, as posts from elsewhere are."""
        return self._around.boxes.hold(element) or _is_quoted(element)

    def _dates(self, lines: Iterable[Line]) -> Iterator[Seen]:
        """Yield the dates in lines."""
        is_behind = False
        for distance, each in enumerate(lines):
            is_behind = is_behind or len(each.text) >= PROSE
            element = self._evidence.elements[each.place]
            if _is_quoted(element):
                continue
            for kind, stamp, rest in self._dates_in(each):
                if not kind and len(each.text) >= _TOLD and each.text[:_TOLD] == self._described[:_TOLD]:
                    continue  # of what the page tells: an event
                if is_behind and is_talk(element):
                    break
                yield Seen(stamp, kind, distance + rest / LONE)

    def _dates_in(self, each: Line) -> Iterator[tuple[str, Stamp, int]]:
        """Yield the kind of each date in a line, the date, and how many characters stand beside it in its field."""
        stamps = list(find_stamps(each.text, self._language)) if len(each.text) <= LONG else []
        begun = 0
        for stamp in stamps:
            before = _field_before(each.text[begun : stamp.start])
            behind = _FIELD.split(each.text[stamp.end :], maxsplit=1)[0]
            begun = stamp.end
            kind = kind_of_words(before)
            if kind != "other" and _is_dateline(before, behind, kind) and (believed := valid(stamp)):
                yield kind, believed, 0 if kind == "published" else len(before) + len(behind)
        if not stamps and len(each.text) <= _LONGEST_REST:
            yield from self._attributes_in(each)

    def _attributes_in(self, each: Line) -> Iterator[tuple[str, Stamp, int]]:
        """Yield the date that stands behind words like `3 days ago` or `27 March`."""
        for place in range(each.place, min(each.end, each.place + _MOST_ELEMENTS)):
            if "day" not in self._evidence.marks(place):
                continue
            element = self._evidence.elements[place]
            stamp = valid(_in_attributes(element, self._language))
            if stamp:
                said = kind_of_words(text_before(element)) or kind_of_words(each.text)
                kind = "updated" if "updated" in (said, kind_of_names(names_of(element))) else ""
                yield kind, stamp, len(each.text)

    def _in_text(self, element: HtmlElement) -> Stamp | None:
        text = short_text(element, _LONGEST_VALUE)
        stamp = next(find_stamps(text, self._language), None)
        if stamp is None and 1 < len(element) <= _MOST_PARTS:
            text = line(" ".join(element.itertext()))[:_LONGEST_VALUE]  # `Nov`, `20`, `2026`: the leaf of a calendar
            stamp = next(find_stamps(text, self._language), None)
        return None if stamp and kind_of_words(text[: stamp.start]) == "other" else stamp

    def _dated_lines(self) -> Iterator[Line]:
        """Yield the lines around the short texts of the page that hold the figures of a year."""
        elements = self._evidence.elements
        done = 0
        for place, element in enumerate(elements):
            if place >= done and (_has_year(element.text) or _has_year(element.tail)):
                start, done = max(done, place - _AROUND), place + _AROUND
                yield from lines_between(elements, start, done)


def _field_before(text: str) -> str:
    """Return what stands before a date in its field of a line, of which a dash may be: `Published - November 20`."""
    fields = _FIELD.split(text)
    is_label = not fields[-1].strip() and len(fields) > 1 and len(fields[-2]) < _SENTENCE
    return fields[-2] if is_label and kind_of_words(fields[-2]) else fields[-1]


def _is_quoted(element: HtmlElement) -> bool:
    quotation = element if element.tag == "blockquote" else next(element.iterancestors("blockquote"), None)
    return quotation is not None and bool(short_text(quotation, _LONGEST_QUOTATION))


def _is_dateline(before: str, behind: str, kind: str) -> bool:
    """Say whether a date between such words is that of the page, and not one in a sentence of its text."""
    if kind and (
        len(before) < _SENTENCE or (before.rstrip().endswith(":") and kind_of_words(before[-_SENTENCE:]) == kind)
    ):
        return True
    rest = len(before) + len(behind)
    is_sentence = rest > _SENTENCE and behind.endswith((".", "!", "?"))
    at_edge = rest <= _SENTENCE or len(before) < _EDGE or len(behind) < _EDGE
    return at_edge and rest <= _LONGEST_REST and not is_sentence


def _in_attributes(element: HtmlElement, language: str) -> Stamp | None:
    values = (element.get(name) for name in _ATTRIBUTES)
    return next((stamp for value in values if value and (stamp := read_stamp(value[:_LONGEST_VALUE], language))), None)


def _has_year(text: str | None) -> bool:
    return text is not None and len(text) <= LONG and _YEAR.search(text) is not None
