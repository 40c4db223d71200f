"""The weather and the exchange rates, asked of public services within a day's budget, and kept for a while.

What is kept serves in place of an answer that there is not now; a service that fails is left alone for a while.
"""

from dataclasses import dataclass

from app.almanac import forecasts, places, rates
from app.errors import AddressRefused, BadAddress, OriginFailed, OriginMissing, ReaderError, TooManyReads, UnknownPlace
from app.models import Forecast, Place, Places, Rates
from app.net.urls import canonical
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.asking_budget import AskingBudget
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader

WEATHER, RATES = "weather", "rates"
NO_WEATHER = Sentence("This site does not tell the weather.")
NO_RATES = Sentence("This site does not tell exchange rates.")
SILENT = Sentence("%(work)s does not answer at the moment; please try again in a few minutes.")
UNNAMED = Sentence("Please type the name of a place.")


@dataclass(frozen=True, slots=True)
class Source:
    """A service: its `name` on pages, where it is asked, who reads its answers, and by which name it is counted."""

    name: str
    base: str
    reader: ContentReader
    counted: str


class Almanac:
    """Tells the weather and the rates."""

    def __init__(self, places: Source, forecasts: Source, rates: Source, budget: AskingBudget) -> None:
        """Take the services, each with an empty `base` where it is not asked, and how often they may be."""
        self._places = places
        self._forecasts = forecasts
        self._rates = rates
        self._budget = budget

    @property
    def names(self) -> tuple[str, ...]:
        """What there is to be asked for: `WEATHER`, `RATES`."""
        has_weather = self._places.base and self._forecasts.base
        return tuple(name for name, base in ((WEATHER, has_weather), (RATES, self._rates.base)) if base)

    def places(self, words: str, language: str, admit: Admission) -> tuple[Place, ...]:
        """Return the places of a name, those first that lie where the words behind its comma say. Raises `ReaderError`.

        `language` is that of their names (ISO 639-1).
        """
        self._check(WEATHER)
        name, around = places.parts_of(words)
        if not name:
            raise BadAddress(UNNAMED)
        found = self._asked(self._places, places.address(self._places.base, words, language), admit).content
        return places.meant(found.places if isinstance(found, Places) else (), around)

    def place(self, number: int, language: str, admit: Admission) -> Place | None:
        """Return the place with this number at GeoNames, or None where there is none. Raises `ReaderError`."""
        self._check(WEATHER)
        try:
            address = places.address_of(self._places.base, number, language)
            found = self._asked(self._places, address, admit, may_be_missing=True).content
        except OriginMissing:
            return None
        return found.places[0] if isinstance(found, Places) and found.places else None

    def weather(self, place: Place, admit: Admission) -> tuple[Forecast, CachedContent]:
        """Return the weather of a place, and how old that is. Raises `ReaderError`."""
        self._check(WEATHER)
        cached = self._asked(self._forecasts, forecasts.address(self._forecasts.base, place), admit)
        if not isinstance(cached.content, Forecast):
            raise OriginFailed(SILENT.of(work=self._forecasts.name))
        return cached.content, cached

    def rates(self, admit: Admission) -> tuple[Rates, CachedContent]:
        """Return the rates, and how old the answer is. Raises `ReaderError`."""
        self._check(RATES)
        cached = self._asked(self._rates, canonical(self._rates.base), admit)
        if not isinstance(cached.content, Rates):
            raise OriginFailed(SILENT.of(work=rates.NAME))
        return cached.content, cached

    def _check(self, name: str) -> None:
        """Raise `UnknownPlace` where nobody is asked for that."""
        if name not in self.names:
            raise UnknownPlace(NO_WEATHER if name == WEATHER else NO_RATES)

    def _asked(self, source: Source, address: str, admit: Admission, may_be_missing: bool = False) -> CachedContent:
        """Return what `source` has at `address`, kept or asked now. Raises `ReaderError`.

        That something is missing is an answer where it `may_be_missing`, and else a failure like others.
        """
        instead = self._budget.kept_instead(source.reader, address, source.counted, source.name)
        if instead is not None:
            return instead
        try:
            return source.reader.read(address, admit)
        except (AddressRefused, TooManyReads):
            raise
        except ReaderError as error:
            if may_be_missing and isinstance(error, OriginMissing):
                raise
            self._budget.failed(source.counted, error)
            kept = source.reader.cached(address)
            if kept is None:
                raise OriginFailed(SILENT.of(work=source.name)) from error
            return kept
