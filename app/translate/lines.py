"""The lines of an article that are translated, in the order in which they are read; and the article with others.

A line ends where the text has a line break, so verse stays verse. Names, addresses, code, forms and preformatted
text stay as they are, and so does what this program says itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.models import (
    Article,
    ArticleImage,
    Block,
    Blocks,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    text_of,
)
from app.sentences import Sentence
from app.text.counts import count_words
from app.translate.marked import is_translated

SO_FAR = Sentence("This is translated so far; what follows is in the original language.")

Change = Callable[[Runs], Runs]


def lines_of(article: Article) -> tuple[Runs, ...]:
    """Return the lines of an article that are to be translated: title, deck, text, and words at pictures."""
    found: list[Runs] = []

    def note(line: Runs) -> Runs:
        found.append(line)
        return line

    _changed(article, note)
    return tuple(found)


def with_lines(article: Article, lines: Sequence[Runs], language: str) -> Article:
    """Return an article in the language `language` with the first of its lines as `lines` has them.

    Where those are not all, the text says so where they end.
    """
    given = iter(lines)
    done = _changed(article, lambda line: next(given, line))
    blocks = done.blocks
    reached = _reached(article, len(lines))
    if reached < len(blocks):
        blocks = (*blocks[:reached], Paragraph((Run(SO_FAR, "b"),)), *blocks[reached:])
    words = count_words(" ".join(map(text_of, done.blocks)))
    return replace(done, blocks=blocks, language=language, words=words if article.words else 0)


def _reached(article: Article, count: int) -> int:
    """Return how many of the blocks of an article are done with after `count` lines."""
    left = count - len(lines_of(replace(article, blocks=(), images=())))
    for place, block in enumerate(article.blocks):
        left -= len(lines_of(Article("", "", (block,))))
        if left < 0:
            return place
    return len(article.blocks)


def _changed(article: Article, change: Change) -> Article:
    """Return an article whose lines went through `change`, one after the other."""
    title, deck = _words(article.title, change), _words(article.deck, change)
    blocks = tuple(_block(block, change) for block in article.blocks)
    images = tuple(_image(image, change) for image in article.images)
    return replace(article, title=title, deck=deck, blocks=blocks, images=images)


def _image(image: ArticleImage, change: Change) -> ArticleImage:
    caption, same = _words(image.caption, change), image.alt == image.caption
    return replace(image, caption=caption, alt=caption if same else _words(image.alt, change))


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(_runs(runs, change))
        case Heading(level, runs):
            return Heading(level, _runs(runs, change))
        case Quote(blocks):
            return Quote(_blocks(blocks, change))
        case ItemList():
            return replace(block, items=tuple(_blocks(item, change) for item in block.items))
        case Table():
            caption = _runs(block.caption, change)
            rows = tuple(tuple(_runs(cell, change) for cell in row) for row in block.rows)
            return replace(block, caption=caption, rows=rows)
    return block


def _blocks(blocks: Blocks, change: Change) -> Blocks:
    return tuple(_block(block, change) for block in blocks)


def _words(text: str, change: Change) -> str:
    """Return a text without looks after a change."""
    runs = (Run(text),)
    return "".join(run.text for run in change(runs)) if _is_asked(runs) else text


def _runs(runs: Runs, change: Change) -> Runs:
    """Return runs each of whose lines went through a change."""
    found: list[Run] = []
    for line in _lines(runs):
        found += [Run("\n")] if found else []
        found += change(line) if _is_asked(line) else line
    return tuple(found)


def _lines(runs: Runs) -> Iterator[Runs]:
    """Yield the lines of a text, which may be empty."""
    line: list[Run] = []
    for run in runs:
        name = run.name
        for place, part in enumerate([run.text] if isinstance(run.text, Sentence) else run.text.split("\n")):
            if place:
                yield tuple(line)
                line = []
            if part:
                line.append(replace(run, text=part, name=name))
                name = ""
    yield tuple(line)


def _is_asked(line: Runs) -> bool:
    return is_translated(line) and not any(isinstance(run.text, Sentence) for run in line)
