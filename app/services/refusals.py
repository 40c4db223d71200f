"""What comes with a status of failure: why an original refuses, or the article all the same.

A program that stumbles behind the text of its page calls all of it a failure (500), and one that is set up wrongly
calls what it shows missing (404); browsers show both.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeGuard

from app.errors import Answer, OriginError, OriginFailed, OriginRefused, ReaderError, Unreadable, Walled
from app.extract.walls import wall_of_answer
from app.fetch.decode import text_of
from app.fetch.sniff import HTML_TYPES
from app.isolation import Subject, TaskPool
from app.models import Article, Content, FetchedPage, Kind

# From so many words on, what came with such a status is more than a page that says so, of which some are long.
FEWEST_WORDS = {404: 150, 410: 150, 500: 100}
# How far such an article can be trusted to be the whole (`Article.confidence`).
DOUBTED = 0.5

Explain = Callable[[str, OriginError], ReaderError]


def unexplained(url: str, error: OriginError) -> ReaderError:
    """Return the error as it is."""
    return error


def explained_in(pool: TaskPool) -> Explain:
    """Return what gives for an error the one that names the wall in its answer, if there is one, read in `pool`."""

    def explain(url: str, error: OriginError) -> ReaderError:
        if error.answer is None or not isinstance(error, OriginRefused | OriginFailed):
            return error
        sentence = ""
        with suppress(Unreadable):  # an answer made to hurt is a refusal all the same
            sentence = pool.run(Subject(url), wall_sentence, url, error.answer)
        if not sentence:
            return error
        walled = Walled(sentence)
        walled.retry_after, walled.granted = error.retry_after, error.granted
        return walled

    return explain


def wall_sentence(url: str, answer: Answer) -> str:
    """Return the sentence that names the wall which `answer` is, or nothing where it is none that is known."""
    wall = wall_of_answer(answer.headers, text_of(_page(url, answer)), url)
    return wall.sentence(url) if wall else ""


def page_with(url: str, error: OriginError) -> FetchedPage | None:
    """Return the page that came with an error, if it may be an article all the same."""
    if error.answer is None or error.answer.status not in FEWEST_WORDS:
        return None
    page = _page(url, error.answer)
    return page if page.content_type in HTML_TYPES else None


def is_worth(content: Content, error: OriginError) -> TypeGuard[Article]:
    """Say whether what came with an error is an article: of many words, and with a day or authors if it is missing."""
    if error.answer is None or not isinstance(content, Article):
        return False
    is_signed = bool(content.date or content.byline) or error.answer.status == 500
    return is_signed and content.words >= FEWEST_WORDS.get(error.answer.status, 0)


def _page(url: str, answer: Answer) -> FetchedPage:
    content_type, _, charset = answer.headers.get("content-type", "").partition("charset=")
    content_type = content_type.partition(";")[0].strip().lower()
    return FetchedPage(url, content_type, answer.body, Kind.HTML, charset.strip(" \"'"))
