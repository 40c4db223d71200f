"""The pages of a collection: how one is begun, what is in it, and as what file it can be had."""

from functools import partial

from app.models import Page
from app.render.pagination.pages import Chunk
from app.render.template import Frame, Paginated, TemplateRenderer
from app.storage.collections import Collection
from app.storage.own_records import id_of, key_of

LONGEST_TITLE = 120
# The files that a collection is offered as: suffix, and size where that is not the usual one.
FILES = (*((suffix, "") for suffix in ("txt", "html", "zip", "epub", "rtf", "pdb")), ("txt", "720k"), ("zip", "720k"))


class CollectionPages:
    """Renders them."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def start(self, frame: Frame) -> Page:
        """What a collection is, and the link that begins one."""
        return self._renderer.page("collection_start.html", frame)

    def own(self, frame: Frame, collection: Collection, secret: str, said: str, number: int) -> Page:
        """Page `number` of a collection, for who changes it; `said` is what came of the last change, or empty."""
        chunks = [self._article(frame, *each, changes=True) for each in collection.articles]
        paginated = Paginated.of(chunks, lambda number: frame.links.own_collection("page", str(number)))
        return self._paginated(
            frame, paginated, number, own_id=id_of(secret), changes=True, said=said, count=len(chunks)
        )

    def shared(self, frame: Frame, collection: Collection, own_id: str, number: int) -> Page:
        """Page `number` of a collection, for everybody."""
        chunks = [self._article(frame, *each, changes=False) for each in collection.articles]
        paginated = Paginated.of(chunks, partial(frame.links.collection_page, own_id))
        return self._paginated(frame, paginated, number, own_id=own_id, changes=False, said="", count=len(chunks))

    def _paginated(self, frame: Frame, paginated: Paginated, number: int, **values: object) -> Page:
        return self._renderer.paginated("collection.html", frame, paginated, number, files=FILES, **values)

    def _article(self, frame: Frame, title: str, url: str, changes: bool) -> Chunk:
        return self._renderer.line(
            "_collected.html",
            frame,
            title=frame.charset.shortened(title, LONGEST_TITLE),
            url=url,
            key=key_of(url) if changes else "",
        )
