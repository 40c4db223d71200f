"""Numbers that other people wrote, each within a range. No business logic, no I/O.

Attributes, style sheets and drawings hold numbers of any length; `int` and `float` raise on some (4,300 digits) and
make infinity of others. Whatever is no number, or is out of its range, counts as not given.
"""

import re

_LONGEST = 400  # characters; `float` makes infinity of more digits than that anyway
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[+-]?[0-9]+")


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
