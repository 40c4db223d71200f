"""What a page says of its article outside of the text, in the form in which blocks are compared with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.extract.metadata import Metadata
from app.net.urls import host_of
from app.text.normalize import letters

_TAGS = re.compile(r"<[^<>]*>|&[a-z#0-9]{1,8};", re.IGNORECASE)
_SHORTEST_BODY = 100  # letters; what is shorter is a teaser
_SHORTEST_DESCRIPTION = 20
_SHORTEST_TITLE = 8
_SHORTEST_AUTHOR, _LONGEST_BYLINE = 6, 90
_LONGEST_BODY = 500_000
_PROBE = 60  # letters of a block that are looked for in the body


@dataclass(frozen=True, slots=True)
class Hints:
    """All as letters and figures without case (`normalize.letters`); what is unknown is empty.

    `titles` are one text, each between the ends of lines, since one search is faster than several. `host` is the
    page's own, without `www.`. `claims` are whole texts: a claim that the page checks, and its rating; so are `steps`,
    those of the recipe or instruction that the page is.
    """

    titles: str = ""
    descriptions: tuple[str, ...] = ()
    body: str = ""
    authors: tuple[str, ...] = ()
    host: str = ""
    claims: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()

    def in_title(self, said: str) -> bool:
        """Say whether a text is a title, or a part of one."""
        return bool(said) and said in self.titles

    def is_title(self, said: str) -> bool:
        """Say whether a text of some length is a whole title."""
        return len(said) >= _SHORTEST_TITLE and f"\n{said}\n" in self.titles

    def in_description(self, said: str) -> bool:
        """Say whether a text is what the page is described with, or a part of it, or the other way round."""
        return len(said) > _SHORTEST_DESCRIPTION and any(said in each or each in said for each in self.descriptions)

    def names_author(self, said: str) -> bool:
        """Say whether a short text holds the author's name."""
        return len(said) < _LONGEST_BYLINE and any(author in said for author in self.authors)

    def in_body(self, said: str) -> float:
        """Return -1 where the page has no body in JSON-LD, else whether a text is in it."""
        return -1.0 if not self.body else float(said[:_PROBE] in self.body)


def hints_of(metadata: Metadata, url: str = "") -> Hints:
    """Return what the metadata of a page at `url` tells of its article's text."""
    body = letters(_TAGS.sub(" ", metadata.body[:_LONGEST_BODY]))
    return Hints(
        "\n".join(("", *_letters(metadata.titles, 1), "")),
        _letters(metadata.descriptions, _SHORTEST_DESCRIPTION + 1),
        body if len(body) >= _SHORTEST_BODY else "",
        _letters(metadata.authors, _SHORTEST_AUTHOR),
        host_of(url),
        frozenset(_letters(metadata.claims, 1)),
        frozenset(letters(step) for part in metadata.guide.parts for step in part.steps),
    )


def _letters(texts: Iterable[str], least: int) -> tuple[str, ...]:
    """Return each of the texts once, as letters, that has at least so many."""
    return tuple(said for said in dict.fromkeys(map(letters, texts)) if len(said) >= least)
