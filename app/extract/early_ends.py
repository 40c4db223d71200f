"""Pages that go on behind their end. No I/O.

Browsers take no notice of `</body>` and `</html>` where anything follows (HTML standard, sections 13.2.6.4.19 and
13.2.6.4.22): templates that are put together of several documents have them in their midst. lxml drops all the rest.
"""

import re

_END, _ENDS = re.compile(r"</html\s*>", re.I), re.compile(r"</(?:body|html)\s*>", re.I)
# What has words in it; scripts, pictures that count readers, and comments of caches stand behind the end of many pages.
# So do boxes of programs, behind the end of the body.
_PROSE = "article|blockquote|center|dl|font|h[1-6]|main|ol|p|pre|table|tr|ul"
_MORE = re.compile(rf"<(?:{_PROSE}|div|form|section|span)[\s>]", re.I)
_MORE_PROSE = re.compile(rf"<(?:{_PROSE})[\s>]", re.I)


def without_early_ends(text: str) -> str:
    """Return the page `text` without the tags that end it, where it has more behind the first of them."""
    first = _ENDS.search(text)
    return _ENDS.sub("", text) if first and _goes_on(text, first) else text


def _goes_on(text: str, first: re.Match[str]) -> bool:
    if _MORE_PROSE.search(text, first.end()):
        return True
    end = _END.search(text, first.start())
    return end is not None and _MORE.search(text, end.end()) is not None
