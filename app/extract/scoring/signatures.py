"""What members of a forum have under each of their posts: a box that is named so, in several posts of the page."""

from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, PageText

_FEWEST = 2  # of a page; one may be that of a letter
_NAMES = frozenset({"postsignature", "sig", "signature", "signaturecontainer", "signatures"})


def signatures(page: PageText) -> list[int]:
    """Return the numbers of the blocks that are signatures of members."""
    known: dict[Container, Container | None] = {}
    found = [(number, _signature(block.container, known)) for number, block in enumerate(page.blocks)]
    boxes = {box for _, box in found if box is not None}
    return [number for number, box in found if box is not None] if len(boxes) >= _FEWEST else []


def _signature(container: Container, known: dict[Container, Container | None]) -> Container | None:
    """Return the box around a block that is named as a signature; each container is looked at once."""
    way: list[Container] = []
    each: Container | None = container
    while each is not None and each not in known and _NAMES.isdisjoint(tokens_of(each.names)):
        way.append(each)
        each = each.parent
    box = known.get(each, each) if each is not None else None
    known.update(dict.fromkeys(way, box))
    return box
