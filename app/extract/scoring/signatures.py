"""What members of a forum have under each of their posts: a box that is named so, in several posts of the page.

Manuals of programs name otherwise what a function is called with.
"""

from operator import attrgetter

from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

_FEWEST = 2  # of a page; one may be that of a letter
_BOARD, _RULE = "post_message", "_" * 18  # vBulletin draws it before each, which stands in a box without a name
_IN_NAMES = "sig"  # in all of them
_NAMES = frozenset({"postsignature", "sig", "signature", "signaturecontainer", "signatures"})
# Javadoc, Sphinx, TypeDoc (`tsd`); and what stands in a term, a heading or a line of code.
_OF_CODE = frozenset(
    "call-signature class-signature function-signature member-signature method-signature sig-name sig-object sig-param "
    "sig-paren sig-prename tsd type-signature".split()
)
_CODE_TAGS = frozenset("dt h1 h2 h3 h4 h5 h6 pre".split())
_OF_TEXTS = frozenset({"li", "p"})  # so letters to a paper are signed, and petitions, without links


def signatures(page: PageText) -> list[int]:
    """Return the numbers of the blocks that are signatures of members."""
    found: dict[int, Container] = {}
    if any(_BOARD in box.names for box in page.containers):
        found = {at: block.container for at, block in enumerate(page.blocks) if _is_under_rule(block)}
    for box in sorted(filter(_is_signature, page.containers), key=attrgetter("depth")):
        found.update(dict.fromkeys(range(box.first, box.end), box))  # the innermost counts
    return sorted(found) if len(set(found.values())) >= _FEWEST else []


def _is_under_rule(block: TextBlock) -> bool:
    text = block.container.element.text
    return text is not None and _RULE in text and text.strip() == _RULE


def _is_signature(box: Container) -> bool:
    if _IN_NAMES not in box.names.lower() or box.tag in _CODE_TAGS or (box.tag in _OF_TEXTS and not box.links):
        return False
    tokens = tokens_of(box.names)
    return not _NAMES.isdisjoint(tokens) and _OF_CODE.isdisjoint(tokens)
