"""The picture that a node of JSON-LD names (schema.org/image): an address, an ImageObject, a reference, or several."""

from collections.abc import Iterable, Mapping
from typing import Any

_MAX_DEPTH = 4
_ADDRESSES = ("url", "contentUrl", "@id")


def picture_of(value: object, nodes: Iterable[Mapping[str, Any]], depth: int = 0) -> str:
    """Return the address of the first picture in `value`, or an empty string; `nodes` are those it may refer to."""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return picture_of(value[0], nodes, depth + 1) if value else ""
    if isinstance(value, dict):
        named = value.get("@id")
        is_reference = isinstance(named, str) and not any(value.get(key) for key in _ADDRESSES[:-1])
        node = next((each for each in nodes if each.get("@id") == named), value) if is_reference else value
        return next((picture_of(node[key], (), depth + 1) for key in _ADDRESSES[:-1] if node.get(key)), "")
    return value.strip() if isinstance(value, str) else ""
