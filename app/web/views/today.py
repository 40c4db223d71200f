"""Today in one file."""

import math
from dataclasses import replace

from flask import Blueprint, Response
from werkzeug.http import http_date

from app.errors import UnknownPlace
from app.images import format_named
from app.models import Page
from app.news.edition_dates import day_of
from app.render.html import thumbnails
from app.render.pages.digest_archive import BYTES_A_FILE, archive, picture_name
from app.render.pages.front_page import FrontView
from app.sentences import Sentence
from app.services.digest_pictures import SmallPicture
from app.services.digests import Digest
from app.services.gathering import Progress
from app.web.context import admit, edition, frame, link_parts, profile, services
from app.web.image_sizes import usual_screen
from app.web.responses import page_response

blueprint = Blueprint("today", __name__)

# Of a disk with its file system on it, so many bytes of each nominal thousand are free for a file.
BYTES_OF_K = 1000
OFF = Sentence("This site does not put the news of a day into one file.")
USUAL, SMALLEST, LARGEST = "1440k", 10, 9999
SIZES = Sentence("A file may have from %(smallest)sk to %(largest)sk, such as %(usual)s.")
# What the text at one site takes with our pauses, and so how long a reader of the page is asked to wait; seconds.
SECONDS_A_TEXT, SHORTEST_WAIT = 1, 5


@blueprint.get("/today.<any(txt, html, zip):suffix>")
@blueprint.get("/today-<disk:size>.<any(txt, html, zip):suffix>")
def today(suffix: str, size: str = "") -> Response:
    """Answer with the front page and the texts of its stories, or with how far they are."""
    if services().settings.TODAY_FILES != "on":
        raise UnknownPlace(OFF)
    kilobytes = int((size or USUAL).removesuffix("k"))
    if not SMALLEST <= kilobytes <= LARGEST:
        raise UnknownPlace(SIZES.of(smallest=SMALLEST, largest=LARGEST, usual=USUAL))
    found = _kept(suffix, size)
    if found is not None:
        return found
    gathered = services().digests.of(edition().code, admit)
    if isinstance(gathered, Progress):
        return _gathering(gathered, suffix, size)
    page = _file(gathered, suffix, kilobytes * BYTES_OF_K)
    if isinstance(page, Progress):
        return _gathering(page, suffix, size)
    services().cache.put_page(_key(suffix, size, gathered.made), page, len(page.body))
    return page_response(page, modified=gathered.made)


def _kept(suffix: str, size: str) -> Response | None:
    """Return the file of this profile and edition out of memory, if it is still today's."""
    progress = services().digests.progress(edition().code)
    page = services().cache.get_page(_key(suffix, size, progress.begun)) if progress is not None else None
    return page_response(page, modified=progress.begun) if isinstance(page, Page) and progress else None


def _key(suffix: str, size: str, made: float) -> tuple[object, ...]:
    return ("today", suffix, size, link_parts(), profile().name, edition().code, made)


def _file(digest: Digest, suffix: str, most: int) -> Page | Progress:
    """Return the file in the profile and the set of whoever asks, or how far its pictures are."""
    around, pages = frame(), services().pages.digests
    charset = around.profile.text_charset(around.family) if suffix == "txt" else around.charset
    own, english = day_of(edition(), digest.made)
    day = own if charset.can_encode(own) else english
    view = FrontView("", "", (), (), 0, digest.made, around.charset)
    if suffix == "txt":
        return pages.text(around, view, day, digest.stories, most)
    if suffix == "html":
        return pages.html(around, view, day, digest.stories, most)
    return _archive(digest, view, day, most)


def _archive(digest: Digest, view: FrontView, day: str, most: int) -> Page | Progress:
    """Return page and pictures in one archive, which has room on the disk unpacked, too; pictures take half of it."""
    screen = replace(usual_screen(profile()), width=thumbnails.WIDTH, height=thumbnails.HEIGHT, animated=False)
    found = services().digest_pictures.of(edition().code, digest, screen)
    if isinstance(found, Progress):
        return found
    suffix, left = format_named(screen.format).suffix, most // 2
    chosen: dict[int, SmallPicture] = {}
    for number, picture in found.items():
        if len(picture.body) + BYTES_A_FILE <= left:
            chosen[number] = picture
            left -= len(picture.body) + BYTES_A_FILE
    files = {picture_name(number, suffix): picture.body for number, picture in chosen.items()}
    shown = {number: (picture_name(number, suffix), each.width, each.height) for number, each in chosen.items()}
    room = most - BYTES_A_FILE - sum(len(body) + BYTES_A_FILE for body in files.values())
    page = services().pages.digests.html(frame(), view, day, digest.stories, room, shown)
    return archive(page, files, digest.made)


def _gathering(progress: Progress, suffix: str, size: str) -> Response:
    """Return the page that says how far the texts are; 202 tells programs that it is not the file (RFC 9110)."""
    left = (progress.total - progress.done) * SECONDS_A_TEXT if progress.total else 0
    seconds = max(SHORTEST_WAIT, math.ceil(left / SHORTEST_WAIT) * SHORTEST_WAIT)
    page = services().pages.digests.progress(frame(), progress.done, progress.total, suffix, size, seconds)
    response = page_response(page, 202)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Expires"] = http_date(0)
    return response
