"""The forms in which a day is written, as a table: a pattern, and what makes days of its match.

A reader returns no day, one, or two where the figures may be day and month or month and day, the likelier first.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.text.dates.calendars import ERAS, chinese_number, gregorian, iranian
from app.text.dates.months import MONTH_FIRST, iranian_month_of, month_of

Days = tuple[date, ...]
Reader = Callable[[re.Match[str], str], Days]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a day; `read` takes a match of `pattern` and a language."""

    pattern: re.Pattern[str]
    read: Reader


_DIGIT = re.compile(r"[^\D0-9]")
# A letter is whatever is no space, figure or mark of punctuation: to `re`, vowel signs are no letters.
_LETTER = r"[^\s\d\x00-@\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u060c\u061b\u2000-\u200b\u200e-\u206f\u3000-\u303f]"
# `พ.ย.` is one word, and so are `كانون الثاني` and `tháng mười một`.
_WORD = (
    rf"((?:{_LETTER}{{1,3}}\.){{2}}|(?:كانون|تشرين)\s{_LETTER}{{1,9}}|"
    rf"[Tt]háng\s?(?:\d{{1,2}}|(?i:mười (?:một|hai))|{_LETTER}{{1,5}})|{_LETTER}{{2,20}})"
)
# The month once more, as it is called further east or west: `تشرين الثاني/نوفمبر`.
_ARABIC_TOO = r"(?:\s?/\s?(?:(?:كانون|تشرين)\s)?[\u0621-\u064a]{2,9})?"
_BETWEEN = r"[\s.,/_–-]{0,3}"
_OF = r"(?:(?:of|the|de|del|di|d['’]|năm|m\.|г\.|ob)\s?)?"
_NUMBER_ENDS = r"(?:\s?(?:st|nd|rd|th|er|º|ª|°|ος|-?го|\))(?![^\W\d_]))?"
_YEAR = r"(\d{4}(?![\d%])|(?:1\d\d|'?\d\d)(?![\d%]|[:.h]\d))"
_TAIWAN = ("zh-hant", "zh-tw")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ERA_LETTERS = {"H": "平成", "R": "令和", "S": "昭和"}
_HAN = "〇零一二三四五六七八九十"


def ascii_digits(text: str) -> str:
    """Return `text` with all decimal figures as those of ASCII, each at its place."""
    return text if text.isascii() else _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def _in_years(year: str) -> int:
    """Return the year that figures mean: two by RFC 5322 (section 4.3), three are years since 1900."""
    number = int(year.lstrip("'"))
    if number < 100:
        return number + (2000 if number < 50 else 1900)
    return number + 1900 if number < 1000 else number


def _known(*days: date | None) -> Days:
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _named(day: str, word: str, year: str, language: str) -> Days:
    """Return the day of a month with a name, which may be one of the Iranian calendar."""
    month = month_of(word, language)
    if month:
        return _known(gregorian(_in_years(year), month, int(day)))
    month = iranian_month_of(word)
    return _known(iranian(int(year), month, int(day))) if month and year.isdigit() else ()


def _day_word_year(match: re.Match[str], language: str) -> Days:
    return _named(match[1], match[2], match[3], language)


def _word_day_year(match: re.Match[str], language: str) -> Days:
    return _named(match[2], match[1], match[3], language)


def _year_word_day(match: re.Match[str], language: str) -> Days:
    return _named(match[3], match[2], match[1], language)


def _year_day_word(match: re.Match[str], language: str) -> Days:
    return _named(match[2], match[3], match[1], language)


def _eastern(match: re.Match[str], language: str) -> Days:
    """Return the day of a date with the signs of year, month and day, whose year may be counted by an era."""
    era, *figures = match.groups()
    try:
        year, month, day = map(chinese_number, figures)
    except ValueError:  # `十二十`
        return ()
    if not era and 99 < year < 200 and language.startswith(_TAIWAN):
        era = "民國"
    return _known(gregorian(ERAS[era] + year if era else _in_years(str(year)), month, day))


def _republican(match: re.Match[str], language: str) -> Days:
    """Return the day of `115-11-20`, as the offices of Taiwan count years; elsewhere this is none."""
    if not language.startswith(_TAIWAN):
        return ()
    return _known(gregorian(ERAS["民國"] + int(match[1]), int(match[3]), int(match[4])))


def _in_figures(year: int, month: int, day: int) -> date | None:
    return iranian(year, month, day) if 1300 <= year < 1500 else gregorian(year, month, day)


def _year_first(match: re.Match[str], _language: str) -> Days:
    year, _, one, other = match.groups()
    # Month and day change places only where there is no such day otherwise: `2022-29-11`.
    first = _in_figures(int(year), int(one), int(other))
    return _known(first or _in_figures(int(year), int(other), int(one)))


def _year_last(match: re.Match[str], language: str) -> Days:
    """Return the day of `26.11.2026`, which begins with the day, or `11/26/2026`, which may begin with the month."""
    one, mark, other, figures = match.groups()
    year = _in_years(figures)
    day_first, month_first = _in_figures(year, int(other), int(one)), _in_figures(year, int(one), int(other))
    if mark == ".":
        return _known(day_first)
    is_american = language in MONTH_FIRST or (not language and mark == "/")
    return _known(month_first, day_first) if is_american else _known(day_first, month_first)


