"""Signs that are all that a cell of a table says: ticks, crosses, small pictures, which only look or a label tell."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.meaning.small_pictures import LONGEST, is_junk_label, is_small
from app.extract.meaning.unseen import hides_words
from app.text.normalize import letters, line
from app.text.numbers import measure

_MOST_LOOKED_AT = 20_000  # cells
_MOST_SIGNS = 5  # in a cell
_LONGEST_CELL = 200  # characters of another cell of its row
_LARGEST = 64  # pixels wide
#: What may be a sign.
TAGS = ("b", "em", "i", "img", "span", "svg")
_CONTROLS = ("a", "button", "label")
# What fonts of icons and files are called, where nothing else says what they show. Sorted.
_SIGNS = (
    (
        re.compile(
            r"(?:^|[\s_./-])(?:check2?(?:-?(?:circle|mark|square))?|done|haken|ok|tick|yes)(?:$|[\s_./-])", re.I
        ),
        "✓",
    ),
    (
        re.compile(
            r"(?:^|[\s_./-])(?:cancel|close|cross|no|remove|times(?:-?circle)?|x-(?:circle|lg)|x-?mark)(?:$|[\s_./-])",
            re.I,
        ),
        "✗",
    ),
)


def spell_cell_signs(root: HtmlElement) -> None:
    """Put the words of each sign that is all of its cell in place of it, in tables that say something beside it."""
    rows: dict[HtmlElement | None, bool] = {}
    for cell in list(islice(root.iter("td"), _MOST_LOOKED_AT)):
        if not len(cell):
            continue
        if _says_words_itself(cell):
            _show_spoken(cell)
            continue
        row = cell.getparent()
        if row not in rows:
            rows[row] = _says_words(row)
        if not rows[row]:
            continue
        signs = [each for each in cell.iter(*TAGS) if _is_innermost(each)]
        said = list(map(_said, signs))
        if 0 < len(signs) <= _MOST_SIGNS and any(said):
            for sign, words in zip(signs, said, strict=True):
                replace_by_text(sign, f"{words} " if words else "")


def _says_words_itself(cell: HtmlElement) -> bool:
    """Say whether a cell has words besides the titles of its drawings."""
    said = line(cell.text_content())
    return bool(said) and letters(said) != letters("".join(each.text_content() for each in cell.iter("svg")))


def _show_spoken(cell: HtmlElement) -> None:
    """Have the words of a cell that only those are told who listen to the page, beside a sign, be as all others."""
    for span in list(islice(cell.iter("span"), _MOST_SIGNS)):
        is_unseen = any(map(hides_words, (span.get("class") or "").lower().split()))
        if is_unseen and line(span.text_content()) == line(cell.text_content()):
            del span.attrib["class"]


def _says_words(row: HtmlElement | None) -> bool:
    """Say whether a row says in letters what its signs are about; those of a calendar lead to other days."""
    if row is None or row.tag != "tr":
        return False
    cells = (line(each.text_content()[: 2 * _LONGEST_CELL]) for each in row)
    return any(len(each) <= _LONGEST_CELL and any(map(str.isalpha, each)) for each in cells)


def _is_innermost(element: HtmlElement) -> bool:
    """Say whether an element is a sign and not one around or in another, and nothing that is clicked."""
    if next(element.iterancestors("svg", *_CONTROLS), None) is not None:
        return False
    return element.tag == "svg" or next(element.iterdescendants(*TAGS), None) is None


def _said(sign: HtmlElement) -> str:
    """Return what a sign says: its label, or else what its name says; nothing for a picture of any size."""
    size = measure(sign.get("width"), 0, 10_000)
    if (size and size[0] > _LARGEST) or (sign.tag == "img" and not is_small(sign) and not named_sign(sign)):
        return ""
    title = sign.find("title") if sign.tag == "svg" else None
    labels = [sign.get(name) for name in ("alt", "aria-label", "title")]
    labels.append(title.text if title is not None else "")
    label = next((said for each in labels if (said := line(each or ""))), "")
    if label:
        return label if len(label) <= LONGEST and not is_junk_label(label) else ""
    return named_sign(sign)


def named_sign(sign: HtmlElement) -> str:
    """Return the tick or the cross that the class or the file of a sign is named for, else nothing.

    Of a drawing that is used from elsewhere it is the name there: `<use href="#icon-check">`.
    """
    file = (sign.get("src") or "").partition("?")[0].rpartition("/")[2]
    names = f"{sign.get('class') or ''} {file} {_used(sign)}"
    return next((words for pattern, words in _SIGNS if pattern.search(names)), "")


def _used(sign: HtmlElement) -> str:
    """Return the name of what a drawing shows from elsewhere, an empty text where it is drawn itself."""
    used = sign.find(".//use") if sign.tag == "svg" else None
    if used is None:
        return ""
    return (used.get("href") or used.get("xlink:href") or "").rpartition("#")[2]
