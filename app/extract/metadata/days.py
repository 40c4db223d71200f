"""The days on which a page was published and updated, from what its head, its headline and its address say."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.text.dates.stamps import Stamp, find_stamps, read_stamp
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.jsonld import Facts
from app.extract.metadata.lines import Line, lines_between
from app.extract.places import Boxes

# Names of meta tags and of elements by what their date is the date of; the first pattern that is found decides.
_NO_DAY_NAME = re.compile(r"birth|cache|copyright|crawl|event|expir|generat|site|start|valid", re.IGNORECASE)
_UPDATED_NAME = re.compile(r"last_?mod|modif|moddate|revis|updat", re.IGNORECASE)
_PUBLISHED_NAME = re.compile(r"first-?creat|issued|online_?date|pubda[ty]|publi[cs]|pub-date|release", re.IGNORECASE)
_DATED_NAME = re.compile(r"(?:^|[:._-])(?:date|date-?created|created|creation_date)(?:$|[:._-])", re.IGNORECASE)

# Words before a date that say what it is the date of; sorted by language.
_UPDATED = re.compile(
    r"آخر تحديث|تحديث|обновлен|изменен|оновлен|актуализиран|aktuali[sz]|\bakt\.|upraven|ažurir|opdater|redigeret|aktualisier|"
    r"bearbeitet|ge[äa]ndert|überarbeitet|stand:?\s*$|ενημερ|τροποποι|updat|modif|edited|reviewed|revised|as of\s*$|actuali[sz]|"
    r"uuend|eguneratu|به‌روز|به روز|päivitet|muokattu|mis à jour|màj|m\.à\.j|עודכן|עדכון|अपडेट|अद्यतन|ažurirano|frissít|módosít|"
    r"diperbarui|aggiorna|modificat|更新|最終更新|수정|업데이트|atnaujint|atjaunin|kemas kini|bijgewerkt|gewijzigd|oppdatert|"
    r"aktualizac|zaktualizow|atuali[sz]ad|uppdaterad|ändrad|แก้ไข|อัปเดต|อัพเดท|güncelle|оновлено|cập nhật",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[|·•‧∙/]|\s[–—-]\s")  # what parts the fields of a line
_PUBLISHED = re.compile(
    r"نشر|опубликован|публикув|zveřejněn|publikov|udgivet|veröffentlicht|erstellt|geschrieben|δημοσι|publi[sc]|posted|written|"
    r"first|created|originally|julkaistu|avaldatud|mis en ligne|publié|פורסם|प्रकाशित|objavlj|közzét|pubblicat|公開|掲載|発行|입력|등록|"
    r"paskelb|geplaatst|gepubliceerd|publisert|opublikow|data dodania|postado|publicad|publicerad|เผยแพร่|yayın|giriş|đăng|发布|发表",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"joined|member since|mitglied seit|registri?er|registered|inscrit|copyright|©|expires|deadline|valid|gültig|born|"
    r"geboren|received|accepted|submitted:|eingereicht|dabei seit|until|bis zum|ends|starts",
    re.IGNORECASE,
)

_LONGEST_LINE = 160  # characters of a line that may be a dateline
_LONGEST_REST = 80  # characters that stand in it besides
_EDGE = 8  # characters between the date and the beginning or the end of a line
_LONE = 30  # characters besides a date that stands alone
_AROUND = 4  # elements around one with a year in it
_YEAR = re.compile(r"(?:19|20)\d\d|[年년]|\d[./]\d\d?[./]")
_SENTENCE = 30  # characters that make a sentence of it where it ends with a full stop
_LONG = 250  # characters of a line that is text
_MOST_LONG = 2  # of these are passed while a dateline is looked for
_NEAR = 8  # lines behind the headline
_MOST_MARKED = 40  # elements named for a day that are looked at
_FIRST = date(1990, 1, 1)  # of what stands on the visible page
_FIRST_EVER = date(1600, 1, 1)
# What programs write for no date at all.
_NO_DAYS = frozenset(map(date.fromisoformat, ("1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01")))
_IN_PATH = re.compile(
    r"(?:/|\b)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9])(?![\d])"
)


@dataclass(frozen=True, slots=True)
class Days:
    """Days as `YYYY-MM-DD`, or empty. Where only the last change is known, both are the day of that."""

    published: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A date on the visible page; `kind` is `published`, `updated` or empty, `distance` counts lines from the headline."""

    stamp: Stamp
    kind: str
    distance: float


