"""The places of an article that links of its own lead to, when its blocks are what they are: no link leads nowhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_

from app.extract.article.runs import joined_runs
from app.models import Block, Blocks, Heading, ItemList, Paragraph, Quote, Run, Runs, Table

Change = Callable[[Run], Run]


def settle_places(blocks: Blocks) -> Blocks:
    """Return the blocks without links to places that are not there, and without names that nothing leads to."""
    runs = list(_runs(blocks))
    targets = {run.href[1:] for run in runs if run.href.startswith("#")}
    names = {run.name for run in runs if run.name}
    if not targets and not names:
        return blocks
    led_to = targets & names

    def settled(run: Run) -> Run:
        if not run.name and not run.href.startswith("#"):
            return run
        href = run.href if not run.href.startswith("#") or run.href[1:] in led_to else ""
        return replace(run, href=href, name=run.name if run.name in led_to else "")

    return _changed(blocks, settled)


def _runs(blocks: Blocks) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from runs
            case Quote(inner):
                yield from _runs(inner)
            case ItemList(_, items):
                yield from (run for item in items for run in _runs(item))
            case Table(rows, _, caption):
                yield from caption
                yield from (run for row in rows for cell in row for run in cell)


def _changed(blocks: Blocks, change: Change) -> Blocks:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    def changed(runs: Runs) -> Runs:
        found = [change(run) for run in runs]
        return runs if all(map(is_, found, runs)) else joined_runs(found)

    match block:
        case Paragraph(runs):
            return Paragraph(changed(runs))
        case Heading(level, runs):
            return Heading(level, changed(runs))
        case Quote(inner):
            return Quote(_changed(inner, change))
        case ItemList(_, items):
            return replace(block, items=tuple(_changed(item, change) for item in items))
        case Table(rows, header, caption):
            return Table(tuple(tuple(map(changed, row)) for row in rows), header, changed(caption))
    return block
