"""Headlines of other stories that stand as lines of their own among paragraphs: in capitals, dated, in brackets."""

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.text_blocks import TextBlock

_FEWEST_WORDS = 5  # fewer may be a name
_AROUND_TIME = 3  # characters


def is_shouted(block: TextBlock) -> bool:
    """Say whether a line of its own is nothing but the headline of another story, in capitals."""
    is_line = not block.container.level and not block.container.flags & IN_LIST
    return (
        is_line
        and block.text.isupper()
        and block.links * 10 > len(block.text) * 9
        and len(block.words) >= _FEWEST_WORDS
    )


def is_dated(block: TextBlock) -> bool:
    """Say whether a line of its own is nothing but the headline of another story and the time of that."""
    if len(block.hrefs) != 1 or block.container.flags & IN_LIST:
        return False
    told = sum(len(element.text or "") for element, is_tail in block.slots if element.tag == "time" and not is_tail)
    return told > 0 and len(block.text) - block.links <= told + _AROUND_TIME < len(block.text)


def is_bracketed(block: TextBlock) -> bool:
    """Say whether a line of its own is nothing but the headline of another story, in brackets."""
    is_line = block.text[0] == "[" and block.text[-1] == "]" and not block.container.flags & IN_LIST
    return is_line and block.links * 10 > (len(block.text) - 4) * 9 and len(block.words) >= _FEWEST_WORDS
