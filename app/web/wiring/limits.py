"""The limits of a client, by what they count."""

from app.sentences import Sentence
from app.services.admission import CONVERSIONS, GUESSES, READS, SEARCHES
from app.services.rate_limit import RateLimit
from app.storage import Store
from app.storage.counters import StoreCounters
from config import Settings

TOO_MANY_READS = Sentence.plural(
    "You have asked for %(num)s page within a minute; please wait a little.",
    "You have asked for %(num)s pages within a minute; please wait a little.",
    num=0,
)
TOO_MANY_CONVERSIONS = Sentence.plural(
    "You have had %(num)s picture converted within a minute; please wait a little.",
    "You have had %(num)s pictures converted within a minute; please wait a little.",
    num=0,
)
TOO_MANY_GUESSES = Sentence.plural(
    "%(num)s wrong password came from you within a minute; please wait a little.",
    "%(num)s wrong passwords came from you within a minute; please wait a little.",
    num=0,
)
TOO_MANY_SEARCHES = Sentence.plural(
    "You have searched %(num)s time within a minute; please wait a little.",
    "You have searched %(num)s times within a minute; please wait a little.",
    num=0,
)


def build_limits(settings: Settings, store: Store) -> dict[str, RateLimit]:
    """Return the limits of a client by what they count, in the store for all workers together."""
    counters = StoreCounters(store)
    rows = (
        (CONVERSIONS, settings.LIMIT_CONVERSIONS_PER_MINUTE, TOO_MANY_CONVERSIONS),
        (GUESSES, settings.LIMIT_GUESSES_PER_MINUTE, TOO_MANY_GUESSES),
        (READS, settings.LIMIT_READS_PER_MINUTE, TOO_MANY_READS),
        (SEARCHES, settings.LIMIT_SEARCHES_PER_MINUTE, TOO_MANY_SEARCHES),
    )
    return {name: RateLimit(name, most, counters, sentence.of(num=most)) for name, most, sentence in rows}
