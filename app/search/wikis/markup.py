"""The markup of an entry, as the parser of MediaWiki writes it, to blocks: text, pictures, and the box of facts.

Its classes are those of the parser and of the templates that most wikis share (https://www.mediawiki.org/wiki/Specs/HTML).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.extract.article.blocks import blocks_of
from app.extract.article.reduce import reduce_markup
from app.extract.article.runs import joined_runs
from app.extract.media.srcset import best_source, pixels_of
from app.models import ArticleImage, Block, Blocks, Figure, Heading, ItemList, Paragraph, Run, Runs, Section
from app.search.markup import of_class, page_in, words_of

# What is about the page and not of it, by class; sorted.
_ABOUT_THE_PAGE = (
    "ambox catlinks hatnote magnify metadata mw-cite-backlink mw-editsection mw-empty-elt mw-kartographer-container "
    "mw-references-wrap navbox noexcerpt noprint printfooter reference references reflist shortdescription sidebar "
    "sistersitebox toc vertical-navbox"
).split()
_CAPTIONS = ("gallerytext", "infobox-caption", "thumbcaption")
# Signs and flags in the text are smaller; pixels.
_SMALLEST = 50
_FORMULA = "mwe-math-fallback-image"
_BOXES = ("infobox", "infobox_v2", "infobox_v3", "infoboks", "sinottico", "toccolours float-right")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the markup of an entry says, as in `ReferencePage`."""

    summary: Blocks
    facts: Blocks
    sections: tuple[Section, ...]
    images: tuple[ArticleImage, ...]


def entry_in(text: str, base: str, is_choice: bool = False) -> Entry:
    """Return what the markup `text` of an entry says whose links are relative to `base`.

    What may be meant is not divided into sections. Raises `OriginFailed` where it is no markup.
    """
    root = page_in(f"<div>{text}</div>")
    for name in _ABOUT_THE_PAGE:
        _drop(of_class(root, name))
    _drop(root.xpath("//*[contains(translate(@style, ' ', ''), 'display:none')]"))
    images = tuple(_marked(root, base))
    facts = tuple(_facts(root, base))
    blocks = blocks_of(reduce_markup(root, base))
    summary, sections = (blocks, ()) if is_choice else _divided(blocks)
    return Entry(summary, facts, sections, images)


def blocks_in(markup: str, base: str) -> Blocks:
    """Return the blocks of a part of an entry. Raises `OriginFailed` where it is no markup."""
    return blocks_of(reduce_markup(page_in(f"<div>{markup}</div>"), base))


def line_of(blocks: Blocks) -> Runs:
    """Return the text of blocks on one line, with commas between their lines."""
    lines = [joined_runs(list(runs)) for runs in _lines(blocks)]
    parts = [[*([Run(", ")] if place else []), *runs] for place, runs in enumerate(filter(None, lines))]
    return joined_runs([run for part in parts for run in part])


def _lines(blocks: Blocks) -> Iterator[list[Run]]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from _broken(runs)
            case ItemList(_, items):
                for item in items:
                    yield from _lines(item)


def _broken(runs: Runs) -> Iterator[list[Run]]:
    """Yield the lines of a paragraph."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.marks, run.href))
        for other in others:
            yield line
            line = [Run(other, run.marks, run.href)]
    yield line


def _drop(elements: list[HtmlElement]) -> None:
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _marked(root: HtmlElement, base: str) -> Iterator[ArticleImage]:
    """Yield the pictures of an entry, at whose places marks stand then; their captions are taken out of the text."""
    number = 0
    for image in list(root.iter("img")):
        url = best_source(image, base)
        width = pixels_of(image.get("width"))
        if not url or 0 < width < _SMALLEST or _FORMULA in image.get("class", ""):
            _drop([image])
            continue
        number += 1
        caption = _caption(image)
        yield ArticleImage(url, words_of(caption), image.get("alt", ""))
        _drop(caption)
        image.addnext(image.makeelement("figure", {"data-n": str(number)}))
        image.drop_tree()
    for holder in list(root.xpath("//a[.//figure]")):
        holder.drop_tag()


def _caption(image: HtmlElement) -> list[HtmlElement]:
    """Return the element with the words under a picture, which stands in the nearest box that is for one picture."""
    for holder in image.iterancestors("figure", "li", "div", "td"):
        if len(holder.xpath(".//img | .//figure[@data-n]")) > 1:
            return []
        found = [*holder.iter("figcaption"), *(each for name in _CAPTIONS for each in of_class(holder, name))]
        if found:
            return found[:1]
    return []


def _facts(root: HtmlElement, base: str) -> Iterator[Block]:
    """Yield the pictures and the lines of the first box of facts, which is taken out of the text with all others."""
    boxes = [each for name in _BOXES for each in root.xpath("//table") if _has_classes(each, name)]
    for box in boxes[:1]:
        lines = []
        for row in box.iter("tr"):
            cells = [blocks_of(reduce_markup(cell, base)) for cell in row if cell.tag in ("td", "th")]
            yield from (block for cell in cells for block in cell if isinstance(block, Figure))
            line = _fact([line_of(cell) for cell in cells])
            if line:
                lines.append((Paragraph(line),))
        if lines:
            yield ItemList(False, tuple(lines))
    _drop(boxes)


def _has_classes(element: HtmlElement, names: str) -> bool:
    return set(names.split()) <= set(element.get("class", "").split())


def _fact(cells: list[Runs]) -> Runs:
    """Return a row of the box as a line, its name in bold: `Height: 24 m`."""
    first, *others = [cell for cell in cells if cell] or [()]
    name = "".join(run.text for run in first).rstrip(": ")
    if not others:
        return first
    rest = [run for place, cell in enumerate(others) for run in ([Run(" ")] if place else []) + list(cell)]
    return joined_runs([Run(f"{name}: ", "b"), *rest])


def _divided(blocks: Blocks) -> tuple[Blocks, tuple[Section, ...]]:
    """Return what stands before the first heading of the second level, and the sections from there on."""
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        match block:
            case Heading(2, runs):
                parts.append(("".join(run.text for run in runs), []))
            case _:
                parts[-1][1].append(block)
    (_, summary), *rest = parts
    return tuple(summary), tuple(Section(title, tuple(held)) for title, held in rest if _says(held))


def _says(blocks: list[Block]) -> bool:
    """Say whether blocks are more than subheads."""
    return any(not isinstance(block, Heading) for block in blocks)
