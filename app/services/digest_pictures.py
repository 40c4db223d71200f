"""The small pictures of today's file: the first one of each story, converted for one screen in the background."""

import hashlib
import io
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from zipfile import BadZipFile, ZipFile

from app.errors import ReaderError
from app.models import Screen
from app.services.admission import OWN_WORK
from app.services.digests import Digest
from app.services.gathering import FRESH_SECONDS, Gathering, Progress, Tell
from app.services.image_service import ImageService
from app.storage import Quota, Store

log = logging.getLogger(__name__)

# What the pictures take at most, of which each is small; and for how long they are gathered.
MOST_BYTES, LONGEST = 1_000_000, 240.0
_SIZES = "sizes"


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A picture of a story: its size in pixels, and its bytes."""

    width: int
    height: int
    body: bytes


class DigestPictures:
    """Gathers pictures, for all workers together."""

    def __init__(self, images: ImageService, gathering: Gathering, store: Store) -> None:
        """Take who converts, who works, and where the pictures are kept."""
        self._images = images
        self._gathering = gathering
        self._store = store

    def of(self, edition: str, digest: Digest, screen: Screen) -> dict[int, SmallPicture] | Progress:
        """Return the pictures of a digest by the numbers of its stories, or how far they are."""
        name = f"{edition} {hashlib.blake2b(repr((digest.made, screen)).encode(), digest_size=8).hexdigest()}"
        progress = self._gathering.progress(name)
        if progress is not None and not progress.finished:
            return progress
        kept = self._store.get(_key(name)) if progress is not None else None
        if kept is not None:
            return _unpacked(kept)
        return self._gathering.begin(name, partial(self._gather, name, digest, screen))

    def _gather(self, name: str, digest: Digest, screen: Screen, begun: float, tell: Tell) -> None:
        """Convert the first picture of each story, as far as there is room and time."""
        end, found = time.monotonic() + LONGEST, dict[int, SmallPicture]()
        for number, (_, article) in enumerate(digest.stories, 1):
            if self._gathering.is_stopped or time.monotonic() > end:
                break
            made = self._picture(article.images[0].url, screen) if article and article.images else None
            if made is not None and sum(len(each.body) for each in found.values()) + len(made.body) <= MOST_BYTES:
                found[number] = made
            tell(number, len(digest.stories))
        self._store.set(_key(name), _packed(found), 2 * FRESH_SECONDS, Quota.PICTURES)

    def _picture(self, url: str, screen: Screen) -> SmallPicture | None:
        try:
            made = self._images.image(url, screen, OWN_WORK, _own_turn)
        except ReaderError as error:
            log.info("%s is not in today's file: %s", url, error)
            return None
        return SmallPicture(made.width, made.height, made.body)


@contextmanager
def _own_turn() -> Iterator[Callable[[], None]]:
    """Give the turn of work that nobody waits for: one picture after the other."""
    yield lambda: None


def _packed(pictures: dict[int, SmallPicture]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(_SIZES, json.dumps({number: (each.width, each.height) for number, each in pictures.items()}))
        for number, each in pictures.items():
            archive.writestr(str(number), each.body)
    return file.getvalue()


def _unpacked(data: bytes) -> dict[int, SmallPicture]:
    """Return what was packed; nothing where the store has damaged it."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            sizes: dict[str, tuple[int, int]] = json.loads(archive.read(_SIZES))
            return {int(key): SmallPicture(width, height, archive.read(key)) for key, (width, height) in sizes.items()}
    except (BadZipFile, KeyError, ValueError):
        log.warning("the pictures of today's file are damaged, and are left out")
        return {}


def _key(name: str) -> str:
    return f"todayp1:{name}"
