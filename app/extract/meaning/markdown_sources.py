"""Text that stands in a page as Markdown, which a script would show: slides (reveal.js, remark), pages (Strapdown,
Editor.md).

It stands in elements that show nothing, or show it as it is written. Between slides there is a line of dashes; what
remark has at the beginning of a slide says how it looks, and what follows three question marks is for the speaker.
"""

import re
from itertools import islice
from textwrap import dedent

import lxml.html
from lxml.html import HtmlElement

from app.text.markdown import is_markdown, markdown_markup

#: One of these stands in a page with such text.
SIGNS = ("data-template", "editormd", "markdown", "remark.create", "strapdown", "text/plain")
_HOLDING = ("pre", "script", "textarea", "xmp")
_KINDS = frozenset({"text/markdown", "text/template", "text/x-markdown"})
# A script that waits for consent is plain, too, and has names that say for which.
_PLAIN, _OWN_NAMES = "text/plain", ["id", "type"]
_SOURCES = frozenset({"markdown", "md", "source"})  # ids
_EDITOR = "editormd-"
_MOST = 200  # slides
_LONGEST = 300_000  # characters
_BREAK = re.compile(r"^[ \t]*-{2,4}[ \t]*$", re.MULTILINE)
_LOOKS = re.compile(r"\A\s*(?:(?:background-\w+|class|count|exclude|layout|name|template):.*\n)+")
_SPOKEN = re.compile(r"^(?:\?\?\?|[Nn]otes?:).*\Z", re.MULTILINE | re.DOTALL)
_MARKED = re.compile(r"\.[a-z][\w.-]{0,60}\[([^\[\]]{0,300})\]")  # `.center[Text]`


def show_markdown(root: HtmlElement) -> None:
    """Put markup in the place of each element of a tree that holds Markdown for a script, in place."""
    for element in [each for each in root.iter(*_HOLDING) if _is_source(each)][:_MOST]:
        text = element.text or ""
        if len(text) <= _LONGEST and (_is_of_slides(element) or is_markdown(text)):
            _replace(element, "\n\n***\n\n".join(map(_slide, _BREAK.split(dedent(text.expandtabs(4))))))


def _is_source(element: HtmlElement) -> bool:
    """Say whether an element is one of those that hold Markdown, by its type, its name or what it stands in."""
    if element.tag == "script":
        kind = (element.get("type") or "").lower()
        return kind in _KINDS or (kind == _PLAIN and sorted(element.keys()) == _OWN_NAMES)
    if element.tag == "pre":
        return element.get("theme") is not None or element.get("toc") is not None
    return (element.get("id") or "") in _SOURCES or _is_of_slides(element) or _is_of_editor(element)


def _is_of_slides(element: HtmlElement) -> bool:
    if element.get("data-template") is not None or element.get("id") == "source":
        return True
    return any(each.get("data-markdown") is not None for each in islice(element.iterancestors(), 2))


def _is_of_editor(element: HtmlElement) -> bool:
    """Say whether an element is one that is not seen in the box that Editor.md shows its text in."""
    around = element.getparent()
    return element.tag == "textarea" and around is not None and _EDITOR in (around.get("class") or "")


def _slide(text: str) -> str:
    said = _SPOKEN.sub("", _LOOKS.sub("", text))
    return _MARKED.sub(r"\1", said)


def _replace(element: HtmlElement, text: str) -> None:
    shown = lxml.html.fragment_fromstring(markdown_markup(text, with_markup=True), create_parent="div")
    shown.tail = element.tail
    element.getparent().replace(element, shown)
