"""The one door for the markup of an article: a small allow-list, kept by a grammar and, where that says no, by bleach.

bleach 6.4.0 is its last release, and what it passes is not what we send: `extract.article.blocks` rebuilds every
address, and `render` writes every tag anew. This is the belt; those are the braces. It is given only
trees that `extract.article.reduce` has capped, since it is quadratic in nesting and attributes.
"""

import re

# What may be in the text of an article, sorted.
TAGS = frozenset(
    "a b blockquote br caption cite code dd div dl dt em figure h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre q samp "
    "strong sub sup table tbody td tfoot th thead tr tt ul var".split()
)
ATTRIBUTES = {
    "a": ["href"],
    "figure": ["data-n"],
    "li": ["value"],
    "ol": ["reversed", "start", "type"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan"],
}
PROTOCOLS = frozenset({"http", "https", "mailto"})

# bleach spends 60 microseconds on every entity, so 2 MB of ampersands would hold a worker for 25 seconds.
# The three characters that need entities travel as private-use characters, which no text of ours holds.
_HIDDEN = (("&", "\ue000"), ("<", "\ue001"), (">", "\ue002"))

# What stands before a text to which links of the page lead: its number between two more of these characters.
PLACE_BEGINS, PLACE_ENDS = "\ue003", "\ue004"

_VOID = frozenset({"br", "hr"})
# Each part of a repeat begins with another character, so that the match is linear in the length of the markup.
_OWN_TAG = (
    r"</?(?:TAGS)>"
    r'|<a href="#[0-9]{1,4}">'
    r'|<a href="(?:https?://|mailto:)PLAIN*(?:&amp;PLAIN*)*">'
    r'|<figure data-n="[0-9]{1,6}">'
    r'|<li value="-?[0-9]{1,9}">'
    r'|<ol(?: (?:reversed=""|start="-?[0-9]{1,9}"|type="[AIai]"))+>'
    r'|<t[dh](?: (?:col|row)span="[0-9]{1,3}")+>'
)
for _name, _meaning in (
    ("TAGS", "|".join(sorted(TAGS, key=len, reverse=True))),
    ("PLAIN", r'[^\x00-\x20"<>&`\\]'),
):
    _OWN_TAG = _OWN_TAG.replace(_name, _meaning)
_GRAMMAR = re.compile(f"[^<>&]*(?:(?:{_OWN_TAG})[^<>&]*)*")
_TAG = re.compile(r"<(/?)([a-z0-9]+)")


def hide(text: str) -> str:
    """Return the text of a text node in the form in which it goes through `clean`."""
    for character, stand_in in _HIDDEN:  # a twentieth of the time of `str.translate`
        text = text.replace(character, stand_in)
    return text


def show(text: str) -> str:
    """Undo `hide`, on the text of a text node again."""
    for character, stand_in in _HIDDEN:
        text = text.replace(stand_in, character)
    return text


def clean(markup: str) -> str:
    """Return `markup` with nothing but the allowed tags, attributes and protocols in it."""
    if is_clean(markup):
        return markup
    # Hardly a page gets here, and it takes two megabytes.
    from bleach.sanitizer import Cleaner  # noqa: PLC0415

    # A Cleaner is not safe to share between threads, and costs little to make.
    cleaner = Cleaner(tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS, strip=True, strip_comments=True)
    return str(cleaner.clean(markup))


def is_clean(markup: str) -> bool:
    """Say whether `markup` needs no cleaning, being of the one form in which lxml writes what `reduce` made.

    That is: allowed tags in lower case, properly nested; only their allowed attributes, in double quotes, an address
    with an allowed protocol; no comment, and no entity outside of addresses. It takes a hundredth of bleach's time.
    """
    return _GRAMMAR.fullmatch(markup) is not None and _is_nested(markup)


def _is_nested(markup: str) -> bool:
    """Say whether each tag is closed in its turn, and void elements are not closed at all."""
    open_tags: list[str] = []
    for closing, tag in _TAG.findall(markup):
        if closing:
            if not open_tags or open_tags.pop() != tag:
                return False
        elif tag not in _VOID:
            open_tags.append(tag)
    return not open_tags
