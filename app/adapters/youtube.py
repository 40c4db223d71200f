"""YouTube: what a film is called, whose it is and what it looks like, by oEmbed (https://oembed.com); its length, day,
description and captions by what its own page tells the player.
"""

import json
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from app.adapters.adapter import LONGEST_POST, Adapter, Groups, article_of, day_of, heading, linked
from app.adapters.captions import paragraphs_of
from app.models import Article, ArticleImage, Block, Embed, Figure, Paragraph, Run
from app.sentences import Sentence

CAPTIONS = Sentence("Captions")
HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})
CAPTIONS_PATH = "/api/timedtext"
LONGEST_FILM = 7 * 24 * 3600  # seconds
_PLAYER = re.compile(rb"\bytInitialPlayerResponse\s{0,9}=\s{0,9}(?=\{)")
_ADDRESS = re.compile(r"(https?://[^\s<>\"]{1,2000})")
_BEHIND_ADDRESS = "'.,;:!?)]"  # signs of the sentence that an address stands in


def data_alone(body: bytes) -> bytes:
    """Return of a page what it tells the player, as a script, which is a tenth of it; anything else as it is."""
    found = _PLAYER.search(body)
    return body if found is None else body[found.start() : _end(body, found.end())]


def _end(body: bytes, begin: int) -> int:
    place = body.find(b"</script", begin)
    return len(body) if place < 0 else place


def parsed(body: bytes) -> Any:
    """Return an answer of JSON, or the object that a page tells the player; of anything else its text."""
    found, text = _PLAYER.search(body), body.decode("utf-8", "replace")
    try:
        if found:
            return json.JSONDecoder().raw_decode(body[found.end() :].decode("utf-8", "replace"))[0]
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return the title, the channel, the picture and the description of a film, where it can be seen, and what is said
    in it; each by whichever answer has it."""
    film, player, *captions = answers
    film, details = _object(film), _object(_object(player).get("videoDetails"))
    title, channel = (str(film.get(key) or details.get(other) or "") for key, other in _NAMES)
    if not title:
        raise KeyError("title")
    picture = str(film.get("thumbnail_url") or _thumbnail(details))
    images = (ArticleImage(picture),) if picture else ()
    seen = Embed("video", title, f"https://www.youtube.com/watch?v={groups['id']}")
    blocks = (*((Figure(1),) if images else ()), seen, *_description(details), *_captions(captions))
    site = ", ".join(filter(None, ("YouTube", _length(details))))
    return article_of(groups, title, blocks, author=channel, day=_day(player), site=site, images=images)


_NAMES = (("title", "title"), ("author_name", "author"))


def captions_of(groups: Groups, answers: Sequence[Any]) -> tuple[str, ...]:
    """Return where the captions of a film are, in the language that is spoken, those that people wrote first.

    They are looked for on the same host as the page, wherever the page says that they are.
    """
    tracks = _under(_object(answers[1]), "captions", "playerCaptionsTracklistRenderer").get("captionTracks")
    found = [each for each in tracks if isinstance(each, dict)] if isinstance(tracks, list) else []
    spoken = next((each.get("languageCode") for each in found if each.get("kind") == "asr"), None)
    found.sort(key=lambda each: (each.get("kind") == "asr", each.get("languageCode") != spoken))
    paths = (_path_on_youtube(str(each.get("baseUrl") or "")) for each in found)
    return tuple(path for path in paths if path)[:1]


def _path_on_youtube(address: str) -> str:
    """Return path and query of captions as JSON, or nothing where the address is that of another host or thing."""
    parts = urlsplit(address)
    if parts.netloc not in HOSTS | {""} or parts.path != CAPTIONS_PATH or not parts.query:
        return ""
    return f"{parts.path}?{parts.query}&fmt=json3"


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _under(value: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        value = _object(value.get(name))
    return value


def _thumbnail(details: dict[str, Any]) -> str:
    """Return the largest picture of a film that its page names, or nothing."""
    found = _under(details, "thumbnail").get("thumbnails")
    return str(_object(found[-1]).get("url") or "") if isinstance(found, list) and found else ""


def _length(details: dict[str, Any]) -> str:
    """Return how long a film is, as `1:02:03` or `2:03`, or nothing."""
    text = str(details.get("lengthSeconds") or "")
    seconds = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
    if not 0 < seconds <= LONGEST_FILM:
        return ""
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def _day(player: Any) -> str:
    return day_of(_under(_object(player), "microformat", "playerMicroformatRenderer").get("publishDate"))


def _description(details: dict[str, Any]) -> tuple[Paragraph, ...]:
    text = details.get("shortDescription")
    lines = [each.strip() for each in text[:LONGEST_POST].split("\n")] if isinstance(text, str) else []
    parts = ("\n".join(each) for is_text, each in groupby(lines, bool) if is_text)
    return tuple(Paragraph(tuple(_runs(part))) for part in parts)


def _runs(text: str) -> list[Run]:
    """Return a text in which addresses are links."""
    runs = []
    for place, part in enumerate(_ADDRESS.split(text)):
        address = part.rstrip(_BEHIND_ADDRESS) if place % 2 else ""
        runs += [linked(address, address)] if address else []
        runs += [Run(part[len(address) :])] if part[len(address) :] else []
    return runs


def _captions(answers: Sequence[Any]) -> tuple[Block, ...]:
    """Return what is said in a film, where that came and makes sense."""
    found = paragraphs_of(answers[0]) if answers else ()
    return (heading(CAPTIONS), *found) if found else ()


ADAPTER = Adapter(
    "youtube",
    "YouTube",
    "https://www.youtube.com",
    re.compile(
        r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#&=]{1,30}=[^#&]{0,60}&){0,5}v=|shorts/|live/)|youtu\.be/)(?P<id>[\w-]{11})(?:[?&/#].*)?"
    ),
    ("/oembed?url=https://www.youtube.com/watch?v={id}&format=json", "/watch?v={id}"),
    article,
    parsed=parsed,
    further=captions_of,
    optional=True,
)
