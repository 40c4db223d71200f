"""Lines of plain text, no wider than a screen. East Asian characters take two columns, and break anywhere."""

import textwrap

from app.render.charsets.charsets import columns

# What no line begins with (JIS X 4051, the commonest of its list).
_NEVER_FIRST = frozenset("、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?)")


def wrapped(text: str, width: int) -> str:
    """Return `text` in lines of at most `width` columns; its own line ends stay, and long words stick out."""
    return "\n".join(map("\n".join, (_lines(line, width) for line in text.split("\n"))))


def _lines(text: str, width: int) -> list[str]:
    if columns(text) == len(text):
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    return _wide_lines(text, width)


def _wide_lines(text: str, width: int) -> list[str]:
    """Return lines of text in which some characters take two columns, or none."""
    lines = [""]
    taken = 0
    for part in _breakable(text):
        needed = columns(part)
        if lines[-1] and taken + needed > width and part[0] not in _NEVER_FIRST:
            lines.append("")
            taken = 0
        if lines[-1] or part != " ":
            lines[-1] += part
            taken += needed
    return [line.rstrip(" ") for line in lines]


def _breakable(text: str) -> list[str]:
    """Return the parts of `text` between which a line may end: words, spaces, and single wide characters."""
    parts: list[str] = []
    for character in text:
        narrow = columns(character) < 2
        if parts and narrow and " " not in (character, parts[-1]) and columns(parts[-1][-1]) < 2:
            parts[-1] += character
        else:
            parts.append(character)
    return parts
