"""Numbers that tell the article's text from the rest of a page: a row for each block.

`COLUMNS` names them in the order in which `rows_of` gives them; the weights were trained on this order.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.hints import Hints
from app.extract.scoring.stopwords import STOP_WORDS
from app.extract.scoring.walk import FLAGS, HIDDEN, IN_H1, Container, PageText, TextBlock
from app.text.normalize import letters

AROUND = 4  # how many containers around a block are described
NEIGHBOURS = (-2, -1, 1, 2)
_ECHO = 36  # letters at its beginning by which a text is known again
NOWHERE = 999.0  # a distance where there is nothing to be distant from

_TAGS = (
    "p div li h1 h2 h3 h4 h5 h6 td th blockquote pre figcaption a span dd dt section article body summary label".split()
)
_TAG_NUMBER = {tag: float(number) for number, tag in enumerate(_TAGS)}

_LONG, _START = 700, 300  # characters: of a longer text only the beginning is looked at closely
_SENTENCE_ENDS = frozenset('.!?。！？…»”"')
_CLOSING = frozenset("\"'”’»)]")
_COMMA = re.compile(r"[،、，；]")
_STOP = re.compile(r"[。！？]")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-Я]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\d{1,2}[./]\d{1,2}[./]")
_SIGN = re.compile(r"[©®|»›→•@]")

OWN = (
    "log_length log_words link_share bold_share ends_sentence commas sentences digits capitals capitals_per_word "
    "word_length tag depth stop_words links date signs colon question starts_low furniture "
    "place before number after_h1 after_title after_headline repeats in_title in_description in_ld_body names_author "
    "begins_with_author "
    "to_prose from_prose heading_level since_heading headlines echo in_parent"
).split()
OF_CONTAINER = (
    "alike alike_share alike_links alike_length article article_share hidden_share in_best score parent_blocks".split()
)
OF_EACH_AROUND = ["share_of_prose", "prose_share", "link_share", "log_blocks"]
OF_PAGE = ["page_log_prose", "page_prose_share", "page_blocks"]
OF_NEIGHBOUR = ["log_length", "link_share", "ends_sentence", "tag", "commas", "stop_words", "in_best"]
_BEFORE_NEIGHBOURS = (
    *OWN,
    *OF_CONTAINER,
    *(f"around{number}_{name}" for number in range(AROUND) for name in OF_EACH_AROUND),
    *FLAGS,
    *OF_PAGE,
)
COLUMNS = (
    *_BEFORE_NEIGHBOURS,
    *(f"{offset:+d}_{name}" for offset in NEIGHBOURS for name in OF_NEIGHBOUR),
    "same_container_before",
    "same_container_after",
)
_KEY = [_BEFORE_NEIGHBOURS.index(name) for name in OF_NEIGHBOUR]
_OUTSIDE = [-1.0] * len(_KEY)


def rows_of(page: PageText, hints: Hints) -> list[list[float]]:
    """Return a row of numbers for each block of a page; those that are judged as one have one row in common."""
    blocks, judged_as = page.blocks, page.judged_as
    said = [
        letters(block.text if len(block.text) <= _LONG else block.text[:_START]) if number == judge else ""
        for number, (block, judge) in enumerate(zip(blocks, judged_as, strict=True))
    ]
    distances = _distances(blocks)
    repeats = Counter(block.text for block in blocks)
    h1, title, headline = _landmarks(blocks, said, hints)
    echoes = _echoes(said)
    surroundings = _Surroundings(page)
    of_page = [math.log1p(page.body.prose), page.body.prose / (page.body.length or 1.0), float(len(blocks))]
    count, total = len(blocks), page.body.length or 1.0
    rows: list[list[float]] = []
    before = 0.0
    heading, headlines = -1, 0
    for number, block in enumerate(blocks):
        level = block.container.level
        if level:
            heading = number
            headlines += level == 1
        if judged_as[number] != number:
            rows.append([])
            before += block.length
            continue
        text = said[number]
        row = _look(block)
        around = surroundings.of(block.container)
        row += [
            number / count,
            before / total,
            float(number),
            number - h1 if h1 >= 0 else NOWHERE,
            number - title if title >= 0 else NOWHERE,
            number - headline if headline >= 0 else NOWHERE,
            repeats[block.text] - 1.0,
            float(hints.in_title(text)),
            float(hints.in_description(text)),
            hints.in_body(text),
            float(hints.names_author(text)),
            float(text.startswith(hints.authors)),
            *distances[number],
            float(level),
            float(number - heading) if heading >= 0 else NOWHERE,
            float(headlines),
            echoes[number],
            (number - around.first) / around.blocks,
        ]
        row += around.row
        row += of_page
        rows.append(row)
        before += block.length
    _add_neighbours(page, rows)
    return [rows[judge] for judge in judged_as]


def _look(block: TextBlock) -> list[float]:
    """Return what the block looks like by itself, the first columns."""
    text, links = block.text, block.links
    own = block.words
    size, words = len(text), len(own) or 1
    start = text if size <= _START else text[:_START]
    commas = text.count(",") + text.count(";")
    stops = text.count(". ") + text.count("? ") + text.count("! ")
    if not text.isascii():
        commas += len(_COMMA.findall(text))
        stops += len(_STOP.findall(text))
    capitals, digits = len(_CAPITAL.findall(start)), len(_DIGIT.findall(start))
    last = text[-1]
    return [
        math.log1p(block.length),
        math.log1p(words),
        links / size,
        block.bold / size,
        float(last in _SENTENCE_ENDS or (last in _CLOSING and text[-2:-1] in _SENTENCE_ENDS)),
        commas / words,
        float(stops),
        digits / len(start),
        capitals / len(start),
        capitals / words,
        size / words,
        _TAG_NUMBER.get(block.container.tag, -1.0),
        float(block.container.depth),
        len(STOP_WORDS.intersection(own)) / words,
        float(len(block.hrefs)),
        float(size < 120 and digits > 1 and _DATE.search(text) is not None),
        float(_SIGN.search(start) is not None or "http:" in start or "https:" in start),
        float(last == ":"),
        float(last in "?？"),
        float(text[0].islower()),
        float(is_furniture(block)),
    ]


@dataclass(slots=True)
class _Around:
    """What is the same for all blocks of a container: numbers, and the extent of the innermost with several blocks."""

    row: list[float]
    first: int
    blocks: int


class _Surroundings:
    """What stands around blocks, worked out once for each container."""

    def __init__(self, page: PageText) -> None:
        self._body = page.body
        self._total = page.body.length or 1.0
        self._scores = _scores(page.blocks)
        self._best = max(self._scores, key=lambda each: self._scores[each], default=page.body)
        self._kin = _Kin(page.blocks)
        self._frames = _Frames(page.body)
        self._flags: dict[int, list[float]] = {}
        self._outer: dict[Container, _Around] = {}
        self._known: dict[Container, _Around] = {}

    def of(self, container: Container) -> _Around:
        """Return what stands around the blocks whose innermost container this is."""
        known = self._known.get(container)
        if known is None:
            flags = self._flags.get(container.flags)
            if flags is None:
                flags = [float(container.flags >> bit & 1) for bit in range(len(FLAGS))]
                self._flags[container.flags] = flags
            several: Container = container
            while several.blocks < 2 and several.parent is not None:
                several = several.parent
            outer = self._outer.get(several)
            if outer is None:
                outer = self._outer[several] = self._around(several)
            own = [*self._kin.of(container, self._total), *self._frames.of(container)]
            known = self._known[container] = _Around([*own, *outer.row, *flags], outer.first, outer.blocks)
        return known

    def _around(self, container: Container) -> _Around:
        """Return what is said of a container with several blocks and of those around it that hold more."""
        found: list[Container] = []
        in_best, most = False, 0
        each: Container | None = container
        while each is not None:
            in_best = in_best or each is self._best
            if len(found) < AROUND and each.blocks > most:
                found.append(each)
                most = each.blocks
            each = each.parent
        found += [self._body] * (AROUND - len(found))
        row = [
            float(in_best),
            self._scores.get(container, 0.0) / (self._scores.get(self._best, 0.0) or 1.0),
            float(container.blocks),
        ]
        prose = self._body.prose or 1.0
        for one in found:
            length = one.length or 1.0
            row += [one.prose / prose, one.prose / length, one.links / length, math.log1p(one.blocks)]
        return _Around(row, container.first, container.blocks or 1)


def _scores(blocks: Sequence[TextBlock]) -> dict[Container, float]:
    """Return a score for containers as Readability gives them: commas and length, halved on each level up."""
    scores: dict[Container, float] = {}
    for block in blocks:
        if block.length < 25:
            continue
        score = (1 + block.text.count(",") + min(block.length / 100, 3)) * (1 - block.links / len(block.text))
        inner = block.container
        holds_text = inner.tag in ("p", "h1", "h2", "h3", "h4", "pre", "td", "li", "blockquote")
        container: Container | None = inner.parent if holds_text and inner.parent else inner
        for weight in (1, 0.5, 0.25):
            if container is None:
                break
            scores[container] = scores.get(container, 0) + score * weight
            container = container.parent
    return scores


def _distances(blocks: Sequence[TextBlock]) -> list[tuple[float, float]]:
    """Return how many blocks away the next and the last block of prose are."""
    prose = [block.is_prose for block in blocks]
    ahead, last = [NOWHERE] * len(blocks), -1
    for number in range(len(blocks) - 1, -1, -1):
        ahead[number] = float(last - number) if last >= 0 else NOWHERE
        if prose[number]:
            last = number
    pairs, last = [], -1
    for number, following in enumerate(ahead):
        pairs.append((following, float(number - last) if last >= 0 else NOWHERE))
        if prose[number]:
            last = number
    return pairs


class _Kin:
    """Blocks made by the same template: the same tags and names of the two innermost containers."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self._sums: dict[tuple[str, ...], list[float]] = {}
        for block in blocks:
            template = block.container.template
            sums = self._sums.get(template)
            if sums is None:
                sums = self._sums[template] = [0.0, 0.0, 0.0]
            sums[0] += 1
            sums[1] += block.length
            sums[2] += block.links

    def of(self, container: Container, total: float) -> list[float]:
        """Return how many they are, their share of the page's text, of links in it, and their mean length."""
        count, length, links = self._sums[container.template]
        return [count, length / total, links / length, math.log1p(length / count)]


