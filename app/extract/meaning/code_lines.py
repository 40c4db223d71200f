"""Code of which the page numbers the lines: the numbers are taken out, and its lines stand in one `pre`."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import lxml.etree
from lxml.html import HtmlElement

from app.text.normalize import line

_NUMBERS = re.compile(
    r"(?:^|[\s_-])(?:blob-num|gutter|hljs-ln-(?:n|numbers?|line-numbers)|linenos?|linenums?|line-?numbers?(?:-rows)?|ln|"
    r"lnt|nums|crayon-nums|rouge-gutter|td-lineno)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CODE_CELL = re.compile(r"(?:^|[\s_-])(?:blob-code|code|hljs-ln-code|rouge-code|crayon-code|lntd)(?:$|[\s_-])", re.I)
_COUNTED = re.compile(r"[0-9]{1,5}")
_STYLED = re.compile(r"white-space\s*:\s*(?:-moz-)?pre(?:-wrap|-line)?\b", re.IGNORECASE)
_LINE_CLASS = re.compile(r"(?:^|[\s_-])(?:code-?line|line|row|view-line)(?:$|[\s_-])", re.IGNORECASE)
_LINE_TAGS = frozenset({"code", "div", "li", "p", "span"})
_MARKED = ("code", "div", "pre", "span", "td")  # what may stand for a line of a difference
_LINE_BLOCKS = ("div", "li", "ol", "p", "ul")  # what highlighters put lines of code into
_NO_LINES = frozenset({"figure", "img", "pre", "table"})
_FEWEST = 2  # lines
_NUMBERED = re.compile(r"[A-Za-z]{0,10}[-_.]?\d{1,6}")  # ids of lines: `l1`, `L-12`
_BOX = "code-block"
_LEVELS, _MOST_BESIDE = 1, 12  # from one of two texts up to the box of both, and words that it has besides


def open_numbered_code(root: HtmlElement, words: frozenset[str] = frozenset()) -> None:
    """Make one preformatted text of each code whose numbers stand beside it, without them, in place.

    So is the code in boxes of Writerside's, which have lines and nothing else that says so; `words` are those of the
    classes of the tree.
    """
    if _BOX in words:
        for box in root.xpath("descendant::div[@data-lang]"):
            _as_code(box)
    for marked in [each for each in root.iter(*_MARKED) if each.get("data-code-marker")]:
        marked.text = marked.get("data-code-marker") + (marked.text or "")  # of a difference: added or taken away
    for table in list(root.iter("table")):
        _open_table(table)
    for code in list(root.iter("pre", "code")):
        if code.getparent() is not None and next(code.iterancestors("pre", "code"), None) is None:
            _drop_numbers(code)
    for code in list(root.iter("code")):
        _as_block(code)
    _settle_lines(list(root.iter("pre")))


def _settle_lines(texts: Sequence[HtmlElement]) -> None:
    """Give preformatted texts lines that end, in place, and leave one of two next to each other that say the same."""
    for pre in texts:
        _end_lines(pre)
        _join_lines(pre)
    for one, other in pairwise(texts):
        if _is_twin(other, one):
            other.drop_tree()


def _as_code(box: HtmlElement) -> None:
    """Make preformatted text of a box that names its language and holds nothing but lines of text."""
    if _BOX in (box.get("class") or "").split() and not len(box) and "\n" in (box.text or "").strip():
        box.tag, box.text = "pre", (box.text or "").strip("\n")


def _open_table(table: HtmlElement) -> None:
    """Put the code in place of a table that holds nothing but it and the numbers of its lines."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if not rows or any(len(row) not in (1, 2, 3) for row in rows) or not _is_code(table, rows):
        return
    columns = [[line(row[0].text_content()) for row in rows if len(row) > 1]]
    is_numbered = all(len(row) > 1 for row in rows) and (
        _counts(columns[0]) or all(_has_number(row[0]) or _counts(_lines(row[0])) for row in rows)
    )
    if not is_numbered:
        return
    pre = table.makeelement("pre")
    parts = [_text(row[-1]).strip("\n") for row in rows]
    pre.text = "\n".join(parts)
    pre.tail = table.tail
    parent = table.getparent()
    if parent is not None:
        table.tail = None
        parent.replace(table, pre)


def _is_code(table: HtmlElement, rows: Sequence[Sequence[HtmlElement]]) -> bool:
    if next(table.iterancestors("pre", "code"), None) is not None:
        return True
    return all(
        row[-1].find(".//pre") is not None
        or row[-1].find(".//code") is not None
        or _CODE_CELL.search(row[-1].get("class") or "")
        for row in rows
    )


