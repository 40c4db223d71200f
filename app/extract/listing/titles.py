"""The title that a link stands for: its heading, its own words, or the one title of the card that it stands in."""

import re
from collections.abc import Container, Iterator
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from app.extract.listing.labels import leads_from
from app.extract.next_page import NEXT_WORDS
from app.text.normalize import line

MOST_PARTS = 60  # of one link are looked at
MOST_TEXT = 3000  # characters of one element are read
LONG_TITLE = 20  # characters
NEAR = 4  # levels from a link up to the box that holds its heading

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("div", "p", "dd", "figcaption", "ul", "section")
INLINE = frozenset("a abbr b cite code em font i mark q s small strong sub sup u wbr".split())
_SILENT = frozenset({"noscript", "script", "style", "template"})
# Words on links that are no title, in the languages of most of the web's readers, and in small letters; signs around
# them do not count.
_LABEL = re.compile(
    r"(?:(?:read|see|show|view|load|learn|find out|continue)\s+(?:the |this )?"
    r"(?:more|all|on|full|story|article|reading)(?:\s.{0,30})?|continue reading.*|more(?: from.*| stories| news)?|"
    r"all (?:articles|news|posts|stories)|full (?:story|article|text)|details|weiter\s?lesen.{0,40}|"
    r"mehr(?: lesen.{0,40}| dazu| zum thema)?|lire (?:la suite|plus).{0,40}|en savoir plus|leer m[aá]s.{0,40}|"
    r"seguir leyendo|leia mais.{0,40}|ler mais|leggi (?:tutto|di più|ancora)|continua(?: a leggere)?|"
    r"lees (?:meer|verder).{0,40}|läs mer.{0,40}|les mer|læs mere|czytaj (?:dalej|więcej).{0,40}|"
    r"читать (?:далее|дальше|полностью).{0,40}|подробнее|続きを読む|もっと見る|阅读更多|阅读全文|더 ?보기|اقرأ المزيد|"
    r"permalink|link|photos?|video|watch(?: now)?|listen|next|previous|(?:first|last|next|previous) page|上一页|上一頁|"
    r"尾页|尾頁|末页|最后一页|最後のページ|前のページ|마지막|"
    r"(?:older|newer) (?:posts|entries|stories)|home(?:page)?|skip to .{0,30}|log ?in|sign (?:in|up)|subscribe.{0,20}|"
    r"untagged|uncategorized|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|\d+)"
)
# Those of what others say of the thing, and of what is done with it: they lead to no text.
_SIDE_LABEL = re.compile(
    r"(?:(?:no |\d[\d.,]*\s?k?\s*)?(?:comments?|comentarios?|comentários?|commentaires?|commenti|discuss(?:ion)?|"
    r"kommentar(?:e|er)?|komentar(?:ze|zy)?|komentáře?|likes?|points?|reacties?|reactions?|repl(?:y|ies)|views?|yorum(?:lar)?|"
    r"комментари(?:й|я|ев|и)|коментар(?:і|ів)?|评论|コメント|댓글|تعليقات|תגובות)(?:\s*\(?\d*\)?)|"
    r"(?:add|leave|post|write) a (?:comment|reply)|share)"
)
_FILE_LABEL = re.compile(
    r"(?:download\s+)?(?:as\s+)?(?:csv|docx?|epub|mp3|odt|pdf|pptx?|rtf|txt|xlsx?|zip)\b[\s,;:(]*"
    r"(?:\d[\d.,]*\s?(?:[kmg]i?b|bytes?))?|download"
)
_LONGEST_FILE_LABEL, _LONGEST_SIDE_LABEL = 40, 40  # characters
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:hed|head(?:ing|line)?|titles?|titre|titel)(?:$|[\s_-])", re.IGNORECASE)
_DOTS, _CUT = ("...", "\u2026"), " .\u2026"
_CLOCK = re.compile(r"\D{0,20}\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)  # `Today 10:15`


def breadth(text: str) -> int:
    """Return the length of a text, where Han and kana, written without spaces, count thrice."""
    text = text.strip()
    if text.isascii() or text.count(" ") * 10 > len(text) or text[0] < "\u0e00":
        return len(text)
    return 3 * len(text)


def title_of(link: HtmlElement, labels: Container[str], cards: "CardTitles") -> tuple[str, int]:
    """Return the title that a link stands for and its rank; an empty one where there is none."""
    inner = heading_in(link)
    if inner is not None:
        return usable(text_in(inner)), 2
    said = _own_title(link)
    own = usable(said)
    if next(link.iterancestors(*HEADINGS), None) is not None:
        return own, 2
    if is_side_label(said):
        return "", 0
    if own and own not in labels and not is_file_label(own):
        return own, 0
    label = label_of(link)
    near = usable(_heading_near(link, cards, bool(own))) or (usable(label) if label not in labels else "")
    return (near, 1) if near or not own else (own, 0)


def heading_in(link: HtmlElement) -> HtmlElement | None:
    """Return the heading in a link, of several the highest: a smaller one over it says who or what kind."""
    return min(islice(link.iterdescendants(*HEADINGS), MOST_PARTS), key=lambda heading: heading.tag, default=None)


def usable(text: str) -> str:
    """Return the words of a link where they can be a title, and nothing where they are a label, a time or a number."""
    if len(text) < 3 or not any(map(str.isalpha, text)) or _CLOCK.fullmatch(text):
        return ""
    said = _without_signs(text).lower()
    is_label = said in NEXT_WORDS or _LABEL.fullmatch(said) is not None
    return "" if is_label or is_side_label(text) else text


def is_side_label(said: str) -> bool:
    """Say whether the words of a link only tell that something is said of a thing, or can be done with it."""
    return len(said) <= _LONGEST_SIDE_LABEL and _SIDE_LABEL.fullmatch(_without_signs(said).lower()) is not None


def is_file_label(said: str) -> bool:
    """Say whether the words of a link only tell what kind of file it leads to, and how large that is."""
    return len(said) <= _LONGEST_FILE_LABEL and _FILE_LABEL.fullmatch(_without_signs(said).lower()) is not None


def _without_signs(text: str) -> str:
    """Return `text` from its first letter or figure to its last."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    places = [place for place, character in enumerate(text) if character.isalnum()]
    return text[places[0] : places[-1] + 1] if places else ""


def _own_title(link: HtmlElement) -> str:
    """Return the part of a link's text that is named a title, or its first block of some length, or all of it."""
    if not len(link):
        return unshortened(link, line(link.text or ""))
    for part in islice(link.iterdescendants(), MOST_PARTS):
        if _TITLE_CLASS.search(part.get("class") or "") and (text := text_in(part)):
            return text
    for block in islice(link.iterdescendants(*_BLOCKS), MOST_PARTS):
        if block.find(".//div") is None and breadth(text := text_in(block)) >= LONG_TITLE:
            return text
    return unshortened(link, text_in(link))


def unshortened(link: HtmlElement, said: str) -> str:
    """Return what a link says, and all of it where that ends in dots and its label goes on (`title`, `aria-label`)."""
    if not said.endswith(_DOTS):
        return said
    whole = label_of(link)
    return whole if whole.startswith(said.rstrip(_CUT)) else said


def label_of(link: HtmlElement) -> str:
    """Return what a link is called for those who cannot see what lies under it (WAI-ARIA, `aria-label`)."""
    return line(link.get("aria-label") or link.get("title") or "")


def _heading_near(link: HtmlElement, cards: "CardTitles", is_label: bool) -> str:
    """Return the one title of the card that a link without one of its own stands in."""
    for _, above in zip(range(NEAR), link.iterancestors(), strict=False):
        if found := cards[above]:
            return text_in(found[0]) if len(found) == 1 and leads_from(link, found[0], above, is_label) else ""
    return ""


class CardTitles(dict[HtmlElement, list[HtmlElement]]):
    """The headings in an element, two of them at most; where it has none, what is named a title.

    Each element is looked at once, for many links may stand in it.
    """

    def __missing__(self, card: HtmlElement) -> list[HtmlElement]:
        found = list(islice(card.iterdescendants(*HEADINGS), 2)) or list(islice(_named_titles(card), 2))
        self[card] = found
        return found


def _named_titles(card: HtmlElement) -> Iterator[HtmlElement]:
    for each in islice(card.iterdescendants(), MOST_PARTS):
        if each.tag not in ("a", "button", "ul") and _TITLE_CLASS.search(each.get("class") or ""):
            yield each


def _follows_a_link(element: HtmlElement) -> bool:
    """Say whether a link stands right behind another one: only their looks keep the words of the two apart."""
    before = element.getprevious() if element.tag == "a" else None
    return before is not None and before.tag == "a" and not before.tail


def text_in(element: HtmlElement) -> str:
    """Return the text in an element on one line, without scripts, and little more than `MOST_TEXT` of it."""
    parts: list[str] = []
    room = MOST_TEXT
    for event, each in iterwalk(element, events=("start", "end")):
        if each.tag not in INLINE or (event == "start" and _follows_a_link(each)):
            parts.append(" ")
        if event == "start":
            text = "" if each.tag in _SILENT else each.text or ""
        else:
            text = "" if each is element else each.tail or ""
        parts.append(text)
        room -= len(text)
        if room < 0:
            break
    return line("".join(parts))
