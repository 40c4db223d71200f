"""What came for an address is understood by its kind."""

import pytest

from app.errors import NoText
from app.models import Article, Download, FetchedPage, Kind, Listing, SourceImage
from app.services.interpretation import interpret
from tests.modern_site import LIGHTHOUSE, modern_page

HERE = "http://harbour.example/a"
FEED = b"""<rss version="2.0"><channel><title>Harbour</title><item><title>Tower moves</title>
<link>http://harbour.example/tower</link></item></channel></rss>"""


def came(kind: Kind, body: bytes, content_type: str = "", cut: str = "") -> FetchedPage:
    return FetchedPage(HERE, content_type, body, kind, name="a.bin", cut=cut)


def test_a_page_is_an_article() -> None:
    found = interpret(came(Kind.HTML, modern_page(LIGHTHOUSE).encode()))
    assert isinstance(found, Article)
    assert found.title == LIGHTHOUSE.title


def test_a_text_is_an_article_without_markup() -> None:
    found = interpret(came(Kind.TEXT, b"Tides\n\nHigh water at <six>."))
    assert isinstance(found, Article)
    assert "High water at <six>." in str(found.blocks)


def test_a_text_that_is_called_markdown_is_one_with_marks() -> None:
    found = interpret(came(Kind.TEXT, b"# Tides\n\nHigh *water*.", "text/markdown", cut="It is long."))
    assert isinstance(found, Article)
    assert (found.title, found.cut) == ("Tides", "It is long.")
    assert "*water*" not in str(found.blocks)


def test_a_feed_is_a_list_of_its_entries() -> None:
    found = interpret(came(Kind.FEED, FEED, "application/rss+xml"))
    assert isinstance(found, Listing)
    assert [(entry.title, entry.url) for entry in found.entries] == [("Tower moves", "http://harbour.example/tower")]


def test_a_picture_and_a_file_pass_as_they_are() -> None:
    assert interpret(came(Kind.IMAGE, b"GIF89a")) == SourceImage(HERE, b"GIF89a")
    assert interpret(came(Kind.FILE, b"PK", "application/zip")) == Download(HERE, "application/zip", "a.bin", b"PK")


@pytest.mark.parametrize(
    ("kind", "body"),
    [(Kind.HTML, modern_page(LIGHTHOUSE).encode()), (Kind.TEXT, b"High water at six."), (Kind.FEED, FEED)],
)
def test_whatever_is_cut_says_so(kind: Kind, body: bytes) -> None:
    found = interpret(came(kind, body, cut="It is long."))
    assert isinstance(found, Article | Listing)
    assert found.cut == "It is long."


def test_a_page_that_is_cut_before_its_text_says_so() -> None:
    with pytest.raises(NoText, match=r"It is long\. What came before that has no text\."):
        interpret(came(Kind.HTML, b"<img src='data:,x'>", "text/html", cut="It is long."))
