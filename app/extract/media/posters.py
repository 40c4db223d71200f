"""The picture that a video shows until it plays, which is all of it that an old machine can show."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.media.ads import is_hidden

MOST_POSTERS = 20
_VIDEOS = ("video", "video-js", "amp-video")
_NAMES = ("poster", "data-poster")  # HTML standard, section 4.8.8; the other is for scripts
# Boxes that a script fills with a player, and where they have the address; other things are called so, too.
_BOXES = ("div", "figure", "section", "span")
_OF_BOXES = frozenset({"data-poster", "data-poster-image", "data-poster-src", "data-poster-url", "data-video-poster"})
_IN_SETTINGS = re.compile(r'"poster"\s{0,9}:\s{0,9}"([^"\s]{4,2000})"')
_ADDRESS = re.compile(r"(?:https?:)?/[^\s{}]{2,2000}\Z")


def put_posters(root: HtmlElement) -> None:
    """Put an `img` before each video that has a poster, outside of its figure, whose words are the video's name."""
    players = [box for box in root.iter(*_BOXES) if not _OF_BOXES.isdisjoint(box.keys())]
    for video in [*islice(root.iter(*_VIDEOS), MOST_POSTERS), *islice(filter(_is_empty, players), MOST_POSTERS)]:
        address = _poster(video)
        if address and not is_hidden(video):
            figure = next(video.iterancestors("figure"), None)
            words = video.get("aria-label") or video.get("title") or ""
            image = video.makeelement("img", {"src": address, "alt": words})
            (video if figure is None else figure).addprevious(image)


def _poster(video: HtmlElement) -> str:
    if video.tag in _VIDEOS:
        named = next(filter(None, ((video.get(name) or "").strip() for name in _NAMES)), "")
        told = _IN_SETTINGS.search(video.get("data-setup") or "")  # of Video.js
        return named or (told[1].replace("\\/", "/") if told else "")
    said = ((video.get(name) or "").strip() for name in sorted(_OF_BOXES))
    return next((each for each in said if _ADDRESS.match(each)), "")


def _is_empty(box: HtmlElement) -> bool:
    """Say whether a box shows nothing yet where its player will be."""
    return next(box.iterdescendants("amp-video", "iframe", "img", "p", "video", "video-js"), None) is None
