"""Numbers that tell the article's text from the rest of a page: a row for each block.

`COLUMNS` names them in the order in which `rows_of` gives them; the weights were trained on this order.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from app.extract.scoring.attributes import FLAGS, IN_H1
from app.extract.scoring.discussion import announces_discussion
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.hints import Hints
from app.extract.scoring.links import link_row
from app.extract.scoring.stopwords import STOP_WORDS
from app.extract.scoring.surroundings import AROUND, Surroundings
from app.extract.scoring.text_blocks import PageText, TextBlock
from app.text.normalize import letters

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
_COMMAS, _STOPS = ",;،、，；", "。！？"
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[À-ÞА-Я]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\d{1,2}[./]\d{1,2}[./]")
_SIGN = re.compile(r"[©®»›→•]")
# The same in what is ASCII of a text, as bytes, which takes less time: a figure is "0", a capital "A", a sign "@".
_KINDS = bytes.maketrans(b"123456789BCDEFGHIJKLMNOPQRSTUVWXYZ|", b"0" * 9 + b"A" * 25 + b"@")
_ASCII = bytes(range(128))


OWN = (
    "log_length log_words link_share bold_share ends_sentence commas sentences digits capitals capitals_per_word "
    "word_length tag depth stop_words links date signs colon question starts_low furniture "
    "place before number after_h1 after_title after_headline repeats in_title in_description in_ld_body names_author "
    "begins_with_author "
    "to_prose from_prose heading_level since_heading headlines since_discussion echo in_parent "
    "href_says href_abroad href_steps"
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
    places = _Places(page, hints)
    rows = [
        _look(block) + places.of(number, block) if judge == number else []
        for number, (block, judge) in enumerate(zip(page.blocks, page.judged_as, strict=True))
    ]
    _add_neighbours(page, rows)
    return [rows[judge] for judge in page.judged_as]


class _Places:
    """Where blocks stand on their page, worked out once for all of them."""

    def __init__(self, page: PageText, hints: Hints) -> None:
        blocks = page.blocks
        self._hints, self._said = hints, _said(page)
        self._count, self._total = len(blocks), page.body.length or 1.0
        self._of_page = [math.log1p(page.body.prose), page.body.prose / self._total, float(len(blocks))]
        self._before = [0.0, *accumulate(block.length for block in blocks)]
        self._headings = _headings(blocks)
        self._discussions = _since(map(announces_discussion, self._said))
        self._distances = _distances(blocks)
        self._repeats = Counter(block.text for block in blocks)
        self._landmarks = _landmarks(blocks, self._said, hints)
        self._echoes = _echoes(self._said)
        self._surroundings = Surroundings(page)

    def of(self, number: int, block: TextBlock) -> list[float]:
        """Return the columns behind those of `_look`."""
        hints, text, around = self._hints, self._said[number], self._surroundings.of(block.container)
        h1, title, headline = self._landmarks
        heading, headlines = self._headings[number]
        return [
            number / self._count,
            self._before[number] / self._total,
            float(number),
            float(number - h1) if h1 >= 0 else NOWHERE,
            float(number - title) if title >= 0 else NOWHERE,
            float(number - headline) if headline >= 0 else NOWHERE,
            self._repeats[block.text] - 1.0,
            float(hints.in_title(text)),
            float(hints.in_description(text)),
            hints.in_body(text),
            float(hints.names_author(text)),
            float(text.startswith(hints.authors)),
            *self._distances[number],
            float(block.container.level),
            float(number - heading) if heading >= 0 else NOWHERE,
            float(headlines),
            self._discussions[number],
            self._echoes[number],
            (number - around.first) / around.blocks,
            *link_row(block, hints.host),
            *around.row,
            *self._of_page,
        ]


def _said(page: PageText) -> list[str]:
    """Return the letters of the blocks, of long ones those at the beginning; none of one that is judged as another."""
    return [
        letters(block.text if len(block.text) <= _LONG else block.text[:_START]) if number == judge else ""
        for number, (block, judge) in enumerate(zip(page.blocks, page.judged_as, strict=True))
    ]


def _headings(blocks: Sequence[TextBlock]) -> list[tuple[int, int]]:
    """Return for each block the number of the last heading, itself or before it, and how many headlines there were."""
    found, heading, headlines = [], -1, 0
    for number, block in enumerate(blocks):
        if block.container.level:
            heading, headlines = number, headlines + (block.container.level == 1)
        found.append((heading, headlines))
    return found


def _since(signs: Iterable[bool]) -> list[float]:
    """Return for each block how many blocks ago the last one with a sign was, 0 for itself."""
    found, distance = [], NOWHERE
    for sign in signs:
        distance = 0.0 if sign else distance if distance == NOWHERE else distance + 1.0
        found.append(distance)
    return found


def _look(block: TextBlock) -> list[float]:
    """Return what the block looks like by itself, the first columns."""
    text, links = block.text, block.links
    own = block.words
    size, words = len(text), len(own) or 1
    start = text if size <= _START else text[:_START]
    digits, capitals, has_sign = _kinds(start)
    last = text[-1]
    return [
        math.log1p(block.length),
        math.log1p(words),
        links / size,
        block.bold / size,
        float(last in _SENTENCE_ENDS or (last in _CLOSING and text[-2:-1] in _SENTENCE_ENDS)),
        _count(text, _COMMAS) / words,
        float(_stops(text)),
        digits / len(start),
        capitals / len(start),
        capitals / words,
        size / words,
        _TAG_NUMBER.get(block.container.tag, -1.0),
        float(block.container.depth),
        len(STOP_WORDS.intersection(own)) / words,
        float(len(block.hrefs)),
        float(size < 120 and digits > 1 and _DATE.search(text) is not None),
        float(has_sign or "http:" in start or "https:" in start),
        float(last == ":"),
        float(last in "?？"),
        float(text[0].islower()),
        float(is_furniture(block)),
    ]


def _count(text: str, signs: str) -> int:
    """Return how often one of the signs stands in a text; most do not, which is found out faster than counted."""
    return sum([text.count(sign) for sign in signs if sign in text])


def _stops(text: str) -> int:
    """Return how many sentences end in a text, but for the last one."""
    stops = 0 if text.isascii() else _count(text, _STOPS)
    for sign in ".?!":
        if sign in text:
            stops += text.count(f"{sign} ")
    return stops


def _kinds(text: str) -> tuple[int, int, bool]:
    """Return how many figures and capitals a text has, and whether it has a sign."""
    encoded = text.encode()
    kinds = encoded.translate(_KINDS)
    digits, capitals, has_sign = kinds.count(b"0"), kinds.count(b"A"), b"@" in kinds
    if not text.isascii():
        others = encoded.translate(None, _ASCII).decode()
        digits += len(_DIGIT.findall(others))
        capitals += len(_CAPITAL.findall(others))
        has_sign = has_sign or _SIGN.search(others) is not None
    return digits, capitals, has_sign


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
