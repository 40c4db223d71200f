"""Lines of text through an engine that translates: a few at a time, each batch kept for a while.

So an article for which the time was too short is further on when it is asked for again.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.errors import Answer, OriginRefused, OriginTimeout, ReaderError
from app.fetch.client import Client
from app.isolation import Subject, TaskPool
from app.models import Download, FetchedPage, Runs
from app.storage.cache import Cache, CachedEntry
from app.text.humanize import HOUR
from app.translate.api import (
    NAME,
    SILENT,
    Answers,
    answers_in,
    languages_address,
    languages_in,
    question,
    translate_address,
)
from app.translate.languages import AUTO, EngineLanguages
from app.translate.marked import Lost, bare, is_plain, marked, runs_behind, runs_in

# What is asked at once: so much that an engine without a graphics card answers within seconds.
MOST_TEXTS, MOST_CHARACTERS = 20, 2000
JSON = "application/json"
KEPT_SECONDS = HOUR
# That these texts are too much for the engine, or not to its liking; others may be.
_ITS_OWN = frozenset({400, 413})


@dataclass(slots=True)
class Progress:
    """How far the lines of an article have come: those that are done, in order, and out of which language.

    `error` is why it went no further.
    """

    lines: list[Runs] = field(default_factory=list)
    source: str = AUTO
    has_words: bool = False
    error: ReaderError | None = None


class Translator:
    """Asks one engine."""

    def __init__(
        self,
        client: Client,
        cache: Cache,
        tasks: TaskPool,
        base: str,
        key: str,
        seconds: float,
        clock: Callable[[], float] = time.time,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take with what it is asked, where batches are kept, who reads answers, where it is, its key, and how many
        seconds all of an article may take."""
        self._client = client
        self._cache = cache
        self._tasks = tasks
        self.base = base
        self._key = key
        self._seconds = seconds
        self._clock = clock
        self._timer = timer

    def languages(self, body: bytes) -> EngineLanguages:
        """Return which languages the engine says that it knows. Raises `ReaderError`."""
        return self._tasks.run(Subject(languages_address(self.base)), languages_in, body)

    def translated(self, lines: Sequence[Runs], source: str, target: str) -> Progress:
        """Return `lines` translated, as many as the time is enough for, from the engine's `source` to its `target`.

        Nothing is raised: what goes wrong stands in `Progress.error`.
        """
        progress, end = Progress(source=source), self._timer() + self._seconds
        for batch in batches(lines):
            try:
                progress.lines += self._batch(batch, target, progress, end)
            except ReaderError as error:
                progress.error = error
                break
        return progress

    def _batch(self, batch: Sequence[Runs], target: str, progress: Progress, end: float) -> list[Runs]:
        """Return a batch translated; what the engine does not take, or makes nothing of, as it was."""
        answers = self._answers([marked(line) for line in batch], target, progress, end)
        if answers is None:
            return list(batch)
        found = [_or_none(runs_in, line, text) for line, text in zip(batch, answers, strict=True)]
        lost = [place for place, runs in enumerate(found) if runs is None and not is_plain(batch[place])]
        if lost:
            bared = self._answers([bare(batch[place]) for place in lost], target, progress, end) or ()
            for place, text in zip(lost, bared, strict=False):
                found[place] = _or_none(runs_behind, batch[place], text)
        progress.has_words |= any(found)
        return [runs or line for runs, line in zip(found, batch, strict=True)]

    def _answers(self, texts: Sequence[str], target: str, progress: Progress, end: float) -> tuple[str, ...] | None:
        """Return texts of markup translated; None where the engine does not take them. Raises `ReaderError`."""
        key = self._batch_key(texts, progress.source, target)
        kept = self._cache.get(key)
        if kept is not None and isinstance(kept.value, Download):
            return self._read(kept.value.body, len(texts), progress).texts
        try:
            page = self._asked(texts, progress.source, target, end)
        except OriginRefused as error:
            if _is_its_own(error.answer):
                return None
            raise
        answers = self._read(page.body, len(texts), progress)
        now = self._clock()
        download = Download(translate_address(self.base), JSON, "", page.body)
        self._cache.put(key, CachedEntry(download, now, now + KEPT_SECONDS, "", ""), KEPT_SECONDS)
        return answers.texts

    def _asked(self, texts: Sequence[str], source: str, target: str, end: float) -> FetchedPage:
        left = end - self._timer()
        if left <= 0:
            raise OriginTimeout(SILENT.of(work=NAME))
        form = question(texts, source, target, self._key)
        return self._client.fetch(translate_address(self.base), form=form, follow=False, accept=JSON, seconds=left)

    def _read(self, body: bytes, count: int, progress: Progress) -> Answers:
        """Return what an answer says; the language that was found first counts for the rest of an article."""
        answers = self._tasks.run(Subject(translate_address(self.base)), answers_in, body, count)
        if progress.source == AUTO and answers.source:
            progress.source = answers.source
        return answers

    def _batch_key(self, texts: Sequence[str], source: str, target: str) -> str:
        data = json.dumps([self.base, source, target, list(texts)]).encode("utf-8", "surrogatepass")
        return f"translated batch {hashlib.blake2b(data, digest_size=20).hexdigest()}"


def batches(lines: Sequence[Runs]) -> Iterator[Sequence[Runs]]:
    """Yield lines in groups that are asked at once; a line that is longer than a group may be stands alone."""
    group: list[Runs] = []
    size = 0
    for line in lines:
        length = length_of(line)
        if group and (len(group) == MOST_TEXTS or size + length > MOST_CHARACTERS):
            yield group
            group, size = [], 0
        group.append(line)
        size += length
    if group:
        yield group


def length_of(line: Runs) -> int:
    """Return how many characters a line has."""
    return sum(len(run.text) for run in line)


def _or_none(read: Callable[[Runs, str], Runs], line: Runs, text: str) -> Runs | None:
    try:
        return read(line, text)
    except Lost:
        return None


def _is_its_own(answer: Answer | None) -> bool:
    return answer is not None and answer.status in _ITS_OWN
