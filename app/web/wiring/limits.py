"""The limits of a client, by what they count."""

from app.services.admission import CONVERSIONS, GUESSES, READS, SEARCHES
from app.services.rate_limit import RateLimit
from app.storage import Store
from app.storage.counters import StoreCounters
from app.text.humanize import counted
from config import Settings

TOO_MANY_READS = "You have asked for {} within a minute; please wait a little."
TOO_MANY_CONVERSIONS = "You have had {} converted within a minute; please wait a little."
TOO_MANY_GUESSES = "{} came from you within a minute; please wait a little."
TOO_MANY_SEARCHES = "You have searched {} within a minute; please wait a little."


def build_limits(settings: Settings, store: Store) -> dict[str, RateLimit]:
    """Return the limits of a client by what they count, in the store for all workers together."""
    counters = StoreCounters(store)
    rows = (
        (CONVERSIONS, settings.LIMIT_CONVERSIONS_PER_MINUTE, TOO_MANY_CONVERSIONS, "picture"),
        (GUESSES, settings.LIMIT_GUESSES_PER_MINUTE, TOO_MANY_GUESSES, "wrong password"),
        (READS, settings.LIMIT_READS_PER_MINUTE, TOO_MANY_READS, "page"),
        (SEARCHES, settings.LIMIT_SEARCHES_PER_MINUTE, TOO_MANY_SEARCHES, "time"),
    )
    return {
        name: RateLimit(name, most, counters, sentence.format(counted(most, what)))
        for name, most, sentence, what in rows
    }