def _roman(match: re.Match[str], _language: str) -> Days:
    """Return the day of `24.XI.2026`; where blanks part it, a letter alone may be anything: `12 V 2000 mA`."""
    is_certain = len(match[2]) > 1 or len(match[0].split()) < 3
    return _known(gregorian(int(match[3]), _ROMAN.index(match[2]) + 1, int(match[1]))) if is_certain else ()


def _roman_last(match: re.Match[str], _language: str) -> Days:
    """Return the day of `2026. XI. 24.`, as Hungarian orders it."""
    return _known(gregorian(int(match[1]), _ROMAN.index(match[2]) + 1, int(match[3])))


def _era(match: re.Match[str], language: str) -> Days:
    """Return the day of `令和8.11.24` or, in Japanese alone, `R8.11.24`."""
    name, *figures = match.groups()
    if name in _ERA_LETTERS and not language.startswith("ja"):
        return ()
    year, month, day = (1 if each == "元" else int(each) for each in figures)
    return _known(gregorian(ERAS[_ERA_LETTERS.get(name, name)] + year, month, day))


def _basic(match: re.Match[str], _language: str) -> Days:
    return _known(gregorian(int(match[1]), int(match[2]), int(match[3])))


def _week(match: re.Match[str], _language: str) -> Days:
    try:
        return (date.fromisocalendar(int(match[1]), int(match[2]), int(match[3] or 1)),)
    except ValueError:
        return ()


def _ordinal(match: re.Match[str], _language: str) -> Days:
    year, number = int(match[1]), int(match[2])
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return (day,) if number and day.year == year else ()


def _month(match: re.Match[str], _language: str) -> Days:
    return _known(gregorian(int(match[1]), int(match[2]), 1))


# Forms of machines, which begin where the text does, as ISO 8601 has them.
MACHINE: tuple[Form, ...] = (
    Form(re.compile(r"\A(\d{4})-(\d\d)-(\d\d)(?!\d)"), _basic),
    Form(re.compile(r"\A(\d{4})(\d\d)(\d\d)(?=(?:T?\d{4}(?:\d\d)?)?(?!\d))"), _basic),
    Form(re.compile(r"\A(\d{4})-?W(\d\d)(?:-?([1-7]))?(?!\d)"), _week),
    Form(re.compile(r"\A((?:19|20)\d\d)-?([0-3]\d\d)(?=T|\Z)"), _ordinal),
    Form(re.compile(r"\A((?:19|20)\d\d)-(\d\d)\Z"), _month),
)
# Forms of people, anywhere in a text; of several that begin at one place the first is right.
WRITTEN: tuple[Form, ...] = (
    Form(
        re.compile(
            rf"(?:({'|'.join(ERAS)})\s?)?([\d{_HAN}]{{1,4}}|元)\s?[年년]\s?([\d{_HAN}]{{1,3}})\s?[月월]\s?"
            rf"([\d{_HAN}]{{1,3}})\s?[日号號일]?"
        ),
        _eastern,
    ),
    Form(re.compile(r"(?<![\d.,/:-])(\d{4})\s?([./–-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)"), _year_first),
    Form(re.compile(r"(?<![\d.,/:-])(1\d\d)([./-])(\d{1,2})\2(\d{1,2})(?![\d./-])"), _republican),
    Form(
        re.compile(r"(?<![\d/:-])(?<!\d[.,])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/]|[.,:-]\d)"),
        _year_last,
    ),
    Form(re.compile(rf"(?<![\d.])(\d{{1,2}})[./\s-]\s?({'|'.join(_ROMAN)})[./\s-]\s?(\d{{4}})(?!\d)"), _roman),
    Form(re.compile(rf"(?<!\d)(\d{{4}})\.\s?({'|'.join(_ROMAN)})\.\s?(\d{{1,2}})(?![\d:])"), _roman_last),
    Form(
        re.compile(
            rf"(?<![A-Za-z])({'|'.join([*ERAS, *_ERA_LETTERS])})(\d{{1,2}}|元)[./-](\d{{1,2}})[./-](\d{{1,2}})(?!\d)"
        ),
        _era,
    ),
    Form(re.compile(rf"(\d{{4}})\.\s?gada\s(\d{{1,2}})\.\s{_WORD}"), _year_day_word),
    Form(
        re.compile(rf"(?<!\d)(\d{{4}})(?:ko|\sm\.)?{_BETWEEN}{_WORD}{_BETWEEN}(\d{{1,2}})(?![\d:])"),
        _year_word_day,
    ),
    Form(
        re.compile(
            rf"(?<![\d:])(?<!\d[.,])(\d{{1,2}}){_NUMBER_ENDS}{_BETWEEN}{_OF}{_WORD}{_ARABIC_TOO}{_BETWEEN}{_OF}{_YEAR}"
        ),
        _day_word_year,
    ),
    Form(
        re.compile(
            rf"{_WORD}[\s.,/-]{{1,3}}(\d{{1,2}}){_NUMBER_ENDS}"
            r"(?:[\s.,/-]{1,3}|[\s,]{1,2}\d\d?:\d\d(?::\d\d)?\s(?:[A-Z+-][A-Z+\d:-]{2,8}\s)?)(\d{4}|'\d\d)(?![\d%])"
        ),
        _word_day_year,
    ),
)
