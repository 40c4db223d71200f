"""The pages on which a front page of one's own is made and changed."""

from collections.abc import Sequence
from functools import partial

from app.models import Page
from app.render.pagination.pages import Chunk
from app.render.template import Frame, Paginated, TemplateRenderer
from app.storage.own_pages import OwnPage
from app.storage.own_records import id_of, key_of

LONGEST_NAME, LONGEST_ASKED = 80, 500


class OwnPagePages:
    """Renders them."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def start(self, frame: Frame) -> Page:
        """What such a page is, and the form that begins one."""
        return self._renderer.page("my_start.html", frame)

    def edit(self, frame: Frame, page: OwnPage, secret: str, said: str, asked: str, number: int) -> Page:
        """Page `number` of what a page is made of; `said` is what came of the last change, `asked` what failed."""
        short = frame.charset.shortened
        chunks = [
            self._source(frame, secret, short(name, LONGEST_NAME), source, place)
            for place, (name, source) in enumerate(page.sources)
        ]
        return self._renderer.paginated(
            "my_edit.html",
            frame,
            Paginated.of(chunks, partial(_step, frame, secret, "page")),
            number,
            page=page,
            own_id=id_of(secret),
            secret=secret,
            said=said,
            asked=short(asked.replace('"', "%22"), LONGEST_ASKED),
        )

    def choice(
        self,
        frame: Frame,
        secret: str,
        title: str,
        step: tuple[str, ...],
        choices: Sequence[tuple[str, tuple[str, ...]]],
        number: int,
    ) -> Page:
        """Page `number` of what can be added, each with the steps that lead there from the page that changes.

        `step` is what leads to the choice itself.
        """
        chunks = [
            self._renderer.line("_own_choice.html", frame, name=name, link=frame.links.own_edit(secret, *steps))
            for name, steps in choices
        ]
        paginated = Paginated.of(chunks, partial(_step, frame, secret, *step))
        return self._renderer.paginated("my_choice.html", frame, paginated, number, title=title, secret=secret)

    def _source(self, frame: Frame, secret: str, name: str, source: str, place: int) -> Chunk:
        key = key_of(source)
        return self._renderer.line("_own_source.html", frame, secret=secret, name=name, key=key, first=place == 0)


def _step(frame: Frame, secret: str, *step: str | int) -> str:
    """Return the address of a page of a list, whose number comes last."""
    return frame.links.own_edit(secret, *map(str, step))
