"""Text that was encoded twice: UTF-8 that somebody took for windows-1252 and encoded again, as `cafÃ©` and `itâ€™s`.

It is repaired where it is certain: where nearly all characters beyond ASCII of a whole text are parts of such
sequences. One that is about them, or has a comment with them, has others as well.
"""

import re

_MOST_TIMES = 2  # that a text was encoded once more
# So many sequences are proof where a few other characters stand beside them; a sequence of three by itself.
_PROOF, _SHARE = 5, 0.9
_FEWEST_ALONE = 2


def _seen_as(first: int, last: int) -> str:
    """Return the characters that the bytes from `first` to `last` are in windows-1252, as browsers read it."""
    seen = (bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(first, last + 1))
    return "".join(map(re.escape, seen))


_NEXT = f"[{_seen_as(0x80, 0xBF)}]"
_SEQUENCE = re.compile(
    f"[{_seen_as(0xC2, 0xDF)}]{_NEXT}|[{_seen_as(0xE0, 0xEF)}]{_NEXT}{{2}}|[{_seen_as(0xF0, 0xF4)}]{_NEXT}{{3}}"
)
# What each sequence begins with in UTF-8: most texts have none, and to look for that takes a tenth of the time.
_BEGINNING = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
_BEYOND = re.compile(r"[^\x00-\x7f\ufeff\ufffd]")
_BYTES = {ord(bytes([code]).decode("cp1252", "ignore") or chr(code)): code for code in range(0x80, 0x100)}
# What people write in, and what that looks like when it was encoded again: two letters that happen to look like a
# sequence (`ß“`) are none.
_WRITTEN = re.compile(
    "[\u0080-\u024f\u02c6-\u02dd\u0300-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1e00-\u22ff\u2500-\u27bf\u3000-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\ufe00-\uffef\U0001f000-\U0001faff]"
)


def repaired(text: str) -> str:
    """Return `text` as it was before it was encoded once more, or as it is where that is not certain.

    Takes time in proportion to the length of the text.
    """
    for _ in range(_MOST_TIMES):
        raw = text.encode("utf-8", "replace")
        if not _BEGINNING.search(raw) or not _SEQUENCE.search(text) or not _is_certain(text):
            break
        text = _SEQUENCE.sub(_character, text)
    return text


def _is_certain(text: str) -> bool:
    found = [sequence for sequence in _SEQUENCE.findall(text) if _said(sequence)]
    parts, others = sum(map(len, found)), len(_BEYOND.findall(text))
    if parts == others:
        return len(found) >= _FEWEST_ALONE or any(len(each) > 2 for each in found)
    return len(found) >= _PROOF and parts >= _SHARE * others


def _character(found: re.Match[str]) -> str:
    return _said(found[0]) or found[0]


def _said(sequence: str) -> str:
    """Return the character that a sequence stands for, or nothing where that is none that people write."""
    try:
        said = bytes(_BYTES[ord(each)] for each in sequence).decode()
    except (KeyError, UnicodeDecodeError):
        return ""
    return said if _WRITTEN.fullmatch(said) else ""
