"""DuckDuckGo's two pages without scripts: html.duckduckgo.com, and the lite one, a table.

Links lead through `/l/?uddg=<address>`; adverts stand in boxes of their own. In place of results there may be a check
with its form `challenge-form`, under the status 202.
"""

from urllib.parse import parse_qs, urljoin, urlsplit

from lxml.html import HtmlElement

from app.errors import OriginFailed, Walled
from app.models import SearchResults
from app.search.engine import CHECKED, NO_SENSE, Question, asking, entries
from app.search.markup import field_of, of_class, page_in, words_of

SAFE = {"off": -2, "moderate": -1, "strict": 1}
# Where its code of a country differs from that of ISO 3166.
COUNTRIES = {"gb": "uk"}
ADVERTS = ("result--ad", "result-sponsored")


def html_address(base: str, question: Question) -> str:
    """Return where the first results of the page of boxes are."""
    return asking(f"{base}/html/", _fields(question))


def lite_address(base: str, question: Question) -> str:
    """Return where the first results of the lite page are."""
    return asking(f"{base}/lite/", _fields(question))


def html_results(url: str, text: str) -> SearchResults:
    """Read the page of boxes."""
    page = _page(text)
    boxes = [box for box in of_class(page, "result") if not _is_advert(box)]
    rows = [(link, of_class(box, "result__snippet")) for box in boxes for link in of_class(box, "result__a")[:1]]
    return _results(url, page, rows)


def lite_results(url: str, text: str) -> SearchResults:
    """Read the lite page: a row of a table for the link, and one of those behind it for the summary."""
    page = _page(text)
    rows = []
    for link in of_class(page, "result-link"):
        row = next(link.iterancestors("tr"), None)
        if row is None or _is_advert(row):
            continue
        behind = next((each for each in row.itersiblings("tr") if of_class(each, "result-snippet")), None)
        rows.append((link, of_class(behind, "result-snippet") if behind is not None else []))
    return _results(url, page, rows)


def _fields(question: Question) -> dict[str, str | int]:
    region = f"{COUNTRIES.get(question.country, question.country)}-{question.language}"
    return {"q": question.words, "kl": region, "kp": SAFE[question.safe]}


def _page(text: str) -> HtmlElement:
    """Return the tree of a page. Raises `Walled` where it is a check."""
    page = page_in(text)
    if page.xpath("//form[@id='challenge-form']") or of_class(page, "anomaly-modal__title"):
        raise Walled(CHECKED)
    return page


def _is_advert(element: HtmlElement) -> bool:
    return any(name in element.get("class", "").split() for name in ADVERTS)


def _results(url: str, page: HtmlElement, rows: list[tuple[HtmlElement, list[HtmlElement]]]) -> SearchResults:
    found = entries((_target(link), words_of([link]), words_of(summary)) for link, summary in rows)
    if not found and not of_class(page, "no-results"):
        raise OriginFailed(NO_SENSE)
    suggestion = page.xpath("//*[@id='did_you_mean']//a")
    return SearchResults(url, found, words_of(suggestion), _following(url, page) if found else "")


def _target(link: HtmlElement) -> str:
    """Return where a link leads in the end."""
    href = urljoin("https://duckduckgo.com/", str(link.get("href", "")))
    parts = urlsplit(href)
    return parse_qs(parts.query).get("uddg", [""])[0] if parts.path == "/l/" else href


def _following(url: str, page: HtmlElement) -> str:
    """Return what the form for the next results leads to, as an address, or nothing where there is none."""
    for form in page.xpath("//form[.//input[@name='s']]"):
        fields: dict[str, str | int] = {
            each.get("name"): each.get("value", "") for each in form.xpath(".//input[@name]")
        }
        if str(fields.get("s", "")).isdecimal() and int(fields["s"]) > int(field_of(url, "s") or 0):
            return asking(url.partition("?")[0], fields)
    return ""
