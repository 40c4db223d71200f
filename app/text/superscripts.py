"""Superscripts and subscripts as a line of text, so that it says the same on whatever cannot raise a letter.

`10<sup>6</sup>` without its tag is a hundred and six, `1923<sup>4</sup>` the year 19234. Powers become the superscript
figures of Unicode, which each character set has or spells (`10^6`); notes stand in brackets (`1923[4]`), money has
its point (`$9.99`), fractions have their space (`1 1/2`), and formulas read on (`H2O`, `x_i`). No I/O.
"""

import re
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from app.text.normalize import line

LONGEST = 40  # characters; a longer one is a text in small type
_CONTEXT = 24  # characters beside one that tell what it is
_MOST_STEPS = 40  # through the tree for them
_MOST_NOTES = 10  # in one superscript

_DIGITS = "0123456789+-"
_RAISED = str.maketrans(_DIGITS + "−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", _DIGITS + "n")
_POWER = re.compile(r"[+−–-]?[0-9]{1,20}[+−–-]?|[+−–-]|n")
_NOTE = re.compile(r"[0-9]{1,3}(?: ?[,–-] ?[0-9]{1,3}){0,9}")
_ONE = re.compile(r"[^\W_⁰¹²³⁴-⁹ⁿ]{1,40}(?:[.,][0-9]{1,40})?")
_SIGNS = {"tm": "™", "sm": "℠"}
# Endings of numbers and short titles that are set high and mean no power: `1st`, `XIXe`, `Mme`, `no`. Sorted.
_ENDINGS = frozenset(
    "a as de do e eme er ers es gr ieme lle lles me mes nd o os r ra rd re res ro st ste te th ème ère ª º".split()
)
# What is squared and cubed though it is a word. All other words of four letters or more are followed by notes.
_UNITS = re.compile(r"(?:met(?:er|re)s?|feet|foot|inch(?:es)?|miles?|yards?|seconds?)\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_⁰¹²³⁴-⁹ⁿ]{4}\Z")
# A word, and no symbol of an element: the number before it is that of a verse or of a note, and no isotope.
_NUMBERED = re.compile(r"[^\W\d_]{3}|[a-z]{1,2} [^\W\d_]")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d\Z")
_PRICE = re.compile(r"([$€£¥] ?)?[0-9]{1,6}([.,]?)\Z")

_STYLE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_CLASSES = {"subscript": "sub", "sup": "sup", "superscript": "sup"}
_INLINE = frozenset("a abbr b bdi bdo cite code dfn em font i kbd mark q s small span strong sub sup u var".split())


def superscript(text: str, before: str, after: str, is_note: bool = False) -> str:
    """Return a superscript as a line of text has it, between what stands before and after it.

    `is_note` says that it is known to lead to a note.
    """
    is_number = text.isascii() and text.isdigit()
    if is_number and after[:1] in ("/", "⁄"):
        return f" {text}" if before[-1:].isdigit() else text
    if is_number and len(text) == 2 and (price := _price(before, after)):
        return text if price[2] else f".{text}"
    if is_note or (_NOTE.fullmatch(text) and _is_note(before, after)):
        return text if text[0] in "[(*†‡§" else f"[{text}]"
    if text in ("o", "0", "º") and before[-1:].isdigit() and after[:1] in ("C", "F"):
        return "°"
    if is_number and _NUMBERED.match(after) and (not before.strip() or before[-1].isspace()):
        return f"{text} "
    if is_number:
        return f"^({text})" if _goes_on(after) else text.translate(_RAISED)
    if _POWER.fullmatch(text):
        return text.translate(_RAISED)
    if not any(map(str.isalnum, text)):
        return text
    return _raised_letters(text, before)


def subscript(text: str, before: str, after: str) -> str:
    """Return a subscript as a line of text has it, between what stands before and after it."""
    last = before[-1:]
    if not any(map(str.isalnum, text)) or last in "/⁄":
        return text
    if text.replace(".", "").isdigit() and (last.isalpha() or last in ")]") and not _goes_on(after):
        return text
    if " " in text:
        return f" {text}"
    return _marked("_", text, after)


def raised(text: str) -> str:
    """Return what a superscript or subscript says where it can be raised or lowered: the 6 of `⁶`, the i of `_i`."""
    bare = text.removeprefix("^").removeprefix("_")
    if bare != text and bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    return bare.translate(_PLAIN)


