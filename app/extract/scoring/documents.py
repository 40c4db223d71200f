"""Boxes of an article that offer a document to read: a report, its figures, the minutes that it is about; and what an
office attaches to a notice.
"""

import re
from collections.abc import Sequence

from app.extract.scoring.text_blocks import TextBlock

_FILE = re.compile(r"\.(?:csv|docx?|epub|od[pst]|pdf|pptx?|rtf|xlsx?)(?:[?#]|$)", re.IGNORECASE)
MOST_BLOCKS = 6  # of such a box
# What stands before what is attached, in small letters.
_ATTACHED = re.compile(
    r"(?:附件|附|添付|첨부|anhang|anlagen?|annex(?:es?)?|adjuntos?|allegat[io]|attachments?|pièces? jointes?|"
    r"załączniki?|вложени[ея]|приложени[ея])[\s\w()（）]{0,12}[:：]"
)
_FEWEST_WORDS = 4  # of what says what it is, and is no link


def offers_document(blocks: Sequence[TextBlock]) -> bool:
    """Say whether the blocks of a box say of something what it is, and all their links lead to a document."""
    if len(blocks) > MOST_BLOCKS:
        return False
    links = [href for block in blocks for href in block.hrefs]
    is_told = any(not block.hrefs and len(block.text.split()) >= _FEWEST_WORDS for block in blocks)
    return is_told and bool(links) and all(_FILE.search(href) for href in links)


def keep_attached(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep, in place, the files that are said to be attached at once behind kept text, and more of them under these."""
    follows = False
    for place in range(1, len(blocks)):
        block = blocks[place]
        if kept[place] or not kept[place - 1] or not block.hrefs:
            follows = False
        elif all(map(_FILE.search, block.hrefs)) and (follows or _ATTACHED.match(block.text.lower())):
            kept[place] = follows = True
