"""What a page shows that can tell whether it is a wall: its words as far as they are few, its headlines and forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from app.text.counts import count_words
from app.text.normalize import line

# Characters of a page that are looked at: a wall has less, and its marks stand near the beginning.
MOST_TEXT, MOST_MARKUP = 6_000, 300_000
MOST_BUTTONS, MOST_LINKS = 50, 200
_LONGEST_TITLE = 200
# What stands in these is for machines, or shown and not said.
_UNSEEN = frozenset({"blockquote", "code", "pre", "script", "select", "style", "svg", "template"})
# What stands in quotation marks is not said either, if that is more than the name of a button.
# Each of these is a line of its own, and so a sentence.
_LINES = frozenset(
    {"button", "div", "dd", "dt", "footer", "h1", "h2", "h3", "h4", "header", "li", "main", "p", "section", "td", "th"}
)
_QUOTED = re.compile(r"[«“„\"][^\s«»“”„\"]{1,40}(?:\s[^\s«»“”„\"]{1,40}){2,30}[»”“\"]")
_BUTTONS = ("a", "button", "input")
_ARTICLE_TYPES = re.compile(r'"@(?i:type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,30}news)?(?:article|blogposting)")')
_SITE = re.compile(r"\s[|\u2013\u2014\u00b7\u2022-]\s")


@dataclass(frozen=True, slots=True)
class Evidence:
    """All but `markup` in small letters. `text` is what is shown with scripts and without, empty where that is much.

    `linked` is how many of its words stand in links. `titles` are those of the head and of the first headline,
    `buttons` what may be pressed. `claims_article` says that the page calls itself an article.
    """

    url: str
    markup: str = ""
    text: str = ""
    linked: int = 0
    titles: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    has_password: bool = False
    claims_article: bool = False


def evidence_in(root: HtmlElement, markup: str, url: str) -> Evidence:
    """Return what the parsed page `root`, whose text is `markup`, shows; to be called before it is used up."""
    head = markup[:MOST_MARKUP]
    text = plain(_text(root))
    return Evidence(
        url.lower(),
        head,
        text,
        sum(count_words(each.text_content()) for each in islice(root.iter("a"), MOST_LINKS)) if text else 0,
        tuple(_titles(root)),
        tuple(_buttons(root)),
        any((each.get("type") or "").lower() == "password" for each in root.iter("input")),
        _claims_article(root, head),
    )


def plain(text: str) -> str:
    """Return `text` as the tables of signs are written."""
    return line(text).casefold().replace("\u2019", "'").replace("\u02bc", "'")


def unquoted(text: str) -> str:
    """Return `text` without what stands in quotation marks, which is not said by the page."""
    return _QUOTED.sub(" ", text)


def _text(root: HtmlElement) -> str:
    """Return all text of a page, or nothing where it is more than a wall has."""
    found: list[str] = []
    length = 0
    for piece, is_line in _pieces(root):
        if is_line and found:
            found[-1] += "."
        found.append(piece)
        length += len(piece)
        if length > MOST_TEXT:
            return ""
    return unquoted(" ".join(found))


def _pieces(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of text that are said and not blank, and whether each begins a line."""
    body = root.find("body")
    walk = iterwalk(root if body is None else body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_said = event == "start" and element.tag not in _UNSEEN
        if event == "start" and not is_said:
            walk.skip_subtree()
        said = element.text if is_said else element.tail if event != "start" else ""
        if said and not said.isspace():
            yield said, element.tag in _LINES


def _titles(root: HtmlElement) -> Iterator[str]:
    """Yield the first headline, the title, and the parts of it before and behind the name of a site."""
    headline = _headline(root)
    title = plain((root.findtext(".//title") or "")[:_LONGEST_TITLE])
    for said in (plain(headline.text_content()) if headline is not None else "", title, *_SITE.split(title)):
        if said:
            yield _QUOTED.sub("", said)[:_LONGEST_TITLE].rstrip(" .!?\u2026")


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
