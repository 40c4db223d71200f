"""The data in a page's scripts: JSON, objects that a script assigns or returns, and the chunks of a streamed page.

Nothing is run. An object of a script need not be JSON: its names may stand without quotation marks, its texts in single
ones, and it may end with a comma (ECMAScript, section 13.2.5); a variable in it counts as null.
"""

import binascii
import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from app.extract.article.flat_values import unfolded

_MOST_ATTEMPTS = 12  # values of a script that are tried
_MOST_ROWS = 10_000
_MOST_NODES = 100_000

# Each way to begin has a letter for its first sign, and not where a word begins: a search goes from one such letter to
# the next, in a sixth of the time.
_START = re.compile(
    r"(?:=|r(?<=\br)eturn|JSON\.parse\((?:decodeURI(?:Component)?\(|atob\()?|e(?<=\.e)nqueue\(|s(?<=\bs)tart\(\w{1,40},\s?\w{1,40},)\s*(?=[{\[]\s{0,9}[\w$\[{\"'\]}]|[\"'][{\[]|[\"'](?:\\x[57]b|%[57][Bb])|[\"'](?:W[3y]|e[3wy])[\w+/]{40})"
)
_LITERAL = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`"""
_TEXT = re.compile(_LITERAL, re.DOTALL)
_TOKEN = re.compile(
    rf"(?P<text>{_LITERAL})|(?P<sign>[{{}}\[\],:])|(?P<flag>![01])|(?P<void>void 0)|(?P<name>[A-Za-z_$][\w$]*)|"
    r"(?P<number>-?[\d.][\w.]*)|(?P<blank>\s+)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CONTROL = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": " ", "0": "", "\n": ""}
_ENCODED = ("%5B", "%7B")  # how a document begins whose signs are percent-encoded
# How Angular wrote the signs of its state before its version 16, the last last.
_ENTITIES = (("&q;", '"'), ("&s;", "'"), ("&l;", "<"), ("&g;", ">"), ("&a;", "&"))
_AS_ENTITIES = "{&q;"
# How an object or a list begins in Base64, where a blank or a quotation mark follows its bracket.
_IN_BASE64 = frozenset({"W3", "Wy", "e3", "ew", "ey"})
_BASE64 = re.compile(r"[\w+/]{40,}={0,2}", re.ASCII)
_AS_IT_IS = frozenset({"true", "false", "null"})

# The stream of React's server components, as Next.js writes it: rows of a number in hexadecimal and a value.
_PUSHED = re.compile(r"__next_f\.push\(\s{0,9}\[\s{0,9}1\s{0,9},\s{0,9}(?=[\"'])")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$([0-9a-f]{1,8})")


def values_in(script: str) -> Iterator[object]:
    """Yield what a script is, as JSON, or what it assigns, returns or reads with `JSON.parse`."""
    script = _decoded(script.strip().removeprefix("<!--").removesuffix("-->"))
    if script[:1] in ("{", "["):
        whole = _loaded(script)
        if whole is not None:
            yield unfolded(whole)
            return
    at = 0
    for _ in range(_MOST_ATTEMPTS):
        found = _START.search(script, at)
        if not found:
            return
        at = found.end()
        try:
            value, at = _value_at(script, at)
        except (ValueError, RecursionError):
            continue  # code, and no data
        yield unfolded(_loaded(_decoded(value))) if isinstance(value, str) else value


def streamed_values(scripts: Sequence[str]) -> Iterator[object]:
    """Yield the values of a stream whose chunks stand in many scripts; texts that are rows of it are in place."""
    pushed = ((script, found.end()) for script in scripts for found in _PUSHED.finditer(script))
    chunks = [_text(text[0]) for script, at in pushed if (text := _TEXT.match(script, at))]
    rows = dict(_rows("".join(chunks).encode("utf-8", "replace"))) if chunks else {}
    texts = {name: value for name, value in rows.items() if isinstance(value, str)}
    for value in rows.values():
        if not isinstance(value, str):
            _put_in_place(value, texts)
            yield value


def _decoded(text: str) -> str:
    if text.startswith(_AS_ENTITIES):
        for sign, meant in _ENTITIES:
            text = text.replace(sign, meant)
    if text[:2] in _IN_BASE64 and _BASE64.fullmatch(text):
        return _of_base64(text)
    return unquote(text) if text[:3].upper() in _ENCODED else text


def _of_base64(text: str) -> str:
    try:
        return binascii.a2b_base64(text).decode("utf-8", "replace")
    except binascii.Error:
        return text


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _value_at(script: str, at: int) -> tuple[object, int]:
    """Return the value that begins at a place, and where it ends. Raises `ValueError` where there is none."""
    if text := _TEXT.match(script, at):
        return _text(text[0]), text.end()
    try:
        return json.JSONDecoder(strict=False).raw_decode(script, at)
    except ValueError:
        return _object_at(script, at)


def _object_at(script: str, at: int) -> tuple[object, int]:
    """Return the object or list of a script that begins at a place, and where it ends. Raises `ValueError`."""
    parts: list[str] = []
    name, depth = "", 0
    while token := _TOKEN.match(script, at):
        at, kind, said = token.end(), token.lastgroup, token[0]
        if kind == "blank":
            continue
        if name:
            parts.append(json.dumps(name) if said == ":" else name if name in _AS_IT_IS else "null")
            name = ""
        if kind in ("name", "number"):
            name = said
            if kind == "number" and script[at : at + 1] != ":":
                parts.append(_number(said))
                name = ""
        elif kind == "sign":
            if said in "]}" and parts and parts[-1] == ",":
                parts.pop()
            parts.append(said)
            depth += (said in "[{") - (said in "]}")
            if not depth:
                return json.loads("".join(parts), strict=False), at
        else:
            parts.append(_json_of(kind, said))
    raise ValueError("no object of data ends here")


def _json_of(kind: str | None, said: str) -> str:
    if kind == "text":
        return json.dumps(_text(said))
    return {"!0": "true", "!1": "false"}.get(said, "null")


def _number(said: str) -> str:
    try:
        return repr(float(said))
    except ValueError:
        return "null"


def _text(literal: str) -> str:
    """Return what a literal of a script says, without its quotation marks."""
    inner = literal[1:-1]
    if "\\" not in inner:
        return inner
    text = _ESCAPE.sub(_unescaped, inner)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _CONTROL.get(found[3], found[3])


def _rows(stream: bytes) -> Iterator[tuple[str, object]]:
    """Yield the rows of a stream: a text by its length in bytes, all others to the end of the line."""
    at = 0
    for _ in range(_MOST_ROWS):
        row = _ROW.match(stream, at)
        end = stream.find(b"\n", at)
        end = len(stream) if end < 0 else end
        if row and row[2]:
            at = row.end() + int(row[2], 16)
            yield row[1].decode(), stream[row.end() : at].decode("utf-8", "replace")
            continue
        if row and stream[row.end() : row.end() + 1] in (b"[", b"{"):
            yield row[1].decode(), _loaded(stream[row.end() : end].decode("utf-8", "replace"))
        at = end + 1
        if at >= len(stream):
            return


def _put_in_place(value: object, texts: dict[str, str]) -> None:
    """Put texts in the place of the references to them (`"$1a"`)."""
    todo = [value]
    for _ in range(_MOST_NODES):
        if not todo:
            return
        node = todo.pop()
        places = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for place, inner in list(places):
            if isinstance(inner, str):
                reference = _REFERENCE.fullmatch(inner)
                if reference and reference[1] in texts:
                    node[place] = texts[reference[1]]  # type: ignore[index]
            else:
                todo.append(inner)
