"""Pages of results as markup: elements by their class, and what they hold."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml.html import HtmlElement

from app.errors import OriginFailed, Unreadable
from app.extract.parse import parse
from app.search.engine import NO_SENSE


def page_in(text: str) -> HtmlElement:
    """Return the tree of a page. Raises `OriginFailed` where it is none."""
    try:
        return parse(text)
    except Unreadable as error:
        raise OriginFailed(NO_SENSE) from error


def of_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """Return the elements below `root` that have the class `name`, in their order."""
    found: list[HtmlElement] = root.xpath(
        ".//*[contains(concat(' ', normalize-space(@class), ' '), concat(' ', $name, ' '))]", name=name
    )
    return found


def words_of(elements: list[HtmlElement]) -> str:
    """Return the text of the first of `elements` on one line, or nothing."""
    return " ".join(str(elements[0].text_content()).split()) if elements else ""


def field_of(url: str, name: str) -> str:
    """Return the value of the field `name` in the query of `url`, or nothing."""
    return dict(parse_qsl(urlsplit(url).query)).get(name, "")


def with_field(url: str, name: str, value: int) -> str:
    """Return `url` with another value of the field `name`."""
    parts = urlsplit(url)
    fields = dict(parse_qsl(parts.query)) | {name: str(value)}
    return parts._replace(query=urlencode(fields)).geturl()
