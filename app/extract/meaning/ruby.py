"""Readings beside characters (ruby; HTML standard, section 4.5.10) in brackets behind them, once."""

from lxml.html import HtmlElement

from app.text.normalize import line

_PARTS = ("rb", "rp", "rt", "rtc")
_OPENING = frozenset("([{（［｛〔【《〈「")


def spell_ruby(root: HtmlElement) -> None:
    """Put the readings of a tree in brackets in place: `漢字(かんじ)`."""
    for ruby in list(root.iter("ruby")):
        for part in list(ruby.iter(*_PARTS)):
            _take_out(part)
        for brackets in list(ruby.iter("rp")):
            brackets.drop_tree()
        _bracket([each for each in ruby if each.tag in ("rt", "rtc")])
        for part in list(ruby.iter(*_PARTS)):
            part.tag = "span"


def _take_out(part: HtmlElement) -> None:
    """Put a part behind the one that it stands in, which has no end tag as they need none."""
    parent = part.getparent()
    while parent is not None and parent.tag in ("rb", "rp", "rt"):
        following = [part, *part.itersiblings()]
        for each in reversed(following):
            parent.addnext(each)
        parent = part.getparent()


def _bracket(readings: list[HtmlElement]) -> None:
    """Put brackets around each row of readings; those that follow one another share them."""
    said = [each for each in readings if line(each.text_content())]
    for place, each in enumerate(said):
        begins = not (place and _follows(said[place - 1], each))
        ends = not (place + 1 < len(said) and _follows(each, said[place + 1]))
        text = line(each.text_content())
        inner = "" if begins or (not text.isascii() and not text[0].isascii() and not text.isalpha()) else " "
        is_bracketed = text[0] in _OPENING
        del each[:]
        each.text = ("" if is_bracketed or not begins else "(") + (inner if not begins else "") + text
        each.text += "" if is_bracketed or not ends else ")"


def _follows(reading: HtmlElement, other: HtmlElement) -> bool:
    return reading.getnext() is other and not (reading.tail or "").strip() and reading.tag == other.tag