def _has_number(cell: HtmlElement) -> bool:
    """Say whether a cell is there for the number of a line, which may be an attribute that a style sheet shows."""
    text = line(cell.text_content())
    named = _NUMBERS.search(cell.get("class") or "") or cell.get("data-line-number")
    return bool(named) and (not text or all(map(str.isdigit, text.split())))


def _lines(element: HtmlElement) -> list[str]:
    return _text(element).split()


def _counts(numbers: Sequence[str]) -> bool:
    """Say whether these are numbers of lines, each one more than that before."""
    if len(numbers) < _FEWEST or not all(map(_COUNTED.fullmatch, numbers)):
        return False
    return all(int(each) == int(numbers[0]) + place for place, each in enumerate(numbers))


def _text(element: HtmlElement) -> str:
    """Return the text of code, with a line end behind each element that is a line."""
    for each in element.iter():
        is_line = each.tag in ("div", "li", "p", "tr") and each is not element
        if each.tag == "br" or (is_line and not each.text_content().endswith("\n")):
            each.tail = "\n" + (each.tail or "")
    return str(element.text_content())


def _drop_numbers(code: HtmlElement) -> None:
    """Take out the elements within code that hold nothing but the numbers of its lines."""
    for each in list(_numbering(code)):
        if each.getparent() is not None:
            each.drop_tree()
    if code.tag == "pre":
        return
    before = code.getprevious()
    if before is not None and _NUMBERS.search(before.get("class") or "") and _counts(_lines(before)):
        before.drop_tree()


def _numbering(code: HtmlElement) -> Iterator[HtmlElement]:
    for each in code.iterdescendants():
        if _NUMBERS.search(each.get("class") or ""):
            text = line(each.text_content())
            if all(map(str.isdigit, text.split())):
                yield each
    own = [each for each in code.iter("span", "i", "b", "a", "em") if not len(each) and _begins_line(each)]
    if len(own) >= _FEWEST and _counts([line(each.text or "") for each in own]):
        yield from own


def _begins_line(element: HtmlElement) -> bool:
    """Say whether an element holds a number alone, at the beginning of a line."""
    if not _COUNTED.fullmatch(line(element.text or "")):
        return False
    before = element.getprevious()
    if before is None:
        return not (element.getparent().text or "").strip()
    return before.tag == "br" or (before.tail or "").endswith("\n")


def _end_lines(pre: HtmlElement) -> None:
    """End the lines of preformatted text that has no line end, and parts that are numbered as lines."""
    parts = [each for each in pre.iterchildren("span", "code") if _NUMBERED.fullmatch(each.get("id") or "")]
    if len(parts) >= _FEWEST and "\n" not in pre.text_content() and pre.find(".//br") is None:
        for each in parts[1:]:
            before = each.getprevious()
            before.tail = f"{before.tail or ''}\n"


def _join_lines(pre: HtmlElement) -> None:
    """Write the lines of preformatted text that are blocks of their own as lines, so that it is one text."""
    blocks = [each for each in pre.iterdescendants() if each.tag in _LINE_BLOCKS]
    if not blocks or any(each.tag in _NO_LINES for each in pre.iterdescendants()):
        return
    for each in blocks:
        for line_end in each.iter("br"):
            line_end.tail = "\n" + (line_end.tail or "")
        lxml.etree.strip_tags(each, "br")
    for each in blocks:
        if not each.text_content().endswith("\n") and next(each.iterdescendants(*_LINE_BLOCKS), None) is None:
            each.tail = "\n" + (each.tail or "")
    lxml.etree.strip_tags(pre, *_LINE_BLOCKS)


def _is_twin(other: HtmlElement, one: HtmlElement) -> bool:
    """Say whether a box holds one code twice, as it is to be copied and as it is to be seen."""
    box = next(islice(one.iterancestors(), _LEVELS, None), None)
    if box is None or other.getparent() is None or box not in islice(other.iterancestors(), _LEVELS + 1):
        return False
    said, whole = one.text_content().split(), box.text_content().split()
    is_all = len(whole) <= 2 * len(said) + _MOST_BESIDE
    return len(said) >= _FEWEST and is_all and said == other.text_content().split()


def _as_block(code: HtmlElement) -> None:
    """Make preformatted text of code that has lines without standing in a `pre`."""
    if next(code.iterancestors("pre"), None) is not None or code.getparent() is None:
        return
    is_only = code.getprevious() is None and code.getnext() is None
    alone = is_only and not (code.getparent().text or "").strip() and not (code.tail or "").strip()
    has_lines = "\n" in code.text_content().strip("\n") or code.find(".//br") is not None
    if (alone and has_lines) or _STYLED.search(code.get("style") or ""):
        code.tag = "pre"
