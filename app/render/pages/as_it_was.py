"""Pages of the early web as they were: their links stay in their time, and their pictures are converted."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from app.models import Page
from app.net.wayback import Copy
from app.render.html.links import Links
from app.render.pages.passthrough import charset_of, passthrough_page
from app.render.template import Frame
from app.sentences import Sentence

FOOT = '<hr><p>{} <a href="{}">{}</a> | <a href="{}">{}</a></p>'
ORIGINAL, ANOTHER, FRAME = Sentence("Original source"), Sentence("Read another page"), Sentence("Frame %(number)s")

# Tags as `app.extract.as_it_was` writes them, and the addresses in one.
_TAG = re.compile(r"<([a-z0-9]+) [^<>]*>")
_ADDRESS = re.compile(r' (action|background|href|src)="(https?://[^"#]*)(#[^"]*)?"')
_FRAME = re.compile(r'<frame [^<>]*?src="([^"]*)"')
_PICTURED = ("img", "input")


def addresses_in(markup: str, copy: Copy) -> Iterator[str]:
    """Yield every address that a page needs a short id for: of links as they are, of pictures in the archive."""
    for tag in _TAG.finditer(markup):
        for found in _ADDRESS.finditer(tag[0]):
            url = unescape(found[2])
            yield copy.of(url).url if _is_picture(tag[1], found[1]) else url
    yield copy.original


def early_page(frame: Frame, markup: str, copy: Copy, note: str, suffix: str) -> Page:
    """Return the page that `app.extract.as_it_was` made of a copy; `note` says of which day it is.

    `suffix` is that of the format of pictures.
    """
    links = frame.links
    text = _TAG.sub(_in_time(links, copy, suffix), markup)
    if "<frameset" in text:
        return passthrough_page(_with_noframes(text, frame), frame.profile)
    said = _in_set_of_page(text, frame)
    foot = FOOT.format(said(note), links.out(copy.original), said(ORIGINAL), links.read, said(ANOTHER))
    before, end, after = text.rpartition("</body>")
    return passthrough_page(f"{before}{foot}{end}{after}" if end else f"{text}{foot}", frame.profile)


def _in_set_of_page(text: str, frame: Frame) -> Callable[[str], str]:
    """Return what says our own words in the language of the reader, if the set of the page has its letters."""
    charset = charset_of(text, frame.profile)
    return frame.wanted.or_english(charset).said


def _in_time(links: Links, copy: Copy, suffix: str) -> Callable[[re.Match[str]], str]:
    """Return what gives a tag with links of ours in place of its addresses."""

    def rewritten(tag: re.Match[str]) -> str:
        def linked(found: re.Match[str]) -> str:
            url = unescape(found[2])
            if _is_picture(tag[1], found[1]):
                return f' {found[1]}="{links.image_file(copy.of(url).url, suffix)}"'
            return f' {found[1]}="{links.then(url)}{found[3] or ""}"'

        return _ADDRESS.sub(linked, tag[0])

    return rewritten


def _is_picture(tag: str, attribute: str) -> bool:
    return attribute == "background" or (attribute == "src" and tag in _PICTURED)


def _with_noframes(text: str, frame: Frame) -> str:
    """Return a page of frames with links to them for browsers that have none, where it has nothing for those."""
    if "<noframes" in text:
        return text
    said = _in_set_of_page(text, frame)
    places = enumerate(_FRAME.findall(text), 1)
    frames = "".join(f'<li><a href="{src}">{said(FRAME.of(number=place))}</a></li>' for place, src in places)
    before, end, after = text.rpartition("</frameset>")
    return f"{before}<noframes><body><ul>{frames}</ul></body></noframes>{end}{after}"
