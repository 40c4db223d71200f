"""What the program makes of a page, as plain values for a bench."""

from collections.abc import Iterator
from typing import Any

from app.errors import ReaderError
from app.extract.page import extract_page
from app.fetch.decode import decode
from app.models import Article, Block, Blocks, Embed, Heading, ItemList, Paragraph, Preformatted, Quote, Runs, Table

_NOTHING = {
    "text": "",
    "title": "",
    "authors": [],
    "date": "",
    "updated": "",
    "language": "",
    "images": [],
    "confidence": 0.0,
}
_SOMEWHERE = "http://example.org/a"


def extract(html: bytes, url: str) -> dict[str, Any]:
    """Return the article of a page: text (deck, blocks and posts, no captions; a block a line), title, authors, date,
    updated, language, images, confidence. Where the program finds none, all is empty; it never raises.
    """
    try:
        found = extract_page(decode(html), url if url.startswith(("http://", "https://")) else _SOMEWHERE)
    except (ReaderError, ValueError, RecursionError):
        return dict(_NOTHING)
    return article_values(found) if isinstance(found, Article) else dict(_NOTHING)


def article_values(article: Article) -> dict[str, Any]:
    """Return what `extract` gives of an article."""
    return {
        "text": "\n".join(filter(None, (article.deck, *lines_of(article.blocks)))),
        "title": article.title,
        "authors": article.byline.split(", ") if article.byline else [],
        "date": article.date,
        "updated": getattr(article, "updated", ""),
        "language": article.language,
        "images": [picture.url for picture in article.images],
        "confidence": article.confidence,
    }


def lines_of(blocks: Blocks) -> Iterator[str]:
    """Yield the text of blocks, each part on a line of its own."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield _text(runs)
        case Preformatted(text):
            yield text
        case Quote(inner):
            yield from lines_of(inner)
        case ItemList(_, items):
            for item in items:
                yield from lines_of(item)
        case Table(rows, _, caption):
            yield _text(caption)
            yield from (_text(cell) for row in rows for cell in row)
        case Embed("post", title, _):
            yield title


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
