"""The text between two block elements as runs and paragraphs: what folds, what joins, and what ends a line."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from app.extract.article import sanitize
from app.models import Paragraph, Run, Runs
from app.text.normalize import squeeze

# Letters for the looks of a run.
MARKS = {
    "b": "b",
    "cite": "i",
    "code": "c",
    "em": "i",
    "i": "i",
    "kbd": "c",
    "samp": "c",
    "strong": "b",
    "sub": "s",
    "sup": "u",
    "tt": "c",
    "var": "i",
}
INDENT = "\u00a0"  # stands for each column by which a line of verse is set in
_BLANK = f" \n{INDENT}"
_SPACE = Run(" ")
_MOST_INDENT = 24
# Spaces that do not fold in a browser, each with its columns.
_WIDE = {"\u00a0": 1, "\u2002": 2, "\u2003": 4, "\u2007": 1, "\u3000": 2}
_SPACES = re.compile(r"(\s{2,}|[\u2003\u3000])")
_UNFOLDED = re.compile(f"[{''.join(_WIDE)}]")
_PLACE = re.compile(f"{sanitize.PLACE_BEGINS}([0-9]{{1,4}}){sanitize.PLACE_ENDS}")
_TO_PLACE = re.compile(r"#[0-9]{1,4}")
_MAILTO = re.compile(r"mailto:[\w.+-]+@[\w.-]+", re.ASCII | re.IGNORECASE)


def run_of(text: str | None, marks: str, href: str) -> Iterator[Run]:
    """Yield the runs that a text node is: a new one where a place begins; spaces that do not fold become indents."""
    if not text:
        return
    if not marks and not href and text.isascii() and text.isspace():
        yield _SPACE  # half of all texts are line ends between two elements
        return
    if sanitize.PLACE_BEGINS not in text:
        yield Run(_folded_spaces(sanitize.show(text)), marks, href)
        return
    before, *placed = _PLACE.split(sanitize.show(text))
    if before:
        yield Run(_folded_spaces(before), marks, href)
    for name, said in zip(placed[::2], placed[1::2], strict=True):
        yield Run(_folded_spaces(said), marks, href, name)


def without_places(text: str) -> str:
    """Return a text without the signs of the places in it."""
    return _PLACE.sub("", text)


def _folded_spaces(said: str) -> str:
    if said.isascii() or not _UNFOLDED.search(said):
        return squeeze(said)
    # `squeeze` would fold the indents too.
    return "".join(_indent(part) if odd % 2 else squeeze(part) for odd, part in enumerate(_SPACES.split(said)))


def _indent(spaces: str) -> str:
    columns = sum(_WIDE.get(each, 0) for each in spaces)
    return INDENT * min(columns, _MOST_INDENT) if columns >= 2 else " "


def link_of(element: HtmlElement) -> str:
    """Return the address of a link; the sanitiser lets some through that are none, so each is checked again."""
    href: str = sanitize.show(element.get("href") or "")
    if href.startswith(("http://", "https://")) or _MAILTO.fullmatch(href) or _TO_PLACE.fullmatch(href):
        return href
    return ""


def paragraphs_of(runs: list[Run]) -> Iterator[Paragraph]:
    """Yield the paragraphs in a stretch of runs: two line breaks end one."""
    if not any(run.text.strip(_BLANK) for run in runs):
        return
    current: list[Run] = []
    breaks = 0
    for run in runs:
        breaks = breaks + 1 if run.text == "\n" else breaks if not run.text.strip() else 0
        if breaks >= 2:
            yield from _paragraph(current)
            current = []
        else:
            current.append(run)
    yield from _paragraph(current)


def _paragraph(runs: list[Run]) -> Iterator[Paragraph]:
    joined = joined_runs(runs)
    if joined:
        yield Paragraph(joined)


def joined_runs(runs: list[Run]) -> Runs:
    """Return runs with neighbours of one look joined, single spaces, and no space or break at the ends.

    Lines keep their indents, the first of them only where others follow.
    """
    if not runs:
        return ()
    found: list[Run] = []
    ended = True  # a space now would stand at the beginning of a line
    for run in runs:
        text = _folded(run.text, not found or found[-1].text.endswith("\n")) if INDENT in run.text else run.text
        text = text.lstrip(" ") if ended else text
        if not text:
            continue
        if text == "\n" and found:
            found[-1] = _with(found[-1], found[-1].text.rstrip(f" {INDENT}"))
        if found and not run.name and found[-1].marks == run.marks and found[-1].href == run.href:
            found[-1] = _with(found[-1], found[-1].text + text)
        else:
            found.append(_with(run, text))
        ended = text.endswith((" ", "\n", INDENT))
    return _without_edges(found)


def _with(run: Run, text: str) -> Run:
    """Return a run with another text; `dataclasses.replace` takes four times as long."""
    return run if text == run.text else Run(text, run.marks, run.href, run.name)


def _folded(text: str, begins_line: bool) -> str:
    """Return a text with no indent but at its beginning, and there only where that begins a line."""
    rest = text.lstrip(f" {INDENT}")
    indent = text[: len(text) - len(rest)]
    kept = indent.replace(" ", "") if begins_line else " " * bool(indent)
    return kept + re.sub(f"[ {INDENT}]+", " ", rest)


def _without_edges(runs: list[Run]) -> Runs:
    text = "".join(run.text for run in runs).strip(_BLANK)
    front = " \n" if "\n" in text else _BLANK
    while runs and not runs[-1].text.rstrip(_BLANK):
        runs.pop()
    while runs and not runs[0].text.lstrip(front):
        runs.pop(0)
    if runs:
        runs[0] = _with(runs[0], runs[0].text.lstrip(front))
        runs[-1] = _with(runs[-1], runs[-1].text.rstrip(_BLANK))
    return tuple(run for run in runs if run.text)
