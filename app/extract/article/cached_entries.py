"""Data that is the cache of a GraphQL client: one object of entries by their names, which refer to one another.

Apollo writes a reference as `{"__ref": "Paragraph:7"}` (its documentation, "Data normalization"), before version 3 as
`{"type": "id", "id": "Paragraph:7"}`.
"""

from collections.abc import Mapping
from typing import Any

_ROOT = "ROOT_QUERY"
_MOST_NODES = 100_000
_DEEPEST = 4  # levels around a cache
_SAYING = ("text", "content", "html")  # where the words of a paragraph are


def put_entries_in_place(value: object) -> None:
    """Put the entries of a cache in the place of lists of references to them, where they are paragraphs, in place.

    Those to other things stay what they are: they may lead back to where they stand.
    """
    entries = _cache_in(value, 0)
    todo: list[Any] = list(entries.values())
    for _ in range(_MOST_NODES):
        if not todo:
            return
        node = todo.pop()
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if isinstance(node, list) and _are_paragraphs(node, entries):
            node[:] = [entries[_name(each)] for each in node]
        else:
            todo.extend(each for each in inner if isinstance(each, (dict, list)))


def _cache_in(value: object, level: int) -> Mapping[str, Any]:
    """Return the cache that a value is, or that it holds not far within."""
    if not isinstance(value, dict) or level > _DEEPEST:
        return {}
    if _ROOT in value:
        return value
    return next(filter(None, (_cache_in(each, level + 1) for each in value.values())), {})


def _are_paragraphs(items: list[Any], entries: Mapping[str, Any]) -> bool:
    """Say whether a list refers to entries, of which the first says something itself."""
    found: list[Any] = [entries.get(_name(each)) for each in items]
    first: dict[str, Any] = found[0] if found and all(isinstance(each, dict) for each in found) else {}
    return any(isinstance(first.get(key), str) for key in _SAYING)


def _name(reference: object) -> str:
    if not isinstance(reference, dict):
        return ""
    name = reference.get("__ref") or (reference.get("id") if reference.get("type") == "id" else "")
    return name if isinstance(name, str) else ""
