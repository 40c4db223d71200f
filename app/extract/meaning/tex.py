"""Formulas in TeX as a line of text: `\\frac{a}{b}` is `a/b`, `\\sqrt{2}` is `sqrt(2)`.

Only what authors of web pages write is known (the commands of MathJax, as far as they mean something on one line);
of any other command the name stays. Nothing is expanded, so the time is linear in the length of the formula.
"""

import re
from collections.abc import Callable

from app.extract.meaning.symbols import ACCENTS, COMMANDS, closed_up, fraction, in_brackets, lowered_by, raised_to, root

LONGEST = 4_000  # characters; a longer formula stays as it is written
_DEEPEST = 30  # levels of braces and commands; deeper ones are read as if they stood side by side

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_&~]|'+|[^\\{}^_&~']+", re.DOTALL)
# Commands whose one argument is what they say in another look.
_LOOKS = frozenset(
    "bf bm boldsymbol boxed ce displaystyle emph hbox it mathbb mathbf mathcal mathfrak mathit mathop mathrm mathscr "
    "mathsf mathtt mbox operatorname pmb rm scriptstyle sf substack tag text textbf textit textnormal textrm textsf "
    "textstyle texttt".split()
)
_NOTHING = frozenset(
    "Big Bigg Biggl Biggr Bigl Bigr big bigg biggl biggr bigl bigr hline left limits middle nolimits nonumber "
    "notag right".split()
)
_SPACES = {"\\,": " ", "\\:": " ", "\\;": " ", "\\ ": " ", "\\!": "", "\\quad": " ", "\\qquad": " ", "~": " "}
_DROPPED = frozenset({"color", "end", "hspace", "label", "vspace"})
_FRACTIONS = frozenset({"cfrac", "dfrac", "frac", "tfrac"})
_CHOICES = frozenset({"binom", "dbinom", "tbinom"})
_MATRIX_SIGNS = {"Bmatrix": "{}", "Vmatrix": ("||", "||"), "bmatrix": "[]", "matrix": "()", "pmatrix": "()",
                 "smallmatrix": "()", "vmatrix": "||"}  # fmt: skip
_NEEDED = frozenset("\\{}^_")


def tex_line(source: str) -> str:
    """Return a formula in TeX as a line of text; what is none, and what is too long, as it is."""
    source = _without_delimiters(source.strip())
    if len(source) > LONGEST or _NEEDED.isdisjoint(source):
        return " ".join(source.split())
    return closed_up(_Reader(_TOKEN.findall(source)).row(()))


def _without_delimiters(source: str) -> str:
    for begin, end in (("$$", "$$"), ("\\(", "\\)"), ("\\[", "\\]"), ("$", "$")):
        if source.startswith(begin) and source.endswith(end) and len(source) >= len(begin + end):
            return source[len(begin) : -len(end)].strip()
    return source


class _Reader:
    """Reads the tokens of one formula from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._level = 0

    def row(self, ends: tuple[str, ...]) -> str:
        """Return what stands before one of the tokens `ends`, which is read too."""
        said: list[str] = []
        self._level += 1
        while self._at < len(self._tokens) and self._level <= _DEEPEST:
            piece = self._tokens[self._at]
            self._at += 1
            if piece in ends:
                break
            self._add(piece, said)
        self._level -= 1
        return "".join(said)

    def _add(self, piece: str, said: list[str]) -> None:
        if piece in "^_":
            base = said.pop() if said else ""
            head, last = (base[:-1], base[-1:]) if _is_text(base) else ("", base)
            argument = closed_up(self._argument())
            script = raised_to if piece == "^" else lowered_by
            said += [head, script(last.rstrip(), argument)]
        elif piece[0] == "\\":
            said.append(self._command(piece))
        elif piece == "{":
            group = self.row(("}",))
            is_base = self._at < len(self._tokens) and self._tokens[self._at] in "^_"
            said.append(in_brackets(group) if is_base else group)
        elif piece not in "}&":
            said.append(_SPACES.get(piece, piece))

    def _argument(self) -> str:
        """Return what follows: a group, a command, or a single character."""
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        if self._at >= len(self._tokens):
            return ""
        piece = self._tokens[self._at]
        self._at += 1
        if piece == "{":
            return self.row(("}",))
        if piece[0] == "\\":
            return self._command(piece)
        piece = piece.lstrip()
        if len(piece) > 1:
            self._at -= 1
            self._tokens[self._at] = piece[1:]
        return piece[:1]

    def _command(self, piece: str) -> str:
        name = piece[1:].rstrip("*")
        if piece in _SPACES:
            return _SPACES[piece]
        if self._level > _DEEPEST:
            return name
        self._level += 1
        said = self._meaning(name)
        self._level -= 1
        return said

    def _meaning(self, name: str) -> str:
        known = self._structures().get(name)
        if known:
            return known()
        if name in _LOOKS:
            return self._argument() if self._begins_group() else ""
        if name in ACCENTS:
            return f"{ACCENTS[name]}({closed_up(self._argument())})"
        if name in _NOTHING:
            return ""
        said = COMMANDS.get(name, name)
        return f" {said} " if said.isalpha() or " " in said else said

    def _structures(self) -> dict[str, Callable[[], str]]:
        choose = dict.fromkeys(_CHOICES, self._choice)
        return {**dict.fromkeys(_FRACTIONS, self._fraction), **choose, "begin": self._environment, "sqrt": self._root,
                "\\": lambda: "; "} | dict.fromkeys(_DROPPED, self._argument_dropped)  # fmt: skip

    def _begins_group(self) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == "{"

    def _argument_dropped(self) -> str:
        self._argument()
        return ""

    def _fraction(self) -> str:
        above = closed_up(self._argument())
        return fraction(above, closed_up(self._argument()))

    def _choice(self) -> str:
        above = closed_up(self._argument())
        return f"({above} choose {closed_up(self._argument())})"

    def _root(self) -> str:
        degree = ""
        if self._at < len(self._tokens) and self._tokens[self._at].startswith("["):
            degree, closed, rest = self._tokens[self._at][1:].partition("]")
            self._at += 1
            if closed and rest:
                self._at -= 1
                self._tokens[self._at] = rest
        return root(closed_up(self._argument()), degree)

    def _environment(self) -> str:
        """Return a matrix as `(a, b; c, d)`, and other rows one after the other."""
        name = self._argument().strip().rstrip("*")
        if name == "array":
            self._argument_dropped()
        begin, end = _MATRIX_SIGNS.get(name, ("{ " if name == "cases" else "", " }" if name == "cases" else ""))
        cells = ", " if name in _MATRIX_SIGNS or name == "array" else " "
        inside: list[str] = []
        while self._at < len(self._tokens):
            piece = self._tokens[self._at]
            self._at += 1
            if piece == "\\end":
                self._argument()
                break
            if piece == "&":
                inside.append(cells)
            elif piece == "\\\\":
                inside.append("; ")
            else:
                self._add(piece, inside)
        return begin + "".join(inside).strip().rstrip(";") + end


def _is_text(piece: str) -> bool:
    """Say whether the last character of a piece is alone the base of what is set high or low behind it."""
    return len(piece) > 1 and not piece.endswith(")") and "^" not in piece and "_" not in piece and not piece.isspace()
