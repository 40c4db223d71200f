"""Boxes that ask for consent to cookies over a page that has another text: none of them is that text."""

from collections.abc import Iterator, Sequence

from app.extract.boilerplate_words import parts_named
from app.extract.scoring.text_blocks import Container, PageText, TextBlock
from app.extract.walls.phrases import PHRASES
from app.extract.walls.signs import Kind
from app.text.normalize import line

_DIALOGS = frozenset({"role=dialog", "role=alertdialog"})
_LEAST_HOPE = 0.05  # the score from which a block may be taken for text
_READ = 2_000  # characters of a box
_LABEL = "aria-label="


def consent_boxes(page: PageText, scores: Sequence[float]) -> list[int]:
    """Return the numbers of the blocks in boxes that are named for consent, or are dialogs, and ask for it.

    Only boxes with a block are looked at that may be taken for text. Where nothing else on the page says anything under
    a heading or in prose, the page itself is such a box, and none is returned.
    """
    found: list[int] = []
    for box in _boxes(page.blocks, scores):
        if _asks(page.blocks[box.first : box.end]):
            found += range(box.first, box.end)
    inside = set(found)
    others = (block for number, block in enumerate(page.blocks) if number not in inside)
    return found if any(block.container.level or block.is_prose for block in others) else []


def _boxes(blocks: Sequence[TextBlock], scores: Sequence[float]) -> Iterator[Container]:
    """Yield the outermost boxes that may ask for consent."""
    known: dict[Container, Container | None] = {}
    end = 0
    for number, score in enumerate(scores):
        if number >= end and score >= _LEAST_HOPE:
            box = _outermost(blocks[number].container, known)
            if box is not None:
                yield box
                end = box.end


def _outermost(container: Container, known: dict[Container, Container | None]) -> Container | None:
    """Return the outermost box around a container that may ask, what was found before being `known`."""
    if container.parent is None or container.tag in ("article", "body", "main"):
        return None
    if container not in known:
        around = _outermost(container.parent, known)
        known[container] = around or (container if _may_ask(container) else None)
    return known[container]


def _may_ask(box: Container) -> bool:
    if box.tag == "dialog" or not _DIALOGS.isdisjoint(box.extra):
        return True
    labels = [said.removeprefix(_LABEL).replace(" ", "-") for said in box.extra if said.startswith(_LABEL)]
    return "consent" in parts_named(" ".join((box.names, *labels)))


def _asks(blocks: Sequence[TextBlock]) -> bool:
    """Say whether a text has what those say who ask for consent."""
    said = line(" ".join(block.text for block in blocks)[:_READ]).lower().replace("’", "'")
    return any(phrase in said for phrase in PHRASES[Kind.CONSENT])
