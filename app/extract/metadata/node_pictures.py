"""The picture that a node of JSON-LD names (schema.org/image): an address, an ImageObject, a reference, or several."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.text.numbers import measure

_MAX_DEPTH, _MOST = 4, 100
_WIDEST = 100_000  # pixels
_ADDRESSES = ("url", "contentUrl", "@id")


def picture_of(value: object, nodes: Iterable[Mapping[str, Any]], depth: int = 0) -> str:
    """Return the address of the widest picture in `value`, or an empty string; `nodes` are those it may refer to.

    Where no width is told it is the first.
    """
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return picture_of(max(value[:_MOST], key=_width), nodes, depth + 1) if value else ""
    if isinstance(value, dict):
        named = value.get("@id")
        is_reference = isinstance(named, str) and not any(value.get(key) for key in _ADDRESSES[:-1])
        node = next((each for each in nodes if each.get("@id") == named), value) if is_reference else value
        return next((picture_of(node[key], (), depth + 1) for key in _ADDRESSES[:-1] if node.get(key)), "")
    return value.strip() if isinstance(value, str) else ""


def _width(value: object) -> float:
    """Return how wide a picture is by its node (a number, a text or a `QuantitativeValue`), 0 where it is not said."""
    said = value.get("width") if isinstance(value, dict) else None
    said = said.get("value") if isinstance(said, dict) else said
    found = measure(str(said), 0, _WIDEST)
    return found[0] if found else 0
