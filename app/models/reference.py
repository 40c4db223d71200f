"""Entries of encyclopedias and dictionaries."""

from dataclasses import dataclass

from app.models.articles import ArticleImage
from app.models.blocks import Blocks
from app.models.listings import Entry


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text, under a heading of its own."""

    title: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """An entry of an encyclopedia or a dictionary.

    `url` is the address of its own page, `site` the name of the work, `summary` what stands before the first section,
    `facts` the lines of the box beside it; `languages` are the same entry in others. `redirected` is the title that led
    here, or empty; with `is_choice` it is a list of what a title may mean.
    """

    url: str
    title: str
    site: str
    language: str
    summary: Blocks
    facts: Blocks = ()
    sections: tuple[Section, ...] = ()
    images: tuple[ArticleImage, ...] = ()
    languages: tuple[Entry, ...] = ()
    redirected: str = ""
    is_choice: bool = False
