"""The stages of extraction, one after the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from lxml.html import HtmlElement

from app.errors import NoText
from app.extract.article.blocks import blocks_of, replace_figures
from app.extract.article.hidden_text import hidden_text
from app.extract.article.reduce import reduce_markup
from app.extract.media.embeds import mark_embeds, place_embeds
from app.extract.media.images import MarkedImage, identity, lead_image, mark_images
from app.extract.metadata import Metadata, read_metadata
from app.extract.parse import parse
from app.extract.scoring import article_tree, hints_of
from app.models import Article, ArticleImage, Blocks, Embed, Figure, Heading, ItemList, Quote, Rule, text_of
from app.net.urls import host_of
from app.text.normalize import letters

_MIN_LETTERS = 3
# Han, kana, Thai, Lao, Khmer and Burmese are written without spaces.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def extract_article(text: str, url: str) -> Article:
    """Return the article in the decoded page `text`, which came from `url`.

    Raises `NoText` where the page holds none, `BadMarkup` where it is made to hurt a parser.
    """
    root = parse(text)
    return article_in(root, url, base_of(root, url))


def article_in(root: HtmlElement, url: str, base: str) -> Article:
    """Return the article in a parsed page, which is used up; `base` is what its links are relative to.

    Raises `NoText` where it holds none.
    """
    metadata, hints, hidden = read_metadata(root, url), hints_of(root), hidden_text(root)
    marked = mark_images(root, base)
    embeds = mark_embeds(root, base, len(marked) + 1)
    chosen = article_tree(root, hints, _lead_number(marked, metadata, base))
    blocks = place_embeds(blocks_of(reduce_markup(chosen.tree, base)), embeds)
    blocks, confidence = hidden.instead_of(blocks, chosen.confidence, hints, base)
    blocks = without_repetitions(blocks, metadata)
    return replace(_article(url, base, metadata, blocks, marked), confidence=round(confidence, 3))


def base_of(root: HtmlElement, url: str) -> str:
    """Return the address that the page's links are relative to (`<base href>`)."""
    base = root.find(".//base[@href]")
    try:
        return urljoin(url, base.get("href")) if base is not None else url
    except ValueError:
        return url


def without_repetitions(blocks: Blocks, metadata: Metadata) -> Blocks:
    """Return the blocks without the title and deck at their head, and without what a cut left at either end."""
    said = {letters(metadata.title), letters(metadata.deck)}
    kept = [
        block
        for place, block in enumerate(blocks)
        if place >= 5 or not letters(text_of(block)) or letters(text_of(block)) not in said
    ]
    while kept and isinstance(kept[-1], Heading | Rule):
        kept.pop()
    while kept and isinstance(kept[0], Rule):
        kept.pop(0)
    return tuple(kept)


def _article(url: str, base: str, metadata: Metadata, blocks: Blocks, marked: Sequence[MarkedImage]) -> Article:
    """Return the article with its pictures numbered in reading order, each once."""
    if not _is_worth_showing(blocks, metadata, url):
        raise NoText("This page has no text that could be read without its scripts.")
    by_number = {each.number: each.image for each in marked}
    named = lead_image(metadata.lead_image, base)
    if named is not None and not figures_in(blocks):
        by_number = {0: named}
        blocks = (Figure(0), *blocks)
    images, numbers = number_images([by_number[number] for number in figures_in(blocks)])
    blocks = place_figures(
        blocks, {number: numbers[image.url] for number, image in by_number.items() if image.url in numbers}
    )
    words = count_words(" ".join(map(text_of, blocks)))
    return Article(
        url=url,
        title=metadata.title,
        blocks=blocks,
        images=images,
        byline=metadata.byline,
        date=metadata.date,
        language=metadata.language,
        site=metadata.site,
        deck=metadata.deck,
        words=words,
    )


def _is_worth_showing(blocks: Blocks, metadata: Metadata, url: str) -> bool:
    """Say whether there is text or a picture, or a headline over something to be seen elsewhere."""
    if any(isinstance(block, Embed) for block in blocks) and metadata.title != host_of(url):
        return True
    return bool(figures_in(blocks)) or any(len(letters(text_of(block))) >= _MIN_LETTERS for block in blocks)


def _lead_number(marked: Sequence[MarkedImage], metadata: Metadata, base: str) -> int:
    """Return the number of the picture that the page's head names, or 0 where it does not stand on the page."""
    named = lead_image(metadata.lead_image, base)
    same = (each.number for each in marked if named is not None and identity(each.image.url) == identity(named.url))
    return next(same, 0)


def count_words(text: str) -> int:
    """Return how many words `text` has; where none are parted by spaces, two characters count as one."""
    unparted = len(_UNPARTED.findall(text))
    return len(_UNPARTED.sub(" ", text).split()) + unparted // 2


def number_images(images: Sequence[ArticleImage]) -> tuple[tuple[ArticleImage, ...], dict[str, int]]:
    """Return the pictures each once, and the number of each address; the first with a caption lends it."""
    numbers: dict[str, int] = {}
    unique: list[ArticleImage] = []
    seen: dict[str, int] = {}
    for image in images:
        number = seen.setdefault(identity(image.url), len(unique) + 1)
        numbers[image.url] = number
        if number > len(unique):
            unique.append(image)
        elif image.caption and not unique[number - 1].caption:
            unique[number - 1] = replace(unique[number - 1], caption=image.caption)
    return tuple(unique), numbers


def figures_in(blocks: Blocks) -> list[int]:
    """Return the numbers of the figures in `blocks`, in reading order."""
    found: list[int] = []
    for block in blocks:
        match block:
            case Figure(number):
                found.append(number)
            case Quote(inner):
                found += figures_in(inner)
            case ItemList(_, items):
                found += [number for item in items for number in figures_in(item)]
    return found


def place_figures(blocks: Blocks, numbers: dict[int, int]) -> Blocks:
    """Return the blocks with each figure under its new number; a picture stands at its first place only."""
    placed: set[int] = set()

    def figure_of(number: int) -> Blocks:
        new = numbers.get(number, 0)
        if not new or new in placed:
            return ()
        placed.add(new)
        return (Figure(new),)

    return replace_figures(blocks, figure_of)
