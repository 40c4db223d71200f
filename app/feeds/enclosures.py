"""The files that an entry of a feed brings with it: episodes of podcasts, videos, documents. No I/O."""

import mimetypes
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from app.feeds.xml_tree import name_of, relation_of
from app.models import Enclosure

MOST_ENCLOSURES = 10  # of one entry
# Media RSS says in one word what is in a file whose type it does not name.
MEDIA = {"audio": "audio/*", "video": "video/*"}

_FIGURES = re.compile(r"\d{1,12}")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d\d)(?:\.\d+)?|(\d{1,7})(?:\.\d+)?")


def enclosures_in(entry: Any) -> tuple[Enclosure, ...]:
    """Return the files of an entry of RSS (`enclosure`, Media RSS) or Atom, each once; pictures are none."""
    duration = next((seconds(each.text or "") for each in entry if name_of(each) == "duration"), 0)
    return distinct(_found(entry, duration))


def distinct(found: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """Return the first of the files for each address, without those that are pictures of the entry."""
    files = {each.url: each for each in reversed([*found]) if each.url and not each.media_type.startswith("image/")}
    return tuple(reversed(files.values()))[:MOST_ENCLOSURES]


def enclosure(url: str, media_type: str, size: str, duration: int) -> Enclosure:
    """Return a file, with its type by its name where the feed is silent; `size` is that which the feed says."""
    bare = media_type.partition(";")[0].strip().lower() or type_by_name(url)
    return Enclosure(url.strip(), bare, int(size) if _FIGURES.fullmatch(size.strip()) else 0, duration)


def type_by_name(url: str) -> str:
    """Return the media type that the name of a file stands for, or an empty string."""
    try:
        return mimetypes.guess_type(urlsplit(url).path)[0] or ""
    except ValueError:
        return ""


def seconds(text: str) -> int:
    """Return a duration such as `1:02:03`, `62:03` or `3723` in seconds, 0 where it is none of these."""
    clock = _CLOCK.fullmatch(text.strip())
    if not clock:
        return 0
    hours, minutes, rest, alone = (int(part or 0) for part in clock.groups())
    return alone or hours * 3600 + minutes * 60 + rest


def _found(entry: Any, duration: int) -> Iterator[Enclosure]:
    for element in entry:
        name, attribute = name_of(element), element.get
        if name == "enclosure":
            url = attribute("url") or (element.text or "").strip()  # some write it as they do a link
            yield enclosure(url, attribute("type", ""), attribute("length", ""), duration)
        elif name == "link" and relation_of(element) == "enclosure":
            yield enclosure(attribute("href", ""), attribute("type", ""), attribute("length", ""), duration)
        elif name == "content" and attribute("url"):
            own = seconds(attribute("duration", "")) or duration
            found = enclosure(
                attribute("url"),
                attribute("type", "") or MEDIA.get(attribute("medium", ""), ""),
                attribute("fileSize", ""),
                own,
            )
            if found.media_type.startswith(("audio/", "video/")):  # most are pictures, without a word about it
                yield found
