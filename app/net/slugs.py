"""The words of a headline that stand in an address. No I/O."""

import re
from urllib.parse import unquote, urlsplit

FEWEST_WORDS, MOST_WORDS = 3, 8
_ENDING = re.compile(r"\.[a-z]{2,5}\Z")
_WORD = re.compile(r"[^\W\d_]{2,40}")


def headline_in(url: str) -> str:
    """Return the headline that the path of a canonical address spells, `ferry repaired after storm`, or nothing."""
    parts = [_ENDING.sub("", part) for part in unquote(urlsplit(url).path).lower().split("/")]
    words = max(([*_WORD.findall(part)] for part in parts if "-" in part or "_" in part), key=len, default=[])
    return " ".join(words[:MOST_WORDS]) if len(words) >= FEWEST_WORDS else ""