class _Frames:
    """What is known of the articles and hidden parts that a block lies in."""

    def __init__(self, body: Container) -> None:
        self._body = body
        self._known: dict[Container, list[float]] = {body: [0.0, -1.0, 0.0]}
        self._articles = 0

    def of(self, container: Container) -> list[float]:
        """Return the number of the innermost article and its share of the page's prose, -1 for none; and the share
        of the innermost hidden part.
        """
        known = self._known.get(container)
        if known is None:
            above = container.parent or self._body
            known = self.of(above)
            is_hidden = container.flags & HIDDEN and not above.flags & HIDDEN
            if container.tag == "article" or is_hidden:
                known = list(known)
                share = container.prose / (self._body.prose or 1.0)
                if container.tag == "article":
                    self._articles += 1
                    known[:2] = [float(self._articles), share]
                if is_hidden:
                    known[2] = share
            self._known[container] = known
        return known


def _echoes(said: Sequence[str]) -> list[float]:
    """Return 1 for each block that begins like one before it, unless it is short."""
    seen: set[str] = set()
    found = []
    for text in said:
        start = text[:_ECHO]
        found.append(float(start in seen))
        if len(start) == _ECHO:
            seen.add(start)
    return found


def _landmarks(blocks: Sequence[TextBlock], said: Sequence[str], hints: Hints) -> tuple[int, int, int]:
    """Return the numbers of the first block in an h1, of the first that is a title or a part of one, and of the first
    heading that says a whole title; -1 for none.
    """
    h1 = next((number for number, block in enumerate(blocks) if block.container.flags & IN_H1), -1)
    title = next((number for number, text in enumerate(said) if len(text) > 8 and hints.in_title(text[:80])), -1)
    headings = (number for number, block in enumerate(blocks) if block.container.level)
    return h1, title, next((number for number in headings if hints.is_title(said[number])), -1)


def _add_neighbours(page: PageText, rows: list[list[float]]) -> None:
    keys = {number: [row[place] for place in _KEY] for number, row in enumerate(rows) if row}
    padded = [_OUTSIDE, _OUTSIDE, *(keys[judge] for judge in page.judged_as), _OUTSIDE, _OUTSIDE]
    parents = [None, *(block.container.parent for block in page.blocks), None]
    for number in keys:
        row = rows[number]
        row += padded[number]
        row += padded[number + 1]
        row += padded[number + 3]
        row += padded[number + 4]
        own = parents[number + 1]
        row.append(float(own is parents[number]))
        row.append(float(own is parents[number + 2]))
