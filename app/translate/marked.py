"""A line of text as markup for an engine, its links and looks as numbered tags; and what comes back as runs again.

What comes back is anybody's: of tags only ours count, each once; all else is text. Where one is missing, twice there or
within another, there is no telling which words it was around.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape

from app.extract.article.runs import INDENT, joined_runs
from app.models import Run, Runs
from app.text.normalize import squeeze

# Of code, and of what stands above and below the line (numbers of notes), the text stays as it is.
_FIXED = frozenset("csu")
# A translation may be longer, but not by so much.
_MOST_GROWTH, _LEAST_ROOM = 8, 400
_TAG = re.compile(r"<[/A-Za-z!?][^<>]{0,60}>")
_OPENS = re.compile(r"<(a|code) +id *= *[\"']?([0-9]{1,4})[\"']? *>", re.IGNORECASE)
_CLOSES = re.compile(r"</(a|code) *>", re.IGNORECASE)


class Lost(ValueError):
    """What came back has not the tags that went there."""


def is_plain(line: Runs) -> bool:
    """Say whether a line has neither links nor looks."""
    return not any(run.marks or run.href or run.name for run in line)


def is_translated(line: Runs) -> bool:
    """Say whether there is anything in a line for an engine to translate."""
    return any(each.isalpha() for run in line if not _is_fixed(run) for each in run.text)


def marked(line: Runs) -> str:
    """Return a line as markup."""
    return "".join(_marked(place, run) for place, run in enumerate(line))


def bare(line: Runs) -> str:
    """Return the text of a line as markup without tags."""
    return escape(_text(line).strip(f" {INDENT}"), quote=False)


def runs_in(line: Runs, answer: str) -> Runs:
    """Return `line` with the words of `answer`, which was made of its markup. Raises `Lost`."""
    if len(answer) > _MOST_GROWTH * len(_text(line)) + _LEAST_ROOM:
        raise Lost
    found, inside, left = list[Run](), "", dict(_tagged(line))
    for tag, text in _pieces(answer):
        if tag and not inside:
            inside = _opened(tag, left)
            found += [left[inside]] if _is_fixed(left[inside]) else []
        elif tag:
            _close(tag, left.pop(inside))
            inside = ""
        if not inside:
            found.append(Run(squeeze(text)))
        elif not _is_fixed(left[inside]):
            found.append(replace(left[inside], text=_said(text)))
    if left:
        raise Lost
    return _whole(line, found)


def runs_behind(line: Runs, answer: str) -> Runs:
    """Return the words of `answer`, which was made of the bare text of `line`; behind them the links as they were.

    Raises `Lost` where there are none.
    """
    if len(answer) > _MOST_GROWTH * len(_text(line)) + _LEAST_ROOM:
        raise Lost
    words = squeeze(unescape(_TAG.sub("", answer)))
    if not words.strip():
        raise Lost
    kept = [run for run in line if run.href or run.name]
    behind = [part for run in kept for part in (Run(" ["), run, Run("]"))]
    return _whole(line, [Run(words.rstrip()), *behind])


def _marked(place: int, run: Run) -> str:
    text = run.text.replace(INDENT, " ")
    words = text.strip()
    if is_plain((run,)) or not words:
        return escape(text, quote=False)
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    tag = _tag(run)
    return f'{before}<{tag} id="{place}">{escape(words, quote=False)}</{tag}>{behind}'


def _tagged(line: Runs) -> Iterator[tuple[str, Run]]:
    """Yield each run that has a tag in the markup, by its number, without space around its text."""
    for place, run in enumerate(line):
        if run.text.strip(f" {INDENT}") and not is_plain((run,)):
            yield str(place), replace(run, text=run.text.strip(f" {INDENT}"))


def _pieces(answer: str) -> Iterator[tuple[str, str]]:
    """Yield the text in front of the first tag behind no tag, and each tag with the text behind it."""
    end, tag = 0, ""
    for found in _TAG.finditer(answer):
        yield tag, unescape(answer[end : found.start()])
        end, tag = found.end(), found[0]
    yield tag, unescape(answer[end:])


def _opened(tag: str, left: dict[str, Run]) -> str:
    """Return the number of the run that a tag begins, one of those that are `left`. Raises `Lost`."""
    found = _OPENS.fullmatch(tag)
    number = str(int(found[2])) if found else ""
    if found is None or number not in left or found[1].lower() != _tag(left[number]):
        raise Lost
    return number


def _close(tag: str, run: Run) -> None:
    """Raise `Lost` where a tag does not end that of `run`."""
    found = _CLOSES.fullmatch(tag)
    if found is None or found[1].lower() != _tag(run):
        raise Lost


def _said(text: str) -> str:
    """Return the words within a tag. Raises `Lost` where there are none."""
    words = squeeze(text)
    if not words.strip():
        raise Lost
    return words


def _whole(line: Runs, found: list[Run]) -> Runs:
    """Return runs as a line, which is set in as the one that it was. Raises `Lost` where it has no text."""
    runs = joined_runs(found)
    if not runs:
        raise Lost
    lead = _text(line)[: len(_text(line)) - len(_text(line).lstrip(INDENT))]
    return (Run(lead), *runs) if lead else runs


def _tag(run: Run) -> str:
    """Return the tag of a run; what is in `code` no engine translates."""
    return "code" if _is_fixed(run) else "a"


def _is_fixed(run: Run) -> bool:
    return not _FIXED.isdisjoint(run.marks)


def _text(line: Runs) -> str:
    return "".join(run.text for run in line)
