"""Characters as they come from the web, made regular. No business logic, no I/O."""

import re
import unicodedata

# Numeric references and mislabelled bytes 128-159 mean windows-1252 (HTML standard, section 13.2.5.80).
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff\ud800-\udfff"
)
# What joins letters or keeps them apart is no ornament in the Arabic script between two letters, nor in those of India
# beside what takes its vowel from a consonant: Persian and Malayalam would be misspelled without it.
_ARABIC = "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f]"
_VIRAMA = "[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]"
_FORMING = (
    f"(?<={_ARABIC})\u200c(?={_ARABIC})|(?<={_ARABIC})\u200d"
    f"|(?<={_VIRAMA})[\u200c\u200d]|(?<=[\u0900-\u0dff])\u200d(?={_VIRAMA})"
)
_DROPPED = re.compile(f"(?:(?!{_FORMING})[{_INVISIBLE}])+")
_LINE_ENDS = re.compile("\r\n?|\u0085|\u2028|\u2029")
# Most text has none of these, and one search is faster than three replacements.
_ODD = re.compile(f"[\r\u0080-\u009f\u2028\u2029{_INVISIBLE}]")
_SENTENCE_END = re.compile(r"[.!?][\"')\]”’]?(?=\s)|[。！？]")
_ALPHANUMERIC = re.compile(r"[^\W_]+")
# In ASCII, what is neither a letter nor a figure: three times as fast as a look at each character.
_ASCII_OTHERS = {code: None for code in range(128) if not chr(code).isalnum()}


def tidy(text: str) -> str:
    """Return `text` composed (NFC), its line ends of one kind, without invisible and private characters.

    Spaces stay as they are, and of the invisible characters those that a script needs to be spelled.
    """
    if text.isascii() and text.isprintable():
        return text
    if _ODD.search(text):
        text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text).translate(_C1))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """Return `text` tidy and on one line: every stretch of white space is one space, none at the ends."""
    return " ".join(tidy(text).split())


def squeeze(text: str) -> str:
    """Return `text` tidy, every stretch of white space as one space, one kept at either end."""
    text = tidy(text)
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def letters(text: str) -> str:
    """Return the letters and figures of `text` alone, without their case: what two ways to write one thing share."""
    if text.isascii():
        return text.lower().translate(_ASCII_OTHERS)
    return "".join(_ALPHANUMERIC.findall(text.casefold()))


def cut(text: str, most: int) -> str:
    """Return at most `most` characters of `text`, up to the end of a sentence or else of a word.

    Three dots follow where something is missing; the cut is never in the first half of the length.
    """
    if len(text) <= most:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text, most // 2, most)]
    if ends:
        return text[: ends[-1]] + " ..."
    space = text.rfind(" ", most // 2, most)
    return text[: space if space > 0 else most].rstrip(",;:") + "..."
