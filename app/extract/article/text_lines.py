"""Whether the lines of a text file were broken at its margin, or each stands for itself: verse, lists, code, letters.

Somebody who wraps lines puts as much into each as there is room for. Where the next word would have fitted into a
line, its end was meant.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 2  # lines
_LONGEST = 120  # characters; a longer line is not broken at all
_MARGIN = 0.9  # of the width of the file; lines that are wrapped by hand are not all as long
_MEANT = 1 / 3  # of the ends of lines
_WIDEST = 0.9  # of all lines are no longer than the width
# What lines begin with that are an item, quoted, said at a time, a field of a head, or of a difference.
_MARK = re.compile(
    r"\s|[-*+•·>|@#=<]|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\[[^\[\]]{1,20}\]|\d\d?:\d\d|[A-Z][\w-]{1,24}: "
)
_RULE = re.compile(r"\s*([=*~#^_-])\1{2,98}\s*")
_LONGEST_TITLE = 80
_VERSES, _LONGEST_VERSE = 4, 60  # lines, and characters of one
_WESTERN = re.compile(r"[\x00-\u2e7f]")


def width_of(parts: Sequence[str]) -> int:
    """Return how many characters the lines of a file have room for, by those that are not the last of their part."""
    sizes = sorted(len(each) for part in parts for each in part.split("\n")[:-1] if len(each) <= _LONGEST)
    return sizes[int(_WIDEST * (len(sizes) - 1))] if sizes else 0


def stand_alone(lines: Sequence[str], width: int) -> bool:
    """Say whether the lines of a part are meant as they stand, in a file that has room for `width` characters."""
    if len(lines) < _FEWEST:
        return False
    ends = len(lines) - 1
    marked = sum(_MARK.match(each) is not None for each in lines[1:])
    if 2 * marked >= ends or _is_verse(lines):
        return True
    meant = sum(_had_room(one, other, width) for one, other in pairwise(lines))
    return meant >= _MEANT * ends


def underlined(lines: Sequence[str]) -> str:
    """Return the one line that has a rule under it, and may have one over it; nothing where there is none."""
    *before, rule = lines
    title = before[-1].strip() if before else ""
    has_rules = all(map(_RULE.fullmatch, (*before[:-1], rule))) and len(before) in (1, 2)
    return title if has_rules and len(title) <= _LONGEST_TITLE and not _RULE.fullmatch(title) else ""


def _had_room(line: str, behind: str, width: int) -> bool:
    """Say whether the first word of the line behind would have fitted into a line."""
    word = behind.split(maxsplit=1)[0] if _WESTERN.match(behind) else behind[0]
    return len(line) > _LONGEST or len(line) + 1 + len(word) <= _MARGIN * width


def _is_verse(lines: Sequence[str]) -> bool:
    """Say whether several short lines all begin with a capital letter, after a quote or another sign."""
    if len(lines) < _VERSES or max(map(len, lines)) > _LONGEST_VERSE:
        return False
    return all(next((each.isupper() for each in line if each.isalpha()), False) for line in lines)
