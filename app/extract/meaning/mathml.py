"""MathML as a line of text (MathML Core, and what MathML 3 has besides): `3/4`, `E = mc^2`, `sqrt(2)`."""

from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from app.extract.meaning.symbols import (
    ACCENTS,
    WORDS,
    closed_up,
    fraction,
    grouped,
    in_brackets,
    lowered_by,
    raised_to,
    root,
)
from app.extract.meaning.tex import tex_line
from app.text.normalize import line

_DEEPEST = 60
# Operators that stand between spaces; all others close up.
_SPACED = frozenset("=<>≤≥≠≈≡≅∼≃∝→←↔⇒⇐⇔↦∈∉∋⊂⊃⊆⊇∪∩∧∨⊕⊗∣|+−-±∓×÷⋅·*∗:∀∃∴∵≪≫⊥") - frozenset("|:*")
_SIGNS = frozenset("+−-±∓")  # where nothing stands before them they are those of a number
_BIG = frozenset("∑∏∐∫∬∮⋂⋃⋀⋁") | {"lim", "max", "min", "sup", "inf", "limsup", "liminf"}
_OPENING, _CLOSING = frozenset("([{⟨‖⌊⌈"), frozenset(")]}⟩⌋⌉")
_FUNCTIONS = (
    "arccos arcsin arctan cos cosh cot det dim exp gcd inf ker lim ln log max min mod sin sinh sup tan tanh".split()
)
_NAMES = frozenset([*_FUNCTIONS, *(word for word in WORDS.values() if word.isalpha() and len(word) > 1)])
_SKIPPED = frozenset({"annotation", "annotation-xml", "mphantom", "none", "mprescripts"})
_BELOW, _ABOVE = frozenset({"msub", "munder"}), frozenset({"msup", "mover"})


def local_name(element: HtmlElement) -> str:
    """Return the name of an element without the prefix that publishers' files have (`mml:math`)."""
    return str(element.tag).rpartition(":")[2]


def mathml_line(math: HtmlElement) -> str:
    """Return what a `math` element says as a line of text; its own words for it where it has no presentation."""
    names = {local_name(each) for each in math.iterdescendants()}
    if not names.isdisjoint({"mi", "mn", "mo", "mtext", "ms"}):
        return closed_up(_row([math], 0))
    source = line(math.get("alttext") or "") or next(_annotations(math), "")
    return tex_line(source) if source else line(math.text_content())


def _annotations(math: HtmlElement) -> Iterator[str]:
    for each in math.iterdescendants():
        if local_name(each) == "annotation" and "tex" in (each.get("encoding") or "").lower():
            yield line(each.text_content())


def _row(elements: Sequence[HtmlElement], depth: int) -> str:
    """Return elements one after the other, apart where they would run together."""
    said = ""
    for element in elements:
        piece = _said(element, depth + 1)
        if piece and said and _runs_together(said, piece):
            said += " "
        if local_name(element) == "mo" and piece.strip() in _SIGNS and (not said.strip() or _wants_number(said)):
            piece = piece.strip()
        said += piece
    return said


def _wants_number(said: str) -> bool:
    return said.rstrip()[-1:] in _OPENING | frozenset("=<>≤≥≠≈,;/×÷")


def _runs_together(before: str, after: str) -> bool:
    """Say whether two pieces would be read as one: two numbers, or a name and a letter."""
    if not (before[-1].isalnum() and after[0].isalnum()):
        return False
    two_numbers = before[-1].isdigit() and after[0].isdigit()
    return two_numbers or after in _NAMES or before.rpartition(" ")[2].partition("^")[0] in _NAMES


def _said(element: HtmlElement, depth: int) -> str:
    name = local_name(element)
    if name in _SKIPPED or depth > _DEEPEST:
        return ""
    if name in ("mi", "mn", "ms", "mtext"):
        return _token(line(element.text_content()), name)
    if name == "mo":
        return _operator(line(element.text_content()))
    if name == "mspace":
        return " "
    children = [child for child in element if local_name(child) not in ("annotation", "annotation-xml")]
    known = _SCHEMATA.get(name)
    return known(element, children, depth) if known else _row(children, depth)


