"""What a page says of its article outside of the text: titles, descriptions, the body in JSON-LD."""

import json
import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.text.normalize import letters

_LD_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')
_TAGS = re.compile(r"<[^<>]*>|&[a-z#0-9]{1,8};", re.IGNORECASE)
_SHORTEST_BODY = 100  # letters; what is shorter is a teaser
_SHORTEST_DESCRIPTION = 20
_SHORTEST_AUTHOR, _LONGEST_BYLINE = 6, 90
_LONGEST_BODY = 500_000
_PROBE = 60  # letters of a block that are looked for in the body


@dataclass(frozen=True, slots=True)
class Hints:
    """All as letters and figures without case (`characters.letters`); what is unknown is empty."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""
    authors: tuple[str, ...] = ()

    def in_title(self, said: str) -> bool:
        """Say whether a text is a title, or a part of one."""
        return bool(said) and any(said in title for title in self.titles)

    def in_description(self, said: str) -> bool:
        """Say whether a text is what the page is described with, or a part of it, or the other way round."""
        return len(said) > _SHORTEST_DESCRIPTION and any(said in each or each in said for each in self.descriptions)

    def names_author(self, said: str) -> bool:
        """Say whether a short text holds the author's name."""
        return len(said) < _LONGEST_BYLINE and any(author in said for author in self.authors)

    def in_body(self, said: str) -> float:
        """Return -1 where the page has no body in JSON-LD, else whether a text is in it."""
        return -1.0 if not self.body else float(said[:_PROBE] in self.body)


def hints_of(root: HtmlElement) -> Hints:
    """Return what the parsed page `root` says of its article in its head and in JSON-LD."""
    titles, descriptions = [letters(root.findtext(".//title") or "")], []
    authors = []
    for meta in root.iterfind(".//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in ("og:title", "twitter:title"):
            titles.append(letters(meta.get("content") or ""))
        elif name in ("description", "og:description", "twitter:description"):
            descriptions.append(letters(meta.get("content") or ""))
        elif name in ("author", "article:author", "parsely-author", "sailthru.author", "twitter:creator"):
            authors.append(letters(meta.get("content") or ""))
    return Hints(
        tuple(filter(None, dict.fromkeys(titles))),
        tuple(each for each in dict.fromkeys(descriptions) if len(each) > _SHORTEST_DESCRIPTION),
        _body(root),
        tuple(each for each in dict.fromkeys(authors) if len(each) >= _SHORTEST_AUTHOR),
    )


def _body(root: HtmlElement) -> str:
    """Return the longest `articleBody` of the page's JSON-LD, found by its name: half of all JSON-LD has a wart."""
    found = ""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if "articleBody" in text:
            found = max([found, *_LD_BODY.findall(text)], key=len)[:_LONGEST_BODY]
    try:
        text = json.loads(f'"{found}"', strict=False)
    except ValueError:
        text = found
    said = letters(_TAGS.sub(" ", text))
    return said if len(said) >= _SHORTEST_BODY else ""
