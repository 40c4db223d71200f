"""Formulas of a page as a line of text, each once: MathML, what KaTeX and MathJax made of it, TeX, and pictures."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

import lxml.html
from lxml.html import HtmlElement

from app.extract.meaning.mathml import mathml_line
from app.extract.meaning.replacing import replace_by_text
from app.extract.meaning.tex import tex_line
from app.text.normalize import line

_MATH = ("m:math", "math", "mml:math")
# What scripts put beside a formula for the eye alone, as classes and as elements.
_DRAWN = re.compile(r"(?:^|\s)(?:katex-html|MathJax\w*|MJX\w*|mjx-chtml|mjx-math)(?:\s|$)")
_WRAPPED = ".//*[contains(@class, 'katex') or contains(@class, 'MathJax') or contains(@class, 'mwe-math-element')]"
_MATHJAX_V3 = "mjx-container"
# A picture of a formula, by its class and by the address of what draws it.
_PICTURE_CLASS = re.compile(r"(?:^|[\s_-])(?:equation|formula|latex|math|mathjax|mathtex|mwe|tex)(?:$|[\s_-])", re.I)
_PICTURE_SOURCE = re.compile(
    r"latex\.codecogs|latex\.php|mathtex|mimetex|/math/render/|[?&](?:cht=tx|latex=)|tex\.cgi|/equation_images/|/latex/",
    re.IGNORECASE,
)
_SOURCE_STEMS = ("tex", "math", "cht=tx", "equation")  # one is in whatever `_PICTURE_SOURCE` finds
_SOURCE_TEX = re.compile(r"[?&](?:latex|chl|tex)=([^&]+)")
_LONGEST_ALT = 4_000
_MOST_BESIDE = 5  # elements around one formula
_LONGEST_SOURCE = 10_000
# TeX in the text itself is turned into formulas by a script of one of these names alone.
_SCRIPTS = ("mathjax", "katex")
_SIGN = re.compile(r"(\\[()\[\]]|\$\$)")
_ENDS = {"\\(": "\\)", "\\[": "\\]", "$$": "$$"}


def spell_formulas(root: HtmlElement) -> None:
    """Write the formulas of a tree, of which nothing is drawn beside them, as text in place."""
    for script in list(root.iter("script")):
        if (script.get("type") or "").startswith("math/tex"):
            _take_drawings(script)
            replace_by_text(script, tex_line(script.text or ""))
    for math in list(root.iter(*_MATH)):
        if next(math.iterancestors(*_MATH), None) is None:
            _spell_math(math)
    for container in list(root.iter(_MATHJAX_V3)):
        if not line(container.text_content()):
            replace_by_text(container, line(container.get("aria-label") or container.get("data-latex") or ""))
    for image in list(root.iter("img", "amp-img")):
        _spell_picture(image)
    if _has_script(root):
        _spell_text(root)


def open_wrappers(root: HtmlElement) -> None:
    """Take out what KaTeX, MathJax and Wikipedia have drawn beside the MathML of a tree, in place."""
    wrapped = set(root.xpath(_WRAPPED))
    for each in wrapped:
        if wrapped.isdisjoint(each.iterancestors()):
            _open_wrapper(each)


def _open_wrapper(element: HtmlElement) -> None:
    """Take out what is drawn beside MathML, and put MathML in place of a drawing that has it as an attribute."""
    source = element.get("data-mathml") or ""
    if not _has_math(element):
        if source.startswith("<math") and len(source) <= _LONGEST_SOURCE:
            replace_by_text(element, mathml_line(lxml.html.fragment_fromstring(source, create_parent="span")))
        return
    for each in list(element.iterdescendants()):
        is_drawn = _DRAWN.search(each.get("class") or "") or each.tag in ("mjx-math", "nobr", "svg", "img")
        if is_drawn and not _has_math(each) and each.getparent() is not None:
            each.drop_tree()


def _has_math(element: HtmlElement) -> bool:
    return next(element.iter(*_MATH), None) is not None


def _take_drawings(script: HtmlElement) -> None:
    """Take out what MathJax 2 has drawn before the script that holds the formula."""
    before = script.getprevious()
    while before is not None and _DRAWN.search(before.get("class") or "") and not (before.tail or "").strip():
        drawn, before = before, before.getprevious()
        drawn.drop_tree()


def _spell_math(math: HtmlElement) -> None:
    said = mathml_line(math)
    around = math
    parent = math.getparent()
    # The MathML of Wikipedia is hidden beside a picture, both in one box; so is that of many publishers.
    while parent is not None and parent.tag in ("span", "mjx-container", "mjx-assistive-mml") and _is_alone(around):
        around, parent = parent, parent.getparent()
    following = around.getnext()
    if following is not None and following.tag == "img" and not (around.tail or "").strip() and _is_picture(following):
        following.drop_tree()
    if math.get("display") == "block" or "display" in (around.get("class") or ""):
        said = f" {said} "
    replace_by_text(around, said)


def _is_alone(element: HtmlElement) -> bool:
    """Say whether an element is the only one in the one around it, but for pictures of the same formula."""
    parent = element.getparent()
    beside = list(islice(parent, _MOST_BESIDE + 1))  # `len` counts all of them
    if len(beside) > _MOST_BESIDE:
        return False
    others = [each for each in beside if each is not element]
    return (
        not (parent.text or "").strip()
        and not (element.tail or "").strip()
        and all(each.tag in ("img", "meta", "link", "script") and not (each.tail or "").strip() for each in others)
    )


def _spell_picture(image: HtmlElement) -> None:
    if not _is_picture(image):
        return
    alt = image.get("alt") or image.get("title") or ""
    if not alt.strip() and (found := _SOURCE_TEX.search(image.get("src") or "")):
        alt = unquote(found[1]).replace("+", " ")
    if alt.strip() and len(alt) <= _LONGEST_ALT:
        replace_by_text(image, tex_line(alt))


def _is_picture(image: HtmlElement) -> bool:
    names, source = image.get("class"), image.get("src") or ""
    if names and _PICTURE_CLASS.search(names):
        return True
    lower = source.lower()
    return any(map(lower.__contains__, _SOURCE_STEMS)) and _PICTURE_SOURCE.search(source) is not None


def _has_script(root: HtmlElement) -> bool:
    said = (
        f"{script.get('src') or ''} {script.get('id') or ''} {(script.text or '')[:_LONGEST_SOURCE]}".lower()
        for script in root.iter("script")
    )
    return any(name in each for each in said for name in _SCRIPTS)


def _spell_text(root: HtmlElement) -> None:
    for element in list(_outside_code(root)):
        if element.text:
            element.text = _with_formulas(element.text)
        for child in element:
            if child.tail:
                child.tail = _with_formulas(child.tail)


def _outside_code(root: HtmlElement) -> Iterator[HtmlElement]:
    code = {inner for each in root.iter("code", "pre", "script", "style", "textarea", "title") for inner in each.iter()}
    return (element for element in root.iter() if element not in code)


def _with_formulas(text: str) -> str:
    """Return a text with each formula that stands between its two signs as a line."""
    parts = _SIGN.split(text)
    said, place = parts[0], 1
    while place < len(parts):
        if _ENDS.get(parts[place]) == "".join(parts[place + 2 : place + 3]):
            space = "" if parts[place] == "\\(" else " "
            said += space + tex_line(parts[place + 1]) + space + parts[place + 3]
            place += 4
        else:
            said += parts[place] + parts[place + 1]
            place += 2
    return said