def _token(text: str, name: str) -> str:
    if name == "mtext":
        return f" {text} "
    return "".join(WORDS.get(each, each) for each in text) if len(text) == 1 else text


def _operator(text: str) -> str:
    if text in ("", "\u2061", "\u2062", "\u2063", "\u2064"):  # invisible: apply, times, comma, plus
        return ""
    said = WORDS.get(text, text)
    if text in _SPACED or (said.isalpha() and len(said) > 1) or " " in said:
        return f" {said} "
    return f"{said} " if text in (",", ";") else said


def _fraction(element: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    above, below = _parts(children, 2, depth)
    if (element.get("linethickness") or "").strip() in ("0", "0px", "0pt"):
        return f"{above} choose {below}"
    return fraction(above, below)


def _parts(children: Sequence[HtmlElement], count: int, depth: int) -> list[str]:
    said = [closed_up(_row([child], depth)) for child in children[:count]]
    return [*said, *[""] * (count - len(said))]


def _square_root(_: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    return root(closed_up(_row(children, depth)))


def _root(_: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    inside, degree = _parts(children, 2, depth)
    return root(inside, degree)


def _scripts(element: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    """Return a base with what is set at its corners, or over and under it."""
    name = local_name(element)
    base, first, second = _parts(children, 3, depth)
    below, above = (first, "") if name in _BELOW else ("", first) if name in _ABOVE else (first, second)
    if name.startswith(("mu", "mo")):
        accents = [ACCENTS[each] for each in (below, above) if each in ACCENTS]
        if accents:
            return f"{accents[0]}({base})"
        if not _is_big(children[:1]):
            return "".join([base, *(f" ({each})" for each in (below, above) if each not in ("", "︸", "⏟", "⏞", "︷"))])
    said = raised_to(lowered_by(in_brackets(base), below), above)
    return f"{said} " if _is_big(children[:1]) else said


def _is_big(base: Sequence[HtmlElement]) -> bool:
    return any(line(each.text_content()) in _BIG for each in base)


def _corners(_: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    """Return a base with scripts at all of its corners, as isotopes have them: `^14_6 C`."""
    names = [local_name(child) for child in children]
    split = names.index("mprescripts") if "mprescripts" in names else len(children)
    base = closed_up(_row(children[:1], depth))
    behind, before = children[1:split], children[split + 1 :]
    front = "".join(
        sign + grouped(said)
        for sign, each in zip("_^" * len(before), before, strict=False)
        if (said := closed_up(_row([each], depth)))
    )
    for index, power in zip(behind[::2], [*behind[1::2], None], strict=False):
        low = closed_up(_row([index], depth))
        high = "" if power is None else closed_up(_row([power], depth))
        base = raised_to(lowered_by(base, low), high)
    return front + base


def _fenced(element: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    begin, end = element.get("open") or "(", element.get("close") or ")"
    sign = (element.get("separators") or ",").strip()[:1]
    return f"{begin}{f'{sign} '.join(closed_up(_row([child], depth)) for child in children)}{end}"


def _table(element: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    """Return a matrix as `a, b; c, d`, and rows of anything else one after the other."""
    before = element.getprevious()
    fence = "" if before is None else line(before.text_content())[-1:]
    sign = ", " if fence in ("(", "[", "|", "‖") else " "
    rows = (sign.join(said for cell in row if (said := closed_up(_row([cell], depth + 1)))) for row in children)
    return "; ".join(row for row in rows if row)


def _first(_: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    return _row(children[:1], depth)


def _enclosed(element: HtmlElement, children: list[HtmlElement], depth: int) -> str:
    said = _row(children, depth)
    return root(closed_up(said)) if "radical" in (element.get("notation") or "") else said


_SCHEMATA: dict[str, Callable[[HtmlElement, list[HtmlElement], int], str]] = {
    "maction": _first,
    "menclose": _enclosed,
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mmultiscripts": _corners,
    "mover": _scripts,
    "mroot": _root,
    "msqrt": _square_root,
    "msub": _scripts,
    "msubsup": _scripts,
    "msup": _scripts,
    "mtable": _table,
    "munder": _scripts,
    "munderover": _scripts,
    "semantics": _first,
}
