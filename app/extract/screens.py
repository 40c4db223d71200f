"""Names by which style sheets tell that something is for narrow screens alone, or for wide ones alone."""

from collections.abc import Iterable
from itertools import product

_HIDE, _SHOW = ("hidden", "hide"), ("show", "visible")
_LARGE = [f"{size}{above}" for size in ("desktop", "large", "lg", "md", "medium") for above in ("", "-up")]
_SMALL = ("mobile", "phone", "small", "small-only", "xs")
_SIZES = ("lg", "md", "sm")
_DRAWN = ("block", "flex", "inline", "inline-block")


def _names(verbs: Iterable[str], sizes: Iterable[str]) -> set[str]:
    return {f"{verb}-{word}{size}" for verb, word, size in product(verbs, ("", "for-", "on-"), sizes)}


#: Whole classes, in small letters.
NARROW = frozenset(
    _names(_HIDE, _LARGE)
    | _names(_SHOW, _SMALL)
    | {"is-hidden-desktop", "is-hidden-tablet", "mobile-only", "only-mobile", "show-for-medium-only"}
    | {f"d-{size}-none" for size in _SIZES}
    | {f"{size}:hidden" for size in _SIZES}
)
WIDE = frozenset(
    _names(_HIDE, _SMALL)
    | _names(_SHOW, _LARGE)
    | {"desktop-only", "is-hidden-mobile", "only-desktop"}
    | {f"d-{size}-{drawn}" for size in _SIZES for drawn in _DRAWN}
    | {f"{size}:{drawn}" for size in _SIZES for drawn in _DRAWN}
)
# How such classes of a site's own end (`header__mobile-only`).
_NARROW_END, _WIDE_END = "mobile-only", "desktop-only"


def is_narrow(word: str) -> bool:
    """Say whether a class, in small letters, is that of what only narrow screens show."""
    return word in NARROW or word.endswith(_NARROW_END)


def is_wide(word: str) -> bool:
    """Say whether a class, in small letters, is that of what only wide screens show."""
    return word in WIDE or word.endswith(_WIDE_END)
