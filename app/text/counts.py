"""How many words a text has, in any script."""

import re

# Han, kana, Thai, Lao, Khmer and Burmese are written without spaces.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def count_words(text: str) -> int:
    """Return how many words `text` has; where none are parted by spaces, two characters count as one."""
    if text.isascii():
        return len(text.split())
    parted, unparted = _UNPARTED.subn(" ", text)
    return len(parted.split()) + unparted // 2
