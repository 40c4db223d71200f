"""Lines that lead to programs and archives: on a page of releases they are what its readers came for."""

import re
from collections.abc import Sequence
from itertools import islice

from app.extract.scoring.text_blocks import TextBlock

_FILE = re.compile(
    r"\.(?:7z|apk|appimage|bz2|cab|deb|dmg|exe|gz|hqx|img|iso|jar|lha|lzh|msi|rar|rpm|sea|sit|tar|tgz|whl|xpi|xz|zip|"
    r"zst)(?:[?#]|\Z)",
    re.IGNORECASE,
)
_NEAR = 3  # blocks behind a kept text
_LEVELS = 3  # elements that say something, up to the box that both stand in
_LONGEST = 200  # characters


def keep_downloads(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep, in place, short lines of links to programs and archives a little behind kept text, in one box with it."""
    near = -1
    for place, block in enumerate(blocks):
        if kept[place]:
            near = place
        elif 0 <= near >= place - _NEAR and _leads_to_files(block) and _are_together(block, blocks[near]):
            kept[place], near = True, place


def _are_together(block: TextBlock, other: TextBlock) -> bool:
    around = {id(each) for each in islice(other.container.outward(), _LEVELS)}
    return any(id(each) in around for each in islice(block.container.outward(), _LEVELS))


def _leads_to_files(block: TextBlock) -> bool:
    if not block.hrefs or len(block.text) > _LONGEST:
        return False
    files = sum(1 for href in block.hrefs if _FILE.search(href))
    return 2 * files > len(block.hrefs)
