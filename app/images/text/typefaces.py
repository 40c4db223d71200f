"""Which typeface of this machine has the letters of each family, and of each script of India. A table and its reader.

The names are those of files of Debian's packages fonts-noto-core, fonts-noto-cjk and fonts-dejavu-core. Text from the
right is set in one typeface that has Latin letters too, so that libraqm puts a line with both in order.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PIL import features

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_SANS = "NotoSans-Regular.ttf"
_CJK = "NotoSansCJK-Regular.ttc"

# Of each family that hardly anybody reads in Latin letters: a typeface, and which of its file. Sorted.
FACES: Mapping[str, tuple[str, int]] = {
    "arabic": ("DejaVuSans.ttf", 0),
    "armenian": ("DejaVuSans.ttf", 0),
    "chinese-simplified": (_CJK, 2),
    "chinese-traditional": (_CJK, 3),
    "georgian": ("DejaVuSans.ttf", 0),
    "hebrew": ("DejaVuSans.ttf", 0),
    "indic": (_SANS, 0),
    "japanese": (_CJK, 0),
    "korean": (_CJK, 1),
    "other": (_SANS, 0),
    "thai": (_SANS, 0),
}
# Scripts that have a typeface of their own: the first and the last character, and its name. Sorted.
SCRIPTS = (
    ("\u0900", "\u097f", "NotoSansDevanagari-Regular.ttf"),
    ("\u0980", "\u09ff", "NotoSansBengali-Regular.ttf"),
    ("\u0a00", "\u0a7f", "NotoSansGurmukhi-Regular.ttf"),
    ("\u0a80", "\u0aff", "NotoSansGujarati-Regular.ttf"),
    ("\u0b00", "\u0b7f", "NotoSansOriya-Regular.ttf"),
    ("\u0b80", "\u0bff", "NotoSansTamil-Regular.ttf"),
    ("\u0c00", "\u0c7f", "NotoSansTelugu-Regular.ttf"),
    ("\u0c80", "\u0cff", "NotoSansKannada-Regular.ttf"),
    ("\u0d00", "\u0d7f", "NotoSansMalayalam-Regular.ttf"),
    ("\u0d80", "\u0dff", "NotoSansSinhala-Regular.ttf"),
    ("\u0e00", "\u0e7f", "NotoSansThai-Regular.ttf"),
    ("\u0e80", "\u0eff", "NotoSansLao-Regular.ttf"),
    ("\u0f00", "\u0fff", "NotoSerifTibetan-Regular.ttf"),
    ("\u1000", "\u109f", "NotoSansMyanmar-Regular.ttf"),
    ("\u1200", "\u139f", "NotoSansEthiopic-Regular.ttf"),
    ("\u1780", "\u17ff", "NotoSansKhmer-Regular.ttf"),
    ("\u1800", "\u18af", "NotoSansMongolian-Regular.ttf"),
)
# A typeface for each family that needs those of scripts; where it is missing, so are its neighbours in the package.
_WITNESSES = {
    "indic": "NotoSansDevanagari-Regular.ttf",
    "other": "NotoSansEthiopic-Regular.ttf",
    "thai": "NotoSansThai-Regular.ttf",
}
# Letters that join, stack or run from the right need libraqm; without it they would be misspelled.
SHAPED = frozenset({"arabic", "hebrew", "indic", "other"})


def can_set(family: str) -> bool:
    """Say whether this machine can set text of a family: its typefaces are installed, and what shapes its letters."""
    if family not in FACES or (family in SHAPED and not features.check("raqm")):
        return False
    needed = (FACES[family][0], _WITNESSES.get(family, ""))
    return all(not name or name in _files() for name in needed)


def file_of(name: str) -> Path | None:
    """Return the file of a typeface; None where it is not installed."""
    return _files().get(name)


@cache
def _files() -> Mapping[str, Path]:
    """Return the files of the typefaces that are installed, looked for once."""
    wanted = {name for name, _ in FACES.values()} | {name for _, _, name in SCRIPTS}
    found = (path for folder in FOLDERS for path in folder.rglob("*.tt[cf]"))
    return {path.name: path for path in found if path.name in wanted}
