"""Many stories as one file for who asks: out of memory, made now, or not yet there; for today and for collections."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import Response
from werkzeug.http import http_date

from app.errors import UnknownPlace
from app.images import format_named
from app.models import Page
from app.news.edition_dates import day_of
from app.render.html import thumbnails
from app.render.pages.digest_archive import BYTES_A_FILE, archive, picture_name
from app.render.pages.digests import Bundle
from app.render.pages.front_page import FrontView
from app.sentences import Sentence
from app.services.digest_pictures import SmallPicture
from app.services.digests import Digest
from app.services.gathering import Progress
from app.web.context import edition, frame, link_parts, profile, services
from app.web.image_sizes import usual_screen
from app.web.responses import page_response

# What such a file can be; sorted.
SUFFIXES = "epub, html, pdb, rtf, txt, zip"
# Of a disk with its file system on it, so many bytes of each nominal thousand are free for a file.
BYTES_OF_K = 1000
USUAL, SMALLEST, LARGEST = "1440k", 10, 9999
OUT_OF_RANGE = Sentence(
    "A file may have from %(smallest)sk to %(largest)sk, such as %(usual)s.",
    smallest=SMALLEST,
    largest=LARGEST,
    usual=USUAL,
)
# What the text at one site takes with our pauses, and so how long a reader of the page is asked to wait; seconds.
SECONDS_A_TEXT, SHORTEST_WAIT = 1, 5


@dataclass(frozen=True, slots=True)
class Source:
    """What a file is made of: its `name` among all such sources, its title, what it is called while it is not there
    yet, the file's own address with a suffix and a size, and what gathers the texts."""

    name: str
    title: str
    called: str
    link: Callable[[str, str], str]
    gather: Callable[[], Digest | Progress]


def file_response(source: Source, suffix: str, size: str) -> Response:
    """Return the file, or how far it is. Raises `UnknownPlace` where it cannot have this size (`720k`), and what
    gathering raises."""
    kilobytes = int((size or USUAL).removesuffix("k"))
    if not SMALLEST <= kilobytes <= LARGEST:
        raise UnknownPlace(OUT_OF_RANGE)
    found = _kept(source, suffix, size)
    if found is not None:
        return found
    gathered = source.gather()
    if isinstance(gathered, Progress):
        return _gathering(gathered, source.called, source.link(suffix, size))
    page = _file(source, gathered, suffix, kilobytes * BYTES_OF_K)
    if isinstance(page, Progress):
        return _gathering(page, source.called, source.link(suffix, size))
    services().cache.put_page(_key(source, suffix, size, gathered.made), page, len(page.body))
    return page_response(page, modified=gathered.made)


def _kept(source: Source, suffix: str, size: str) -> Response | None:
    """Return the file for this profile and edition out of memory, if it is still today's."""
    progress = services().digests.progress(source.name)
    page = services().cache.get_page(_key(source, suffix, size, progress.begun)) if progress is not None else None
    return page_response(page, modified=progress.begun) if isinstance(page, Page) and progress else None


def _key(source: Source, suffix: str, size: str, made: float) -> tuple[object, ...]:
    return ("file", source.name, suffix, size, link_parts(), profile().name, edition().code, made)


def _file(source: Source, digest: Digest, suffix: str, most: int) -> Page | Progress:
    """Return the file in the profile and the set of whoever asks, or how far its pictures are."""
    around, pages = frame(), services().pages.digests
    is_text = suffix in ("pdb", "rtf", "txt")
    charset = around.profile.text_charset(around.family) if is_text else around.charset
    own, english = day_of(edition(), digest.made)
    day = own if suffix == "epub" or charset.can_encode(own) else english
    view = FrontView("", "", (), (), 0, digest.made, around.charset)
    bundle = Bundle(source.title, day, edition().language, view, digest.stories, most)
    if suffix == "zip":
        return _archive(source, digest, bundle)
    renderers = {"epub": pages.epub, "html": pages.html, "pdb": pages.palm, "rtf": pages.rich, "txt": pages.text}
    return renderers[suffix](around, bundle)


def _archive(source: Source, digest: Digest, bundle: Bundle) -> Page | Progress:
    """Return page and pictures in one archive, which has room on the disk unpacked, too; pictures take half of it."""
    screen = replace(usual_screen(profile()), width=thumbnails.WIDTH, height=thumbnails.HEIGHT, animated=False)
    found = services().digest_pictures.of(source.name, digest, screen)
    if isinstance(found, Progress):
        return found
    suffix, left = format_named(screen.format).suffix, bundle.most // 2
    chosen: dict[int, SmallPicture] = {}
    for number, picture in found.items():
        if len(picture.body) + BYTES_A_FILE <= left:
            chosen[number] = picture
            left -= len(picture.body) + BYTES_A_FILE
    files = {picture_name(number, suffix): picture.body for number, picture in chosen.items()}
    shown = {number: (picture_name(number, suffix), each.width, each.height) for number, each in chosen.items()}
    room = bundle.most - BYTES_A_FILE - sum(len(body) + BYTES_A_FILE for body in files.values())
    page = services().pages.digests.html(frame(), replace(bundle, most=room), shown)
    return archive(page, files, digest.made)


def _gathering(progress: Progress, called: str, again: str) -> Response:
    """Return the page that says how far the texts are; 202 tells programs that it is not the file (RFC 9110)."""
    left = (progress.total - progress.done) * SECONDS_A_TEXT if progress.total else 0
    seconds = max(SHORTEST_WAIT, math.ceil(left / SHORTEST_WAIT) * SHORTEST_WAIT)
    page = services().pages.digests.progress(frame(), called, progress.done, progress.total, again, seconds)
    response = page_response(page, 202)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Expires"] = http_date(0)
    return response
