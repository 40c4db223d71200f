"""Blocks that are longer than a page, cut where it hurts least.

A paragraph is cut between sentences, else between words; a list between items, a table between rows with its head
over each part, preformatted text between lines. Only an item or a row that is longer than a page by itself is opened.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from app.models import (
    Block,
    Blocks,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Runs,
    Table,
    numbered,
    numbers_of,
)
from app.render.html.tables import spelled_rows
from app.text.numbers import label

T = TypeVar("T")
Size = Callable[[Block], int]

_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*\s+|[。！？][」』”]?|\n")
_WORD = re.compile(r"\s+")
_LINE = re.compile("\n")
# What a long text is cut into before it is put together again, in parts of the room: a page stays emptier than that.
FRACTION = 8


def fitted(block: Block, room: int, size: Size) -> Iterator[Block]:
    """Yield `block` in parts of at most `room` bytes each, as `size` counts them; whole where it fits.

    A part that cannot be cut any further may be larger.
    """
    if size(block) <= room:
        yield block
        return
    match block:
        case Paragraph(runs):
            yield from map(Paragraph, _fitted_runs(runs, room, size))
        case Heading(_, runs):
            yield from map(Paragraph, _fitted_runs(_bold(runs), room, size))
        case Preformatted(text):
            yield from map(Preformatted, _fitted_text(text, room, size))
        case Quote(blocks):
            yield from _fitted_quote(blocks, room, size)
        case ItemList():
            yield from _fitted_list(block, room, size)
        case Table():
            yield from _fitted_table(block, room, size)
        case _:
            yield block


def packed(parts: Sequence[T], room: int, cost: Callable[[T], int]) -> Iterator[tuple[T, ...]]:
    """Yield neighbouring parts together, as many as have room."""
    pack: list[T] = []
    taken = 0
    for part in parts:
        needed = cost(part)
        if pack and taken + needed > room:
            yield tuple(pack)
            pack, taken = [], 0
        pack.append(part)
        taken += needed
    if pack:
        yield tuple(pack)


def _fitted_runs(runs: Runs, room: int, size: Size) -> Iterator[Runs]:
    parts = list(_small_runs(runs, room, lambda each: size(Paragraph(each))))
    for pack in packed(parts, room, lambda part: part[1]):
        yield _stripped(tuple(run for part, _ in pack for run in part))


def _small_runs(runs: Runs, room: int, cost: Callable[[Runs], int]) -> Iterator[tuple[Runs, int]]:
    """Yield runs in parts, each with its bytes: small ones between sentences, else between words, else anywhere.

    A sentence that has room stays whole. Halving asks for far fewer sizes than to take each word by itself.
    """
    needed = cost(runs)
    text = "".join(run.text for run in runs)
    place = _middle(text, _SENTENCE)
    if needed <= room // FRACTION or (needed <= room and not place) or len(text) < 2:
        yield runs, needed
        return
    for half in _split_runs(runs, place or _middle(text, _WORD) or len(text) // 2):
        yield from _small_runs(half, room, cost)


def _middle(text: str, ends: re.Pattern[str]) -> int:
    """Return the place nearest to the middle of `text` behind something that `ends` finds; 0 where there is none."""
    half = len(text) // 2
    places = (found.end() for found in ends.finditer(text))
    return min((place for place in places if place < len(text)), key=lambda place: abs(place - half), default=0)


def _split_runs(runs: Runs, cut: int) -> tuple[Runs, Runs]:
    """Return `runs` up to a place within their text, and from it on."""
    sides: tuple[list[Run], list[Run]] = [], []
    place = 0
    for run in runs:
        length = len(run.text)
        if place < cut < place + length:
            sides[0].append(replace(run, text=run.text[: cut - place]))
            sides[1].append(replace(run, text=run.text[cut - place :], name=""))
        elif length:
            sides[place >= cut].append(run)
        place += length
    return tuple(sides[0]), tuple(sides[1])


def _stripped(runs: Runs) -> Runs:
    """Return runs with neighbours of one look joined, and no space at either end."""
    joined: list[Run] = []
    for run in runs:
        if joined and not run.name and (joined[-1].marks, joined[-1].href) == (run.marks, run.href):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def _fitted_text(text: str, room: int, size: Size) -> Iterator[str]:
    parts = list(_small_texts(text, room, lambda each: size(Preformatted(each))))
    for pack in packed(parts, room, lambda part: part[1]):
        yield "".join(part for part, _ in pack).removesuffix("\n")


def _small_texts(text: str, room: int, cost: Callable[[str], int]) -> Iterator[tuple[str, int]]:
    """Yield text in small parts, each with its bytes: between lines, or anywhere in a line that has no room."""
    needed = cost(text)
    place = _middle(text, _LINE)
    if needed <= room // FRACTION or (needed <= room and not place) or len(text) < 2:
        yield text, needed
        return
    place = place or len(text) // 2
    for half in (text[:place], text[place:]):
        yield from _small_texts(half, room, cost)


def _fitted_quote(blocks: Blocks, room: int, size: Size) -> Iterator[Block]:
    inner = room - size(Quote(()))
    parts = [part for block in blocks for part in fitted(block, inner, size)]
    yield from map(Quote, packed(parts, inner, size))


def _fitted_list(block: ItemList, room: int, size: Size) -> Iterator[Block]:
    """Yield the list in parts that count on; an item that has no room by itself stands open between them."""
    items: list[tuple[int, Blocks, int]] = []
    for number, item in zip(numbers_of(block), block.items, strict=True):
        cost = size(_part(block, [(number, item, 0)]))
        if cost <= room:
            items.append((number, item, cost))
            continue
        yield from _listed(block, items, room)
        items = []
        opened = _with_number(item, label(number, block.style)) if block.ordered else item
        yield from (part for inner in opened for part in fitted(inner, room, size))
    yield from _listed(block, items, room)


def _with_number(item: Blocks, number: str) -> Blocks:
    """Return an item that stands outside of its list with its number in its text."""
    sign = Run(f"{number}. ")
    match item:
        case (Paragraph(runs), *others):
            return (Paragraph((sign, *runs)), *others)
    return (Paragraph((sign,)), *item)


def _listed(block: ItemList, items: Sequence[tuple[int, Blocks, int]], room: int) -> Iterator[Block]:
    for pack in packed(items, room, lambda item: item[2]):
        yield _part(block, pack)


def _part(block: ItemList, items: Sequence[tuple[int, Blocks, int]]) -> ItemList:
    part = numbered(tuple(item for _, item, _ in items), [number for number, _, _ in items])
    return replace(part, style=block.style) if block.ordered else ItemList(False, part.items)


def _fitted_table(table: Table, room: int, size: Size) -> Iterator[Block]:
    """Yield the table in parts, each under the names of its columns, or as a list where a row has no room."""
    head = table.rows[:1] if table.header and len(table.rows) > 1 else ()
    rows = table.rows[len(head) :]

    def part(rows: Sequence[tuple[Runs, ...]]) -> Table:
        return Table((*head, *rows), bool(head), table.caption)

    if any(size(part((row,))) > room for row in rows):
        yield from _spelled_table(part(rows), room, size)
        return
    # A table's columns may be wider than those of any of its rows, so parts are made until all of them fit.
    count = size(table) // room + 1
    while any(size(part(each)) > room for each in _even(rows, count)) and count < len(rows):
        count += -(-count // 8)
    yield from map(part, _even(rows, min(count, len(rows))))


def _spelled_table(table: Table, room: int, size: Size) -> Iterator[Block]:
    """Yield the caption and a list of the rows."""
    if table.caption:
        yield from fitted(Paragraph(_bold(table.caption)), room, size)
    yield from fitted(ItemList(False, tuple((Paragraph(row),) for row in spelled_rows(table))), room, size)


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, marks="".join(sorted({*run.marks, "b"}))) for run in runs)


def _even(rows: Sequence[T], count: int) -> list[Sequence[T]]:
    length = -(-len(rows) // count)
    return [rows[start : start + length] for start in range(0, len(rows), length)]
