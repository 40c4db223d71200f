"""Headings that are sentences one after the other: on pages made by hand a heading was a larger letter, not a title.

A heading stands over something. Where three of them follow each other with nothing between, and each ends as a
sentence does, they are the text.
"""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

_TAGS = ("h2", "h3", "h4", "h5", "h6")
_FEWEST = 3  # that follow each other
_SHORTEST = 20  # characters of one, on the average
_ENDS = (".", "!", "…", "。", "！", "।", "۔")
_MOST = 1_000  # headings


def open_sentence_headings(root: HtmlElement) -> None:
    """Make paragraphs of headings that are sentences one after the other, in place."""
    known: set[HtmlElement] = set()
    for heading in list(islice(root.iter(*_TAGS), _MOST)):
        if heading not in known:
            run = list(_run(heading))
            known.update(run)
            if len(run) >= _FEWEST and sum(len(each.text_content()) for each in run) >= _SHORTEST * len(run):
                for each in run:
                    each.tag = "p"


def _run(heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield a heading and those behind it, as long as each is a sentence without a link and nothing stands between."""
    while heading is not None and heading.tag in _TAGS and _is_sentence(heading):
        yield heading
        heading = heading.getnext() if not (heading.tail or "").strip() else None


def _is_sentence(heading: HtmlElement) -> bool:
    said = heading.text_content().strip()
    return said.endswith(_ENDS) and next(heading.iter("a", "img"), None) is None
