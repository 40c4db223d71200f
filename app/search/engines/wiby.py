"""Wiby, an engine for pages as of the old web, by its JSON (https://wiby.me/json/): a list, at the end of which stands
the offset of the next results, where there are any.
"""

from app.errors import OriginFailed, Walled
from app.models import SearchResults
from app.search.engine import CHECKED, NO_SENSE, Question, asking, entries, json_in, rows_of
from app.search.markup import with_field

NEXT = "NextOffset"


def address(base: str, question: Question) -> str:
    """Return where the first results are."""
    return asking(f"{base}/json/", {"q": question.words})


def results(url: str, text: str) -> SearchResults:
    """Read an answer."""
    if text.lstrip()[:1] == "<":
        raise Walled(CHECKED)
    rows = json_in(text)
    rows = [] if rows is None else rows  # none is `null` to a list of Go
    if not isinstance(rows, list):
        raise OriginFailed(NO_SENSE)
    offsets = [str(row[NEXT]) for row in rows if isinstance(row, dict) and NEXT in row]
    sites = [row for row in rows if not (isinstance(row, dict) and NEXT in row)]
    following = with_field(url, "o", int(offsets[0])) if offsets and offsets[0].isdecimal() else ""
    return SearchResults(url, entries(rows_of(sites, "URL", "Title", "Snippet")), "", following)
