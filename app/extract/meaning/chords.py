"""Chords of a song, which a style sheet puts over the syllables behind them: in brackets, as ChordPro has it."""

import re
from itertools import islice

from lxml.html import HtmlElement

_NAMES = re.compile(r"(?:^|[\s_-])(?:akkorde?|chords?)(?:$|[\s_-])", re.IGNORECASE)
_CHORD = re.compile(r"[A-H][#b♯♭]?(?:m|maj|min|dim|aug|sus|add|M|\d|[+°ø#b♯♭()/-]|[A-H](?=[#b♯♭]?$)){0,8}")
_TAGS = ("b", "i", "span", "strong", "sup")
_MOST = 5_000


def set_off_chords(root: HtmlElement, words: frozenset[str]) -> None:
    """Put brackets around each chord in a line of words, in place; `words` are those of the classes of the tree.

    In preformatted text a chord stands in a line of its own over the words.
    """
    if not any(map(_NAMES.search, (word for word in words if "ord" in word))):
        return
    for each in list(islice(root.iter(*_TAGS), _MOST)):
        name = each.get("class")
        said = each.text_content().strip() if name and _NAMES.search(name) else ""
        if said and _CHORD.fullmatch(said) and next(each.iterancestors("pre"), None) is None:
            del each[:]
            each.tag, each.text = "span", f"[{said}]"
