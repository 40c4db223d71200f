"""Files and folders of repositories on GitHub, as its REST API has them
(https://docs.github.com/rest/repos/contents)."""

import base64
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from app.adapters.adapter import Groups, article_of, linked
from app.adapters.repository_text import RepositoryText, marked_text, plain_text
from app.models import Article, ArticleImage, Block, Blocks, Figure, ItemList, Paragraph, Preformatted, Run
from app.text.humanize import size_in_words
from app.text.normalize import tidy

HOME = "https://github.com"
TAB = 8
MOST_NAMES = 1000  # in a folder, which is all that the API tells of one
_PICTURE = re.compile(r".+\.(?:bmp|gif|jpe?g|png|svg|webp)", re.IGNORECASE)


def contents(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return what stands at a path: the names in a folder, a text, a picture, or a link to what is none of these."""
    (found,) = answers
    path = unquote(groups["path"])
    title = f"{path} ({groups['repo']})" if path else groups["repo"]
    images: tuple[ArticleImage, ...] = ()
    if isinstance(found, list):
        blocks: Blocks = (_folder(found),) if found else ()
    elif _PICTURE.fullmatch(str(found["name"])):
        images, blocks = (ArticleImage(str(found["download_url"])),), (Figure(1),)
    else:
        text = text_in(found)
        images, blocks = text.images, text.blocks
    return article_of(groups, title, blocks, site="GitHub", images=images)


def text_in(file: Any, is_about: bool = False) -> RepositoryText:
    """Return the text of a file: what is marked as what it means, all else as it stands; of what is no text a link.

    One that `is_about` a repository has paragraphs even where nothing is marked. The API leaves out what is in files
    of more than 1 MB.
    """
    if file["type"] != "file":
        raise ValueError(file["type"])
    held = base64.b64decode(str(file["content"])) if file["encoding"] == "base64" else b""
    if not held or b"\0" in held:
        return RepositoryText((_line(file, "download_url"),))
    name, url = str(file["name"]), str(file["html_url"])
    text = tidy(held.decode("utf-8", "replace"))
    marked = marked_text(name, str(file["path"]), url, text)
    if marked is not None:
        return marked
    return plain_text(url, text) if is_about else RepositoryText((_as_it_stands(text),))


def _as_it_stands(text: str) -> Block:
    return Preformatted("\n".join(each.expandtabs(TAB).rstrip() for each in text.strip("\n").split("\n")))


def _folder(found: Sequence[Any]) -> ItemList:
    """Return the names in a folder, other folders first."""
    by_kind = sorted(found[:MOST_NAMES], key=lambda each: (each["type"] != "dir", str(each["name"]).casefold()))
    return ItemList(False, tuple((_line(each, "html_url"),) for each in by_kind))


def _line(entry: Any, where: str) -> Block:
    """Return a name that leads to what has it, with a slash behind that of a folder, and the size of a file."""
    name = linked(f"{entry['name']}{'/' * (entry['type'] == 'dir')}", str(entry.get(where) or entry["html_url"]))
    size = (Run(", "), Run(size_in_words(int(entry.get("size") or 0)))) if entry["type"] == "file" else ()
    return Paragraph((name, *size))
