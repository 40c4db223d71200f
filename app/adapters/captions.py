"""Captions of films as paragraphs: what is said, in YouTube's JSON (`events`), or in either of its XMLs (`transcript`
with `text`, `timedtext` with `p`).
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.adapters.adapter import paragraph
from app.errors import NoText
from app.feeds.xml_tree import attributes_of, document, name_of
from app.models import Paragraph
from app.text.normalize import line

# Seconds of silence behind which a new paragraph begins, and characters: behind the first it ends with a sentence,
# behind the second in any case, since what a machine has heard has none.
PAUSE, LONG, LONGEST = 4.0, 400, 700
MOST_CAPTIONS = 20_000
_ENDS = (".", "!", "?", "…", "。", "！", "？")


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said from one second to another."""

    begin: float
    end: float
    text: str


def paragraphs_of(answer: Any) -> tuple[Paragraph, ...]:
    """Return what is said in captions; nothing where they are none."""
    found = _of_json(answer) if isinstance(answer, dict) else _of_xml(answer) if isinstance(answer, str) else ()
    said = [each for each in islice(found, MOST_CAPTIONS) if each.text]
    return tuple(map(paragraph, _joined(said)))


def _of_json(answer: dict[str, Any]) -> Iterator[Caption]:
    events = answer.get("events")
    for event in events if isinstance(events, list) else ():
        if isinstance(event, dict) and isinstance(event.get("segs"), list):
            parts = (each.get("utf8") for each in event["segs"] if isinstance(each, dict))
            text = "".join(part for part in parts if isinstance(part, str))
            yield _caption(event.get("tStartMs"), event.get("dDurationMs"), 1000, text)


def _of_xml(text: str) -> Iterator[Caption]:
    """Yield what is said, by the parser of feeds: no entities, no files, no network."""
    try:
        tree = document(text)
    except NoText:
        return
    for element in tree.iter() if tree is not None and name_of(tree) in ("transcript", "timedtext") else ():
        if name_of(element) not in ("p", "text"):
            continue
        values = attributes_of(element)
        begin, length, unit = (
            (values.get("t"), values.get("d"), 1000)
            if name_of(element) == "p"
            else (values.get("start"), values.get("dur"), 1)
        )
        # What is escaped in a text that is escaped once more stands there as its code.
        yield _caption(begin, length, unit, html.unescape("".join(element.itertext())))


def _caption(begin: object, length: object, unit: int, text: str) -> Caption:
    start = _seconds(begin) / unit
    return Caption(start, start + _seconds(length) / unit, line(text))


def _seconds(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def _joined(captions: list[Caption]) -> Iterator[str]:
    """Yield paragraphs."""
    text, end = "", 0.0
    for each in captions:
        is_over = len(text) >= LONGEST or (len(text) >= LONG and text.endswith(_ENDS)) or each.begin - end >= PAUSE
        if text and is_over:
            yield text
            text = ""
        text, end = f"{text} {each.text}".strip(), each.end
    if text:
        yield text
