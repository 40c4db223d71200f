"""In which direction each character of a line runs, and the order in which a line is seen (UAX 9, without embeddings).

Our text has no embeddings, overrides or isolates: they are taken out as it comes in. The direction of a paragraph
is that of most of its letters, since an Arabic one may well begin with a Latin name.
"""

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_FROM_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
# Those of the pairs of UAX 9 (rule L4) that a text of ours may hold.
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")


def has_from_right(text: str) -> bool:
    """Say whether `text` has a letter that runs from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(each) in _FROM_RIGHT for each in text)


def runs_from_right(text: str) -> bool:
    """Say whether most letters of a paragraph run from the right."""
    kinds = [unicodedata.bidirectional(each) for each in text]
    return sum(kind in _FROM_RIGHT for kind in kinds) > kinds.count("L")


def levels(text: str, from_right: bool) -> list[int]:
    """Return the level of each character of a paragraph: an odd one runs from the right."""
    base = int(from_right)
    kinds = _resolved([unicodedata.bidirectional(each) or "L" for each in text], base)
    return [_level(kind, base) for kind in kinds]


def seen(items: Sequence[_Item], of: Sequence[int]) -> list[_Item]:
    """Return the items of a line, whose levels are `of`, in the order in which they are seen (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(of, default=0), 0, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and of[order[end]] >= level:
                end += 1
            order[place:end] = reversed(order[place:end])
            place = end + 1
    return [items[place] for place in order]


def mirrored(text: str) -> str:
    """Return brackets and the like turned round, as they are seen in text from the right (rule L4)."""
    return text.translate(_MIRRORED)


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved kind (rules I1 and I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolved(kinds: list[str], base: int) -> list[str]:
    """Return what each character counts as: `L`, `R`, `EN` or `AN` (rules W1 to W7, N1 and N2)."""
    edge = "R" if base else "L"
    _resolve_marks_and_numbers(kinds, edge)
    _resolve_signs(kinds)
    strong = edge
    for place, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    _resolve_neutrals(kinds, edge)
    return kinds


def _resolve_marks_and_numbers(kinds: list[str], edge: str) -> None:
    """Resolve marks, and figures behind an Arabic letter (rules W1 to W3)."""
    strong = edge
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = kinds[place - 1] if place else edge
        elif kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _resolve_signs(kinds: list[str]) -> None:
    """Resolve what stands between figures, or beside them (rules W4 to W6)."""
    for place in range(1, len(kinds) - 1):
        around = kinds[place - 1], kinds[place + 1]
        if around == ("EN", "EN") and kinds[place] in ("ES", "CS"):
            kinds[place] = "EN"
        elif around == ("AN", "AN") and kinds[place] == "CS":
            kinds[place] = "AN"
    for begin, end in _stretches(kinds, frozenset({"ET"})):
        beside = (*kinds[max(0, begin - 1) : begin], *kinds[end : end + 1])
        kinds[begin:end] = ["EN" if "EN" in beside else "ON"] * (end - begin)
    kinds[:] = ["ON" if kind not in ("L", "R") and kind not in _NUMBERS else kind for kind in kinds]


def _resolve_neutrals(kinds: list[str], edge: str) -> None:
    """Resolve what has no direction of its own by its neighbours (rules N1 and N2); figures count as from the right."""
    for begin, end in _stretches(kinds, _NEUTRAL):
        before = _side(kinds[begin - 1]) if begin else edge
        after = _side(kinds[end]) if end < len(kinds) else edge
        kinds[begin:end] = [before if before == after else edge] * (end - begin)


def _side(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind


def _stretches(kinds: Sequence[str], of: frozenset[str]) -> list[tuple[int, int]]:
    """Return where each stretch of kinds out of `of` begins and ends."""
    found: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if kind not in of:
            continue
        if found and found[-1][1] == place:
            found[-1] = found[-1][0], place + 1
        else:
            found.append((place, place + 1))
    return found
