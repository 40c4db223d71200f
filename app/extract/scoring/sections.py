"""Sections that are kept whole: by the number of their heading, by a heading that is surely of the text, or by the
contents of the page, which name them.

Rules, manuals and references have many short sections, which a model of prose does not believe.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_NUMBER = re.compile(
    r"(?:§\s?|Art(?:icle|\.)?\s|Release\s|Section\s|Step\s|v|Version\s)?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.:)]|\s|$)",
    re.I,
)
_LEAST_HOPE = 0.08  # the score of a block in the next section of those that are numbered
SURE_HEADING = 0.6  # the score of a heading that tells that its section is of the text
_LEAST_OF_SURE = 0.15  # the score of a block under one
_FEWEST_NAMED, _KEPT_NAMED = 3, 1 / 3  # sections that contents name, and the share of them that is kept by itself
_LEAST_NAMED = 0.015  # the score of a block in another of them
_LINKED = 0.5  # of the characters of a block in one


def keep_numbered(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, each section whose heading has the number that follows that of a kept one."""
    last: tuple[int, ...] = ()
    for heading in _headings_from(blocks, -1):
        number = _number(blocks[heading])
        if not number or not (kept[heading] or (last and _follows(number, last))):
            continue
        if kept[heading] or _keep_section(blocks, scores, kept, heading, _LEAST_HOPE):
            last = number


def keep_sure_sections(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, each section under a heading that is surely of the text, if none of it leads away."""
    first = kept.index(True) if True in kept else len(kept)
    for heading in _headings_from(blocks, first):
        if not kept[heading] and scores[heading] >= SURE_HEADING:
            _keep_section(blocks, scores, kept, heading, _LEAST_OF_SURE)


def keep_named_sections(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, what stands without links in each section that is named in the contents of the page, if many of
    these are kept, nothing of this one, and another follows.

    Contents are lines that are links within the page and say what headings of it say. What the last section ends with
    is told by nothing: behind it are those who wrote, and what they sell.
    """
    entries = {letters(block.text) for block in blocks if _is_entry(block)}
    named = [at for at in _headings_from(blocks, -1) if letters(blocks[at].text) in entries] if entries else []
    if len(named) < _FEWEST_NAMED or sum(kept[at] for at in named) < _KEPT_NAMED * len(named):
        return
    for heading, end in pairwise(named):
        texts = [at for at in range(heading + 1, end) if not blocks[at].container.level]
        if any(kept[at] for at in texts):
            continue
        found = [at for at in texts if scores[at] >= _LEAST_NAMED and _is_own(blocks[at])]
        for at in (heading, *found) if found else ():
            kept[at] = True


def _is_own(block: TextBlock) -> bool:
    return block.links <= _LINKED * len(block.text) and not (is_furniture(block) or says_others(block))


def _is_entry(block: TextBlock) -> bool:
    """Say whether a line is nothing but a link within the page, and no heading, which may link to itself."""
    hrefs = block.hrefs
    return len(hrefs) == 1 and hrefs[0][0] == "#" and block.links == len(block.text) and not block.container.level


def _number(block: TextBlock) -> tuple[int, ...]:
    found = _NUMBER.match(block.text)
    return tuple(map(int, found[1].split("."))) if found else ()


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Say whether a number is the next: 1.1, 2 or 1.3 after 1.2, or the first within it (1.2.1).

    Versions of a program count down: 1.9.0 after 2.0.1.
    """
    if number == (*last, 1):
        return True
    depth = len(number)
    if depth == len(last) > 1 and number < last:
        return True
    return depth <= len(last) and number[:-1] == last[: depth - 1] and number[-1] == last[depth - 1] + 1


def _keep_section(
    blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], heading: int, least: float
) -> bool:
    """Keep a section up to the next heading of its level or a higher one, and say whether there was one to keep."""
    end = _end_of(blocks, heading)
    inside = range(heading + 1, end)
    is_doubtful = any(scores[at] < least and not kept[at] for at in inside)
    if not inside or is_doubtful or any(_is_strange(blocks[at]) for at in range(heading, end)):
        return False
    kept[heading:end] = [True] * (end - heading)
    return True


def _end_of(blocks: Sequence[TextBlock], heading: int) -> int:
    """Return the number of the next heading of the level of one, or of a higher level.

    The last section ends with the box that it has in common with the one before.
    """
    level = blocks[heading].container.level
    for at in _headings_from(blocks, heading):
        if blocks[at].container.level <= level:
            return at
    before = next((at for at in range(heading - 1, -1, -1) if blocks[at].container.level == level), heading)
    return next(each.end for each in blocks[heading].container.outward() if each.first <= before)


def _headings_from(blocks: Sequence[TextBlock], heading: int) -> Iterator[int]:
    return (at for at in range(heading + 1, len(blocks)) if blocks[at].container.level)


def _is_strange(block: TextBlock) -> bool:
    """Say whether a block leads away, or is none of a text."""
    return any(not href.startswith("#") for href in block.hrefs) or is_furniture(block) or says_others(block)
