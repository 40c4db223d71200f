"""Sanitised markup to blocks, the form of an article that every later stage works on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from app.extract.article import sanitize
from app.extract.article.lists import item_list, listed
from app.extract.article.runs import MARKS, joined_runs, link_of, paragraphs_of, run_of, without_places
from app.extract.article.tables import table_of
from app.extract.meaning.verse import break_lines
from app.extract.parse import own_fragment
from app.models import Block, Blocks, Figure, Heading, ItemList, Paragraph, Preformatted, Quote, Rule, Run, Runs

_BLOCK_TAGS = frozenset(
    "blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_MOST_IN_A_LINK = 12  # elements
_FEWEST_IN_A_MENU, _MOST_IN_A_MENU = 4, 1000  # links
# In preformatted text each of these is a line by itself.
_LINE_TAGS = ("dd", "div", "dt", "li", "p", "tr")


def blocks_of(markup: str) -> Blocks:
    """Return the blocks that sanitised markup stands for."""
    return tuple(_blocks(own_fragment(markup)))


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
        case ItemList():
            return listed(block, [replace_figures(item, replacement) for item in block.items])
    return (block,)


def _blocks(element: HtmlElement) -> Iterator[Block]:
    """Yield the blocks in `element`: what stands between two block elements is a paragraph."""
    loose: list[Run] = []
    for part in _parts(element, "", element.get("href") or ""):
        if isinstance(part, Run):
            loose.append(part)
            continue
        yield from paragraphs_of(loose)
        loose = []
        yield from _block(part)
    yield from paragraphs_of(loose)


def _parts(element: HtmlElement, marks: str, href: str) -> Iterator[Run | HtmlElement]:
    """Yield the runs and the block elements in `element`, in order; inline elements are opened."""
    yield from run_of(element.text, marks, href)
    for child in element:
        if child.tag in _BLOCK_TAGS:
            if href and _leads(child):
                child.set("href", href)
            yield child
        elif child.tag == "br":
            yield Run("\n")
        elif child.tag == "q":
            yield from [Run('"', marks, href), *_parts(child, marks, href), Run('"', marks, href)]
        else:
            mark = MARKS.get(child.tag, "")
            own = marks if mark in marks else "".join(sorted(marks + mark))
            yield from _parts(child, own, link_of(child) or href)
        yield from run_of(child.tail, marks, href)


def _is_menu(element: HtmlElement) -> bool:
    """Say whether most lines of a preformatted text lead on, as in a menu of Gopher; only its text could be kept."""
    links = sum(1 for link in islice(element.iter("a"), _MOST_IN_A_MENU) if link_of(link).startswith("http"))
    if links < _FEWEST_IN_A_MENU:
        return False
    lines = "".join(element.itertext()).splitlines()
    return 2 * links >= sum(1 for line in lines if line.strip())


def _leads(block: HtmlElement) -> bool:
    """Say whether a block in a link leads where that does: the heading of a card, and all of a small one without.

    A link with more in it was left open by mistake.
    """
    link = next(block.iterancestors("a"), block)
    inside = [each.tag for each in islice(link.iterdescendants(), _MOST_IN_A_LINK + 1)]
    if len(inside) > _MOST_IN_A_LINK:
        return False
    return _HEADINGS.isdisjoint(inside) or next(block.iter(*_HEADINGS), None) is not None


def _block(element: HtmlElement) -> Iterator[Block]:
    """Yield what a block element stands for."""
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield from _heading(element)
        case "ul" | "ol":
            yield from item_list(element, _blocks)
        case "blockquote":
            yield from _quote(element)
        case "pre" if _is_menu(element):
            break_lines(element, keeps_spaces=False)
            yield from _blocks(element)
        case "pre":
            yield from _preformatted(element)
        case "hr":
            yield Rule()
        case "figure" if element.get("data-n"):
            yield Figure(int(element.get("data-n")))
        case "table":
            yield from table_of(element, _blocks)
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
    yield from (Figure(int(figure.get("data-n"))) for figure in element.iter("figure") if figure.get("data-n"))


def _preformatted_text(element: HtmlElement) -> str:
    for each in element.iter("br", *_LINE_TAGS):
        is_line = each.tag == "br" or not _ends_line(each)
        each.tail = "\n" * is_line + (each.tail or "")
    text = without_places(sanitize.show(element.text_content())).replace("\u00a0", " ").expandtabs(8)
    lines = [each.rstrip() for each in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _ends_line(element: HtmlElement) -> bool:
    """Say whether the line that an element is has its end by itself."""
    return element.text_content().endswith("\n") or (element.tail or "").startswith("\n")


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
