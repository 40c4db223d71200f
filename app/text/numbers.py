"""Numbers that other people wrote, each within a range. No business logic, no I/O.

Attributes, style sheets and drawings hold numbers of any length; `int` and `float` raise on some (4,300 digits) and
make infinity of others. Whatever is no number, or is out of its range, counts as not given.
"""

import re

_LONGEST = 400  # characters; `float` makes infinity of more digits than that anyway
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[+-]?[0-9]+")
# Types of lists that count in something else than figures.
STYLES = frozenset("AIai")
_MOST_ROMAN = 4000
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def whole(text: str | None, least: int, most: int, otherwise: int = 0) -> int:
    """Return the whole number that `text` begins with (HTML standard, section 2.3.4.1), else `otherwise`."""
    found = _WHOLE.match((text or "").strip()[:_LONGEST])
    number = int(found[0]) if found else otherwise
    return number if least <= number <= most else otherwise


def measure(text: str | None, least: float, most: float) -> tuple[float, str] | None:
    """Return the number that `text` begins with, and what follows it, its unit; None where there is no such number."""
    stripped = (text or "").strip()[:_LONGEST]
    found = _DECIMAL.match(stripped)
    if not found:
        return None
    number = float(found[0])
    return (number, stripped[found.end() :].strip()) if least <= number <= most else None


def label(number: int, style: str = "") -> str:
    """Return a number as an item of a list has it, by the `type` of the list (HTML standard, section 4.4.5).

    What has no letter or Roman number, as 0 and what is below, is written in figures.
    """
    if style in ("a", "A") and number > 0:
        return _lettered(number, style)
    if style in ("i", "I") and 0 < number < _MOST_ROMAN:
        roman = _roman(number)
        return roman if style == "I" else roman.lower()
    return str(number)


def _lettered(number: int, first: str) -> str:
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord(first) + place) + letters
    return letters


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        said += letters * count
    return said
