"""Small boxes that ask: what stands in one with an asking sentence is none of the text, whatever its own words.

An appeal has paragraphs, an offer its points, a form for votes its answers: only some of them can be known by their
words (`scoring.asks`, `scoring.calls`). A box is one of these where it begins with the asking, or does little else, and
no box that is named as it is holds a text.
"""

from collections.abc import Mapping, Sequence

from app.extract.scoring.furniture import asks_reader, is_furniture
from app.extract.scoring.text_blocks import Container, PageText

_MOST, _LONGEST = 16, 1_300  # blocks of such a box, and characters
_LIKELY, _OF_TEXT = 0.45, 0.5  # the score of what may be text, and the share of that which a box has at most
_BEGINNING = 2  # blocks, of which one asks
_FEW = 2  # times as many blocks as are plainly none of a text
_WHOLE = frozenset({"article", "body", "blockquote", "form", "html", "li", "main", "table", "td", "tr"})


def asking_boxes(page: PageText, scores: Sequence[float]) -> list[int]:
    """Return the numbers of the blocks in small boxes that ask something of their reader.

    Only blocks are looked at of which it is known that they are none of a text.
    """
    asking = {number for number, block in enumerate(page.blocks) if block.is_furniture and asks_reader(block)}
    found: set[int] = set()
    if not asking:
        return []
    named: dict[str, list[Container]] = {}
    for each in page.containers:
        named.setdefault(each.names, []).append(each)
    most = _OF_TEXT * sum(block.length for block, score in zip(page.blocks, scores, strict=True) if score >= _LIKELY)
    for number in sorted(asking):
        if number not in found:
            box = _box_of(page, number, asking, named, min(most, _LONGEST))
            found.update(range(box.first, box.end) if box is not None else ())
    return sorted(found)


def _box_of(
    page: PageText, number: int, asking: set[int], named: Mapping[str, Sequence[Container]], longest: float
) -> Container | None:
    """Return the largest box around an asking block that is nothing else, or None; `named` are all boxes by names."""
    found = None
    for each in page.blocks[number].container.outward():
        if each.tag in _WHOLE or each.blocks > _MOST or each.length > longest:
            break
        if each.blocks > 1 and _asks(page, each, asking) and _is_named_alone(each, named, asking):
            found = each
    return found


def _asks(page: PageText, box: Container, asking: set[int]) -> bool:
    """Say whether a box begins with asking, or holds little but what is none of a text."""
    inside = range(box.first, box.end)
    return not asking.isdisjoint(inside[:_BEGINNING]) or _FEW * sum(
        is_furniture(page.blocks[number]) for number in inside
    ) >= len(inside)


def _is_named_alone(box: Container, named: Mapping[str, Sequence[Container]], asking: set[int]) -> bool:
    """Say whether a box has a name, and each box of that name asks, too, or holds no text."""
    if not box.names:
        return False
    kin = (each for each in named[box.names] if each.tag == box.tag and each is not box)
    return all(not each.prose or not asking.isdisjoint(range(each.first, each.end)) for each in kin)
