"""A text of a repository as what it means: Markdown, reStructuredText or neither, with its pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from lxml.html import HtmlElement

from app.adapters.adapter import heading
from app.adapters.restructured import restructured_markup
from app.errors import BadMarkup, NoText
from app.extract.article.draft import Draft
from app.extract.article.pipeline import (
    choose_text,
    make_blocks,
    mark_pictures,
    number_pictures,
    number_places,
    reduce_text,
    settle_links,
    spell_marks,
)
from app.extract.article.plain_text import plain_article
from app.extract.parse import parse
from app.models import ArticleImage, Blocks, Heading
from app.text.markdown import has_many_marks, markdown_markup
from app.text.normalize import line

_MARKDOWN = re.compile(r".+\.(?:markdown|md|mdown|mkd|mkdn)", re.IGNORECASE)
_RESTRUCTURED = re.compile(r".+\.(?:rest|rst)", re.IGNORECASE)
_NO_SLUG = re.compile(r"[^\w\- ]")
# Signs of how a program is doing, which are drawn anew for each reader and say nothing in black and white.
_BADGE = re.compile(
    r"(?:https?:)?//(?:img\.shields\.io|(?:\w{1,20}\.)?badgen?\.\w{1,20}|badge\.fury\.io|codecov\.io|coveralls\.io|"
    r"[\w.-]{1,60}travis-ci\.\w{3}|repology\.org|isitmaintained\.com)[:/]"
)
_UNDERLINE = re.compile(r"([=*~#-])\1{2,}")
# What of reading a page is done for a text that is all of its page.
_STAGES = (
    spell_marks,
    mark_pictures,
    number_places,
    choose_text,
    reduce_text,
    make_blocks,
    settle_links,
    number_pictures,
)
_SUBHEADS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class RepositoryText:
    """The blocks of a text, and the pictures that they show."""

    blocks: Blocks
    images: tuple[ArticleImage, ...] = ()


def marked_text(name: str, path: str, url: str, text: str) -> RepositoryText | None:
    """Return a text by the end of its `name`, or None where there are no marks to be read.

    That is where the name does not say which, or where a text has more lines or marks than anybody writes.

    `path` is where it stands in its repository, and `url` its page there, which its links are relative to.
    """
    if has_many_marks(text):
        return None
    if _MARKDOWN.fullmatch(name):
        return _illustrated(markdown_markup(text, with_markup=True), path, url)
    if _RESTRUCTURED.fullmatch(name):
        return _illustrated(restructured_markup(text), path, url)
    return None


def plain_text(url: str, text: str) -> RepositoryText:
    """Return a text without marks in paragraphs; a line that stands first and alone is a subhead, or is underlined."""
    lines = (f"{each}\n" if _UNDERLINE.fullmatch(each.strip()) else each for each in text.split("\n"))
    try:
        article = plain_article("\n".join(lines), url)
    except NoText:
        return RepositoryText(())
    first = line(text.strip().partition("\n")[0])
    title: tuple[Heading, ...] = (heading(first),) if article.title == first else ()
    return RepositoryText((*title, *article.blocks))


def _illustrated(markup: str, path: str, url: str) -> RepositoryText:
    """Return markup that links to places and pictures of its repository, as the pages of that do."""
    try:
        root = parse(f"<body>{markup}")
        _name_subheads(root)
        _lead_into_repository(root, path, url)
        body = root.find("body")
        draft = Draft(root, url, url, body=root if body is None else body)
        for stage in _STAGES:
            draft = stage(draft)
    except (BadMarkup, NoText):
        return RepositoryText(())
    return RepositoryText(draft.blocks, draft.images)


def _name_subheads(root: HtmlElement) -> None:
    """Give subheads the names by which a list of contents calls them: their words with lines between."""
    known: dict[str, int] = {}
    for each in root.iter(*_SUBHEADS):
        words = _NO_SLUG.sub("", line(each.text_content()).lower()).replace(" ", "-")
        number = known[words] = known.get(words, -1) + 1
        if not each.get("id"):
            each.set("id", f"{words}-{number}" if number else words)


def _lead_into_repository(root: HtmlElement, path: str, url: str) -> None:
    """Have addresses that begin with a slash begin at the top of the repository, and pictures lead to their files."""
    top = url.removesuffix(quote(path))
    for badge in [each for each in root.iter("img") if _BADGE.match(each.get("src") or "")]:
        badge.drop_tree()
    for element, attribute in _addresses(root):
        said = (element.get(attribute) or "").strip()
        if said.startswith("/") and not said.startswith("//"):
            said = f"{top}{said[1:]}"
        elif attribute == "src" and "//" not in said and not said.startswith("data:"):
            said = f"{top}{_folder(path)}{said}"
        element.set(attribute, said.replace("/blob/", "/raw/", 1) if _is_file(element, said, top) else said)


def _addresses(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    yield from ((each, "src") for each in root.iter("img") if each.get("src"))
    yield from ((each, "href") for each in root.iter("a") if each.get("href"))


def _is_file(element: HtmlElement, said: str, top: str) -> bool:
    return element.tag == "img" and said.startswith(top.partition("/blob/")[0] + "/blob/")


def _folder(path: str) -> str:
    return quote(path.rpartition("/")[0] + "/") if "/" in path else ""
