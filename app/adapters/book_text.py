"""The plain text of a book as blocks: lines of some seventy characters, an empty one between paragraphs.

That is how Project Gutenberg and others keep books. What a line means is told by where it ends: in prose behind the
last word that had room, in verse and in lists before that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.adapters.book_headings import heading_of, without_contents
from app.models import Block, Heading, Paragraph, Preformatted, Quote, Rule, Run, Runs
from app.text.normalize import line

TAB = 8
# Paragraphs, and low lines for emphasis: several times as many as the longest books have.
MOST_PARTS, MOST_LOW_LINES = 150_000, 500_000
# In characters: lines of prose are no shorter in any book; the room that one may leave by mistake.
NARROWEST, SLACK = 60, 6
# Of the lines of a part that could have been longer, so many are too many for prose.
VERSE_SHARE = 0.5
_BREAK = re.compile(r"\n(?:[ \t]*\n)+")
_ORNAMENT = re.compile(r"(?:[*.·+~=_-]\s*){3,}")
_PICTURE = re.compile(r"\[Illustrations?\]")
# Columns, or the frame of a table, in a line; what has so many of these is a table.
_COLUMNS, FEWEST_ROWS = re.compile(r"\S {3,}\S|[|+]-{3}|-{3}[|+]"), 2
_EMPHASIS = re.compile(r"(?<!\w)_([^_]{1,1000})_(?!\w)")


def book_blocks(text: str) -> list[Block]:
    """Return the blocks of a book, its subheads at level 2 and below. Raises `ValueError` where it is none."""
    parts = [part.expandtabs(TAB).rstrip() for part in _BREAK.split(text.strip("\n")) if part.strip()]
    if len(parts) > MOST_PARTS or text.count("_") > MOST_LOW_LINES:
        raise ValueError("nobody has written so many")
    width = _width_of(parts)
    blocks = [_block(part, width) for part in parts if not _PICTURE.fullmatch(part.strip())]
    return list(_levelled(without_contents(blocks)))


def _width_of(parts: Sequence[str]) -> int:
    """Return how long lines may be: as long as a twentieth of those that are followed by another."""
    lengths = sorted(len(each) for part in parts for each in part.split("\n")[:-1])
    return max(NARROWEST, lengths[-len(lengths) // 20]) if lengths else NARROWEST


def _block(part: str, width: int) -> Block:
    """Return what one part is."""
    lines = part.split("\n")
    indent = min(len(each) - len(each.lstrip()) for each in lines)
    found = heading_of(lines)
    if found is not None:
        return found
    if _ORNAMENT.fullmatch(part.strip()):
        return Rule()
    if len(lines) > 1 and (_is_table(lines) or _is_verse(lines, width)):
        return _as_it_stands(lines, indent)
    text = Paragraph(_runs(line(part)))
    return Quote((text,)) if len(lines) > 1 and indent else text


def _is_table(lines: Sequence[str]) -> bool:
    return sum(_COLUMNS.search(each) is not None for each in lines) >= FEWEST_ROWS


def _is_verse(lines: Sequence[str], width: int) -> bool:
    """Say whether lines end before they are full: where the first word of the next one had room."""
    early = sum(len(one) + 1 + len(other.split(maxsplit=1)[0]) <= width - SLACK for one, other in pairwise(lines))
    return len(lines) > 1 and early >= VERSE_SHARE * (len(lines) - 1)


def _as_it_stands(lines: Sequence[str], indent: int) -> Block:
    """Return lines as such: with their spaces, if there are any that count, and two more where they are indented."""
    words = "\n".join(map(line, lines))
    if words == "\n".join(lines):
        return Paragraph(_runs(words))
    margin = "  " if indent else ""
    return Preformatted(_EMPHASIS.sub(r"\1", "\n".join(margin + each[indent:] for each in lines)))


def _runs(text: str) -> Runs:
    """Return text with what stands between low lines as emphasis."""
    parts = _EMPHASIS.split(text) if "_" in text else [text]
    return tuple(Run(each, "i" if place % 2 else "") for place, each in enumerate(parts) if each)


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with the levels of subheads that there are from 2 on, without gaps."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    for block in blocks:
        yield replace(block, level=2 + levels.index(block.level)) if isinstance(block, Heading) else block
