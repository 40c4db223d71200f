"""What members of a forum have under each of their posts: a box that is named so, in several posts of the page."""

from operator import attrgetter

from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, PageText

_FEWEST = 2  # of a page; one may be that of a letter
_IN_NAMES = "sig"  # in all of them
_NAMES = frozenset({"postsignature", "sig", "signature", "signaturecontainer", "signatures"})


def signatures(page: PageText) -> list[int]:
    """Return the numbers of the blocks that are signatures of members."""
    found: dict[int, Container] = {}
    for box in sorted(filter(_is_signature, page.containers), key=attrgetter("depth")):
        found.update(dict.fromkeys(range(box.first, box.end), box))  # the innermost counts
    return sorted(found) if len(set(found.values())) >= _FEWEST else []


def _is_signature(box: Container) -> bool:
    return _IN_NAMES in box.names.lower() and not _NAMES.isdisjoint(tokens_of(box.names))
