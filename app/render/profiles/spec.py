"""What stands behind the tilde in an address: a profile's name, and what is to be different.

`/~macplus/` is a profile as the table has it, `/~macplus-jpeg-640/` one with another format and width. Pieces are
of kinds, at most one of each; the name of a profile is spelled with its pieces in the order of their kinds, so that
one profile has one address. A character set or a language may stand without a name, `/~mac/`: for any machine with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.errors import UnknownPlace
from app.render.charsets.charsets import CHARSETS
from app.render.language import languages
from app.render.profiles.platforms import PLATFORMS
from app.render.profiles.profile import KIB, Profile
from app.render.profiles.profiles import PROFILES, UNIVERSAL
from app.sentences import Sentence

# MicroWeb's whole request must fit 512 bytes, and the rest of the address needs its room.
LONGEST = 39
NO_PROFILE = Sentence('There is no profile "%(name)s" here; /setup lists those that there are.')
NO_PIECE = Sentence('A profile cannot be "%(name)s"; /setup lists what it can be.')
NARROWEST, WIDEST = 100, 1600  # pixels of either side
_BOX = re.compile("[1-9][0-9]{2,3}(?:x[1-9][0-9]{2,3})?")


def _since_1997(platform: str) -> Mapping[str, Any]:
    """Return what browsers from 1997 on have beside more character sets: superscripts."""
    return {"raises": True} if platform.endswith("4") else {}


# What each kind of piece changes: the fields of a profile, by the piece; kinds in the order in which they are spelled.
KINDS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "markup": {"html2": {"markup": "2.0"}, "html32": {"markup": "3.2"}, "text": {"markup": "text"}},
    "charset": {
        **{name: {"charsets": name, **_since_1997(name)} for name in PLATFORMS if name != "anywhere"},
        **{name: {"charsets": name, "declares": True} for name in CHARSETS},
    },
    "type": {"bare": {"declares": False}},
    "budget": {f"{size}k": {"budget": size * KIB} for size in (8, 16, 24, 32, 48, 96)},
    "format": {name.lower(): {"image": name, "thumbnail": ""} for name in ("GIF", "JPEG", "PNG")},
    "palette": {
        "16c": {"palette": "colour16"},
        "1bit": {"palette": "mono"},
        "256c": {"palette": "colour256"},
        "4grey": {"palette": "grey4"},
        "true": {"palette": "true"},
    },
    "dither": {name: {"dither": name} for name in ("atkinson", "floyd", "ordered")},
    "place": {"inline": {"inline": True}, "links": {"inline": False}},
    "breaks": {"nobr": {"breaks": False}},
    "forms": {"noforms": {"forms": False}},
    "spelling": {"spelled": {"spells": True}},
    "language": {code.replace("_", "").lower(): {"language": code} for code in languages()},
    "order": {"logical": {"visual": False}, "visual": {"visual": True}},
}
STAND_ALONE = frozenset({"charset", "language"})
_KIND_OF = {piece: kind for kind, pieces in KINDS.items() for piece in pieces}
_ORDER: Mapping[str, int] = {kind: place for place, kind in enumerate([*KINDS, "size"])}


@lru_cache(512)
def read_spec(spec: str) -> Profile:
    """Return the profile that `spec` stands for, under its canonical name. Raises `UnknownPlace`."""
    name, *pieces = spec.lower().split("-")
    if name not in PROFILES and _KIND_OF.get(name) in STAND_ALONE:
        name, pieces = UNIVERSAL.name, [name, *pieces]
    if name not in PROFILES or len(spec) > LONGEST:
        raise UnknownPlace(NO_PROFILE.of(name=spec[:LONGEST]))
    chosen = _by_kind(pieces)
    profile = PROFILES[name]
    for kind, piece in chosen.items():
        profile = replace(profile, **_change(kind, piece))
    return replace(profile, name="-".join([name, *chosen.values()]))


def with_piece(spec: str, piece: str) -> str:
    """Return the canonical `spec` with `piece` in place of the one of its kind.

    Where that would be too long for an address, the pieces that change nothing are given up, and where it still is,
    all others. Raises `UnknownPlace`.
    """
    name, *pieces = spec.split("-")
    chosen = _by_kind([*pieces, piece])
    needed = [each for kind, each in chosen.items() if replace(PROFILES[name], **_change(kind, each)) != PROFILES[name]]
    longer = ("-".join([name, *each]) for each in (chosen.values(), needed))
    return read_spec(next((each for each in longer if len(each) <= LONGEST), f"{name}-{piece}")).name


def _by_kind(pieces: Sequence[str]) -> Mapping[str, str]:
    """Return the piece of each kind, in the order in which they are spelled; of two of a kind the last."""
    chosen = {_kind(piece): piece for piece in pieces}
    return {kind: chosen[kind] for kind in sorted(chosen, key=_ORDER.__getitem__)}


def _kind(piece: str) -> str:
    """Return what a piece is about; a number is a width."""
    kind = _KIND_OF.get(piece) or ("size" if _BOX.fullmatch(piece) else "")
    if not kind or (kind == "size" and not all(NARROWEST <= int(side) <= WIDEST for side in piece.split("x"))):
        raise UnknownPlace(NO_PIECE.of(name=piece[:LONGEST]))
    return kind


def _change(kind: str, piece: str) -> Mapping[str, Any]:
    return _box(piece) if kind == "size" else KINDS[kind][piece]


def _box(piece: str) -> Mapping[str, int]:
    """Return width and height; the usual screen is three quarters as high as wide."""
    width, _, height = piece.partition("x")
    return {"width": int(width), "height": int(height) if height else int(width) * 3 // 4}
