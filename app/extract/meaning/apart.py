"""Elements that only a style sheet sets apart, and whose words would run together without it."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.right_before import text_before

_BLOCKS = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table(?:-row)?)\b", re.IGNORECASE)
_BOXES = re.compile(
    r"display\s*:\s*(?:inline-block|inline-flex|table-cell)\b|float\s*:\s*(?:left|right)", re.IGNORECASE
)
_FLOATS = re.compile(r"float\s*:\s*(?:left|right|inline-start)", re.IGNORECASE)
_BLOCK_CLASSES = frozenset("block d-block db display-block is-block p para paragraph u-block".split())
_APART = frozenset("button label option time".split())
_BENEATH = frozenset({"small", "span"})
_STRONG = frozenset({"b", "strong"})
_INLINE = frozenset("a abbr b button cite code em font i label mark small span strong time u".split())
_CODE = ("code", "pre", "kbd", "samp", "math", "svg", "tt")
_WORD_CLASS = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_CAPITALS = re.compile(r"drop-?cap|first-?letter|initial", re.IGNORECASE)
_FRACTION = re.compile(r"(?:^|[\s_-])(?:cents?|dec(?:imals?)?|fraction|pence)(?:$|[\s_-])", re.IGNORECASE)  # of a price
_MONEY = frozenset("$£¥€₤₩₪₫₱₴₹₺₽")
_SPOKEN = re.compile(r"/[^/\s]{1,40}/")  # in a dictionary
_CELL = re.compile(r"(?:^|[\s_-])(?:cell|col(?:umn)?|td)(?:$|[\s_\d-])", re.IGNORECASE)
_WITH_POINT = re.compile(r"\d{1,9}[.,]\d{1,3}")
_WORDS_OF_ONE = frozenset("aeioyàéóüаивокуяו")  # letters that are words in some language
_ENDINGS = frozenset("st nd rd th s er ers e es".split())  # of numbers: `5th`, `1990s`
_UNITS = frozenset("c g l m t".split())  # of one letter: in recipes, in tables of sizes
_FEWEST = 2  # letters on either side
_NUMBER = re.compile(
    r"(?:§{1,2} ?)?[(\[]?(?:\d{1,4}[a-z]?|[a-z]|[ivxlc]{1,6})(?:\.\d{1,3}){0,4}[.)\]]{1,2}", re.IGNORECASE
)
_MARGIN = re.compile(r"[\"'“‘«„(]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w-]")  # the words behind a number in the margin
_BEGINS_WORDS = re.compile(r"[\"'“‘«„(]?[^\W\d]{2}|[AIÀÉO] ")
_SHARE, _WORD_BEHIND = re.compile(r"\d[%+]\Z"), re.compile(r"[^\W\d_]{2}")
_ENDS, _BEGINS = re.compile(r"[^\W\d_]{3}[.!?:;]\Z"), re.compile(r"\(?(?:[A-ZÀ-ÖØ-Þ][^\W\d_]|\d)")  # sentences
_MOST_PARTS = 12  # elements of a line of a label and a value


def set_apart(root: HtmlElement) -> None:
    """Put a space between neighbouring elements of one line whose words would run together, in place.

    Letters of one word in elements of their own stay together: a capital, a part in bold, what an editor split.
    """
    for key in root.iter("kbd"):
        following = key.getnext()
        if following is not None and following.tag == "kbd" and not key.tail:
            key.tail = " "
    for head in root.iter("th"):
        if len(head) and _has_unit(head):
            head.text += " "
    for element in root.iter(*_INLINE):
        if element.tag == "span" and _is_block(element):
            _set_off(element)
            continue
        if element.tail and _MARGIN.match(element.tail) and _is_number_of(element, f"{element.text_content()}.", "Aa"):
            element.tail = f" {element.tail}"
        following = element.getnext()
        if following is not None and not element.tail and following.tag in _INLINE and _runs_on(element, following):
            element.tail = " "


def _has_unit(head: HtmlElement) -> bool:
    """Say whether the words of a head run into what is written small at its end: `Fare<small>EUR</small>`."""
    before, behind = head.text or "", head[0].text or ""
    is_end = head[0].tag in _BENEATH and len(head) == 1 and not (head[0].tail or "").strip()
    return is_end and before[-_FEWEST:].isalpha() and len(before) >= _FEWEST and behind[:_FEWEST].isalpha()


def _is_block(element: HtmlElement) -> bool:
    style, names = element.get("style"), element.get("class")
    return bool((style and _BLOCKS.search(style)) or (names and not _BLOCK_CLASSES.isdisjoint(names.split())))


def _set_off(element: HtmlElement) -> None:
    """Make a block of an element that is shown as one, unless it is the whole of its line."""
    if next(element.iterancestors(*_CODE), None) is not None:
        return
    before, after = element.getprevious(), element.getnext()
    if text_before(element).strip() or (before is not None and before.tag != "br"):
        element.addprevious(element.makeelement("br"))
    if (element.tail or "").strip() or (after is not None and after.tag != "br"):
        line_end = element.makeelement("br")
        line_end.tail, element.tail = element.tail, None
        element.addnext(line_end)


def _runs_on(element: HtmlElement, following: HtmlElement) -> bool:
    """Say whether two neighbours without a space between them are words of their own."""
    before, after = element.text_content(), following.text_content()
    if not before or not after:
        return False
    if not (before[-1].isalnum() and after[0].isalnum()):
        is_numbered = _is_number_of(element, before, after)
        return is_numbered or _are_values(element, following, before, after) or _are_parts(element, following)
    if next(element.iterancestors(*_CODE), None) is not None or "code" in (element.tag, following.tag):
        return False
    if _is_initial(element, before):
        return False
    if _is_box(element) or _is_box(following) or {element.tag, following.tag} & _APART:
        return True
    last, first = re.split(r"\W+", before)[-1], re.split(r"\W+", after)[0]
    if element.tag == following.tag == "a":
        return max(len(last), len(first)) > 1
    return _are_words(element, following, last, first)


def _is_number_of(element: HtmlElement, before: str, after: str) -> bool:
    """Say whether an element that begins its line is the number of what follows: `(2)`, `a)`, `§ 3.`."""
    if element.getprevious() is not None or (element.getparent().text or "").strip():
        return False
    return _NUMBER.fullmatch(before) is not None and _BEGINS_WORDS.match(after) is not None


def _is_initial(element: HtmlElement, said: str) -> bool:
    """Say whether an element is one letter that floats at the beginning of a text: the first of its first word."""
    parent = element.getparent()
    begins = element.getprevious() is None and not (parent.text or "").strip()
    return begins and len(said) == 1 and said.isalpha() and _FLOATS.search(element.get("style") or "") is not None


def _are_words(element: HtmlElement, following: HtmlElement, last: str, first: str) -> bool:
    if _is_figure(last[-1]):
        if first.isdigit():
            is_fraction = _FRACTION.search(following.get("class") or "") is not None and _are_named(element, following)
            return is_fraction or _are_cells(element, following)
        if first in _WORDS_OF_ONE and following.text_content().startswith(f"{first} "):
            return _are_named(element, following)
        return first[0].isalpha() and len(first) >= _FEWEST and first.lower() not in _ENDINGS
    if len(last) < _FEWEST:
        return last in _UNITS and len(first) >= _FEWEST and _are_named(element, following)
    if last[-1].islower() and (first[0].isdigit() or (first[0].isupper() and len(first) >= _FEWEST)):
        return True
    is_label = element.tag in _STRONG and following.tag == "span" and len(last) > _FEWEST and _is_line(element)
    return len(first) >= _FEWEST and (is_label or _are_named(element, following))


def _are_values(element: HtmlElement, following: HtmlElement, before: str, after: str) -> bool:
    """Say whether two neighbours are two prices (`£50.00£30.00`), or a word and how it is spoken (`quay/kiː/`)."""
    if before[-1].isdigit():
        return after[0] in _MONEY and after[1:2].isdigit()
    is_spoken = any(map(_SPOKEN.fullmatch, (before, after)))
    return is_spoken and element.get("class") != following.get("class")


def _are_parts(element: HtmlElement, following: HtmlElement) -> bool:
    """Say whether two neighbours are named apart, and are two sentences or a share and of what: `98%on time`."""
    before, after = element.text_content(), following.text_content()
    are_sentences = _ENDS.search(before) and _BEGINS.match(after) and " " in after  # no names of programs: `os.Path`
    is_share = _SHARE.search(before) and _WORD_BEHIND.match(after)
    return bool(are_sentences or is_share) and _are_named(element, following)


def _are_cells(element: HtmlElement, following: HtmlElement) -> bool:
    """Say whether two neighbours that are numbers are cells of a row: by their class, or as each has a point."""
    names, others = element.get("class") or "", following.get("class") or ""
    if _CELL.search(names) and _CELL.search(others):
        return True
    return all(_WITH_POINT.fullmatch(each.text_content().strip()) for each in (element, following))


def _is_figure(character: str) -> bool:
    return character.isnumeric() and not character.isalpha()  # as those of Chinese are


def _is_line(element: HtmlElement) -> bool:
    """Say whether an element stands among elements alone, and not in the midst of a text."""
    parent = element.getparent()
    parts = list(islice(parent, _MOST_PARTS + 1))  # `len` counts all of them
    if len(parts) > _MOST_PARTS:
        return False
    return not (parent.text or "").strip() and not any((each.tail or "").strip() for each in parts)


def _are_named(element: HtmlElement, following: HtmlElement) -> bool:
    """Say whether both have classes, different ones, that are words: what an author named apart is apart."""
    names, others = element.get("class") or "", following.get("class") or ""
    if names == others or _CAPITALS.search(f"{names} {others}"):
        return False
    return all(_WORD_CLASS.match(each) and not any(map(str.isdigit, each)) for each in (names, others))


def _is_box(element: HtmlElement) -> bool:
    return _BOXES.search(element.get("style") or "") is not None
