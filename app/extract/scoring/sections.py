"""Sections that are kept whole: by the number of their heading, or by a heading that is surely of the text.

Rules, manuals and references have many short sections, which a model of prose does not believe.
"""

import re
from collections.abc import Iterator, Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.text_blocks import TextBlock

_NUMBER = re.compile(r"(?:§\s?|Art(?:icle|\.)?\s|Section\s|Step\s)?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.:)]|\s|$)", re.I)
_LEAST_HOPE = 0.08  # the score of a block in the next section of those that are numbered
SURE_HEADING = 0.6  # the score of a heading that tells that its section is of the text
_LEAST_OF_SURE = 0.15  # the score of a block under one


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


def _number(block: TextBlock) -> tuple[int, ...]:
    found = _NUMBER.match(block.text)
    return tuple(map(int, found[1].split("."))) if found else ()


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Say whether a number is the next: 1.1, 2 or 1.3 after 1.2, or the first within it (1.2.1)."""
    if number == (*last, 1):
        return True
    depth = len(number)
    return depth <= len(last) and number[:-1] == last[: depth - 1] and number[-1] == last[depth - 1] + 1


def _keep_section(
    blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], heading: int, least: float
) -> bool:
    """Keep a section up to the next heading of its level or a higher one, and say whether there was one to keep.

    The last one ends with the element that its heading and more stand in.
    """
    own = blocks[heading].container
    around = next((each.end for each in own.outward() if each.end > heading + 1), heading + 1)
    end = next((at for at in _headings_from(blocks, heading) if blocks[at].container.level <= own.level), around)
    inside = range(heading + 1, end)
    is_doubtful = any(scores[at] < least and not kept[at] for at in inside)
    if not inside or is_doubtful or any(_is_strange(blocks[at]) for at in range(heading, end)):
        return False
    kept[heading:end] = [True] * (end - heading)
    return True


def _headings_from(blocks: Sequence[TextBlock], heading: int) -> Iterator[int]:
    return (at for at in range(heading + 1, len(blocks)) if blocks[at].container.level)


def _is_strange(block: TextBlock) -> bool:
    """Say whether a block leads away, or is none of a text."""
    return any(not href.startswith("#") for href in block.hrefs) or is_furniture(block) or says_others(block)
