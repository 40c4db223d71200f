"""Whose words a quotation is: what stands under it, on a line of its own within it, so that it stays with it."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

MOST = 300  # quotations
_PARTS = 2  # of a box: its words, and whose they are
_MOST_BESIDE = 100  # elements of one that are looked at
LONGEST = 200  # characters
SOURCE = "data-source"  # marks the element that begins a line; `reduce` reads it

_TAGS = frozenset({"address", "cite", "figcaption", "footer", "small"})
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:attribution|author|blockquote-footer|by|byline|cite|citation|credit|name|person|quotee|source|speaker)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:^|[\s_-])(?:block|pull)?-?quot(?:e|ation)(?:$|[\s_-])", re.IGNORECASE)
_BOXES = ("aside", "div", "figure", "section")
_POSTS = re.compile(r"twitter|instagram|tiktok|bluesky|mastodon|reddit|fb-", re.IGNORECASE)
_DASHES = ("-", "–", "—", "―", "~", "(", "[", "by ", "By ")


def keep_sources(root: HtmlElement, words: frozenset[str]) -> None:
    """Put the source of each quotation at the end of its words, behind a dash, in place.

    `words` are those of the classes, one of which may name a box as a quotation.
    """
    for box, source in list(_boxed(root))[:MOST] if any("quot" in word for word in words) else ():
        _join(box, source)
    for quotation in list(root.iter("blockquote"))[:MOST]:
        if _POSTS.search(quotation.get("class") or ""):
            continue
        for source in _sources(quotation):
            _join(quotation, source)


def _boxed(root: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield each box of two elements that is named as a quotation, and the second, which is named as its source."""
    for box in root.iter(*_BOXES):
        if len(box) == _PARTS and _QUOTE.search(box.get("class") or "") and next(box.iter("blockquote"), None) is None:
            said, source = (line(each.text_content()) for each in box)
            is_whole = not any(map(str.strip, (box.text or "", box[0].tail or "", box[1].tail or "")))
            if is_whole and len(said) > len(source) and 0 < len(source) <= LONGEST and _names_source(box[1]):
                yield box, box[1]


def _sources(quotation: HtmlElement) -> list[HtmlElement]:
    """Return what names the source: at the end of the quotation, beside it in its figure, or a `cite` after it."""
    inside = [each for each in islice(quotation, _MOST_BESIDE) if _names_source(each)]
    if not inside and quotation.find("div") is not None:
        inside = [each for each in islice(quotation.find("div"), _MOST_BESIDE) if _names_source(each)]
    figure = next(quotation.iterancestors("figure"), None)
    if figure is not None and figure.find(".//img") is None:
        inside += [each for each in islice(figure, _MOST_BESIDE) if each.tag in ("figcaption", "cite")]
    else:
        following = quotation.getnext()
        if following is not None and following.tag == "cite" and not (quotation.tail or "").strip():
            inside.append(following)
    outermost = [each for each in inside if not any(_lies_in(each, other) for other in inside if other is not each)]
    return [each for each in outermost if 0 < len(line(each.text_content())) <= LONGEST]


def _names_source(element: HtmlElement) -> bool:
    if element.tag in _TAGS - {"small"}:
        return True
    named = element.tag == "small" or _CLASSES.search(element.get("class") or "")
    return bool(named) and element.tag in ("div", "p", "small", "span") and element.getprevious() is not None


def _lies_in(element: HtmlElement, other: HtmlElement) -> bool:
    return any(each is other for each in element.iterancestors())


def _join(quotation: HtmlElement, source: HtmlElement) -> None:
    """Put a source at the end of the last words of the quotation."""
    if (source.tail or "").strip():
        _end_line(source)
        return
    last = _last_words(quotation, source)
    if last is None:
        return
    source.tail = None
    for block in list(source.iter("p", "div", "br")):
        if block is not source:
            block.tail = " " + (block.tail or "")
            block.drop_tag()
    said = line(source.text_content())
    source.tag = "cite"
    source.set(SOURCE, "1")
    if not said.startswith(_DASHES):
        source.text = f"— {(source.text or '').lstrip()}"
    last.append(source)
    _space_before(source)


def _end_line(source: HtmlElement) -> None:
    """Put what follows a source at the head of a quotation, `Ann wrote:`, on a line of its own."""
    if source.getprevious() is None and not (source.getparent().text or "").strip():
        line_end = source.makeelement("br")
        line_end.tail, source.tail = source.tail, None
        source.addnext(line_end)


def _last_words(quotation: HtmlElement, source: HtmlElement) -> HtmlElement | None:
    """Return the element that holds the last words before the source."""
    paragraphs = [each for each in quotation.iter("p", "li", "dd") if line(each.text_content())]
    own = [each for each in paragraphs if each is not source and not _lies_in(each, source)]
    if own:
        return own[-1]
    before = source.getprevious()
    if before is not None and before.tag in ("div", "h2", "h3", "h4") and line(before.text_content()):
        return before
    return quotation if line(quotation.text or "") or any(child is not source for child in quotation) else None


def _space_before(source: HtmlElement) -> None:
    before, parent = source.getprevious(), source.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip() + " "
    else:
        parent.text = (parent.text or "").rstrip() + " "
