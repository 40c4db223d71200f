"""Pages that go on behind their end. No I/O.

Browsers take no notice of `</body>` and `</html>` where anything follows (HTML standard, sections 13.2.6.4.19 and
13.2.6.4.22): templates that are put together of several documents have them in their midst. lxml drops all the rest.
"""

import re

_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
# What has words in it; scripts, pictures that count readers, and comments of caches stand behind the end of many pages.
_MORE = re.compile(
    r"<(?:article|blockquote|center|div|dl|font|form|h[1-6]|main|ol|p|pre|section|span|table|tr|ul)[\s>]", re.I
)


def without_early_ends(text: str) -> str:
    """Return the page `text` without the tags that end it, where it has more behind the first of them."""
    end = _ENDS.search(text)
    return _ENDS.sub("", text) if end and _MORE.search(text, end.end()) else text
