"""What one stage of extraction hands on to the next."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from app.extract.article.forms import MarkedForm
from app.extract.article.hidden_text import HiddenText
from app.extract.media.embeds import MarkedEmbed
from app.extract.media.images import MarkedImage
from app.extract.metadata import Metadata
from app.extract.scoring import Hints
from app.models import ArticleImage, Blocks, SourceImage


@dataclass(frozen=True, slots=True)
class Draft:
    """An article between two stages; a stage that has not run yet has left its fields empty.

    `root` is the parsed page, which the stages change in place; `base` is the address that its links are relative to.
    `marked_images`, `marked_embeds` and `marked_forms` stand in the tree, and then in `blocks` as figures, under one
    sequence of numbers. `hidden` is text that the file holds and the page does not show. `markup` is the sanitised
    text, and `blocks` is made of it; `images` are numbered in reading order.
    `confidence` is the F1 that the text is expected to have, from 0 to 1. `body` is the element that a rule of its
    site says is the text, or None where that is to be found out.
    """

    root: HtmlElement
    url: str
    base: str
    metadata: Metadata = field(default_factory=Metadata)
    hints: Hints = field(default_factory=Hints)
    hidden: HiddenText = field(default_factory=HiddenText)
    marked_images: tuple[MarkedImage, ...] = ()
    marked_embeds: tuple[MarkedEmbed, ...] = ()
    marked_forms: tuple[MarkedForm, ...] = ()
    confidence: float = 0
    markup: str = ""
    blocks: Blocks = ()
    images: tuple[ArticleImage, ...] = ()
    body: HtmlElement | None = None
    embedded: tuple[SourceImage, ...] = ()
