"""Marginalia, an engine for the small web, by its API (https://about.marginalia-search.com/article/api).

The key `public` is everybody's, and often used up: then it answers 429 or 503.
"""

from app.models import SearchResults
from app.search.engine import Question, asking, entries, object_in, rows_of
from app.search.markup import field_of, with_field


def address(base: str, question: Question) -> str:
    """Return where the first results are."""
    fields: dict[str, str | int] = {"query": question.words, "count": 20, "page": 1}
    return asking(f"{base}/search", fields | {"nsfw": int(question.safe != "off")})


def results(url: str, text: str) -> SearchResults:
    """Read an answer."""
    answer = object_in(text)
    found = entries(rows_of(answer.get("results"), "url", "title", "description"))
    number, pages = int(field_of(url, "page") or 1), answer.get("pages")
    has_more = number < pages if isinstance(pages, int) else bool(found)
    return SearchResults(url, found, "", with_field(url, "page", number + 1) if has_more else "")
