"""Queries of the links of a page that is not in UTF-8, percent-encoded in the character set of that page.

So do browsers (HTML standard, "encoding-parse a URL"; WHATWG URL, "percent-encode after encoding"), and the site behind
such a link expects it: `?q=паром` on a page in windows-1251 is asked for as `?q=%EF%E0%F0%EE%EC`. Paths are in UTF-8
whatever the page is in. No I/O.
"""

import re
from functools import partial
from urllib.parse import quote_from_bytes

# An address ends at its quotation mark, and no honest one has the signs of a tag; so each letter is read once.
_LINK = re.compile(r"""\b(?:href|action)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""", re.I)
_QUERY = re.compile(r"\?[^#]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# In these, and in what is ASCII alone, a query is as it is in UTF-8.
_LIKE_UTF_8 = ("ascii", "utf")


def with_queries(text: str, codec: str) -> str:
    """Return the page `text`, which was in `codec`, with the queries of its links as a browser would send them."""
    if codec.startswith(_LIKE_UTF_8):
        return text
    return _LINK.sub(lambda link: link[0] if link[0].isascii() else _QUERY.sub(partial(_encoded, codec), link[0]), text)


def _encoded(codec: str, query: re.Match[str]) -> str:
    return _BEYOND_ASCII.sub(lambda letters: _bytes(letters[0], codec), query[0])


def _bytes(letters: str, codec: str) -> str:
    """Return percent codes of letters; one that the set does not have is a reference by number, encoded too."""
    return quote_from_bytes(letters.encode(codec, "xmlcharrefreplace"), safe="")
