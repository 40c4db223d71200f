"""Articles in other languages, by an engine of the host's: each asked for once, by its text, and kept like articles."""

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from app.errors import AddressRefused, Failure, OriginFailed, OriginTimeout, ReaderError, TooManyReads, UnknownPlace
from app.models import Article, Download, TranslatedArticle
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.asking_budget import AskingBudget
from app.services.cached_content import CachedContent, Lifetimes
from app.services.content_reader import ContentReader
from app.services.translator import Progress, Translator, length_of
from app.storage.cache import Cache, CachedEntry
from app.storage.claims import Claims
from app.storage.single_flight import SingleFlight
from app.text.charset_family import family_of
from app.translate.api import NAME, SILENT, languages_address
from app.translate.languages import AUTO, is_likely
from app.translate.lines import lines_of, with_lines

log = logging.getLogger(__name__)

# Characters of an article that are translated, which is some twenty pages of print.
MOST_CHARACTERS = 60_000
UNKNOWN = Sentence("%(name)s does not translate between these languages.")


@dataclass(frozen=True, slots=True)
class Translation:
    """An article in another language; `made` is when, in seconds since the epoch.

    What is not final may be further on when it is asked for again.
    """

    cached: CachedContent
    article: Article
    source: str
    made: float
    is_final: bool


class Translations:
    """Translates articles, for any number of threads."""

    def __init__(
        self,
        translator: Translator,
        answers: ContentReader,
        cache: Cache,
        budget: AskingBudget,
        lifetimes: Lifetimes,
        claims: Claims | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take who asks the engine, who reads what it knows, where translations are kept and how often one is made.

        One is kept as long as an article that is read no more. With `claims` all processes that share them ask for it
        once.
        """
        self._translator = translator
        self._answers = answers
        self._cache = cache
        self._budget = budget
        self._lifetimes = lifetimes
        self._clock = clock
        self._flight = SingleFlight(claims)

    @property
    def is_on(self) -> bool:
        """Whether there is an engine."""
        return bool(self._translator.base)

    def standing(self) -> dict[str, float]:
        """Return since when the engine is left alone, as `AskingBudget.standing` does; nothing where there is none."""
        return self._budget.standing([NAME]) if self.is_on else {}

    def translated(self, cached: CachedContent, target: str, admit: Admission) -> Translation:
        """Return the article `cached` in the language `target`, a tag. Raises `ReaderError`.

        `admit` is asked before the engine is; what is kept is not counted.
        """
        article = cached.content
        if not isinstance(article, Article):
            raise TypeError(f"{type(article).__name__} is no article")
        text = replace(article, links=(), versions=(), embedded=())  # what changes while the text does not
        key = self._key(text, target)
        entry = self._kept(key)
        if entry is None:
            source, code = self._pair(article, target, admit)
            entry = self._flight.do(key, lambda: self._made(key, text, (source, code, target), admit), admit)
        if isinstance(entry.value, Failure):
            raise entry.value.error()
        if not isinstance(entry.value, TranslatedArticle):
            raise TypeError(f"{type(entry.value).__name__} is no translation")
        done = replace(entry.value.article, links=article.links, versions=article.versions, embedded=article.embedded)
        return Translation(replace(cached, content=done), done, entry.value.source, entry.fetched_at, not entry.is_cut)

    def _kept(self, key: str) -> CachedEntry | None:
        entry = self._cache.get(key)
        return entry if entry is not None and entry.is_fresh(self._clock()) else None

    def _pair(self, article: Article, target: str, admit: Admission) -> tuple[str, str]:
        """Return the engine's codes for the language of an article and for `target`. Raises `ReaderError`."""
        try:
            found = self._answers.read(languages_address(self._translator.base), admit)
            body = found.content.body if isinstance(found.content, Download) else b""
            languages = self._translator.languages(body)
        except TooManyReads:
            raise
        except ReaderError as error:
            raise _told(error) from error
        sample = " ".join("".join(run.text for run in line) for line in lines_of(article)[:20])
        is_told = is_likely(article.language, family_of(article.language, sample))
        source = languages.source(article.language) if is_told else AUTO
        code = languages.target(target, source)
        if code in ("", source):
            raise UnknownPlace(UNKNOWN.of(name=NAME))
        return source, code

    def _made(self, key: str, article: Article, codes: tuple[str, str, str], admit: Admission) -> CachedEntry:
        """Return the entry of a translation after asking the engine, unless somebody else just did."""
        kept = self._kept(key)
        if kept is not None:
            return kept
        admit.count()
        try:
            self._budget.spend(NAME)
            entry = self._asked(article, codes)
        except TooManyReads:
            raise
        except ReaderError as error:
            now = self._clock()
            entry = CachedEntry(Failure.of(error), now, now + self._lifetimes.failure, "", "")
        self._cache.put(key, entry, entry.fresh_until - entry.fetched_at)
        return entry

    def _asked(self, article: Article, codes: tuple[str, str, str]) -> CachedEntry:
        """Return the entry of what the engine makes of an article. Raises `ReaderError` where that is nothing."""
        source, code, target = codes
        lines = lines_of(article)
        most = sum(length <= MOST_CHARACTERS for length in accumulate(map(length_of, lines)))
        progress = self._translator.translated(lines[:most], source, code)
        is_slow = isinstance(progress.error, OriginTimeout) and progress.has_words
        if progress.error is not None and not is_slow:
            self._budget.failed(NAME, _told(progress.error))
        if lines and not progress.has_words:
            raise _told(progress.error)
        return self._entry(article, progress, target)

    def _entry(self, article: Article, progress: Progress, target: str) -> CachedEntry:
        """Return the entry of a translation as far as it has come: what may come further is kept for a moment."""
        is_cut = progress.error is not None
        life = self._lifetimes
        now, kept = self._clock(), life.failure if is_cut else life.served
        source = article.language if progress.source == AUTO else progress.source
        done = TranslatedArticle(with_lines(article, progress.lines, target), source)
        return CachedEntry(done, now, now + kept, "", "", is_cut=is_cut)

    def _key(self, article: Article, target: str) -> str:
        """Return the name of a translation, by what is translated: it holds for as long as that stays the same."""
        same = (self._translator.base, target, article)
        return f"translated {hashlib.blake2b(repr(same).encode('utf-8', 'surrogatepass'), digest_size=20).hexdigest()}"


def _told(error: ReaderError | None) -> ReaderError:
    """Return what a reader is told of a failure: that the host's engine does not answer, whatever its address is."""
    if isinstance(error, AddressRefused):
        log.warning("TRANSLATE_URL is not read from here: %s", error)
    elif error is not None and (isinstance(error, TooManyReads) or str(error).startswith(NAME)):
        return error
    kind = OriginTimeout if isinstance(error, OriginTimeout) else OriginFailed
    return kind(SILENT.of(work=NAME))