def _is_note(before: str, after: str) -> bool:
    """Say whether a number set high is that of a note: behind a word, a sentence or a year, or before its text."""
    if not before.strip() or before[-1].isspace():
        return not after[:1].isalnum()
    if before[-1] in ".,;:!?\"'”’»…]":  # the bracket is that of another note
        return True
    return (_WORD.search(before) is not None and not _UNITS.search(before)) or _YEAR.search(before) is not None


def _price(before: str, after: str) -> re.Match[str] | None:
    """Return the whole part of a price that stands before its cents."""
    found = _PRICE.search(before)
    return found if found and (found[1] or after.lstrip()[:1] in ("€", "£", "$")) else None


def _raised_letters(text: str, before: str) -> str:
    folded = text.casefold()
    if folded in _SIGNS:
        return _SIGNS[folded]
    if folded.rstrip(".") in _ENDINGS or not before.strip() or before[-1].isspace():
        return text
    if " " in text or (_WORD.search(before) and len(text) > 1):
        return f" {text}"
    return _marked("^", text, "")


def _goes_on(after: str) -> bool:
    """Say whether a figure follows, which would be taken for a part of the number before it."""
    return after[:1].isascii() and after[:1].isdigit()


def _marked(sign: str, text: str, after: str) -> str:
    """Return a text behind its sign, in brackets where it would end too early or too late without."""
    is_one = _ONE.fullmatch(text) is not None and not _goes_on(after)
    return f"{sign}{text}" if is_one else f"{sign}({text})"


def spell_superscripts(root: HtmlElement) -> None:
    """Spell the superscripts and subscripts of a tree in place; their tags stay, and those by style get one.

    Texts in small type, and what holds a picture or a block, are left alone.
    """
    for element in root.iter("span", "font", "small"):
        if tag := _by_style(element):
            element.tag = tag
    for element in [each for _, each in iterwalk(root, events=("end",), tag=("sup", "sub"))]:
        notes = [link for link in islice(element.iter("a"), _MOST_NOTES) if "#" in (link.get("href") or "")]
        for each in notes if element.tag == "sup" else ():
            _spell(each, is_note=True)
        if not notes:
            _spell(element, is_note=element.tag == "sup" and _is_linked_note(element))


def _by_style(element: HtmlElement) -> str:
    style, names = element.get("style"), element.get("class")
    if style and (found := _STYLE.search(style)):
        return "sup" if found[1].lower() == "super" else "sub"
    return next((_CLASSES[name] for name in names.split() if name in _CLASSES), "") if names else ""


def _is_linked_note(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "a" and "#" in (parent.get("href") or "")


def _spell(element: HtmlElement, is_note: bool) -> None:
    if any(child.tag not in _INLINE for child in islice(element.iterdescendants(), LONGEST)):
        return
    text = line(element.text_content())
    if not text or len(text) > LONGEST:
        return
    before, after = _before(element), _after(element)
    spelled = subscript(text, before, after) if element.tag == "sub" else superscript(text, before, after, is_note)
    if element.text_content()[-1:].isspace() and after[:1].isalpha() and not spelled.endswith(" "):
        spelled += " "  # the number of a verse or of a note with the space behind it
    if spelled != text or len(element):
        element.text = spelled
        del element[:]


def _before(element: HtmlElement) -> str:
    """Return the end of the line that stands before an element."""
    found = ""
    for _ in range(_MOST_STEPS):
        previous = element.getprevious()
        if previous is not None:
            is_inline = previous.tag in _INLINE
            tail = (previous.tail or "")[-_CONTEXT:]
            inside = previous.text_content()[-_CONTEXT:] if is_inline and len(tail) < _CONTEXT else ""
            found = inside + tail + found
            element = previous
        else:
            parent = element.getparent()
            is_inline = parent is not None and parent.tag in _INLINE
            found = ((parent.text or "")[-_CONTEXT:] if parent is not None else "") + found
            element = parent
        if not is_inline or len(found) >= _CONTEXT:
            break
    return found[-_CONTEXT:]


def _after(element: HtmlElement) -> str:
    """Return the beginning of what follows an element on its line."""
    for _ in range(_MOST_STEPS):
        if element.tail:
            return str(element.tail)[:_CONTEXT]
        following = element.getnext()
        if following is not None:
            reads_on = following.tag in _INLINE and following.tag not in ("sub", "sup")
            return str(following.text_content())[:_CONTEXT] if reads_on else ""
        element = element.getparent()
        if element is None or element.tag not in _INLINE:
            break
    return ""
