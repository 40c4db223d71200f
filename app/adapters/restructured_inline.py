"""Marks within a line of reStructuredText, as markup
(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup).
"""

import re
from collections.abc import Mapping
from html import escape

# One of each kind of mark, none of which goes across more than so many characters.
_MOST = 300
_INLINE = re.compile(
    rf"``(?P<code>[^`]{{1,{_MOST}}})``"
    rf"|(?P<role>:[\w:+.-]{{1,40}}:)?`(?P<named>[^`]{{1,{_MOST}}})`(?P<leads>__?)?"
    rf"|\*\*(?P<bold>[^\s*][^*]{{0,{_MOST}}})\*\*"
    rf"|(?<![\w*])\*(?P<italic>[^\s*][^*]{{0,{_MOST}}})\*(?![\w*])"
    rf"|\|(?P<drawn>[^\s|][^|\n]{{0,100}})\|_{{0,2}}"
    rf"|(?P<address>https?://[^\s<>`\"]{{1,{_MOST}}})"
    r"|(?<![\w-])(?P<word>[^\W_][\w.+-]{0,60}?)__?(?![\w`])"
    r"|\\(?P<escaped>.)",
)
_TARGET = re.compile(rf"(?P<words>[^<]{{0,{_MOST}}})<(?P<url>[^<>\s]{{1,{_MOST}}})>")
# What ends a sentence and no address.
_BEHIND = ".,;:!?)]}'\""


def inline(text: str, links: Mapping[str, str], drawn: Mapping[str, str]) -> str:
    """Return a text as markup; `links` are addresses and `drawn` markup, by the names in which a text calls them."""
    said, place = list[str](), 0
    for found in _INLINE.finditer(text):
        said += [escape(text[place : found.start()]), _marked(found, links, drawn)]
        place = found.end()
    return "".join((*said, escape(text[place:])))


def name_of(words: str) -> str:
    """Return the form in which names are compared."""
    return " ".join(words.replace("`", "").lower().split())


def _marked(found: re.Match[str], links: Mapping[str, str], drawn: Mapping[str, str]) -> str:
    match found.lastgroup:
        case "code":
            return f"<code>{escape(found['code'])}</code>"
        case "bold":
            return f"<b>{escape(found['bold'])}</b>"
        case "italic":
            return f"<i>{escape(found['italic'])}</i>"
        case "drawn":
            return drawn.get(name_of(found["drawn"])) or escape(found[0])
        case "address":
            url = found[0].rstrip(_BEHIND)
            return _link(url, url) + escape(found[0][len(url) :])
        case "word":
            url = links.get(name_of(found["word"]), "")
            return _link(found["word"], url) if url else escape(found[0])
        case "escaped":
            return escape(found["escaped"].strip())
    return _named(found, links)


def _named(found: re.Match[str], links: Mapping[str, str]) -> str:
    """Return what stands in single quotes: a link, the name of something in code, or emphasis."""
    target = _TARGET.fullmatch(found["named"])
    words = target["words"].strip() if target else found["named"]
    if found["leads"]:
        url = target["url"] if target else links.get(name_of(words), "")
        if url.endswith("_"):
            url = links.get(name_of(url[:-1]), url)
        return _link(words or url, url) if url else escape(words)
    shown = escape((words or found["named"]).lstrip("~!"))
    return f"<code>{shown}</code>" if found["role"] else f"<i>{shown}</i>"


def _link(words: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(words)}</a>'
