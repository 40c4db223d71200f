"""Lines of a book that begin a part of it: `CHAPTER IV.`, `Erstes Kapitel`, `ACT I`, `XII`, `Letter 3`, `PREFACE`."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.models import Block, Heading, Paragraph, Run, text_of
from app.text.normalize import line

# Longer ones are sentences; in characters and in lines, of which those behind the first are a title.
LONGEST, MOST_LINES = 120, 3
# Levels: what has chapters, chapters, what chapters may have, numbers alone.
PARTS, CHAPTERS, SCENES, NUMBERS = 2, 3, 4, 5
# What is counted, in the languages of most books.
COUNTED = {
    PARTS: (
        "act acte acto akt atto band boek book buch cuaderno deel libro livre parte part partie teil tome tomo volume"
    ),
    CHAPTERS: (
        "canto capitolo capitulo capítulo chant chapter chapitre gesang hoofdstuk kapitel kapittel letter lettre "
        "section stave"
    ),
    SCENES: "escena scena scene scène sonnet szene",
}
# What stands once, on a line by itself.
ALONE = frozenset(
    (
        "afterword",
        "appendix",
        "author's note",
        "conclusion",
        "dedication",
        "einleitung",
        "epilog",
        "epilogue",
        "foreword",
        "glossary",
        "introduction",
        "introductory",
        "nachwort",
        "postscript",
        "preface",
        "prolog",
        "prologue",
        "préface",
        "vorwort",
        "épilogue",
    )
)
_LEVELS = {name: level for level, names in COUNTED.items() for name in names.split()}
_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last"
)
_WORDS = rf"(?:the )?(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES})"
# Of other languages, which have them before what is counted or behind it.
_ORDINALS = (
    "premier|première|deuxième|seconde|troisième|quatrième|cinquième|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|"
    "quint[ao]|prim[ao]|second[ao]|terz[ao]|quart[ao]|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|"
    "sechste[rs]?|siebente[rs]?|siebte[rs]?|achte[rs]?|neunte[rs]?|zehnte[rs]?|elfte[rs]?|zwölfte[rs]?"
)
_NAME = "|".join(_LEVELS)
_COUNTED = re.compile(
    rf"(?:(?P<name>{_NAME})[ .]{{1,9}}(?:{_ROMAN}|[0-9]{{1,3}}|{_WORDS}|{_ORDINALS})"
    rf"|(?:[0-9]{{1,3}}\.|(?:{_WORDS}|{_ORDINALS})) (?P<named>{_NAME}))"
    rf"(?![\w'’])(?P<title>.{{0,{LONGEST}}})",
    re.IGNORECASE,
)
# What may stand between the number and a title.
_MARK = re.compile(r"\s*[.:)\]—–-]|\s{2,}|$")
_NUMBER = re.compile(rf"{_ROMAN.upper()}\.?(?: {{1,9}}[^a-zß-öø-ÿ]{{1,{LONGEST}}})?")


def heading_of(lines: Sequence[str]) -> Heading | None:
    """Return the subhead that the lines of one part are, or None where they are text."""
    first = lines[0].strip().strip("_[]").strip()
    if len(lines) > MOST_LINES or not first or first[0].islower() or sum(map(len, lines)) > LONGEST:
        return None
    level = _level_of(first, len(lines) > 1)
    if level is None:
        return None
    words = [line(each).strip("_[] ") for each in lines]
    return Heading(level, (Run(" ".join(filter(None, words))),))


def _level_of(first: str, has_more: bool) -> int | None:
    """Return the level of a subhead by its first line, or None where it is none."""
    counted = _COUNTED.fullmatch(first)
    if counted and (_MARK.match(counted["title"]) or counted["title"].isupper()):
        return _LEVELS[(counted["name"] or counted["named"]).lower()]
    if has_more:
        return None
    if first.rstrip(".:").lower().replace("’", "'") in ALONE:
        return CHAPTERS
    return NUMBERS if _NUMBER.fullmatch(first) else None


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which the lines of a list of contents are no subheads.

    Where several follow one another without a text, those are the book's own list; only the last of each level has a
    text behind it. A title in capitals behind a subhead goes along with it.
    """
    found = list[Block]()
    for is_heading, group in groupby(blocks, lambda block: isinstance(block, Heading)):
        part = list(group)
        found += _last_ones(part) if is_heading else _untitled(found, part)
    return found


def _last_ones(run: Sequence[Block]) -> Iterator[Block]:
    levels = [block.level for block in run if isinstance(block, Heading)]
    for place, block in enumerate(run):
        is_last = isinstance(block, Heading) and block.level not in levels[place + 1 :]
        yield block if is_last else Paragraph((Run(text_of(block)),))


def _untitled(before: list[Block], group: list[Block]) -> list[Block]:
    """Return blocks without the title of the subhead that stands last before them, which gets it."""
    head, first = before[-1] if before else None, group[0]
    title = text_of(first)
    if isinstance(head, Heading) and isinstance(first, Paragraph) and title.isupper() and len(title) <= LONGEST / 2:
        before[-1] = Heading(head.level, (*head.runs, Run(f" {title}")))
        return group[1:]
    return group
