"""Project Gutenberg: a book by its plain text, without the licence (https://www.gutenberg.org/help/file_formats.html).

A book is one article, with its chapters as subheads and a list of them at its beginning, to which each leads back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of
from app.adapters.book_text import book_blocks
from app.fetch.response import LONG_END
from app.models import Article, Block, Heading, ItemList, Paragraph, Run, text_of
from app.sentences import Sentence
from app.text.humanize import size_in_words
from app.text.normalize import line, tidy

CONTENTS = Sentence("Contents")
# Characters: the longest books that are read (the Bible, all of Shakespeare, Clarissa) have five million.
LONGEST_BOOK = 6_000_000
# The name of the list of chapters, which have those from 1 on.
FIRST = "0"
# Of more chapters only the parts are listed, if there are any.
MOST_LISTED = 150
# Begin and end of what is the book's own; older files have no space behind the asterisks, or say ETEXT.
_START = re.compile(r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG E[^*]{1,300}\*\*\*[^\n]{0,100}\n", re.M)
_END = re.compile(r"^(?:\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg)", re.M)
_FIELD = r"^{}:[ \t]*(\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)"
_TITLE, _AUTHOR = (re.compile(_FIELD.format(name), re.M) for name in ("Title", "Author"))


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a book. Raises `ValueError` where nothing says that its text begins."""
    (text,) = answers
    start = _START.search(text)
    if start is None:
        raise ValueError("this is no book of theirs")
    end = _END.search(text, start.end())
    book = text[start.end() : end.start() if end else len(text)]
    blocks = _with_contents(book_blocks(book[:LONGEST_BOOK]))
    if len(book) > LONGEST_BOOK:
        blocks.append(Paragraph((Run(LONG_END.of(size=size_in_words(LONGEST_BOOK)), "b"),)))
    head = text[: start.start()]
    return article_of(
        groups, _field(_TITLE, head) or groups["id"], blocks, author=_field(_AUTHOR, head), site="Project Gutenberg"
    )


def _field(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.search(head)
    return line(found[1]) if found else ""


def _with_contents(blocks: Sequence[Block]) -> list[Block]:
    """Return a book behind a list of its chapters, each of which leads to its own."""
    chapters = [block for block in blocks if isinstance(block, Heading)]
    levels = [level for level in range(6, 1, -1) if 1 < sum(each.level <= level for each in chapters) <= MOST_LISTED]
    if not levels:
        return list(blocks)
    named = list(_named(blocks, levels[0]))
    items = tuple(
        (Paragraph((Run(text_of(block), href=f"#{block.runs[0].name}"),)),)
        for block in named
        if isinstance(block, Heading) and block.runs[0].name
    )
    return [Heading(2, (Run(CONTENTS, name=FIRST),)), ItemList(False, items), *named]


def _named(blocks: Sequence[Block], deepest: int) -> Iterator[Block]:
    """Yield blocks with a number as the name of each subhead down to a level, which leads back to the list of them."""
    number = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level <= deepest:
            number += 1
            first, *others = block.runs
            back = (replace(each, href=f"#{FIRST}") for each in others)
            yield replace(block, runs=(replace(first, name=str(number), href=f"#{FIRST}"), *back))
        else:
            yield block


def _text(body: bytes) -> str:
    """Return a file as text with line ends of one kind."""
    return tidy(body.decode("utf-8", "replace"))


ADAPTER = Adapter(
    "gutenberg",
    "Project Gutenberg",
    "https://www.gutenberg.org",
    re.compile(
        r"https?://(?:www\.)?gutenberg\.org/(?:ebooks|(?:files|cache/epub)(?=/[0-9]{1,7}/.))"
        r"/(?P<id>[0-9]{1,7})(?:\.txt(?:\.utf-?8)?|/(?:pg)?(?P=id)(?:-[08])?\.txt)?/?(?:\?.*)?"
    ),
    ("/cache/epub/{id}/pg{id}.txt",),
    article,
    parsed=_text,
)
