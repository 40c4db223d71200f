"""Brave, an engine with an index of its own, by its API, which wants a key
(https://api-dashboard.search.brave.com/app/documentation/web-search/get-started).
"""

from app.errors import OriginFailed
from app.feeds.text import plain_title
from app.models import SearchResults
from app.search.engine import NO_SENSE, Question, asking, entries, object_in, pictures, rows_of
from app.search.markup import field_of, with_field

KEY_HEADER = "X-Subscription-Token"
# The API gives so many pages of so many results at most.
A_PAGE, MOST_OFFSET = 20, 9
PICTURES = 60


def address(base: str, question: Question) -> str:
    """Return where the first results are."""
    fields: dict[str, str | int] = {"q": question.words, "count": A_PAGE, "offset": 0, "safesearch": question.safe}
    where: dict[str, str | int] = {"country": question.country.upper(), "search_lang": question.language}
    return asking(f"{base}/res/v1/web/search", fields | where)


def results(url: str, text: str) -> SearchResults:
    """Read an answer; where there are no results, it has no `web`."""
    answer = object_in(text)
    query, web = answer.get("query"), answer.get("web", {"results": []})
    if not isinstance(query, dict) or not isinstance(web, dict):
        raise OriginFailed(NO_SENSE)
    found = entries(rows_of(web.get("results"), "url", "title", "description"))
    offset = int(field_of(url, "offset") or 0)
    has_more = bool(found) and bool(query.get("more_results_available")) and offset < MOST_OFFSET
    following = with_field(url, "offset", offset + 1) if has_more else ""
    return SearchResults(url, found, str(query.get("altered") or ""), following)


def pictures_address(base: str, question: Question) -> str:
    """Return where pictures are; the API has no pages of them, and no moderate search."""
    fields: dict[str, str | int] = {"q": question.words, "count": PICTURES}
    safe = "off" if question.safe == "off" else "strict"
    where: dict[str, str | int] = {"country": question.country.upper(), "search_lang": question.language}
    return asking(f"{base}/res/v1/images/search", fields | where | {"safesearch": safe})


def pictures_in(url: str, text: str) -> SearchResults:
    """Read an answer with pictures (https://api-dashboard.search.brave.com/app/documentation/image-search/responses)."""
    answer = object_in(text)
    query, items = answer.get("query"), answer.get("results")
    if not isinstance(query, dict) or not isinstance(items, list):
        raise OriginFailed(NO_SENSE)
    known = [item for item in items if isinstance(item, dict)]
    found = pictures(
        (
            str(item.get("url") or ""),
            plain_title(str(item.get("title") or "")),
            _text_at(item.get("thumbnail"), "src"),
            _text_at(item.get("properties"), "url"),
        )
        for item in known
    )
    if items and not found:
        raise OriginFailed(NO_SENSE)
    return SearchResults(url, found, str(query.get("altered") or ""))


def _text_at(item: object, name: str) -> str:
    return str(item.get(name) or "") if isinstance(item, dict) else ""
