"""Guides as JSON-LD has them (https://schema.org/Recipe, HowTo, FAQPage): what is needed, done, asked.

Many sites draw the card of a recipe by a script, and search engines have them say it here once more.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.extract.metadata.evidence import decoded

_MOST = 300  # ingredients, steps, and parts of them that are looked at
_DEEPEST = 5
_LONGEST_AMOUNT = 60  # characters of what it makes
_LINE_ENDS = re.compile(r"[\r\n]+|<(?:br|/?p|/?li|/?div|/?ol|/?ul)\b[^<>]{0,300}>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]{0,300}>", re.IGNORECASE)
_NUMBER = re.compile(r"\A\d{1,2}[.)]\s+")
# ISO 8601, without the years and months of which no dish takes any.
_TIME = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Steps under a heading, or under none."""

    heading: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A recipe, another instruction, or answers to questions, each of them a part under its question (`is_answers`).

    `amount` is how much it makes and `time` how long it takes, as they are shown. Any may be empty.
    """

    name: str = ""
    amount: str = ""
    time: str = ""
    ingredients: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    is_answers: bool = False

    def __bool__(self) -> bool:
        return bool(self.ingredients or self.parts)


NO_GUIDE = Guide()


def recipe_of(node: Mapping[str, Any]) -> Guide:
    """Return the recipe that a node of JSON-LD is."""
    given = node.get("recipeIngredient") or node.get("ingredients")
    return Guide(
        _first(node.get("name")),
        _amount(node.get("recipeYield") or node.get("yield")),
        _time(_first(node.get("totalTime"))),
        tuple(islice(lines_of(given), _MOST)),
        tuple(_parts(node.get("recipeInstructions"))),
    )


def instruction_of(node: Mapping[str, Any]) -> Guide:
    """Return the instruction that a node of JSON-LD is (`HowTo`); what it needs are its tools and supplies."""
    needs = [each for key in ("supply", "tool") for each in _listed(node.get(key))]
    names = (_first(each.get("name") if isinstance(each, dict) else each) for each in needs)
    return Guide(
        _first(node.get("name")),
        "",
        _time(_first(node.get("totalTime"))),
        tuple(filter(None, names)),
        tuple(_parts(node.get("step") or node.get("steps"))),
    )


def answers_of(nodes: Iterable[Mapping[str, Any]]) -> Guide:
    """Return the questions of pages of questions and answers (`FAQPage`) with their answers."""
    questions = (each for node in nodes for each in _listed(node.get("mainEntity")) if isinstance(each, dict))
    parts = []
    for each in islice(questions, _MOST):
        answer = next(iter(_listed(each.get("acceptedAnswer"))), None)
        said = " ".join(islice(lines_of(answer.get("text")), _MOST)) if isinstance(answer, dict) else ""
        if said and (asked := _first(each.get("name"))):
            parts.append(Part(asked, (said,)))
    return Guide(parts=tuple(parts), is_answers=True)


def _listed(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else [value] if value else []


def _first(value: object) -> str:
    return next(lines_of(value), "")


def _amount(value: object) -> str:
    """Return the longest way in which it is said: often a list of a number and of the number with its word."""
    values = value[:_MOST] if isinstance(value, list) else [value]
    said = [f"{each:g}" if isinstance(each, int | float) else _first(each) for each in values]
    longest = max(said, key=len, default="")
    return longest if any(map(str.isalpha, longest)) and len(longest) <= _LONGEST_AMOUNT else ""


def _time(said: str) -> str:
    """Return a length of time in the signs for hours and minutes, which are those of all languages."""
    found = _TIME.fullmatch(said)
    if found is None:
        return ""
    days, hours, minutes = (int(each or 0) for each in found.groups())
    hours, minutes = divmod((days * 24 + hours) * 60 + minutes, 60)
    return " ".join(f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number)


def lines_of(value: object) -> Iterator[str]:
    """Yield the lines of a text, which may be markup or stand in a list, without the numbers before them."""
    if isinstance(value, list):
        for each in value[:_MOST]:
            yield from lines_of(each) if isinstance(each, str) else ()
    elif isinstance(value, str):
        for each in _LINE_ENDS.split(value if "<" in value else html.unescape(value)):
            if said := _NUMBER.sub("", decoded(_INLINE.sub("", each)), 1):
                yield said


def _parts(value: object) -> Iterator[Part]:
    """Yield the steps in texts, nodes (`HowToStep`), and lists of these, those of a `HowToSection` under its name."""
    loose: list[str] = []
    for each in value[:_MOST] if isinstance(value, list) else [value]:
        steps = each.get("itemListElement") if isinstance(each, dict) else None
        if isinstance(each, dict) and steps and not each.get("text"):
            yield from _part("", loose)
            loose = []
            yield from _part(_first(each.get("name")), list(islice(_steps(steps), _MOST)))
        else:
            loose += islice(_steps(each), _MOST)
    yield from _part("", loose)


def _part(heading: str, steps: Sequence[str]) -> Iterator[Part]:
    if steps:
        yield Part(heading, tuple(steps[:_MOST]))


def _steps(value: object, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:_MOST]:
            yield from _steps(each, depth + 1)
    elif isinstance(value, dict):
        inner = value.get("text") or value.get("itemListElement") or value.get("item") or value.get("name")
        yield from _steps(inner, depth + 1)
    else:
        yield from lines_of(value)
