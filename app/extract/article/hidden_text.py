"""Text that stands in the file and not in the part of it that is seen: for machines, for scripts, for want of scripts.

It is looked for where the page itself gives none or clearly less, in the order of trust: `articleBody` of JSON-LD,
what is shown where scripts do not run, the data of scripts; and where there is no text at all, what the page is
described with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.article.blocks import blocks_of
from app.extract.article.page_state import SHORTEST, as_markup, bodies
from app.extract.article.reduce import reduce_markup
from app.extract.metadata import Metadata
from app.extract.parse import parse
from app.extract.scoring import Hints, article_tree
from app.models import Blocks, Figure, Paragraph, Run, text_of
from app.text.normalize import letters

CLEARLY_MORE = 1.5  # times the letters that are seen
_WHOLE = 3_000  # letters of a text that is seen, from which it is no teaser
_TEASER = 200  # letters; a longer text that is seen has to be the beginning of the one that is not
_SHORTEST_TITLE = 8
_PROBE = 60  # letters of a paragraph that is looked for elsewhere
_MOST_DATA = 3_000_000  # characters of scripts
# How far each kind can be trusted to be the whole text, as `Article.confidence`.
TOLD, WRITTEN, GUESSED, DESCRIBED = 0.9, 0.8, 0.6, 0.1
_SHORTEST_DESCRIPTION = 20


@dataclass(frozen=True, slots=True)
class HiddenText:
    """The elements of a page that may hold text which is not seen. They are read when they are needed."""

    scripts: Sequence[HtmlElement] = ()
    noscripts: Sequence[HtmlElement] = ()
    body: str = ""
    description: str = ""

    def instead_of(self, seen: Blocks, confidence: float, hints: Hints, base: str) -> tuple[Blocks, float]:
        """Return the text that has clearly more than `seen`, under its first picture, or that; with its confidence."""
        length = _length(seen)
        for blocks, trust in self._texts(seen, length, hints, base):
            if _length(blocks) >= max(SHORTEST, CLEARLY_MORE * length):
                return (*[block for block in seen if isinstance(block, Figure)][:1], *blocks), trust
        if not length and self.description and not any(not isinstance(block, Figure) for block in seen):
            return (*seen, Paragraph((Run(self.description),))), DESCRIBED
        return seen, confidence

    def _texts(self, seen: Blocks, length: int, hints: Hints, base: str) -> Iterator[tuple[Blocks, float]]:
        if length >= _WHOLE:
            return
        if self.body and len(hints.body) >= CLEARLY_MORE * length:
            yield _blocks(as_markup(self.body), base), TOLD
        yield self._without_scripts(hints, base), WRITTEN
        yield self._data(seen, length, hints, base)

    def _without_scripts(self, hints: Hints, base: str) -> Blocks:
        """Return the article that browsers without scripts are shown."""
        markup = "".join(map(_inner, self.noscripts))
        if len(markup) < SHORTEST:
            return ()
        try:
            return blocks_of(reduce_markup(article_tree(parse(f"<body>{markup}"), hints, 0).tree, base))
        except (BadMarkup, NoText):
            return ()

    def _data(self, seen: Blocks, length: int, hints: Hints, base: str) -> tuple[Blocks, float]:
        """Return the likeliest text in the data of scripts: one under the page's headline, or else the longest."""
        found = [
            body
            for script in self._scripts()
            for body in bodies(script, lambda said: len(said) >= _SHORTEST_TITLE and hints.in_title(said))
        ]
        for body in sorted(found, key=lambda each: (each.is_titled, len(each.markup)), reverse=True)[:3]:
            blocks = _blocks(body.markup, base)
            if body.is_titled or length < _TEASER or _begins(seen, blocks):
                return blocks, WRITTEN if body.is_titled else GUESSED
        return (), 0.0

    def _scripts(self) -> Iterator[str]:
        left = _MOST_DATA
        for script in self.scripts:
            text = script.text or ""
            left -= len(text)
            if left < 0:
                return
            if len(text) > SHORTEST and script.get("type") != "application/ld+json":
                yield text


def hidden_text(root: HtmlElement, metadata: Metadata) -> HiddenText:
    """Return what the parsed page `root` holds besides what is seen; to be called before it is used up."""
    noscripts = [each for each in root.iter("noscript") if len(each.text_content()) >= SHORTEST]
    described = next((each for each in metadata.descriptions if len(each) >= _SHORTEST_DESCRIPTION), "")
    has_frames = next(root.iter("frame"), None) is not None
    return HiddenText(list(root.iter("script")), noscripts, metadata.body, "" if has_frames else described)


def _inner(element: HtmlElement) -> str:
    """Return the markup in a `noscript`, which the parser takes for text in some places."""
    if not len(element):
        return element.text or ""
    return (element.text or "") + "".join(lxml.html.tostring(each, encoding="unicode") for each in element)


def _blocks(markup: str, base: str) -> Blocks:
    try:
        return blocks_of(reduce_markup(parse(f"<body>{markup}"), base))
    except (BadMarkup, NoText):
        return ()


def _length(blocks: Blocks) -> int:
    return sum(len(letters(text_of(block))) for block in blocks)


def _begins(seen: Blocks, blocks: Blocks) -> bool:
    """Say whether a paragraph that is seen is one of the others."""
    said = letters(" ".join(map(text_of, blocks)))
    probes = (letters(text_of(block))[:_PROBE] for block in seen)
    return any(len(probe) == _PROBE and probe in said for probe in probes)
