"""reStructuredText as markup, as far as files that are read by themselves have it
(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html).

Nothing that it names is fetched or put in its place, and raw markup in it is left out; tables stand as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from app.adapters.restructured_inline import name_of
from app.adapters.restructured_names import (
    DIRECTIVE,
    FIELD,
    LINE_OF_MARKS,
    TARGET,
    Document,
    behind_options,
    dedented,
    find_names,
    indented,
    is_under,
    options_of,
    picture,
)

# How deep things may stand in one another, and lines that a table is looked for in.
TAB, DEEPEST, MOST_ROWS = 8, 12, 100
_EXPLICIT = re.compile(r"(?:\.\.|__)(?: |$)")
_BULLET = re.compile(r"[-*+•] +|[-*+•]$")
_NUMBERED = re.compile(r"(?:[0-9]{1,3}|#|[a-z])[.)] +|\((?:[0-9]{1,3}|[a-z])\) +")
_TABLE = re.compile(r"\+[-=+]{3,}|={2,}(?: +={2,})+")
_SHOWN_AS_CODE = frozenset(("code", "code-block", "literalinclude", "parsed-literal", "prompt", "sourcecode"))
_PICTURES = frozenset(("figure", "image"))
_NOTES = frozenset(
    ("admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning")
)
_TRANSPARENT = frozenset(("class", "compound", "container", "epigraph", "topic"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A place in the lines of a document or of what is indented in it, where a block begins."""

    lines: Sequence[str]
    place: int
    document: Document
    depth: int

    def line(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.lines[place] if place < len(self.lines) else ""

    def end(self, is_end: Callable[[str], bool]) -> int:
        """Return the place of the first line behind the first one that ends the block."""
        place = self.place + 1
        while place < len(self.lines) and not is_end(self.lines[place]):
            place += 1
        return place

    def inner(self, lines: Sequence[str]) -> str:
        """Return the markup of what stands indented in this block."""
        return "".join(_blocks(lines, self.document, self.depth + 1))


_Read = tuple[int, str] | None


def restructured_markup(text: str) -> str:
    """Return reStructuredText as markup, which is neither cleaned nor are its links absolute."""
    lines = [each.expandtabs(TAB).rstrip() for each in text.split("\n")]
    document = Document()
    find_names(lines, document)
    return "\n".join(_blocks(lines, document, 0))


def _blocks(lines: Sequence[str], document: Document, depth: int) -> Iterator[str]:
    """Yield the markup of each block; what is too deep stands as it is."""
    if depth > DEEPEST:
        yield _as_it_stands(lines)
        return
    place = 0
    while place < len(lines):
        if not lines[place]:
            place += 1
            continue
        part = _Part(lines, place, document, depth)
        place, markup = next(found for read in _READERS if (found := read(part)) is not None)
        yield markup


def _title(part: _Part) -> _Read:
    """Return a title with a line of marks below it, or one above it, too; or such a line alone."""
    first, second, third = (part.line(ahead) for ahead in range(3))
    if second and not first.startswith(" ") and is_under(second, first):
        return part.place + 2, _heading(first, part.document, second[0])
    if not LINE_OF_MARKS.fullmatch(first):
        return None
    if second and third == first:
        return part.place + 3, _heading(second.strip(), part.document, first[0] * 2)
    return (part.place + 1, "<hr>") if not second and len(first) > 3 else None


def _heading(words: str, document: Document, kind: str) -> str:
    level, name = document.level(kind), name_of(words).replace(" ", "-")
    return f'<h{level} id="{escape(name)}">{document.inline([words])}</h{level}>'


def _explicit(part: _Part) -> _Read:
    """Return what a directive stands for; comments, names and what only its own program understands say nothing."""
    first = part.line()
    if not _EXPLICIT.match(first):
        return None
    body = indented(part.lines, part.place + 1)
    target, found, behind = TARGET.fullmatch(first), DIRECTIVE.fullmatch(first), part.place + 1 + len(body)
    if target and target["name"] and not target["url"]:
        return behind, f'<a id="{escape(name_of(target["name"]).replace(" ", "-"))}"></a>'
    if found is None or found["drawn"]:
        return behind, ""
    return behind, _directive(found["name"], found["value"].strip(), body, part)


def _directive(name: str, value: str, body: Sequence[str], part: _Part) -> str:
    options, rest = options_of(body), dedented(behind_options(body))
    if name in _PICTURES:
        return f"<p>{picture(value, options)}</p>{part.inner(rest)}"
    if name in _SHOWN_AS_CODE:
        return _as_it_stands(rest)
    if name in _NOTES:
        has_title = name == "admonition"
        inner = part.inner(rest if has_title or not value else [value, *rest])
        return f"<blockquote><p><b>{escape(value if has_title else name.title())}</b></p>{inner}</blockquote>"
    return part.inner(rest) if name in _TRANSPARENT else ""


def _table(part: _Part) -> _Read:
    """Return a table as it stands: one of grids up to an empty line, a simple one up to its last line of marks."""
    first = part.line()
    if not _TABLE.fullmatch(first):
        return None
    end = part.end(lambda each: not each)
    if not first.startswith("+"):
        ends = (part.place + at for at in range(1, MOST_ROWS) if part.line(at) == first and not part.line(at + 1))
        end = next(ends, end - 1) + 1
    return end, _as_it_stands(part.lines[part.place : end])


def _items(part: _Part) -> _Read:
    """Return a list: items of one kind, and what is indented below each."""
    kind, tag = (_BULLET, "ul") if _BULLET.match(part.line()) else (_NUMBERED, "ol")
    place, said = part.place, list[str]()
    while place < len(part.lines):
        mark = kind.match(part.lines[place])
        if mark is None:
            break
        body = indented(part.lines, place + 1)
        said.append(f"<li>{part.inner([part.lines[place][mark.end() :], *dedented(body)])}</li>")
        place += 1 + len(body)
    return (place, f"<{tag}>{''.join(said)}</{tag}>") if said else None


def _fields(part: _Part) -> _Read:
    found = FIELD.fullmatch(part.line())
    if found is None:
        return None
    body = indented(part.lines, part.place + 1)
    said = part.document.inline([found["value"], *body])
    return part.place + 1 + len(body), f"<p><b>{escape(found['name'])}:</b> {said}</p>"


def _typed(part: _Part) -> _Read:
    """Return what is typed at a prompt, or lines that have a mark each and are kept apart."""
    if not part.line().startswith((">>> ", "| ")):
        return None
    end = part.end(lambda each: not each)
    lines = part.lines[part.place : end]
    if lines[0].startswith(">"):
        return end, _as_it_stands(lines)
    return end, f"<p>{'<br>'.join(part.document.inline([each.lstrip('| ')]) for each in lines)}</p>"


def _quote(part: _Part) -> _Read:
    if not part.line().startswith(" "):
        return None
    body = indented(part.lines, part.place)
    return part.place + len(body), f"<blockquote>{part.inner(dedented(body))}</blockquote>"


def _text(part: _Part) -> _Read:
    """Return a paragraph with the code that it says it has behind it, or a word with what it means below it."""
    end = part.end(lambda each: not each or each.startswith(" "))
    said, body = list(part.lines[part.place : end]), indented(part.lines, end)
    behind = end + len(body)
    if said[-1].endswith("::"):
        said[-1] = said[-1][:-1] if said[-1][:-2].rstrip() == said[-1][:-2] != "" else said[-1][:-2]
        words = part.document.inline(said).strip()
        return behind, (f"<p>{words}</p>" if words else "") + _as_it_stands(dedented(body))
    if body and body[0]:
        return (
            behind,
            f"<p><b>{part.document.inline(said)}</b></p><blockquote>{part.inner(dedented(body))}</blockquote>",
        )
    return end, f"<p>{part.document.inline(said)}</p>"


def _as_it_stands(lines: Sequence[str]) -> str:
    words = "\n".join(lines).strip("\n")
    return f"<pre>{escape(words)}</pre>" if words.strip() else ""


# The first that knows what a block is reads it; the last knows all.
_READERS: tuple[Callable[[_Part], _Read], ...] = (_explicit, _table, _title, _fields, _items, _typed, _quote, _text)
