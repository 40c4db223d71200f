"""The one door to bleach: a small allow-list for the text of an article.

bleach 6.4.0 is its last release, and what it passes is not what we send: `extract.blocks` rebuilds every
address, and `typeset` writes every tag anew. This is the belt; those are the braces. It is given only
trees that `extract.lean` has capped, since it is quadratic in nesting and attributes.
"""

from bleach.sanitizer import Cleaner

# What may be in the text of an article, sorted.
TAGS = frozenset(
    "a b blockquote br caption cite code dd div dl dt em figure h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre q samp "
    "strong table tbody td tfoot th thead tr tt ul var".split()
)
ATTRIBUTES = {"a": ["href"], "figure": ["data-n"]}
PROTOCOLS = frozenset({"http", "https", "mailto"})

# bleach spends 60 microseconds on every entity, so 2 MB of ampersands would hold a worker for 25 seconds.
# The three characters that need entities travel as private-use characters, which no text of ours holds.
_HIDDEN = {ord("&"): "\ue000", ord("<"): "\ue001", ord(">"): "\ue002"}
_SHOWN = {0xE000: "&", 0xE001: "<", 0xE002: ">"}


def hide(text: str) -> str:
    """Return the text of a text node in the form in which it goes through `clean`."""
    return text.translate(_HIDDEN)


def show(text: str) -> str:
    """Undo `hide`, on the text of a text node again."""
    return text.translate(_SHOWN)


def clean(markup: str) -> str:
    """Return `markup` with nothing but the allowed tags, attributes and protocols in it."""
    # A Cleaner is not safe to share between threads, and costs little to make.
    cleaner = Cleaner(tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS, strip=True, strip_comments=True)
    return str(cleaner.clean(markup))
