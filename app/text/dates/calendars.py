"""Days of calendars other than the Gregorian, as days of that."""

from collections.abc import Mapping
from datetime import date, timedelta

# The year before the first one of each era; China's republic is Taiwan's calendar.
ERAS: Mapping[str, int] = {
    "中華民國": 1911,
    "令和": 2018,
    "大正": 1911,
    "平成": 1988,
    "昭和": 1925,
    "民国": 1911,
    "民國": 1911,
}
_BUDDHIST = 543  # years ahead in Thailand, Laos and Cambodia
_FIRST_BUDDHIST = 2400  # what is no year of ours yet must be one of theirs
_NOWRUZ_1400 = date(2021, 3, 21)
# Leap years of the Iranian calendar, as remainders by 33; so they are from 1343 (1964) to 1502.
_IRANIAN_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def gregorian(year: int, month: int, day: int) -> date | None:
    """Return the day of that name, of the Buddhist calendar where the year is one of that; None if there is none."""
    if year >= _FIRST_BUDDHIST:
        year -= _BUDDHIST
    if year >= _FIRST_BUDDHIST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iranian(year: int, month: int, day: int) -> date | None:
    """Return the day of the Iranian (Solar Hijri) calendar; None if there is none."""
    longest = 31 if month <= 6 else 30
    if not (1300 <= year < 1500 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    of_year = (month - 1) * 31 - max(0, month - 7) + day - 1
    return _NOWRUZ_1400 + timedelta(days=(year - 1400) * 365 + _leaps(year) - _leaps(1400) + of_year)


def _leaps(year: int) -> int:
    """Return how many leap years there are before `year`, from the beginning of its count."""
    return year // 33 * len(_IRANIAN_LEAPS) + sum(leap < year % 33 for leap in _IRANIAN_LEAPS)


def chinese_number(text: str) -> int:
    """Return the number that Chinese or ASCII figures say: `二〇二六`, `十一`, `三十`, `元` (the first year), `26`."""
    if text == "元":
        return 1
    plain = text.translate(_CHINESE_DIGITS)
    tens, ten, ones = plain.partition("十")
    return int(tens or "1") * 10 + int(ones or "0") if ten else int(plain)
