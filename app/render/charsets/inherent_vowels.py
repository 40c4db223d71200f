"""The vowel that letters of India have without a sign for it, written out before they are spelled one by one.

Each consonant says an `a` (Unicode, section 12.1) unless another vowel, or the sign that there is none, stands at it;
at the end of a word of Hindi, Bengali, Punjabi or Gujarati that is not said. So `नगर` is nagar, where its letters alone
are ngr. The blocks of these scripts have the same letters at the same places, but that of Sinhala.
"""

import re

_SILENT_AT_THE_END, _OTHERS = (0x900, 0x980, 0xA00, 0xA80), (0xB00, 0xB80, 0xC00, 0xC80, 0xD00)


def _ranges(*places: tuple[int, int], blocks: tuple[int, ...] = _SILENT_AT_THE_END + _OTHERS) -> str:
    return "".join(f"{chr(block + first)}-{chr(block + last)}" for block in blocks for first, last in places)


_CONSONANTS = ((0x15, 0x39), (0x58, 0x5F))
_DOT = f"[{_ranges((0x3C, 0x3C))}]?"
_SIGNS = f"{_ranges((0x3C, 0x3C), (0x3E, 0x4D), (0x55, 0x57), (0x62, 0x63))}\u0dca\u0dcf-\u0ddf"
_NO_VOWEL = _ranges((0x4D, 0x4D), blocks=_SILENT_AT_THE_END)
_LAST = (
    f"(?<=[\u0900-\u0dff])(?<![{_NO_VOWEL}])[{_ranges(*_CONSONANTS, blocks=_SILENT_AT_THE_END)}]{_DOT}"
    "(?=[\u0964\u0965]|\\Z)"
)
_BARE = re.compile(f"(?P<last>{_LAST})|[{_ranges(*_CONSONANTS)}\u0d9a-\u0dc6]{_DOT}(?![{_SIGNS}])")


def with_vowels(word: str) -> str:
    """Return a word in a script of India with an `a` behind each consonant that says one."""
    return _BARE.sub(lambda found: found[0] if found["last"] else f"{found[0]}a", word)
