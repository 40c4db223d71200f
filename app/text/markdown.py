"""Markdown as markup (CommonMark 0.31, with tables and struck words); what nobody has written stands as it is.

Marks cost time: a few link definitions, or marks of emphasis without an end, would keep the parser busy for minutes.
"""

import re
from functools import cache
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# Up to so many lines and marks are read in a text: each costs up to 40 microseconds.
MOST_LINES, MOST_MARKS = 20_000, 40_000
# Characters of a text, and of a paragraph, in which marks that match no other are looked for again and again.
LONGEST_TEXT, LONGEST_PARAGRAPH = 1_000_000, 20_000
_MARKS = re.compile(r"[!&*<\[\\`_|~]")
# What nobody writes at the beginning of a line, or around words, but in Markdown.
_WRITTEN = re.compile(
    r"^#{1,6} \S|^```|^[*-] \S|^> \S|\]\((?:https?:|mailto:|[/#.])[^()\s]{0,300}\)|\*\*\S[^*\n]{0,200}\*\*",
    re.MULTILINE,
)
_CERTAIN = re.compile(r"^#{1,6} \S|^```|\]\(|\*\*", re.MULTILINE)
_FEWEST = 2


def has_many_marks(text: str) -> bool:
    """Say whether a text is so long, or has so many lines or marks, that nobody has written it."""
    return len(text) > LONGEST_TEXT or text.count("\n") > MOST_LINES or len(_MARKS.findall(text)) > MOST_MARKS


def markdown_markup(text: str, with_markup: bool = False) -> str:
    """Return Markdown as markup, which is not cleaned; a text of very many marks as it stands.

    Markup within is text, or `with_markup` stays what it is.
    """
    if has_many_marks(text):
        return f"<pre>{escape(text)}</pre>"
    return str(_markdown(with_markup).render(text))


@cache
def _markdown(with_markup: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415  # sixty modules, for the few pages that are written in it

    parser = MarkdownIt("commonmark", {"html": with_markup}).enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "long", _leave_long_ones)
    return parser


def _leave_long_ones(state: "StateCore") -> None:
    """Have very long paragraphs shown without looking for marks in them."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            token.type = "text"


def is_markdown(text: str) -> bool:
    """Say whether a text of several lines is plainly Markdown: it has a mark that means nothing else, and another."""
    if "\n" not in text or not _CERTAIN.search(text):
        return False
    return sum(1 for _ in islice(_WRITTEN.finditer(text), _FEWEST)) == _FEWEST
