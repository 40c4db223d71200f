"""What the answers of all these services have in common."""

import json

from app.errors import OriginFailed
from app.sentences import Sentence

NO_SENSE = Sentence("%(name)s sent an answer that makes no sense.")


def object_in(text: str, name: str) -> dict[str, object]:
    """Return the object that `text` is as JSON. Raises `OriginFailed`, which says that `name` makes no sense."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OriginFailed(NO_SENSE.of(name=name)) from error
    if not isinstance(found, dict):
        raise OriginFailed(NO_SENSE.of(name=name))
    return found


def number_in(value: object, low: float, high: float) -> float | None:
    """Return a number of JSON that lies from `low` to `high`, or None where there is no such."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # Python reads more than JSON has, NaN and Infinity, which lie nowhere between.
    return float(value) if low <= value <= high else None
