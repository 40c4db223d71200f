"""Sanitised markup to blocks, the form of an article that every later stage works on."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from app.extract.article import sanitize
from app.extract.parse import parse_fragment
from app.models import (
    Block,
    Blocks,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    numbered,
    numbers_of,
    text_of,
)
from app.text.normalize import line, squeeze
from app.text.numbers import whole

# Letters for the looks of a run.
_MARKS = {
    "b": "b",
    "cite": "i",
    "code": "c",
    "em": "i",
    "i": "i",
    "kbd": "c",
    "samp": "c",
    "strong": "b",
    "sub": "s",
    "sup": "u",
    "tt": "c",
    "var": "i",
}
_BLOCK_TAGS = frozenset(
    "blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul".split()
)
_MAILTO = re.compile(r"mailto:[\w.+-]+@[\w.-]+", re.ASCII | re.IGNORECASE)
_MOST_NUMBER = 999_999  # of an item
_MAX_CELL = 400  # characters; a longer cell is prose, and its table a layout


def blocks_of(markup: str) -> Blocks:
    """Return the blocks that sanitised markup stands for."""
    return tuple(_blocks(parse_fragment(markup)))


def replace_figures(blocks: Blocks, replacement: Callable[[int], Blocks]) -> Blocks:
    """Return the blocks with what `replacement` gives for its number in place of each figure, in reading order.

    A quote or an item that holds nothing afterwards is left out.
    """
    return tuple(each for block in blocks for each in _replaced(block, replacement))


def _replaced(block: Block, replacement: Callable[[int], Blocks]) -> Blocks:
    match block:
        case Figure(number):
            return replacement(number)
        case Quote(inner):
            return (Quote(kept),) if (kept := replace_figures(inner, replacement)) else ()
        case ItemList(ordered, items):
            replaced = [replace_figures(item, replacement) for item in items]
            return tuple(_listed(ordered, list(zip(replaced, numbers_of(block), strict=True))))
    return (block,)


def _blocks(element: HtmlElement) -> Iterator[Block]:
    """Yield the blocks in `element`: what stands between two block elements is a paragraph."""
    loose: list[Run] = []
    for part in _parts(element, "", ""):
        if isinstance(part, Run):
            loose.append(part)
            continue
        yield from _paragraphs(loose)
        loose = []
        yield from _block(part)
    yield from _paragraphs(loose)


def _parts(element: HtmlElement, marks: str, href: str) -> Iterator[Run | HtmlElement]:
    """Yield the runs and the block elements in `element`, in order; inline elements are opened."""
    yield from _run(element.text, marks, href)
    for child in element:
        if child.tag in _BLOCK_TAGS:
            yield child
        elif child.tag == "br":
            yield Run("\n")
        elif child.tag == "q":
            yield from [Run('"', marks, href), *_parts(child, marks, href), Run('"', marks, href)]
        else:
            mark = _MARKS.get(child.tag, "")
            own = marks if mark in marks else "".join(sorted(marks + mark))
            yield from _parts(child, own, _link(child) or href)
        yield from _run(child.tail, marks, href)


def _run(text: str | None, marks: str, href: str) -> Iterator[Run]:
    if text:
        yield Run(squeeze(sanitize.show(text)), marks, href)


def _link(element: HtmlElement) -> str:
    """Return the address of a link; the sanitiser lets some through that are none, so each is checked again."""
    href: str = sanitize.show(element.get("href") or "")
    if href.startswith(("http://", "https://")) or _MAILTO.fullmatch(href):
        return href
    return ""


def _paragraphs(runs: list[Run]) -> Iterator[Paragraph]:
    """Yield the paragraphs in a stretch of runs: two line breaks end one."""
    current: list[Run] = []
    breaks = 0
    for run in runs:
        breaks = breaks + 1 if run.text == "\n" else breaks if run.text == " " else 0
        if breaks >= 2:
            yield from _paragraph(current)
            current = []
        else:
            current.append(run)
    yield from _paragraph(current)


def _paragraph(runs: list[Run]) -> Iterator[Paragraph]:
    joined = joined_runs(runs)
    if joined:
        yield Paragraph(joined)


def joined_runs(runs: list[Run]) -> Runs:
    """Return runs with neighbours of one look joined, single spaces, and no space or break at the ends."""
    found: list[Run] = []
    ended = True  # a space now would stand at the beginning of a line
    for run in runs:
        text = run.text.lstrip(" ") if ended else run.text
        if not text:
            continue
        if text == "\n" and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if found and (found[-1].marks, found[-1].href) == (run.marks, run.href):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        else:
            found.append(replace(run, text=text))
        ended = text.endswith((" ", "\n"))
    return _without_edges(found)


def _without_edges(runs: list[Run]) -> Runs:
    while runs and not runs[-1].text.rstrip(" \n"):
        runs.pop()
    while runs and not runs[0].text.lstrip(" \n"):
        runs.pop(0)
    if not runs:
        return ()
    runs[0] = replace(runs[0], text=runs[0].text.lstrip(" \n"))
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" \n"))
    return tuple(runs)


def _block(element: HtmlElement) -> Iterator[Block]:
    """Yield what a block element stands for."""
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield from _heading(element)
        case "ul" | "ol":
            yield from _item_list(element)
        case "blockquote":
            yield from _quote(element)
        case "pre":
            yield from _preformatted(element)
        case "hr":
            yield Rule()
        case "figure" if element.get("data-n"):
            yield Figure(int(element.get("data-n")))
        case "table":
            yield from _table(element)
        case "dt":
            yield from _term(element)
        case _:
            yield from _blocks(element)


def _quote(element: HtmlElement) -> Iterator[Block]:
    blocks = tuple(_blocks(element))
    if blocks:
        yield Quote(blocks)


def _preformatted(element: HtmlElement) -> Iterator[Block]:
    text = _preformatted_text(element)
    if text.strip():
        yield Preformatted(text)


def _term(element: HtmlElement) -> Iterator[Block]:
    """Yield the term of a definition list, in bold so that it stands out from what defines it."""
    for block in _blocks(element):
        yield replace(block, runs=_bold(block.runs)) if isinstance(block, Paragraph) else block


def _bold(runs: Runs) -> Runs:
    return tuple(run if "b" in run.marks else replace(run, marks="b" + run.marks) for run in runs)


def _heading(element: HtmlElement) -> Iterator[Block]:
    """Yield a heading, and behind it whatever it held that is no text."""
    inner = list(_blocks(element))
    runs = [run for block in inner if isinstance(block, Paragraph) for run in (*block.runs, Run(" "))]
    text = tuple(replace(run, marks=run.marks.replace("b", "")) for run in joined_runs(runs))
    if text:
        yield Heading(max(2, int(element.tag[1])), joined_runs(list(text)))
    yield from (block for block in inner if not isinstance(block, Paragraph))


def _item_list(element: HtmlElement) -> Iterator[Block]:
    items: list[tuple[Blocks, int]] = []
    for child, number in zip(element, _numbers(element), strict=True):
        if child.tag == "li" or not items:
            items.append((tuple(map(_in_item, _blocks(child))), number))
        else:  # a list that stands between two items belongs to the one above
            above, its_number = items.pop()
            items.append(((*above, *map(_in_item, _block(child))), its_number))
    yield from _listed(element.tag == "ol", items)


def _listed(ordered: bool, items: Sequence[tuple[Blocks, int]]) -> Iterator[ItemList]:
    """Yield the list of those items that hold something, if there are any; they keep their numbers."""
    kept = [(item, number) for item, number in items if item]
    if kept:
        found = numbered(tuple(item for item, _ in kept), [number for _, number in kept])
        yield found if ordered else ItemList(False, found.items)


def _numbers(element: HtmlElement) -> Iterator[int]:
    """Yield the number of each child of a list (HTML standard, sections 4.4.5 and 4.4.8)."""
    is_reversed = element.get("reversed") is not None
    first = sum(child.tag == "li" for child in element) if is_reversed else 1
    number = whole(element.get("start"), -_MOST_NUMBER, _MOST_NUMBER, first)
    for child in element:
        number = whole(child.get("value"), -_MOST_NUMBER, _MOST_NUMBER, number)
        yield number
        number += (-1 if is_reversed else 1) * (child.tag == "li")


def _in_item(block: Block) -> Block:
    """Return a block as it may stand in an item of a list, where no version of HTML up to 3.2 has headings."""
    return Paragraph(_bold(block.runs)) if isinstance(block, Heading) else block


def _preformatted_text(element: HtmlElement) -> str:
    for line_break in element.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    text = sanitize.show(element.text_content()).replace("\u00a0", " ").expandtabs(8)
    lines = [each.rstrip() for each in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _table(element: HtmlElement) -> Iterator[Block]:
    """Yield a table of data, or the contents of one that is there for the layout."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    rows = [row for row in rows if row]
    if not _is_data(element, rows):
        for child in element:
            yield from _blocks(child) if child.tag == "caption" else _block(child)
        return
    caption = element.find("caption")
    yield Table(
        rows=tuple(tuple(_cell(cell) for cell in row) for row in rows),
        header=all(cell.tag == "th" for cell in rows[0]) and len(rows) > 1,
        caption=() if caption is None else _cell(caption),
    )


def _is_data(table: HtmlElement, rows: list[list[HtmlElement]]) -> bool:
    if len(rows) < 2 or max(map(len, rows)) < 2 or table.find(".//table") is not None:  # two by two
        return False
    cells = [cell for row in rows for cell in row]
    simple = all(
        len(cell.findall(".//p")) < 3 and cell.find(".//pre") is None and cell.find(".//h2") is None for cell in cells
    )
    return (
        simple
        and all(len(line(cell.text_content())) <= _MAX_CELL for cell in cells)
        and table.find(".//figure") is None
    )


def _cell(cell: HtmlElement) -> Runs:
    """Return the text of a cell on one line."""
    runs = [run for block in _blocks(cell) for run in (*_runs_of(block), Run(" "))]
    return joined_runs([replace(run, text=run.text.replace("\n", " ")) for run in runs])


def _runs_of(block: Block) -> Runs:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return runs
    return (Run(line(text_of(block))),)
