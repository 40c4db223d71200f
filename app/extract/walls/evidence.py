"""What a page shows that can tell whether it is a wall: its words as far as they are few, its headlines and forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

# Characters of a page that are looked at: a wall has less, and its marks stand near the beginning.
MOST_TEXT, MOST_MARKUP = 6_000, 300_000
MOST_BUTTONS = 50
_LONGEST_TITLE = 200
_UNSEEN = frozenset({"script", "style", "template", "svg", "select"})
_BUTTONS = ("a", "button", "input")
_ARTICLE_TYPES = re.compile(r'"@(?i:type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,30}news)?(?:article|blogposting)")')
_SITE = re.compile(r"\s[|\u2013\u2014\u00b7\u2022-]\s")


@dataclass(frozen=True, slots=True)
class Evidence:
    """All but `markup` in small letters. `text` is what is shown with scripts and without, empty where that is much.

    `titles` are those of the head and of the first headline, `buttons` what may be pressed. `claims_article` says that
    the page calls itself an article.
    """

    url: str
    markup: str = ""
    text: str = ""
    titles: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    has_password: bool = False
    claims_article: bool = False


def evidence_in(root: HtmlElement, markup: str, url: str) -> Evidence:
    """Return what the parsed page `root`, whose text is `markup`, shows; to be called before it is used up."""
    head = markup[:MOST_MARKUP]
    return Evidence(
        url.lower(),
        head,
        plain(_text(root)),
        tuple(_titles(root)),
        tuple(_buttons(root)),
        any((each.get("type") or "").lower() == "password" for each in root.iter("input")),
        _claims_article(root, head),
    )


def plain(text: str) -> str:
    """Return `text` as the tables of signs are written."""
    return line(text).casefold().replace("\u2019", "'").replace("\u02bc", "'")


def _text(root: HtmlElement) -> str:
    """Return all text of a page, or nothing where it is more than a wall has."""
    found, length = [], 0
    for piece in _pieces(root):
        found.append(piece)
        length += len(piece)
        if length > MOST_TEXT:
            return ""
    return " ".join(found)


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Yield the stretches of text that are neither blank nor for machines."""
    body = root.find("body")
    for element in (root if body is None else body).iter():
        if isinstance(element.tag, str) and element.tag not in _UNSEEN and element.text and not element.text.isspace():
            yield element.text
        if element.tail and not element.tail.isspace():
            yield element.tail


def _titles(root: HtmlElement) -> Iterator[str]:
    """Yield the first headline, the title, and the parts of it before and behind the name of a site."""
    headline = _headline(root)
    title = plain((root.findtext(".//title") or "")[:_LONGEST_TITLE])
    for said in (plain(headline.text_content()) if headline is not None else "", title, *_SITE.split(title)):
        if said:
            yield said[:_LONGEST_TITLE].rstrip(" .!?\u2026")


def _headline(root: HtmlElement) -> HtmlElement | None:
    """Return the first headline; where there is none of the first rank, the only one of the second."""
    found = next(root.iter("h1"), None)
    seconds = list(islice(root.iter("h2"), 2)) if found is None else []
    return seconds[0] if len(seconds) == 1 else found


def _buttons(root: HtmlElement) -> Iterator[str]:
    for number, element in enumerate(root.iter(*_BUTTONS)):
        if number == MOST_BUTTONS:
            return
        is_input = element.tag == "input"
        said = plain((element.get("value") or "") if is_input else element.text_content()[:_LONGEST_TITLE])
        if said:
            yield said


def _claims_article(root: HtmlElement, markup: str) -> bool:
    types = ((meta.get("content") or "").lower() for meta in root.iter("meta") if meta.get("property") == "og:type")
    return "article" in types or _ARTICLE_TYPES.search(markup) is not None
