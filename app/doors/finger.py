"""Finger (RFC 1288): `finger us@host` says ten headlines of an edition, `finger us/science@host` those of a section,
`finger @host` which editions there are."""

import re
from collections.abc import Iterator
from functools import partial

from app.doors.doorway import Visitor
from app.doors.visit import Visit, house_language
from app.doors.words import ELSEWHERE
from app.errors import ReaderError, UnknownPlace
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.charsets.charsets import CHARSETS
from app.render.profiles.profile import CRLF
from app.render.profiles.profiles import UNIVERSAL
from app.render.text.wrap import wrapped
from app.sentences import Sentence
from app.web.context import Services

COLUMNS, HEADLINES = 78, 10
ASCII = CHARSETS["ascii"]
NOBODY = Sentence("There is no such edition here; an empty question lists them all.")
# "/W" asks for more, which there is not; what is behind an at sign asks us to ask somebody else (section 2.5.3).
_QUERY = re.compile(r"(?:/W ?)?(?P<edition>[a-z]{2}(?:-[a-z]{2})?)?(?:/(?P<section>[a-z]+))?", re.IGNORECASE)
_NUMBER = re.compile(r"[ 0-9]{2}\. ")


class Finger:
    """Answers questions."""

    def __init__(self, services: Services) -> None:
        """Take what answers."""
        self._services = services

    async def converse(self, visitor: Visitor) -> None:
        """Answer the one line of a visitor."""
        line = await visitor.line()
        await visitor.send(await visitor.made(partial(self.answer, visitor.address, line)))

    def answer(self, client: str, line: bytes) -> bytes:
        """Return the answer to a line; whatever goes wrong is said in one sentence."""
        try:
            lines = list(self._lines(client, line.decode("ascii", "replace")))
        except ReaderError as error:
            lines = [house_language(self._services).or_english(ASCII).said(error.sentence)]
        text = "\n".join(map(_wrapped, lines))
        return ASCII.encode_text(text.replace("\n", CRLF) + CRLF)

    def _lines(self, client: str, query: str) -> Iterator[str]:
        """Yield what is answered. Raises `UnknownPlace`, and what making a page raises."""
        found = _QUERY.fullmatch(" ".join(query.split()))
        if found is None:
            raise UnknownPlace(ELSEWHERE if "@" in query else NOBODY)
        visit = Visit.of(self._services, client, UNIVERSAL, (found["edition"] or "").lower(), COLUMNS)
        section = (found["section"] or TOP).lower()
        if section not in dict(SECTIONS):
            raise UnknownPlace(NOBODY)
        if not found["edition"]:
            yield from (f"{code:6} {name}" for code, name in visit.editions())
            return
        view = visit.front(section, visit.wanted.or_english(ASCII))
        yield view.title
        for number, story in enumerate(view.stories[:HEADLINES], 1):
            byline = view.byline(story.lead)
            yield f"{number:2}. {story.lead.title}" + (f" ({byline})" if byline else "")


def _wrapped(text: str) -> str:
    """Return a text in lines; those behind the first of one with a number stand under its words."""
    number = _NUMBER.match(text)
    margin = len(number[0]) if number else 0
    lines = wrapped(ASCII.transliterate(text[margin:]), COLUMNS - margin).split("\n")
    return text[:margin] + f"\n{' ' * margin}".join(lines)
