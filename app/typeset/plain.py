"""An article as plain text, as a person saves it to disk: wrapped lines, and links as numbered notes."""

import textwrap
from collections.abc import Iterator

from app.models import (
    Article,
    Block,
    Blocks,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Runs,
    Table,
)
from app.typeset.charsets import CHARSETS
from app.typeset.markup import embed_words
from app.typeset.profiles import Profile
from app.typeset.tables import aligned_rows, column_widths, spelled_rows
from app.urls import host_of

_ASCII = CHARSETS["ascii"]


def plain_text(article: Article, source: str, profile: Profile) -> bytes:
    """Return the article in ASCII: title, source, byline and date, the text, then the addresses of its links."""
    writer = _Writer(article, profile.text_width)
    parts = [*writer.head(source), *writer.blocks(article.blocks), *writer.notes()]
    return _ASCII.encode_text("\n\n".join(parts) + "\n")


class _Writer:
    def __init__(self, article: Article, width: int) -> None:
        self._article = article
        self._width = width
        self._notes: dict[str, int] = {}

    def head(self, source: str) -> Iterator[str]:
        title = self._wrapped(self._article.title)
        yield title + "\n" + "=" * max(map(len, title.split("\n")))
        facts = [self._article.site, self._article.byline, self._article.date, source]
        yield "\n".join(_ASCII.say(fact) for fact in facts if fact)
        if self._article.deck:
            yield self._wrapped(self._article.deck)

    def blocks(self, blocks: Blocks) -> list[str]:
        return [text for block in blocks for text in self._block(block) if text]

    def notes(self) -> Iterator[str]:
        pictures = [f"[picture {number}] {each.url}" for number, each in enumerate(self._article.pictures, 1)]
        links = [f"[{number}] {url}" for url, number in self._notes.items()]
        if links or pictures:
            yield "-" * self._width
            yield "\n".join([*links, *pictures])

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs):
                yield self._wrapped(self._text(runs))
            case Heading(level, runs):
                title = self._wrapped(self._text(runs))
                yield title + "\n" + ("-" if level > 2 else "=") * max(map(len, title.split("\n")))
            case Preformatted(text):
                yield _ASCII.say(text)
            case Rule():
                yield "-" * self._width
            case Figure(number):
                caption = self._article.pictures[number - 1].caption
                yield self._wrapped(f"[picture {number}: {caption}]" if caption else f"[picture {number}]")
            case Embed(_, _, url):
                yield self._wrapped(f"[{embed_words(block)}, {host_of(url)}] [{self._note(url)}]")
            case Quote(inner):
                yield self._inside(inner, "> ", "> ")
            case ItemList(ordered, items):
                bullets = [f"{number}. " if ordered else "* " for number in range(1, len(items) + 1)]
                indent = " " * max(map(len, bullets))
                yield "\n".join(self._inside(*each, indent) for each in zip(items, bullets, strict=True))
            case Table():
                yield self._table(block)

    def _inside(self, blocks: Blocks, first: str, indent: str) -> str:
        """Return blocks set in by `indent`, the first line by `first`."""
        outer, self._width = self._width, max(20, self._width - len(indent))
        lines = "\n\n".join(self.blocks(blocks)).split("\n")
        self._width = outer
        return "\n".join(
            ((indent if place else first.ljust(len(indent))) + line).rstrip() for place, line in enumerate(lines)
        )

    def _table(self, table: Table) -> str:
        widths = column_widths(table, self._width)
        caption = [self._wrapped(self._text(table.caption))] if table.caption else []
        if widths is None:
            return "\n".join([*caption, *(self._wrapped("* " + self._text(row)) for row in spelled_rows(table))])
        rows = ["".join(_ASCII.say(run.text) for run in row).rstrip() for row in aligned_rows(table, widths)]
        return "\n".join([*caption, *rows])

    def _text(self, runs: Runs) -> str:
        """Return runs as text, a note's number behind each link."""
        parts = []
        for place, run in enumerate(runs):
            parts.append(run.text)
            following = runs[place + 1].href if place + 1 < len(runs) else ""
            if run.href and run.href != following:
                parts.append(f" [{self._note(run.href)}]")
        return "".join(parts)

    def _note(self, url: str) -> int:
        """Return the number of the note that gives an address."""
        return self._notes.setdefault(url, len(self._notes) + 1)

    def _wrapped(self, text: str) -> str:
        lines = _ASCII.say(text).split("\n")
        return "\n".join(
            textwrap.fill(line, self._width, break_long_words=False, break_on_hyphens=False) for line in lines
        )
