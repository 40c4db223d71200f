"""Boxes of an article that offer a document to read: a report, its figures, the minutes that it is about."""

import re
from collections.abc import Sequence

from app.extract.scoring.text_blocks import TextBlock

_FILE = re.compile(r"\.(?:csv|docx?|epub|od[pst]|pdf|pptx?|rtf|xlsx?)(?:[?#]|$)", re.IGNORECASE)
MOST_BLOCKS = 6  # of such a box
_FEWEST_WORDS = 4  # of what says what it is, and is no link


def offers_document(blocks: Sequence[TextBlock]) -> bool:
    """Say whether the blocks of a box say of something what it is, and all their links lead to a document."""
    if len(blocks) > MOST_BLOCKS:
        return False
    links = [href for block in blocks for href in block.hrefs]
    is_told = any(not block.hrefs and len(block.text.split()) >= _FEWEST_WORDS for block in blocks)
    return is_told and bool(links) and all(_FILE.search(href) for href in links)
