"""Forms in which editors keep a text within the data of a page: JSON in a text of JSON, and the operations of Quill.

A text of Quill ("Delta") is a list of what is inserted one behind the other; the line end has what its line is.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

_BEGINS = ('{"', "{\n", '["', "[{", "[[")
_HEADING, _LIST, _QUOTE = "header", "list", "blockquote"


def value_in(text: str) -> object:
    """Return the value that a text is the JSON of, None where it is none."""
    if not text.startswith(_BEGINS):
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def delta_markup(operations: Sequence[object]) -> str:
    """Return the markup of a text of Quill."""
    lines: list[str] = []
    line = ""
    for each in operations:
        said, look = _inserted(each)
        *ended, rest = said.split("\n")
        for number, part in enumerate(ended):
            line += part
            lines.append(_line(line, look if not part and not number else {}))
            line = ""
        line += rest
    return "".join([*lines, _line(line, {})])


def _inserted(operation: object) -> tuple[str, Mapping[str, Any]]:
    if not isinstance(operation, dict) or not isinstance(operation.get("insert"), str):
        return "", {}
    look = operation.get("attributes")
    return operation["insert"], look if isinstance(look, dict) else {}


def _line(text: str, look: Mapping[str, Any]) -> str:
    said = escape(text.strip(), quote=False)
    if not said:
        return ""
    if look.get(_HEADING):
        return f"<h2>{said}</h2>"
    if look.get(_LIST):
        return f"<ul><li>{said}</li></ul>"
    return f"<blockquote><p>{said}</p></blockquote>" if look.get(_QUOTE) else f"<p>{said}</p>"
