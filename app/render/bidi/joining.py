"""Arabic letters in the forms in which they are seen: at the beginning, in the middle, at the end, alone.

Browsers that write from the left join nothing. Unicode has the joined forms as characters of their own (blocks
FB50-FDFF and FE70-FEFF), which say in their decompositions what they are forms of; that is the table.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

_FORMS = (range(0xFB50, 0xFBEA), range(0xFE80, 0xFEFD))
#: One form that every set with joined forms has: alef at the end of a word.
SAMPLE = "\ufe8e"
_LAM = "\u0644"
_ARABIC = re.compile("[\u0600-\u06ff]")


def _tables() -> tuple[Mapping[tuple[str, str], str], frozenset[str], frozenset[str]]:
    """Return the form of each letter by its kind, the letters that join to the next one, and those that join at all."""
    forms: dict[tuple[str, str], str] = {}
    for form in map(chr, (code for block in _FORMS for code in block)):
        kind, _, parts = unicodedata.decomposition(form).partition(" ")
        letters = "".join(chr(int(part, 16)) for part in parts.split())
        if len(letters) == 1 or letters[:1] == _LAM:
            forms.setdefault((kind, letters), form)
    starts = frozenset(letters for kind, letters in forms if kind == "<initial>")
    ends = frozenset(letters for kind, letters in forms if kind == "<final>")
    return forms, starts, ends


_BY_FORM, _STARTS, _ENDS = _tables()
_TATWEEL = "\u0640"
_TO_NEXT, _TO_LAST = _STARTS | {_TATWEEL}, _ENDS | {_TATWEEL}


def has_arabic(text: str) -> bool:
    """Say whether there is anything to join in `text`."""
    return bool(_ARABIC.search(text))


def joined(clusters: Sequence[str], has: Callable[[str], bool]) -> list[str]:
    """Return letters, each with its marks behind it, in their joined forms; an empty string follows lam with alef.

    `has` says which forms there are: code page 864 has two of the four of most letters.
    """
    bases = list(_ligated([cluster[:1] for cluster in clusters], has))
    found = []
    for place, base in enumerate(bases):
        before = base in _ENDS and _neighbour(bases, place, -1) in _TO_NEXT
        after = base in _STARTS and _neighbour(bases, place, 1) in _TO_LAST
        letters = (base, unicodedata.normalize("NFD", base)[:1])  # alef, where a set has none with hamza
        forms = (_BY_FORM.get((kind, letter), "") for letter in letters for kind in _KINDS[before, after])
        found.append(next((form for form in forms if form and has(form)), base) + clusters[place][1:])
    return found


# Which forms a letter may have, by whether it joins to the one before and behind, the best first.
_KINDS: Mapping[tuple[bool, bool], tuple[str, ...]] = {
    (False, False): ("<isolated>",),
    (False, True): ("<initial>",),
    (True, False): ("<final>", "<isolated>"),
    (True, True): ("<medial>", "<initial>"),
}


def _ligated(bases: list[str], has: Callable[[str], bool]) -> Iterator[str]:
    """Yield letters; where there is a form of lam with the alef behind it, both as one, and nothing for that alef."""
    taken = False
    for base, following in zip(bases, [*bases[1:], ""], strict=True):
        form = _BY_FORM.get(("<isolated>", base + following), "") if base == _LAM and following else ""
        both = bool(form) and has(form)
        yield "" if taken else base + following if both else base
        taken = both


def _neighbour(bases: list[str], place: int, step: int) -> str:
    """Return the letter before or behind the one at `place`, or nothing; alef that is one with its lam is none."""
    around = (place + step, place + 2 * step)
    return next((bases[each] for each in around if 0 <= each < len(bases) and bases[each]), "")
