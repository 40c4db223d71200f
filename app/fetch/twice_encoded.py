"""Text that was encoded twice: UTF-8 that somebody took for windows-1252 and encoded again, as `cafÃ©` and `itâ€™s`;
in Russia for windows-1251, as `РїР°СЂРѕРј`.

It is repaired where it is certain: where nearly all characters beyond ASCII of a whole text are parts of such
sequences. One that is about them, or has a comment with them, has others as well.
"""

import re
from dataclasses import dataclass, field

_MOST_TIMES = 2  # that a text was encoded once more
# So many sequences are proof where a few other characters stand beside them; a sequence of three by itself.
_PROOF, _SHARE = 5, 0.9
_FEWEST_ALONE = 2
_BEYOND = re.compile(r"[^\x00-\x7f\ufeff\ufffd]")


# What people write in, and what that looks like when it was encoded again: two letters that happen to look like a
# sequence (`ß“`) are none.
_WRITTEN = re.compile(
    "[\u0080-\u024f\u02c6-\u02dd\u0300-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1e00-\u22ff\u2500-\u27bf\u3000-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\ufe00-\uffef\U0001f000-\U0001faff]"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How bytes of UTF-8 look in the set that they were taken for: `sequence` finds those of one character.

    Each sequence begins with one of `beginnings` in UTF-8: a byte, which most texts do not have, and what follows it.
    To look for that takes a tenth of the time.
    """

    beginnings: tuple[tuple[bytes, re.Pattern[bytes]], ...]
    sequence: re.Pattern[str]
    code_of: dict[str, int] = field(repr=False)

    def said(self, sequence: str) -> str:
        """Return the character that a sequence stands for, or nothing where that is none that people write."""
        try:
            said = bytes(self.code_of[each] for each in sequence).decode()
        except (KeyError, UnicodeDecodeError):
            return ""
        return said if _WRITTEN.fullmatch(said) else ""

    def may_begin_in(self, raw: bytes) -> bool:
        """Say whether something in a text in UTF-8 looks like the beginning of a sequence."""
        return any(first in raw and beginning.search(raw) for first, beginning in self.beginnings)

    def repaired(self, text: str) -> str:
        """Return `text` as it was before it was read so, or as it is where that is not certain."""
        if not self.sequence.search(text) or not self._is_certain(text):
            return text
        return self.sequence.sub(lambda found: self.said(found[0]) or found[0], text)

    def _is_certain(self, text: str) -> bool:
        found = [sequence for sequence in self.sequence.findall(text) if self.said(sequence)]
        parts, others = sum(map(len, found)), len(_BEYOND.findall(text))
        if parts == others:
            return len(found) >= _FEWEST_ALONE or any(len(each) > 2 for each in found)
        return len(found) >= _PROOF and parts >= _SHARE * others


def _reading(codec: str, *beginnings: tuple[bytes, bytes]) -> _Reading:
    """Return how UTF-8 looks in a set of Windows; bytes that it leaves as controls may have stayed those of Latin-1."""
    seen = {bytes([code]).decode(codec, "ignore") or chr(code): code for code in range(0x80, 0x100)}
    code_of = {chr(code): code for code in range(0x80, 0xA0)} | seen

    def one_of(first: int, last: int) -> str:
        return f"[{re.escape(''.join(each for each, code in code_of.items() if first <= code <= last))}]"

    following = one_of(0x80, 0xBF)
    begins = ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    by_first = "|".join(f"(?<={one_of(*each)}){following}{{{count}}}" for count, each in enumerate(begins, 1))
    # What begins with one class of characters is found five times as fast as one of three.
    sequence = f"{one_of(0xC2, 0xF4)}(?:{by_first})"
    patterns = tuple((first, re.compile(re.escape(first) + others)) for first, others in beginnings)
    return _Reading(patterns, re.compile(sequence), code_of)


_FOLLOWING = rb"(?:[\xc2\xe2]|\xd0[\x81-\x8f]|\xd1[\x91-\x9f]|\xd2[\x90\x91])"  # of a sequence in windows-1251
_READINGS = (
    _reading("cp1252", (b"\xc3", rb"[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")),
    _reading("cp1251", (b"\xd0", rb"[\x92-\xbf]" + _FOLLOWING), (b"\xd1", rb"[\x80-\x84]" + _FOLLOWING)),
)


def repaired(text: str) -> str:
    """Return `text` as it was before it was encoded once more, or as it is where that is not certain.

    Takes time in proportion to the length of the text.
    """
    for _ in range(_MOST_TIMES):
        before, raw = text, text.encode("utf-8", "replace")
        for reading in _READINGS:
            text = reading.repaired(text) if reading.may_begin_in(raw) else text
        if text == before:
            break
    return text
