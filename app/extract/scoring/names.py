"""What class names, ids and addresses of links are made of: words that mean the same on many sites."""

import re
from functools import lru_cache
from itertools import chain, pairwise

_CAMEL_PART = re.compile(r"[A-Z]?[a-z]{1,60}|[A-Z]{1,60}(?![a-z])")
_MOST_NAMES, _MOST_PARTS = 12, 6  # of an element; of a name
_LONGEST_NAME, _LONGEST_PART = 60, 20  # characters; what is longer was made by a machine
_HREF_PARTS = 4
_HOST = re.compile(r"(?:https?:)?//(?:www\.|m\.)?([\w-]+)")


@lru_cache(8192)
def tokens_of(names: str) -> tuple[str, ...]:
    """Cut class names and ids into words and pairs: "ArticleBody__text" is article, body, text, article-body ..."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_tokens_of_one, names.split()[:_MOST_NAMES]))))


@lru_cache(8192)
def _tokens_of_one(name: str) -> tuple[str, ...]:
    if len(name) > _LONGEST_NAME:
        return ()
    parts = [part.lower() for part in _CAMEL_PART.findall(name) if 1 < len(part) < _LONGEST_PART][:_MOST_PARTS]
    return (*parts, *(f"{one}-{other}" for one, other in pairwise(parts)))


@lru_cache(4096)
def href_tokens(href: str) -> tuple[str, ...]:
    """Return what an address says by its host and the first parts of its path: "/tag", "//facebook"."""
    if href.startswith(("#", "javascript:")):
        return ("/#",)
    if href.startswith("mailto:"):
        return ("/mailto:",)
    host = _HOST.match(href)
    path = href[href.find("/", 8) :] if host else href
    parts = path.partition("?")[0].lower().split("/")[1 : 1 + _HREF_PARTS]
    tokens = [f"/{part}" for part in parts if 0 < len(part) < _LONGEST_PART and part.isalpha()]
    if host:
        tokens.append(f"//{host[1].lower()}")
    return tuple(tokens)
