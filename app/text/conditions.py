"""What the weather is called and drawn as, by its WMO code (https://open-meteo.com/en/docs, "WMO Weather
interpretation codes").
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Condition:
    """A kind of weather: its words, and the parts of its symbol (`app.images.week.PARTS`)."""

    words: Sentence
    parts: tuple[str, ...]


# Codes of one kind, and the kind; sorted by the first code. Kinds that a reader dresses alike for are one.
_ROWS: tuple[tuple[tuple[int, ...], Condition], ...] = (
    ((0, 1), Condition(Sentence("Clear"), ("sun",))),
    ((2,), Condition(Sentence("Partly cloudy"), ("small sun", "cloud"))),
    ((3,), Condition(Sentence("Cloudy"), ("cloud",))),
    ((45, 48), Condition(Sentence("Fog"), ("mist",))),
    ((51, 53, 55), Condition(Sentence("Drizzle"), ("cloud", "drops"))),
    ((56, 57, 66, 67), Condition(Sentence("Freezing rain"), ("cloud", "ice"))),
    ((61, 63, 65), Condition(Sentence("Rain"), ("cloud", "streaks"))),
    ((71, 73, 75, 77), Condition(Sentence("Snow"), ("cloud", "flakes"))),
    ((80, 81, 82), Condition(Sentence("Showers"), ("small sun", "cloud", "streaks"))),
    ((85, 86), Condition(Sentence("Snow showers"), ("small sun", "cloud", "flakes"))),
    ((95, 96, 99), Condition(Sentence("Thunderstorm"), ("cloud", "bolt"))),
)
CONDITIONS: Mapping[int, Condition] = {code: condition for codes, condition in _ROWS for code in codes}
