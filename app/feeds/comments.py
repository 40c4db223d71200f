"""Where what readers say of an entry can be read, and which page an entry of a site for links is about. No I/O.

RSS 2.0 has `comments` for it, Atom links of the relation `replies` (RFC 4685, section 4). Sites where links are
discussed have it in the text of an entry: Reddit as "[link]" and "[comments]", Lobsters as "Comments" alone.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.feeds.xml_tree import attributes_of, name_of, relation_of

# These links are the last of a text, or all of it; characters of markup.
TAIL_LENGTH = 4000
_LINK = re.compile(r"<a\s([^<>]{1,2000})>([^<>]{1,40})</a", re.I)
_ADDRESS = re.compile(r"\bhref=[\"']([^\"'<>]{1,2000})[\"']", re.I)
_NAMES = frozenset({"[link]", "[comments]", "comments"})
# What is left of such links in a summary without markup, and says nothing there.
_WORDS = ("[link] [comments]", "comments")
_MEDIA = ("", "text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Discussed:
    """The page that an entry is about, where its text tells it from the page of its comments, and that page.

    Both are as they stand there, or empty.
    """

    page: str = ""
    comments: str = ""


def discussed_in(entry: Any, markup: str) -> Discussed:
    """Return what an entry of RSS or Atom says of its comments; `markup` is its text."""
    named = dict(_named(markup[-TAIL_LENGTH:]))
    both = named.get("[link]"), named.get("[comments]")
    if all(both):
        return Discussed(both[0] or "", both[1] or "")
    return Discussed("", next(filter(None, _said(entry)), "") or named.get("comments", ""))


def without_comment_words(summary: str) -> str:
    """Return a summary without the words of links to comments at its end."""
    for words in _WORDS:
        if summary.lower() == words or summary.lower().endswith(f" {_WORDS[0]}"):
            return summary[: -len(words)].rstrip()
    return summary


def _named(markup: str) -> Iterator[tuple[str, str]]:
    """Yield the words that such a link has, in small letters, and its address."""
    for attributes, text in _LINK.findall(markup):
        words, address = text.strip().lower(), _ADDRESS.search(attributes)
        if words in _NAMES and address:
            yield words, html.unescape(address[1])


def _said(entry: Any) -> Iterator[str]:
    """Yield the addresses that elements of an entry give; other vocabularies have a number in `comments`."""
    for element in entry:
        name, attributes = name_of(element), attributes_of(element)
        if name == "comments":
            text = (element.text or "").strip()
            yield text if text.startswith(("http://", "https://", "/")) else ""
        elif name == "link" and relation_of(element) == "replies" and attributes.get("type", "") in _MEDIA:
            yield attributes.get("href", "")
