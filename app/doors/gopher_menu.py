"""Menus of Gopher (RFC 1436): lines of a type, what is shown, a selector, a host and a port."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.render.charsets.charsets import Charset
from app.render.text.wrap import wrapped

COLUMNS = 67  # which RFC 1436 asks lines of text and of menus to keep to (section 3.9)
END = b".\r\n"
LONGEST_SELECTOR = 255  # RFC 1436, appendix: a selector has no more characters
# What a menu shows instead of a line of its own.
TEXT, MENU, ERROR, SEARCH, GIF, IMAGE, INFO, HTML = "0", "1", "3", "7", "g", "I", "i", "h"
_BLANKS = str.maketrans(dict.fromkeys(map(chr, (*range(32), 127)), " "))


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a menu; `kind` is one character of RFC 1436, or `i` and `h`, which all clients of today know."""

    kind: str
    title: str
    selector: str = ""


def menu(items: Iterable[Item], charset: Charset, host: str, port: int) -> bytes:
    """Return a menu as it is sent; what would break a line of it becomes spaces, and no title is wider than a line.

    What leads nowhere has as many lines as it needs.
    """
    lines = (_lines(item, charset, host, port) for item in items if len(item.selector) <= LONGEST_SELECTOR)
    return b"".join(lines) + END


def text(body: str, charset: Charset) -> bytes:
    """Return a text as it is sent: a dot that begins a line is doubled, for one alone is the end (section 3.4)."""
    lines = (f".{line}" if line.startswith(".") else line for line in body.split("\n"))
    return charset.encode_text("\r\n".join(lines)) + b"\r\n" + END


def failure(sentence: str, charset: Charset) -> bytes:
    """Return a menu that says in one line why there is no other."""
    return menu([Item(ERROR, sentence)], charset, "error.host", 1)


def _lines(item: Item, charset: Charset, host: str, port: int) -> bytes:
    titles = wrapped(item.title.translate(_BLANKS), COLUMNS if item.kind != ERROR else 1000).split("\n")
    # Those that are no place have one all the same, since clients split a line by its tabs.
    where = ("error.host", 1) if item.kind == INFO else (host, port)
    plus = "" if item.kind in (INFO, ERROR, HTML) else "\t+"  # it may be asked for by Gopher+
    end = f"\t{item.selector.translate(_BLANKS)}\t{where[0]}\t{where[1]}{plus}\r\n".encode("ascii", "replace")
    shown = titles if item.kind == INFO else titles[:1]
    return b"".join(item.kind.encode() + charset.encode_text(title) + end for title in shown)
