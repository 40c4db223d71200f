"""SearXNG: a search engine that asks others, of which each host may have an instance.

Its answers in JSON are off until its settings name `json` under `search.formats`
(https://docs.searxng.org/dev/search_api.html).
"""

from app.errors import OriginFailed
from app.models import SearchResults
from app.search.engine import Question, asking, entries, first_text, object_in, rows_of
from app.search.markup import field_of, with_field
from app.sentences import Sentence

SAFE = {"off": 0, "moderate": 1, "strict": 2}
NOBODY = Sentence("None of the engines that this SearXNG asks answered it.")


def address(base: str, question: Question) -> str:
    """Return where the first results of an instance are."""
    fields: dict[str, str | int] = {"q": question.words, "format": "json", "language": question.language}
    return asking(f"{base}/search", fields | {"safesearch": SAFE[question.safe], "pageno": 1})


def results(url: str, text: str) -> SearchResults:
    """Read an answer; one without results is none of the engines' where some of them failed."""
    answer = object_in(text)
    found = entries(rows_of(answer.get("results"), "url", "title", "content"))
    if not found and answer.get("unresponsive_engines"):
        raise OriginFailed(NOBODY)
    following = with_field(url, "pageno", int(field_of(url, "pageno") or 1) + 1) if found else ""
    suggestion = first_text(answer.get("corrections")) or ("" if found else first_text(answer.get("suggestions")))
    return SearchResults(url, found, suggestion, following)