def find_days(
    evidence: Evidence, facts: Facts, above: Sequence[Line], below: Sequence[Line], boxes: Boxes, language: str, url: str
) -> Days:
    """Return the days of the page at `url`.

    `above` and `below` are the lines before and behind its headline, `boxes` knows what lies beside the article;
    `language` is the tag by which figures are read. Days that are yet to come are not believed, nor what programs
    write for none.
    """
    finder = _Finder(evidence, facts, above, below, boxes, language, url)
    published, updated = finder.published(), finder.updated()
    if not published and not updated:
        published, updated = finder.anywhere("published"), finder.anywhere("updated")
    if not published:
        return Days(_iso(updated), _iso(updated))
    return Days(_iso(published), _iso(updated) if updated and updated > published else "")


def day_in_address(url: str) -> date | None:
    """Return the day in the path or the query of an address: `/2026/11/26/`, `-20261126.html`, `/2026/nov/26/`."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return None
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(f"{parts.path}?{parts.query}"):
            stamp = read_stamp("-".join(match.groups()))
            if stamp and _is_day(stamp.day, _FIRST):
                return stamp.day
    return None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _latest() -> date:
    """Return the last day that is believed: the clocks of others may be a day ahead."""
    return datetime.now(UTC).date() + timedelta(days=1)


def _is_day(day: date, first: date) -> bool:
    """Say whether something may have been published on a day."""
    return first <= day <= _latest() and day not in _NO_DAYS


class _Finder:
    def __init__(
        self,
        evidence: Evidence,
        facts: Facts,
        above: Sequence[Line],
        below: Sequence[Line],
        boxes: Boxes,
        language: str,
        url: str,
    ) -> None:
        self._evidence = evidence
        self._facts = facts
        self._boxes = boxes
        self._language = language
        self._address = day_in_address(url)
        self._places = frozenset(evidence.days)
        seen = (sorted(self._dates(lines), key=lambda each: each.distance) for lines in (below, above[::-1]))
        self._seen = [each for side in seen for each in side]
        self._meta = sorted(self._meta_stamps(), key=lambda each: each[0])

    def published(self) -> date | None:
        seen = next((each for each in self._seen if each.kind != "updated"), None)
        head = self._said(self._facts.published) or self._tagged("published", len(_RANKS))
        if head:
            return self._beside(head, seen)
        if seen and (self._address is None or _agree(seen, self._address)):
            return seen.stamp.day
        found = self._marked("published", certain=True) or self._tagged("published") or self._tagged("dated")
        if found:
            return found.day
        far = self._marked("published", certain=False) if self._address is None else None
        return self._address or (far.day if far else None)

    def updated(self) -> date | None:
        seen = next((each.stamp for each in self._seen if each.kind == "updated"), None)
        found = seen or self._said(self._facts.modified) or self._tagged("updated") or self._marked("updated", certain=True)
        return found.day if found else None

    def anywhere(self, kind: str) -> date | None:
        """Return the day of the first short line of the page that says what its date is of, or the only lone date."""
        lone: set[date] = set()
        for each in self._dated_lines():
            if self._boxes.hold(self._evidence.elements[each.place]):
                continue
            for own, stamp, rest in self._dates_in(each):
                if own == kind:
                    return stamp.day
                if not own and rest < _LONE:
                    lone.add(stamp.day)
        return lone.pop() if kind == "published" and len(lone) == 1 else None

    def _dated_lines(self) -> Iterator[Line]:
        """Yield the short lines of the page that hold the figures of a year."""
        elements = self._evidence.elements
        done = 0
        for place, element in enumerate(elements):
            if place >= done and (_has_year(element.text) or _has_year(element.tail)):
                start, done = max(done, place - _AROUND), place + _AROUND
                yield from lines_between(elements, start, done)

    def _beside(self, head: Stamp, seen: _Seen | None) -> date:
        """Return the day of a date in the head, or that of the date under the headline where it knows better."""
        if seen is None or seen.stamp.day == head.day:
            return head.day
        day = seen.stamp.day
        if day == self._address:
            return day
        if head.day == self._address or seen.distance >= _NEAR:
            return head.day
        # A page that was moved has the day of the move in its head, and its own on its face.
        return day if _is_local(head, day) or day < head.day else head.day

    def _said(self, text: str) -> Stamp | None:
        return self._valid(read_stamp(text, self._language) if text else None, _FIRST_EVER)

    def _valid(self, stamp: Stamp | None, first: date) -> Stamp | None:
        if stamp is None:
            return None
        stamp = stamp.until(_latest())
        return stamp if _is_day(stamp.day, first) else None

    def _meta_stamps(self) -> Iterator[tuple[int, str, Stamp]]:
        """Yield what meta tags say of days: how far down their kind is, the kind, and the date."""
        for name, contents in self._evidence.meta.items():
            kind = _kind_of(name)
            if kind and len(contents[0]) < _LONGEST_LINE and (stamp := self._said(contents[0])):
                yield _RANKS.get(name, len(_RANKS)), kind, stamp

    def _tagged(self, kind: str, most: int = 99) -> Stamp | None:
        """Return the date of the best meta tag of a kind that is less than `most` down."""
        return next((stamp for rank, each, stamp in self._meta if each == kind and rank < most), None)

    def _dates(self, lines: Iterable[Line]) -> Iterator[_Seen]:
        """Yield the dates in lines that are short, as far as the text."""
        long = 0
        for distance, each in enumerate(lines):
            if len(each.text) > _LONG:
                long += 1
                if long == _MOST_LONG:
                    return
            for kind, stamp, rest in self._dates_in(each):
                yield _Seen(stamp, kind, distance + rest / _LONE)

    def _dates_in(self, each: Line) -> Iterator[tuple[str, Stamp, int]]:
        """Yield the kind of each date in a line, the date, and how many characters stand beside it in its field."""
        stamps = list(find_stamps(each.text, self._language)) if len(each.text) <= _LONG else []
        begun = 0
        for stamp in stamps:
            before = _FIELD.split(each.text[begun : stamp.start])[-1]
            behind = _FIELD.split(each.text[stamp.end :], maxsplit=1)[0]
            begun = stamp.end
            rest = len(before) + len(behind)
            if _OTHER.search(before) or not self._valid(stamp, _FIRST):
                continue
            kind = "updated" if _UPDATED.search(before) else "published" if _PUBLISHED.search(before) else ""
            at_edge = rest <= _SENTENCE or len(before) < _EDGE or len(behind) < _EDGE
            is_sentence = rest > _SENTENCE and behind.endswith((".", "!", "?"))
            if (kind and len(before) < _SENTENCE) or (at_edge and rest <= _LONGEST_REST and not is_sentence):
                yield kind, stamp.until(_latest()), 0 if kind == "published" else rest
        if not stamps and len(each.text) <= _LONGEST_REST:
            yield from self._attributes_in(each)

    def _attributes_in(self, each: Line) -> Iterator[tuple[str, Stamp, int]]:
        """Yield the date that stands behind words like `3 days ago` or `27 March`."""
        for place in range(each.place, each.end):
            if place not in self._places:
                continue
            element = self._evidence.elements[place]
            stamp = self._valid(_in_attributes(element, self._language), _FIRST)
            if stamp:
                before = f"{_names_of(element)} {each.text}"
                yield ("updated" if _UPDATED.search(before) else ""), stamp, len(each.text)
                return

    def _marked(self, kind: str, certain: bool) -> Stamp | None:
        """Return the date of the first element outside of boxes that is named for a kind of day."""
        for place in self._evidence.days[:_MOST_MARKED]:
            element = self._evidence.elements[place]
            names = _names_of(element)
            own = _kind_of(names)
            if own != kind and (certain or own == "updated"):
                continue
            if self._boxes.hold(element):
                continue
            stamp = _in_attributes(element, self._language) or self._in_text(element)
            if stamp := self._valid(stamp, _FIRST):
                return stamp
        return None

    def _in_text(self, element: HtmlElement) -> Stamp | None:
        text = element.text_content()
        if len(text) > 4 * _LONGEST_LINE:
            return None
        text = " ".join(text.split())
        stamp = next(find_stamps(text, self._language), None) if len(text) <= _LONGEST_LINE else None
        return None if stamp and _OTHER.search(text[: stamp.start]) else stamp


_RANKS = {
    name: rank
    for rank, name in enumerate(
        ("article:published_time", "datepublished", "og:published_time", "article:modified_time", "datemodified")
    )
}
_IN_ADDRESS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)/?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])(?!\d)"),
)


def _kind_of(names: str) -> str:
    """Return what an element or a meta tag with such names dates: `published`, `updated`, `dated` or nothing."""
    if _PUBLISHED_NAME.search(names) and not _NO_DAY_NAME.search(names):
        return "published"
    if _UPDATED_NAME.search(names):
        return "updated"
    return "dated" if _DATED_NAME.search(names) and not _NO_DAY_NAME.search(names) else ""


def _has_year(text: str | None) -> bool:
    return text is not None and len(text) <= _LONG and _YEAR.search(text) is not None


def _names_of(element: HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "property"))


def _in_attributes(element: HtmlElement, language: str) -> Stamp | None:
    values = (element.get(name) for name in ("datetime", "content", "title"))
    return next((stamp for value in values if value and (stamp := read_stamp(value[:_LONGEST_LINE], language))), None)


def _is_local(head: Stamp, day: date) -> bool:
    """Say whether `day` is what a clock showed somewhere at a moment that the head gives for Greenwich."""
    if head.seconds is None or head.offset not in (0, None) or abs((day - head.day).days) != 1:
        return False
    hours = head.seconds / 3600
    return hours >= 10 if day > head.day else hours <= 12


def _agree(seen: _Seen, day: date) -> bool:
    return seen.kind == "published" or seen.stamp.day == day
