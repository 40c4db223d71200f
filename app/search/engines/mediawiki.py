"""The search of a wiki such as Wikipedia and Wiktionary, by the API of MediaWiki
(https://www.mediawiki.org/wiki/API:Search).
"""

from urllib.parse import quote

from app.errors import OriginFailed
from app.feeds.text import plain
from app.models import SearchResults
from app.search.engine import NO_SENSE, Question, asking, entries, object_in
from app.search.markup import with_field

#: What stands in a base for the language of the reader.
LANGUAGE = "{language}"
A_PAGE = 20


def address(base: str, question: Question) -> str:
    """Return where the first results are, in the wiki of the reader's language."""
    fields: dict[str, str | int] = {"action": "query", "format": "json", "formatversion": 2, "list": "search"}
    what: dict[str, str | int] = {"srlimit": A_PAGE, "srinfo": "suggestion", "srprop": "snippet", "sroffset": 0}
    home = base.replace(LANGUAGE, question.language)
    return asking(f"{home}/w/api.php", fields | what | {"srsearch": question.words})


def results(url: str, text: str) -> SearchResults:
    """Read an answer; an error stands in one that is a success."""
    answer = object_in(text)
    query, more = answer.get("query"), answer.get("continue")
    rows = query.get("search") if isinstance(query, dict) else None
    if not isinstance(query, dict) or not isinstance(rows, list):
        raise OriginFailed(NO_SENSE)
    home = url.partition("/w/api.php")[0]
    titles = [(str(row.get("title") or ""), str(row.get("snippet") or "")) for row in rows if isinstance(row, dict)]
    found = entries(
        (f"{home}/wiki/{quote(title.replace(' ', '_'))}", title, plain(snippet)) for title, snippet in titles if title
    )
    if rows and not found:
        raise OriginFailed(NO_SENSE)
    offset = more.get("sroffset") if isinstance(more, dict) else None
    following = with_field(url, "sroffset", offset) if isinstance(offset, int) else ""
    info = query.get("searchinfo")
    suggestion = str(info.get("suggestion") or "") if isinstance(info, dict) else ""
    return SearchResults(url, found, suggestion, following)
