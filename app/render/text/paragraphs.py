"""The text of an article as paragraphs without any marks, for where it is set by somebody else."""

from collections.abc import Iterator

from app.models import (
    Article,
    Blocks,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Runs,
    Table,
    numbers_of,
)
from app.net.urls import host_of
from app.render.html.blocks import embed_words
from app.text.numbers import label


def paragraphs_of(article: Article, blocks: Blocks) -> Iterator[str]:
    """Yield the paragraphs of `blocks` of an article; a picture is its number and caption, a row of a table a line;
    rules and forms are left out.
    """
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from _text(runs).split("\n")
            case Preformatted(text):
                yield from text.split("\n")
            case Figure(number):
                yield _figure(number, article.images[number - 1].caption)
            case Embed(_, _, url):
                yield f"[{embed_words(block)}, {host_of(url)}]"
            case Quote(inner):
                yield from paragraphs_of(article, inner)
            case ItemList():
                yield from _items(article, block)
            case Table(rows, _, caption):
                yield _text(caption)
                yield from (" | ".join(map(_text, row)) for row in rows)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _items(article: Article, block: ItemList) -> Iterator[str]:
    for number, item in zip(numbers_of(block), block.items, strict=True):
        first, *others = [*paragraphs_of(article, item)] or [""]
        yield f"{label(number, block.style)}. {first}" if block.ordered else f"* {first}"
        yield from others


def _figure(number: int, caption: str) -> str:
    return f"[{number}: {caption}]" if caption else f"[{number}]"
