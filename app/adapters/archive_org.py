"""The Internet Archive: what an item is, and its files (https://archive.org/developers/metadata.html)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from app.adapters.adapter import Adapter, Groups, article_of, blocks_in, heading, linked, paragraph
from app.models import Article, ArticleImage, Block, Figure, ItemList, Paragraph, Run
from app.sentences import Sentence
from app.text.humanize import size_in_words
from app.text.normalize import line

CONTENTS, MORE = Sentence("Contents"), Sentence("and %(number)s more")
HOME = "https://archive.org"
MOST_FILES = 60
# What the archive made for itself out of an item: its own records, previews, and pages as its reader of books has them.
OWN_FORMATS = frozenset(
    (
        "Abbyy GZ",
        "Animated GIF",
        "Archive BitTorrent",
        "chOCR",
        "Columbia Peaks",
        "Djvu XML",
        "DjVuTXT Page Index",
        "hOCR",
        "Item Image",
        "Item Tile",
        "JPEG Thumb",
        "JSON",
        "Log",
        "MARC",
        "MARC Binary",
        "MARC Source",
        "OCR Page Index",
        "OCR Search Text",
        "Page Numbers JSON",
        "PNG",
        "Scandata",
        "Scribe Scandata ZIP",
        "Single Page Processed JP2 ZIP",
        "Spectrogram",
        "Thumbnail",
    )
)
# Ends of names in the order in which files are listed; all others follow.
KINDS = (
    ("txt", "md"),
    ("htm", "html"),
    ("epub", "rtf", "doc"),
    ("pdf",),
    ("gif", "jpeg", "jpg", "png"),
    ("mp3", "ogg", "wav", "mid", "mod"),
    ("mp4", "mpeg", "mpg", "ogv", "avi", "mov"),
)


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return an item: its picture, what is said of it, and links to its files; nothing of one that there is not."""
    (item,) = answers
    if item == {} or item.get("is_dark"):
        return article_of(groups, "", ())
    about = item["metadata"]
    said = blocks_in("<p>".join(_values(about.get("description"))), f"{HOME}/")
    images = (ArticleImage(f"{HOME}/services/img/{groups['id']}"),)
    blocks = (Figure(1), *said, *_files(groups["id"], item["files"]))
    title, author = line(_values(about["title"])[0]), ", ".join(map(line, _values(about.get("creator"))))
    site = "Internet Archive"
    return article_of(groups, title, blocks, author=author, day=_day(about), site=site, images=images)


def _values(value: Any) -> list[str]:
    """Return the values of a field, which may stand alone or in a list."""
    return [str(each) for each in (value if isinstance(value, list) else [value]) if each]


def _day(about: Any) -> str:
    """Return the day of an item where that is known to the day; many have a year alone."""
    (date, *_) = (*_values(about.get("date")), "")
    return date[:10] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date) else ""


def _files(item: str, files: Sequence[Any]) -> Iterator[Block]:
    """Yield the list of files, texts first, and how many are left out."""
    shown = sorted(filter(_is_shown, files), key=lambda each: (_rank(str(each["name"])), str(each["name"]).casefold()))
    if not shown:
        return
    yield heading(CONTENTS)
    yield ItemList(False, tuple((_line(item, each),) for each in shown[:MOST_FILES]))
    if len(shown) > MOST_FILES:
        yield paragraph(MORE.of(number=len(shown) - MOST_FILES))


def _is_shown(file: Any) -> bool:
    is_record = file.get("source") == "metadata" or file.get("private") == "true"
    return not is_record and (file.get("source") == "original" or file.get("format") not in OWN_FORMATS)


def _rank(name: str) -> int:
    end = name.lower().rpartition(".")[2]
    return next((place for place, ends in enumerate(KINDS) if end in ends), len(KINDS))


def _line(item: str, file: Any) -> Block:
    """Return a name that leads to its file, what it is, and its size where that is known."""
    name, size = str(file["name"]), str(file.get("size") or "")
    kind = (Run(f", {file['format']}"),) if file.get("format") else ()
    bytes_in = (Run(", "), Run(size_in_words(int(size)))) if size.isdecimal() else ()
    return Paragraph((linked(name, f"{HOME}/download/{item}/{quote(name)}"), *kind, *bytes_in))


ADAPTER = Adapter(
    "archive-org",
    "Internet Archive",
    "https://archive.org",
    re.compile(r"https?://(?:www\.)?archive\.org/details/(?P<id>[A-Za-z0-9][\w.-]{0,100})/?(?:\?.*)?"),
    ("/metadata/{id}",),
    article,
)
