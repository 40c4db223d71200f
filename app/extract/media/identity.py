"""Whether two addresses are of one picture in different sizes."""

import re
from dataclasses import dataclass

_RESIZED = re.compile(
    r"\d{2,4}x\d{2,4}|scaled|\d{2,4}w|w\d{2,4}|large|medium|small|master|thumb|default", re.IGNORECASE
)
_FORMAT = re.compile(r"\.(avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
_WIDTH = re.compile(
    r"[-_/](\d{2,4})x\d{2,4}(?=[-_./]|$)|[?&](?:w|width)=(\d{2,4})(?!\d)|/w(?:idth)?[_=](\d{2,4})(?=[,/])"
)
# The formats that servers make of any other for those who take them.
_MODERN = frozenset({"avif", "webp"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What the addresses of one picture have in common: a name, and the format where that tells files apart."""

    name: str
    format: str

    def is_same(self, other: "Identity") -> bool:
        """Say whether two addresses are of one picture."""
        if self.name != other.name:
            return False
        formats = {self.format, other.format}
        return len(formats) == 1 or bool(formats & _MODERN)


def identity(url: str) -> Identity:
    """Return what the address of a picture has in common with those of its other sizes.

    Sizes stand in the query, at the end of the name, or in a folder above it; a name of six letters or less
    (`1.jpg`, `main.jpg`) is told apart by its folders.
    """
    path = url.partition("?")[0].partition("//")[2].partition("/")[2]
    folders, _, name = path.rpartition("/")
    found = _FORMAT.search(name)
    if not found:
        return Identity(url, "")
    stem = _without_sizes(name[: found.start()]).lower()
    return Identity(stem if len(stem) > 6 else f"{folders}/{stem}", found[1].lower().replace("jpeg", "jpg"))


def _without_sizes(stem: str) -> str:
    """Return the name of a file without what says its size at the end: `tower-large_640x480` is tower."""
    while (end := max(stem.rfind("-"), stem.rfind("_"))) >= 0 and _RESIZED.fullmatch(stem, end + 1):
        stem = stem[:end]
    return stem


def told_width(url: str) -> int:
    """Return how many pixels wide a picture is by its address (`tower-640x480.jpg`, `?w=640`), 0 where it says none."""
    found = _WIDTH.search(url)
    return int(next(filter(None, found.groups()))) if found else 0
