"""Text that stands in the file and not in the part of it that is seen: for machines, for scripts, for want of scripts.

It is looked for where the page itself gives none or clearly less, in the order of trust: `articleBody` of JSON-LD and
what a job is described with there, what is shown where scripts do not run or is the markup that they show, the data of
scripts; and where there is no
text at all, what the page is described with.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import lxml.html
from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.article.blocks import blocks_of
from app.extract.article.data_attributes import data_in_attributes
from app.extract.article.data_paragraphs import as_markup
from app.extract.article.page_state import SHORTEST, bodies
from app.extract.article.reduce import reduce_markup
from app.extract.media.images import MarkedImage, mark_images
from app.extract.metadata import Metadata
from app.extract.parse import parse
from app.extract.scoring import Hints, article_tree
from app.models import Blocks, Figure, Paragraph, Run, text_of
from app.text.normalize import letters

CLEARLY_MORE = 1.5  # times the letters that are seen
_WHOLE = 3_000  # letters of a text that is seen, from which it is no teaser
_NOTHING, _LITTLE = 40, 60  # letters: where hardly anything is seen, and how many of a text are more than that
_TEASER = 200  # letters; a longer text that is seen has to be the beginning of the one that is not
_SHORTEST_TITLE = 8
_FIRST, _TELLING = 3, 3  # blocks of what is seen, and words of each, that are looked for
# Where markup stands that a script shows: of Alpine, of Turbo, and of many;
# and how places in it begin that are yet to be filled.
_SHOWN_IF, _STREAMED = "x-if", "turbo-stream"
_MARKUP_TYPES = frozenset({"text/html", "text/template", "text/x-template"})
_ARTICLES = ("<article", "<h1")
_PLACES = ("{{", "<%", "${", "v-for=")
_STREAM = "__next_f"  # of a streamed page, whose title may stand in another script
_WORD = re.compile("[A-Za-z]{3,40}")
_PROBE = 60  # letters of a paragraph that is looked for elsewhere
_MOST_DATA = 3_000_000  # characters of scripts
# How far each kind can be trusted to be the whole text.
TOLD, WRITTEN, GUESSED, DESCRIBED = 0.9, 0.8, 0.6, 0.1
_SHORTEST_DESCRIPTION = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A text, how far it can be trusted to be the whole (`Article.confidence`), and the pictures in it."""

    blocks: Blocks
    trust: float
    images: tuple[MarkedImage, ...] = ()


_NONE = Found((), 0.0)


@dataclass(frozen=True, slots=True)
class _Maker:
    """What makes a text of markup; its links are relative to `base`, the numbers of its pictures follow `marks`."""

    base: str
    marks: int

    def text(self, markup: str, trust: float, hints: Hints | None = None) -> Found:
        """Return the text in markup, with `hints` only what of it is an article."""
        try:
            root = parse(f"<body>{markup}")
        except (BadMarkup, NoText):
            return _NONE
        images = [replace(each, number=each.number + self.marks) for each in mark_images(root, self.base)]
        for mark in root.iterfind(".//figure[@data-n]"):
            mark.set("data-n", str(int(mark.get("data-n")) + self.marks))
        if hints is not None:
            root = article_tree(root, hints, 0).tree
        return Found(blocks_of(reduce_markup(root, self.base)), trust, tuple(images))


