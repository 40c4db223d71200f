"""Why an original refuses: what it says of that in the page that comes with a status of failure."""

from collections.abc import Callable
from contextlib import suppress

from app.errors import Answer, OriginError, OriginFailed, OriginRefused, ReaderError, Unreadable, Walled
from app.extract.walls import wall_of_answer
from app.fetch.decode import text_of
from app.isolation import Subject, TaskPool
from app.models import FetchedPage, Kind

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
    content_type, _, charset = answer.headers.get("content-type", "").partition("charset=")
    page = FetchedPage(url, content_type, answer.body, Kind.HTML, charset.strip(" \"'"))
    wall = wall_of_answer(answer.headers, text_of(page), url)
    return wall.sentence(url) if wall else ""
