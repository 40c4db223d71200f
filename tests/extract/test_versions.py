import pytest

from app.errors import NoText
from app.extract.page import extract_page
from app.extract.parse import parse
from app.extract.versions import MOST_VERSIONS, versions_in
from app.models import Article

URL = "https://harbour.example/story"


def versions(markup: str) -> tuple[str, ...]:
    return versions_in(parse(f"<html><body>{markup}"), URL, URL)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<link rel="amphtml" href="/amp/story">', "https://harbour.example/amp/story"),
        ('<link rel="amphtml" href="https://amp.harbour.example/story">', "https://amp.harbour.example/story"),
        ('<link rel="alternate" media="print" href="?print=1">', "https://harbour.example/story?print=1"),
        ('<a href="/print/story">Print this article</a>', "https://harbour.example/print/story"),
        ('<a href="/story?view=print">Druckversion</a>', "https://harbour.example/story?view=print"),
        ('<a href="/story/print/" title="Imprimer"><img></a>', "https://harbour.example/story/print/"),
    ],
)
def test_a_page_names_other_versions_of_itself(markup: str, found: str) -> None:
    assert versions(markup) == (found,)


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="amphtml" href="/story">',
        '<link rel="amphtml" href="data:text/html,x">',
        '<link rel="alternate" media="handheld" href="/m">',
        '<link rel="stylesheet" media="print" href="/print.css">',
        '<a href="javascript:print()">Print</a>',
        '<a href="#print">Print</a>',
        '<a href="/print-edition">Our print edition</a>',
        '<a href="/news/print">The newspaper in print</a>',
        '<a href="https://shop.example/print/story">Print</a>',
        '<a href="/story2">Print</a>',
    ],
)
def test_what_is_no_version_of_it_is_not_taken_for_one(markup: str) -> None:
    assert versions(markup) == ()


def test_only_so_many_are_kept() -> None:
    assert len(versions("".join(f'<a href="/print/{n}">Print</a>' for n in range(50)))) == MOST_VERSIONS


def test_they_come_with_the_article_and_with_the_failure_of_a_page_without_text() -> None:
    link = '<link rel="amphtml" href="/amp">'
    found = extract_page(f"<html><head>{link}</head><body><h1>Ferry</h1><p>{'It sails again. ' * 30}</p>", URL)
    assert isinstance(found, Article)
    assert found.versions == ("https://harbour.example/amp",)
    with pytest.raises(NoText) as raised:
        extract_page(f"<html><head>{link}</head><body><script>draw()</script>", URL)
    assert raised.value.versions == ("https://harbour.example/amp",)
