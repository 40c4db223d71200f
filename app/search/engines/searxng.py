"""SearXNG: a search engine that asks others, of which each host may have an instance.

Its answers in JSON are off until its settings name `json` under `search.formats`
(https://docs.searxng.org/dev/search_api.html).
"""

from app.errors import OriginFailed
from app.feeds.text import plain_title
from app.models import Entry, SearchResults
from app.search.engine import NO_SENSE, Question, asking, entries, first_text, object_in, pictures, rows_of
from app.search.markup import field_of, with_field
from app.sentences import Sentence

SAFE = {"off": 0, "moderate": 1, "strict": 2}
NOBODY = Sentence("None of the engines that this SearXNG asks answered it.")


def address(base: str, question: Question) -> str:
    """Return where the first results of an instance are."""
    return asking(f"{base}/search", _fields(question))


def pictures_address(base: str, question: Question) -> str:
    """Return where the first pictures are that an instance finds."""
    return asking(f"{base}/search", _fields(question) | {"categories": "images"})


def _fields(question: Question) -> dict[str, str | int]:
    fields: dict[str, str | int] = {"q": question.words, "format": "json", "language": question.language}
    return fields | {"safesearch": SAFE[question.safe], "pageno": 1}


def results(url: str, text: str) -> SearchResults:
    """Read an answer; one without results is none of the engines' where some of them failed."""
    answer = object_in(text)
    return _answer(url, answer, entries(rows_of(answer.get("results"), "url", "title", "content")))


def pictures_in(url: str, text: str) -> SearchResults:
    """Read an answer with pictures, as `results` does. Their addresses may begin with `//`."""
    answer = object_in(text)
    items = answer.get("results")
    if not isinstance(items, list):
        raise OriginFailed(NO_SENSE)
    names = ("url", "title", "thumbnail_src", "img_src")
    rows = [[str(item.get(name) or "") for name in names] for item in items if isinstance(item, dict)]
    found = pictures((page, plain_title(title), small, whole) for page, title, small, whole in rows)
    if items and not found:
        raise OriginFailed(NO_SENSE)
    return _answer(url, answer, found)


def _answer(url: str, answer: dict[str, object], found: tuple[Entry, ...]) -> SearchResults:
    if not found and answer.get("unresponsive_engines"):
        raise OriginFailed(NOBODY)
    following = with_field(url, "pageno", int(field_of(url, "pageno") or 1) + 1) if found else ""
    suggestion = first_text(answer.get("corrections")) or ("" if found else first_text(answer.get("suggestions")))
    return SearchResults(url, found, suggestion, following)
