"""From the text of a page to its article, as tests of extraction begin and end."""

from lxml.html import HtmlElement

from app.extract.article.pipeline import article_in, base_of
from app.extract.parse import MARK, parse
from app.models import Article


def extract_article(text: str, url: str) -> Article:
    """Return the article in the decoded page `text`, which came from `url`; it is not asked whether it is a list.

    Raises `NoText` where the page holds none, `BadMarkup` where it is made to hurt a parser.
    """
    root = parse(text)
    return article_in(root, url, base_of(root, url))


def with_marks(markup: str) -> HtmlElement:
    """Return the tree of a page in which marks of pictures stand; those of a page itself would be taken away."""
    root = parse(markup.replace(f"{MARK}=", "data-mark="))
    for mark in root.iterfind(".//*[@data-mark]"):
        mark.set(MARK, mark.attrib.pop("data-mark"))
    return root
