"""The picture that a video shows until it plays, which is all of it that an old machine can show."""

from itertools import islice

from lxml.html import HtmlElement

from app.extract.media.ads import is_hidden

MOST_POSTERS = 20
_VIDEOS = ("video", "video-js", "amp-video")
_NAMES = ("poster", "data-poster")  # HTML standard, section 4.8.8; the other is for scripts


def put_posters(root: HtmlElement) -> None:
    """Put an `img` before each video that has a poster, outside of its figure, whose words are the video's name."""
    for video in islice(root.iter(*_VIDEOS), MOST_POSTERS):
        address = next(filter(None, ((video.get(name) or "").strip() for name in _NAMES)), "")
        if address and not is_hidden(video):
            figure = next(video.iterancestors("figure"), None)
            words = video.get("aria-label") or video.get("title") or ""
            image = video.makeelement("img", {"src": address, "alt": words})
            (video if figure is None else figure).addprevious(image)
