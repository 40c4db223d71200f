"""Words that are on a page for screen readers and editors alone, taken out of it; what says something stays."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.looks import styles_of
from app.extract.right_before import text_before
from app.text.normalize import letters, line

LONGEST = 200  # characters; a longer text in such an element is no label

# Names of classes, before what `__` parts from them, and with what stands before and behind them.
_NAMES = """a11y accessibility accessible assistive element-invisible hidden-visually hide-text off-screen offscreen
    screen-reader screen-reader-only screen-reader-text screen-readers screenreader screenreader-only screenreader-text
    screenreaders sr-only sronly vh visually-hidden visuallyhidden""".split()
_UNSEEN = frozenset(
    f"{before}{name}{behind}"
    for before in ("", "c-", "h-", "is-", "u-")
    for name in _NAMES
    for behind in ("", "-hidden", "-only", "-text")
)
_HIDING = re.compile(
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px)?",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# What editors and readers of notes click: by class, role and, for links into the page, by their words. Besides, what a
# condition of Webflow's keeps from all, and what Discuz says of a file under the mouse.
_TOOLS = frozenset(
    """aimg_tip anchorjs-link copiable-link data-footnote-backref datatables_filter datatables_info
    datatables_length datatables_paginate devsite-page-title-meta dmbox editsection fn-backref fnbackref footnote-
    back footnote-backlink footnote-backref footnotes-backlink header-anchor headerlink heading-anchor heading-link
    method-click-advice mw-cite-backlink mw-editsection mw-jump-link navfooter navheader permalink-symbol
    printfooter refctt reversefootnote searchtip w-condition-invisible""".split()
)
_BACK = frozenset(
    "back backtoarticle backtocontent backtotext backtotop backup goback hochspringen jumpback jumpup jumpbackup "
    "backtocontents backtoindex backtothetop gototop nachoben "
    "retour return returntoarticle returntotext returntotop terug top totop tothetop up volver zurück".split()
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIGNS = frozenset("#¶§🔗^↑↩↵⏎⤴⤶↲↖«∞")
_LONGEST_TOOL = 30
_LONGEST_TOOLS = 1_000  # of such an element, which may have been left open
_EDIT = re.compile(r"\bedit\b")
_EDITS = re.compile(r"\[[^\[\]]{1,28}\]")  # what a wiki has in a heading: `[편집]`, `[править | править код]`
# What links say at their end to those who hear them: that another window opens, in small letters.
_OPENS_ANEW = re.compile(
    r"[\s,(–-]*(?:(?:link )?opens (?:in )?(?:an? )?(?:new|another) (?:browser )?(?:tab|window)|"
    r"opens external (?:link|site|website)|"
    r"(?:link )?(?:öffnet|wird) (?:sich )?in (?:einem )?neue[mn] (?:browser-?)?(?:fenster|tab)(?: geöffnet)?|"
    r"s['’]ouvre dans une? (?:nouvel onglet|nouvelle fenêtre)|"
    r"(?:se )?abre en (?:una )?(?:nueva (?:pestaña|ventana)|ventana nueva)|"
    r"abre (?:n?uma|em) nova (?:aba|guia|janela)|(?:si )?apre in una nuova (?:finestra|scheda)|"
    r"opent in (?:een )?nieuw (?:tabblad|venster)|öppnas i (?:ett )?nytt fönster|åpnes i (?:et )?nytt vindu|"
    r"åbner i (?:et )?nyt vindue|avautuu uuteen \w{5,9}|otwiera się w now\w{2,3} \w{4,6}|"
    r"откроется в новом окне|(?:新しい|別)(?:ウィンドウ|タブ|ウインドウ)で開(?:く|きます)|"
    r"在新窗口(?:中)?打开|새 창(?:에서)? 열림)[.)\s]*"
)
_OF_ADDRESS = frozenset("@._-+abcdefghijklmnopqrstuvwxyz0123456789")
_TOOL, _HIDDEN = "tool", "hidden"
_MOST_TOOLS = 5_000
_INLINE = frozenset("abbr b em i small span strong sub sup time u".split())
_RECKONING = frozenset("/⁄+−-×÷=±")  # signs without which figures are others: the stroke that a fraction is drawn with


def drop_unseen_words(root: HtmlElement, words: frozenset[str]) -> None:
    """Take out what only screen readers say, unless it is all that its surroundings say, and the tools of editors.

    `words` are those of the classes of the tree.
    """
    for element, kind in _marked(root, words):
        if element.getparent() is not None and _is_unseen(element, kind):
            if kind == _HIDDEN and line(element.text_content()) in _RECKONING:
                element.attrib.pop("class", None)  # a line that is drawn stands for it, which nothing else tells
            else:
                _drop(element)
    for label in _labels(root):
        if label.getparent() is not None:
            _drop_label(label)
    for heading in root.iter(*_HEADINGS):
        _drop_edits(heading)
    for link in list(islice(root.iter("a"), _MOST_TOOLS)):
        if link.getparent() is not None:
            _settle_link(link)


def _settle_link(link: HtmlElement) -> None:
    """Take a link out that is a tool, or of another one what says that it opens another window."""
    if _is_tool(link):
        _drop(link)
    elif len(link) and _opens_anew(link[-1]):
        _drop(link[-1])


def _marked(root: HtmlElement, words: frozenset[str]) -> list[tuple[HtmlElement, str]]:
    """Return what is a tool of editors, by its class, or hidden from the eye, by its class or style."""
    tools, unseen = words & _TOOLS, frozenset(filter(hides_words, words))
    hiding = set(filter(_HIDING.search, styles_of(root)))
    if not (tools or unseen or hiding):
        return []
    kinds: dict[str | None, str] = {None: ""}
    found = []
    for each in root.iter():
        names = each.get("class")
        if names not in kinds:
            kinds[names] = _kind(names, tools, unseen)
        if kinds[names] or (hiding and each.get("style") in hiding):
            found.append((each, kinds[names] or _HIDDEN))
    return found


def _kind(names: str, tools: frozenset[str], unseen: frozenset[str]) -> str:
    own = names.lower().split()
    return _HIDDEN * (not unseen.isdisjoint(own)) if tools.isdisjoint(own) else _TOOL


def hides_words(word: str) -> bool:
    """Say whether a class hides words, or is that of a part of what does, `sr-only__text`."""
    name, _, part = word.partition("__")
    return name in _UNSEEN and f"_{part}".isidentifier()  # `accessibility__text--hide` is something else


def _is_unseen(element: HtmlElement, kind: str) -> bool:
    if kind == _TOOL:
        return len(line(element.text_content())) <= _LONGEST_TOOLS
    if element.tag in ("h1", "body", "main", "article", "html") or _is_table(element):
        return False
    text = line(element.text_content())
    return len(text) <= LONGEST and element.find(".//h1") is None and _says_more(element, text)


def _is_table(element: HtmlElement) -> bool:
    """Say whether an element is a table, as stands behind a chart for those who do not see it."""
    return element.tag == "table" or element.find("table") is not None


def _says_more(element: HtmlElement, text: str) -> bool:
    """Say whether what stands around an element says something without it; a label of its own block does not count."""
    if element.tag not in _INLINE:
        return True
    parent = element.getparent()
    while parent.tag in _INLINE:
        parent = parent.getparent()
    needed = len(letters(text))
    count = 0
    for part in parent.itertext():
        count += len(letters(part))
        if count > needed:
            return True
    return False


def _labels(root: HtmlElement) -> list[HtmlElement]:
    """Return parts of lines in cells that are not shown, and those in the midst of a word."""
    not_shown = set(filter(_NOT_SHOWN.search, styles_of(root)))
    hidden = [each for each in root.iter(*_INLINE) if each.get("style") in not_shown] if not_shown else []
    hidden += (each for each in root.xpath("descendant::*[@hidden]") if each.tag in _INLINE)
    return [each for each in hidden if _is_trap(each) or next(each.iterancestors("td", "th"), None) is not None]


def _is_trap(element: HtmlElement) -> bool:
    """Say whether an element parts an address, for machines that look for such: `ann<i …>NOSPAM</i>@bay.example`."""
    text, said = text_before(element), element.text_content()
    is_within = text[-1:].isalnum() and (element.tail or "")[:1] in _OF_ADDRESS and "@" in f"{text[-64:]}{element.tail}"
    return is_within and 0 < len(said) <= _LONGEST_TOOL and not any(map(str.isspace, said))


def _drop_edits(heading: HtmlElement) -> None:
    """Take out the links by which one changes what stands under a heading."""
    for link in [each for each in heading.iter("a") if _EDIT.search(each.get("href") or "")]:
        if _EDITS.fullmatch(line(link.text_content())):
            _drop(link)


def _drop_label(label: HtmlElement) -> None:
    """Take out the name of a column that a cell shows on small screens alone."""
    text = line(label.text_content())
    if len(text) <= LONGEST and _says_more(label, text):
        _drop(label)


def _is_tool(link: HtmlElement) -> bool:
    """Say whether a link leads back from a note, or is the sign at a heading by which one links to it."""
    if link.get("role") == "doc-backlink":
        return True
    if "#" not in (link.get("href") or ""):
        return False
    said = link.text_content().strip()
    if said[:1] == "#" and link.get("href") == said:  # an address, written out
        return next(link.iterancestors(*_HEADINGS), None) is not None
    if len(said) > _LONGEST_TOOL or not said:
        return False
    return letters(said) in _BACK if any(map(str.isalnum, said)) else said[0] in _SIGNS


def _opens_anew(last: HtmlElement) -> bool:
    """Say whether the last part of a link says nothing but that another window opens."""
    said = last.text or ""
    return last.tag in _INLINE and _OPENS_ANEW.fullmatch(said.lower()) is not None and not len(last)


def _drop(element: HtmlElement) -> None:
    """Take an element out; what it is the anchor of, where it is shown, is then its surroundings."""
    parent, name = element.getparent(), element.get("id")
    if name and not _NOT_SHOWN.search(element.get("style") or "") and parent.get("id") is None:
        parent.set("id", name)
    element.drop_tree()