@dataclass(frozen=True, slots=True)
class HiddenText:
    """The elements of a page that may hold text which is not seen. They are read when they are needed."""

    scripts: Sequence[HtmlElement] = ()
    attributes: Sequence[str] = ()
    noscripts: Sequence[HtmlElement] = ()
    body: str = ""
    description: str = ""
    titles: Sequence[str] = ()
    job: str = ""
    shown: Sequence[HtmlElement] = ()

    def instead_of(self, seen: Found, hints: Hints, base: str, marks: int) -> Found:
        """Return the text that has clearly more than the one that is `seen`, or that.

        It has its own pictures, numbered after the `marks` of the page, or else the first that is seen.
        """
        length = _length(seen.blocks, _WHOLE)
        for found in self._texts(seen.blocks, length, hints, _Maker(base, marks)):
            needed = max(_LITTLE if length < _NOTHING else SHORTEST, CLEARLY_MORE * length)
            if _length(found.blocks, needed) >= needed:
                first = [] if found.images else [block for block in seen.blocks if isinstance(block, Figure)][:1]
                return replace(found, blocks=(*first, *found.blocks))
        if not length and self.description and not any(not isinstance(block, Figure) for block in seen.blocks):
            return Found((*seen.blocks, Paragraph((Run(self.description),))), DESCRIBED)
        return seen

    def _texts(self, seen: Blocks, length: int, hints: Hints, maker: _Maker) -> Iterator[Found]:
        if length >= _WHOLE:
            return
        if self.body and len(hints.body) >= CLEARLY_MORE * length:
            yield maker.text(as_markup(self.body), TOLD)
        if len(self.job) >= SHORTEST:
            yield maker.text(as_markup(self.job), TOLD)
        yield _article(self.noscripts, hints, maker)
        if length < _TEASER:
            yield _article(self.shown, hints, maker)
        yield self._data(seen, length, hints, maker)

    def _data(self, seen: Blocks, length: int, hints: Hints, maker: _Maker) -> Found:
        """Return the likeliest text in the data of scripts: one under the page's headline, or else the longest."""
        found = bodies(
            list(self._scripts(seen, length)), lambda said: len(said) >= _SHORTEST_TITLE and hints.in_title(said)
        )
        for body in sorted(found, key=lambda each: (each.is_titled, len(each.markup)), reverse=True)[:3]:
            text = maker.text(body.markup, WRITTEN if body.is_titled else GUESSED)
            if body.is_titled or length < _TEASER or _begins(seen, text.blocks):
                return text
        return _NONE

    def _scripts(self, seen: Blocks, length: int) -> Iterator[str]:
        """Yield the scripts that may hold the text: where something is seen, they say words of it or of a title."""
        paragraphs = [text_of(block) for block in seen[:_FIRST]] if length >= _TEASER else []
        probes = [_longest_words(text) for text in (*self.titles, *paragraphs)] if paragraphs else [[]]
        left = _MOST_DATA
        written = (each.text or "" for each in self.scripts if each.get("type") != "application/ld+json")
        for text in chain(written, self.attributes):
            left -= len(text)
            if left < 0:
                return
            is_data = len(text) > max(SHORTEST, CLEARLY_MORE * length)
            says_so = is_data and any(all(word in text for word in words) for words in probes)
            if says_so or _STREAM in text:  # of a stream each chunk is needed
                yield text


def hidden_text(root: HtmlElement, metadata: Metadata) -> HiddenText:
    """Return what the parsed page `root` holds besides what is seen; to be called before it is used up."""
    noscripts = list(filter(_may_hold_text, root.iter("noscript")))
    described = next((each for each in metadata.descriptions if len(each) >= _SHORTEST_DESCRIPTION), "")
    has_frames = next(root.iter("frame"), None) is not None
    return HiddenText(
        list(root.iter("script")),
        data_in_attributes(root),
        noscripts,
        metadata.body,
        "" if has_frames else described,
        metadata.titles,
        metadata.job,
        list(filter(_is_shown, root.iter("script", "template"))),
    )


def _article(elements: Sequence[HtmlElement], hints: Hints, maker: _Maker) -> Found:
    """Return the article in what browsers without scripts are shown, or in what scripts show as it is."""
    markup = "".join(map(_inner, elements))
    return maker.text(markup, WRITTEN, hints) if markup else _NONE


def _may_hold_text(noscript: HtmlElement) -> bool:
    """Say whether what is shown without scripts may be a text: a short one that speaks of scripts asks for them."""
    said = noscript.text_content()
    return len(said) >= SHORTEST or (len(said) >= _LITTLE and "script" not in said.lower())


def _is_shown(element: HtmlElement) -> bool:
    """Say whether an element holds markup that a script shows as it is, with no places left to be filled."""
    if element.tag == "template":
        return _is_shown_template(element)
    text = element.text or ""
    is_markup = (element.get("type") or "").lower() in _MARKUP_TYPES and len(text) >= SHORTEST
    return is_markup and any(tag in text for tag in _ARTICLES) and not any(sign in text for sign in _PLACES)


def _is_shown_template(template: HtmlElement) -> bool:
    """Say whether a template is shown as it is: on a condition, in the place of something, or as a whole article."""
    if template.get(_SHOWN_IF) is not None or template.getparent().tag == _STREAMED:
        return True
    return template.find(".//article") is not None and template.find(".//h1") is not None


def _inner(element: HtmlElement) -> str:
    """Return the markup in a `noscript`, which the parser takes for text in some places."""
    if not len(element):
        return element.text or ""
    return (element.text or "") + "".join(lxml.html.tostring(each, encoding="unicode") for each in element)


def _longest_words(text: str) -> list[str]:
    """Return the longest words of a text that data has in no other form: of letters that are never escaped."""
    return sorted(_WORD.findall(text), key=len)[-_TELLING:]


def _length(blocks: Blocks, most: float) -> int:
    """Return how many letters there are; from `most` on they are not counted to their end."""
    count = 0
    for block in blocks:
        count += len(letters(text_of(block)))
        if count >= most:
            break
    return count


def _begins(seen: Blocks, blocks: Blocks) -> bool:
    """Say whether a paragraph that is seen is one of the others."""
    said = letters(" ".join(map(text_of, blocks)))
    probes = (letters(text_of(block))[:_PROBE] for block in seen)
    return any(len(probe) == _PROBE and probe in said for probe in probes)
