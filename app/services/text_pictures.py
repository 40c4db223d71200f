"""The texts of articles set as pictures, for machines that have no letters for a script."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from app.images.text.setting import TextPage, TextScreen, set_text
from app.isolation import Subject, TaskPool
from app.storage.cache import Cache

Turn = Callable[[], AbstractContextManager[Callable[[], None]]]


class TextPictures:
    """Sets texts, each once while it is kept in memory."""

    def __init__(self, cache: Cache, tasks: TaskPool) -> None:
        """Take what keeps the pages, and what sets them within which limits."""
        self._cache = cache
        self._tasks = tasks

    def pages(
        self, url: str, fetched_at: float, paragraphs: Sequence[str], screen: TextScreen, turn: Turn
    ) -> tuple[TextPage, ...]:
        """Return the pages of the text of `url`, as it was fetched then, for a screen.

        It is a conversion as those of pictures are: `turn` counts it. Raises `ReaderError`.
        """
        key = ("text", url, fetched_at, screen)
        kept = self._cache.get_page(key)
        if isinstance(kept, tuple):
            return kept
        with turn() as count:
            kept = self._cache.get_page(key)
            if isinstance(kept, tuple):
                return kept
            count()
            made = self._tasks.run(Subject(url, "text"), set_text, tuple(paragraphs), screen)
        self._cache.put_page(key, made, sum(len(each.picture.body) + len(each.text) for each in made))
        return made
