"""Gopher+ as the University of Minnesota wrote it down in 1993, without its forms: items may be asked for with their
length or end before them, and for what is known of them.

A server of Gopher+ marks its lines with a plus; clients that know nothing of it leave that unread.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.doors.gopher_menu import END, HTML, INFO

PLAIN, DATA, ABOUT, ABOUT_ALL = "", "+", "!", "$"
# Items for which words are typed, which stand before what Gopher+ adds.
SEARCHES = ("/search", "/read")


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks: a selector, the words of a search in the set of its machine, and how: one of `PLAIN`, `DATA`,
    `ABOUT`, `ABOUT_ALL`."""

    selector: str
    words: bytes = b""
    way: str = PLAIN


def request_of(line: bytes) -> Request:
    """Return what is asked by a line; a representation that is named, and answers to forms, are not looked at."""
    first, *parts = line.split(b"\t")
    selector, words = first.decode("utf-8", "replace"), b""
    if selector.rstrip("/").lower().endswith(SEARCHES) and parts and _way(parts[0].strip()) == PLAIN:
        words, *parts = parts
    return Request(selector, words.strip(), _way(parts[0][:1]) if parts else PLAIN)


def _way(mark: bytes) -> str:
    return mark.decode("ascii", "replace") if mark in (b"+", b"!", b"$") else PLAIN


def with_end(answer: bytes, is_text: bool) -> bytes:
    """Return an answer behind the line that says where it ends: at a dot alone, or after so many bytes."""
    return (b"+-1\r\n" if is_text else b"+%d\r\n" % len(answer)) + answer


def refusal(sentence: bytes) -> bytes:
    """Return the answer that says why there is no other."""
    return b"--1\r\n1 %s\r\n" % sentence + END


def about(menu: bytes, site: str, now: float) -> bytes:
    """Return what is known of the items of a menu that have any data: the line of each, and whose they are."""
    moment = datetime.fromtimestamp(now, UTC)
    admin = f"+ADMIN:\r\n Admin: {site}\r\n Mod-Date: {moment:%a %b %d %H:%M:%S %Y} <{moment:%Y%m%d%H%M%S}>\r\n"
    blocks = (b"+INFO: %s\r\n%s" % (line, admin.encode("ascii", "replace")) for line in _items(menu))
    return with_end(b"".join(blocks) + END, is_text=True)


def _items(menu: bytes) -> Iterator[bytes]:
    return (line for line in menu.removesuffix(END).splitlines() if line[:1] not in (INFO.encode(), HTML.encode()))
