"""What elements say by their tags and attributes of the blocks in them: flags of a bit each, and names."""

import re

# What a block lies in, at any depth: one bit each.
ANCESTORS = (
    "a address article aside blockquote details dl figcaption figure footer form h1 header li main nav ol pre section "
    "table ul"
).split()
BIT = {tag: 1 << place for place, tag in enumerate(ANCESTORS)}
HIDDEN = 1 << len(ANCESTORS)
BODY_PROPERTY = HIDDEN << 1  # itemprop="articleBody"
ASIDE_ROLE = BODY_PROPERTY << 1
FLAGS = (*(f"in_{tag}" for tag in ANCESTORS), "hidden", "body_property", "aside_role")
IN_H1 = BIT["h1"]
IN_LIST = BIT["li"] | BIT["table"] | BIT["dl"]
IN_PRE = BIT["pre"]
_ASIDE_ROLES = frozenset(
    {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"}
)
_NAMING = frozenset(
    "aria-label data-component data-module data-testid data-type itemprop rel role".split()
)  # attributes that say what an element is, besides class and id
TELLING = _NAMING | {"hidden", "style"}
_LONGEST_NAME = 40  # characters; a longer label is a sentence
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def told_by(name: str, value: str) -> tuple[str, ...]:
    """Return the name that one of the rarer attributes gives to an element."""
    told = name in _NAMING and 0 < len(value) < _LONGEST_NAME
    return (f"{name}={value.strip().lower()}",) if told else ()


def flag_of(name: str, value: str) -> int:
    """Return the flag that an attribute sets."""
    if name == "style":
        return HIDDEN if _HIDING.search(value) else 0
    if name == "role":
        return ASIDE_ROLE if value.strip().lower() in _ASIDE_ROLES else 0
    if name == "itemprop":
        return BODY_PROPERTY if value.strip().lower() == "articlebody" else 0
    return HIDDEN if name == "hidden" else 0
