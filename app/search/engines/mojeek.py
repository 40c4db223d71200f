"""Mojeek, an engine with an index of its own: its page of results.

It answers 403 to whom it takes for a robot, and its words for no results stand in the list's place.
"""

from app.errors import OriginFailed
from app.models import SearchResults
from app.search.engine import NO_SENSE, Question, asking, entries
from app.search.markup import field_of, of_class, page_in, with_field, words_of

A_PAGE = 10
NOTHING = "no pages found"


def address(base: str, question: Question) -> str:
    """Return where the first results are."""
    fields: dict[str, str | int] = {"q": question.words, "lb": question.language, "arc": question.country}
    return asking(f"{base}/search", fields | {"safe": int(question.safe != "off")})


def results(url: str, text: str) -> SearchResults:
    """Read a page of results."""
    page = page_in(text)
    items = [item for one in of_class(page, "results-standard") for item in one.findall("li")]
    rows = [(link, of_class(item, "s")) for item in items for link in item.xpath("(.//h2//a[@href])[1]")]
    found = entries((link.get("href"), words_of([link]), words_of(summary)) for link, summary in rows)
    if not found and NOTHING not in page.text_content().lower():
        raise OriginFailed(NO_SENSE)
    spelled = [link for box in of_class(page, "spell") for link in box.xpath(".//a")]
    following = with_field(url, "s", int(field_of(url, "s") or 1) + A_PAGE) if len(rows) >= A_PAGE else ""
    return SearchResults(url, found, words_of(spelled), following)
