"""Signs of formulas as words that any set of characters has, and the commands of TeX for them.

A sign that every set has or spells well (`≤` as `<=`) stays; `∑` would be an S, and `α` an a.
"""

import re

# What a sign is written as in a line of text; names of letters and functions stand apart from other letters.
WORDS = {
    "∀": "for all",
    "∂": "d",
    "∃": "there is",
    "∅": "{}",
    "∇": "nabla",
    "∈": "in",
    "∉": "not in",
    "∋": "contains",
    "∏": "prod",
    "∐": "coprod",
    "∑": "sum",
    "∓": "-/+",
    "∗": "*",
    "∘": "o",
    "√": "sqrt",
    "∝": "proportional to",
    "∠": "angle",
    "∧": "and",
    "∨": "or",
    "∩": "intersect",
    "∪": "union",
    "∫": "int",
    "∬": "int int",
    "∮": "oint",
    "∴": "therefore",
    "∵": "because",
    "≅": "~=",
    "≡": "==",
    "≢": "not ==",
    "≪": "<<",
    "≫": ">>",
    "⊂": "subset of",
    "⊃": "superset of",
    "⊄": "not subset of",
    "⊆": "subset of or =",
    "⊇": "superset of or =",
    "⊕": "(+)",
    "⊖": "(-)",
    "⊗": "(x)",
    "⊙": "(.)",
    "⊢": "|-",
    "⊥": "perpendicular to",
    "⋀": "and",
    "⋁": "or",
    "⋂": "intersect",
    "⋃": "union",
    "⌈": "ceil[",
    "⌉": "]",
    "⌊": "floor[",
    "⌋": "]",
    "⋮": "...",
    "⋯": "...",
    "⋱": "...",
    "ℏ": "hbar",
    "ℓ": "l",
    "ℵ": "aleph",
}
_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
).split()
_SMALL = "αβγδεζηθικλμνξοπρστυφχψω"
for _letter, _name in zip(_SMALL, _GREEK, strict=True):
    WORDS |= {_letter: _name, _letter.upper(): _name.capitalize()}
WORDS |= {"ς": "sigma", "ϑ": "theta", "ϕ": "phi", "ϖ": "pi", "ϱ": "rho", "ϵ": "epsilon", "ϰ": "kappa", "µ": "mu"}

# Signs over a letter, by MathML and by TeX.
ACCENTS = {
    "bar": "bar", "acute": "acute", "breve": "breve", "check": "check", "ddot": "ddot", "dot": "dot",
    "grave": "grave", "hat": "hat", "mathring": "ring", "overline": "bar", "overrightarrow": "vec",
    "tilde": "tilde", "underline": "under", "vec": "vec", "widehat": "hat", "widetilde": "tilde", "¨": "ddot",
    "¯": "bar", "ˆ": "hat", "ˇ": "check", "˘": "breve", "˙": "dot", "˜": "tilde", "\u0302": "hat",
    "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar", "\u0307": "dot", "→": "vec", "\u20d7": "vec", "‾": "bar",
    "_": "bar", "^": "hat", "~": "tilde", "⇀": "vec",
}  # fmt: skip

# Commands of TeX that are named otherwise than what they mean: Greek letters and functions are said by their names.
COMMANDS = {
    "Leftarrow": "<=", "Leftrightarrow": "<=>", "Rightarrow": "=>", "Vert": "||", "approx": "≈", "ast": "*",
    "bigcap": "intersect", "bigcup": "union", "bmod": "mod", "bullet": "•", "cap": "intersect", "cdot": "·",
    "cdots": "...", "circ": "o", "cong": "~=", "cup": "union", "dagger": "†", "ddots": "...", "degree": "°",
    "div": "÷", "dots": "...", "ell": "l", "emptyset": "{}", "equiv": "==", "exists": "there is",
    "forall": "for all", "ge": "≥", "geq": "≥", "geqslant": "≥", "gets": "<-", "gg": ">>", "iff": "<=>",
    "iiint": "int int int", "iint": "int int", "implies": "=>", "infty": "∞", "lVert": "||", "land": "and",
    "langle": "<", "lbrace": "{", "lbrack": "[", "lceil": "ceil[", "ldots": "...", "le": "≤", "leftarrow": "<-",
    "leftrightarrow": "<->", "leq": "≤", "leqslant": "≤", "lfloor": "floor[", "liminf": "lim inf",
    "limsup": "lim sup", "ll": "<<", "lnot": "not", "longrightarrow": "->", "lor": "or", "lvert": "|",
    "mapsto": "->", "mid": "|", "models": "|=", "mp": "-/+", "ne": "≠", "neg": "not", "neq": "≠", "ni": "contains",
    "notin": "not in", "oplus": "(+)", "otimes": "(x)", "parallel": "||", "partial": "d",
    "perp": "perpendicular to", "pm": "±", "prime": "'", "propto": "proportional to", "rVert": "||", "rangle": ">",
    "rbrace": "}", "rbrack": "]", "rceil": "]", "rfloor": "]", "rightarrow": "->", "rvert": "|", "setminus": "\\",
    "sim": "~", "simeq": "~=", "star": "*", "subset": "subset of", "subseteq": "subset of or =",
    "supset": "superset of", "supseteq": "superset of or =", "times": "×", "to": "->", "varepsilon": "epsilon",
    "varphi": "phi", "varrho": "rho", "varsigma": "sigma", "vartheta": "theta", "vdots": "...", "vee": "or",
    "vert": "|", "wedge": "and", "wp": "p",
}  # fmt: skip

_SIMPLE = re.compile(r"[+−-]?(?:[^\W_]+|\d+[.,]\d+|[*†'∞°′]+)")
_FACTOR = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]|[^\W\d_]{2,}")
_ONE = re.compile(r"[\w.,^'°∞]*(?:\([^()]*\))?")
_SPACES_INSIDE = re.compile(r"(?<=[(\[{]) | (?=[)\]},;])")


def raised_to(base: str, power: str) -> str:
    """Return a base with its power: `c^2`, `x^(n + 1)`; a prime and a degree stand as they are."""
    if set(power) <= set("'′″‴°*†"):
        return base + power.replace("′", "'")
    return f"{base}^{grouped(power)}" if power else base


def lowered_by(base: str, index: str) -> str:
    """Return a base with its index: `x_i`."""
    return f"{base}_{grouped(index)}" if index else base


def grouped(text: str) -> str:
    """Return a text in brackets, unless it ends where it ought to without."""
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def fraction(above: str, below: str) -> str:
    """Return a fraction on one line: `3/4`, `(a + b)/(2 c)`."""
    return f"{in_brackets(above)}/{below if _FACTOR.fullmatch(below) else f'({below})'}"


def root(inside: str, degree: str = "") -> str:
    """Return a root: `sqrt(2)`, and the third one as `(2)^(1/3)`."""
    return f"({inside})^(1/{degree})" if degree and degree != "2" else f"sqrt({inside})"


def closed_up(text: str) -> str:
    """Return a formula with single spaces, and none behind an opening bracket or before a closing one."""
    return _SPACES_INSIDE.sub("", " ".join(text.split()))


def in_brackets(text: str) -> str:
    """Return what stands before a stroke or a power, in brackets where that would take only a part of it."""
    return text if _ONE.fullmatch(text) or not any(map(str.isalnum, text)) else f"({text})"
