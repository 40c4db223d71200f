"""Data that is written as one flat list, in which numbers stand for the places of values: `__NUXT_DATA__` of Nuxt 3.

The form is that of the package devalue (its README, "stringify"): the first item is the whole, what an object or a list
holds are places in the list, and a list that begins with a text is of a kind of its own. What React Router streams is
written so by the package turbo-stream, and there the names in an object are places, too (`_7`).
"""

import re
from typing import Any

_PLACE = re.compile(r"_(\d{1,7})")
_FEWEST = 3  # items
_DEEPEST = 100  # levels; what is deeper counts as null
_SET = "Set"
_SINGLE = frozenset({"BigInt", "Date", "RegExp", "URL"})  # kinds that are written as a text
_WRAPPED = frozenset({"EmptyRef", "EmptyShallowRef", "Reactive", "Ref", "ShallowReactive", "ShallowRef"})


def unfolded(value: object) -> object:
    """Return the whole that a flat list is the writing of, or the value itself where it is none.

    What holds itself does so in the answer: whoever walks over it has to count.
    """
    if not isinstance(value, list) or len(value) < _FEWEST or not _is_flat(value):
        return value
    return _at(value, 0, {}, 0)


def _is_flat(items: list[Any]) -> bool:
    """Say whether the first item of a list holds nothing but places in it."""
    first = items[0]
    if isinstance(first, list):
        return len(first) == 2 and _is_wrapped(first) and _is_place(items, first[1])
    return isinstance(first, dict) and bool(first) and all(_is_place(items, each) for each in first.values())


def _name(items: list[Any], key: str) -> str:
    """Return the name of a value in an object, which may be a place."""
    place = _PLACE.fullmatch(key)
    named = items[int(place[1])] if place and int(place[1]) < len(items) else key
    return named if isinstance(named, str) else key


def _is_wrapped(item: list[Any]) -> bool:
    return isinstance(item[0], str) and item[0] in _WRAPPED


def _is_place(items: list[Any], each: object) -> bool:
    return isinstance(each, int) and not isinstance(each, bool) and each < len(items)


def _at(items: list[Any], place: object, made: dict[int, Any], level: int) -> Any:
    """Return the value at a place; places below 0 are numbers that JSON has no sign for, and what is undefined."""
    if not isinstance(place, int) or not 0 <= place < len(items) or level > _DEEPEST:
        return None
    if place in made:
        return made[place]
    item = items[place]
    if isinstance(item, dict):
        whole = made[place] = {}
        whole.update((_name(items, key), _at(items, each, made, level + 1)) for key, each in item.items())
        return whole
    if isinstance(item, list):
        return _list_at(items, place, made, level)
    return item


def _list_at(items: list[Any], place: int, made: dict[int, Any], level: int) -> Any:
    item = items[place]
    kind = item[0] if len(item) > 1 and isinstance(item[0], str) else ""
    if kind in _SINGLE:
        return item[1]
    if kind in _WRAPPED:
        return _at(items, item[1], made, level + 1)
    if kind and kind != _SET:
        return None
    parts = made[place] = []
    parts.extend(_at(items, each, made, level + 1) for each in (item[1:] if kind else item))
    return parts
