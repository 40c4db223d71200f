"""Lists of markup to blocks: each item with the number that it has on its page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from app.models import Block, Blocks, Heading, ItemList, Paragraph, numbered, numbers_of
from app.text.numbers import STYLES, whole

_MOST_NUMBER = 999_999  # of an item

BlocksIn = Callable[[HtmlElement], Iterator[Block]]


def item_list(element: HtmlElement, blocks_in: BlocksIn) -> Iterator[ItemList]:
    """Yield the list that an `ol` or `ul` is, if it holds anything; `blocks_in` returns the blocks in an element.

    What stands between two items, a list or a text, belongs to the one above.
    """
    items: list[tuple[Blocks, int]] = []
    for number, is_item, blocks in _items(element, blocks_in):
        if is_item or (blocks and not items):
            items.append((blocks, number))
        elif blocks:
            above, its_number = items.pop()
            items.append(((*above, *blocks), its_number))
    style = element.get("type") or ""
    found = numbered(tuple(item for item, _ in items), [number for _, number in items])
    found = replace(found, style=style if style in STYLES else "")
    yield from listed(found if element.tag == "ol" else ItemList(False, found.items), found.items)


def listed(block: ItemList, items: Sequence[Blocks]) -> tuple[ItemList, ...]:
    """Return `block` with other `items` in place of its own, less those that hold nothing; they keep their numbers."""
    kept = [(item, number) for item, number in zip(items, numbers_of(block), strict=True) if item]
    if not kept:
        return ()
    found = numbered(tuple(item for item, _ in kept), [number for _, number in kept])
    return (replace(block, items=found.items, numbers=found.numbers if block.ordered else ()),)


def _items(element: HtmlElement, blocks_in: BlocksIn) -> Iterator[tuple[int, bool, Blocks]]:
    """Yield what stands in a list: its number, whether it is an item, and its blocks. The list is used up."""
    children, numbers = list(element), _numbers(element)
    box = element.makeelement("div")
    box.text = element.text
    yield (numbers or [1])[0], False, tuple(blocks_in(box))
    for child, number in zip(children, numbers, strict=True):
        box = element.makeelement("div")
        if child.tag == "li":
            box.text = child.tail
            yield number, True, tuple(map(_in_item, blocks_in(child)))
        else:
            box.append(child)  # and its tail with it
        yield number, False, tuple(map(_in_item, blocks_in(box)))


def _numbers(element: HtmlElement) -> list[int]:
    """Return the number of each child of a list (HTML standard, sections 4.4.5 and 4.4.8)."""
    is_reversed = element.get("reversed") is not None
    first = sum(child.tag == "li" for child in element) if is_reversed else 1
    number = whole(element.get("start"), -_MOST_NUMBER, _MOST_NUMBER, first)
    found = []
    for child in element:
        number = whole(child.get("value"), -_MOST_NUMBER, _MOST_NUMBER, number)
        found.append(number)
        number += (-1 if is_reversed else 1) * (child.tag == "li")
    return found


def _in_item(block: Block) -> Block:
    """Return a block as it may stand in an item of a list, where no version of HTML up to 3.2 has headings."""
    if not isinstance(block, Heading):
        return block
    return Paragraph(tuple(run if "b" in run.marks else replace(run, marks="b" + run.marks) for run in block.runs))
