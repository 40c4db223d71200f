import pytest

from app.extract.next_page import next_page_in, single_page_in
from app.extract.parse import parse

URL = "https://harbour.example/ferry"


def found(markup: str, url: str = URL) -> str:
    return next_page_in(parse(f"<html><body><p>Text</p>{markup}"), url, url)


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="next" href="/ferry?page=2">',
        '<a rel="next" href="?page=2">More</a>',
        '<a rel="nofollow NEXT" href="?page=2">More</a>',
        '<span>1</span> <a href="?page=2">2</a> <a href="?page=3">3</a>',
        '<a href="/story">Next</a> <a href="?page=2">Next page »</a>',
        '<a href="?page=2">Nächste Seite</a>',
        '<a href="?page=2"><b>Page</b> suivante</a>',
        '<a href="?page=2">Page suivante »</a>',
        '<a href="?page=2">Continue to page 2</a>',
        '<a href="?page=2">Seite 2: Die Werft</a>',
        '<a href="?page=2" aria-label="Next page"></a>',
        '<a href="?page=2">Load more</a>',
        '<select><option value="/ferry">Page 1</option><option value="/ferry?page=2">Page 2</option></select>',
    ],
)
def test_a_next_page_is_found(markup: str) -> None:
    assert found(markup) == f"{URL}?page=2"


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="next" href="/lighthouse">',
        '<link rel="prev" href="/ferry?page=2">',
        '<a href="/ferry?page=2">Read what others say</a>',
        '<a rel="next" href="/ferry/comment-page-2">Older comments</a>',
        '<a rel="next" href="javascript:next()">Next</a>',
        '<a rel="next" href="//[/ferry?page=2">Next</a>',
        '<a href="?page=3">3</a>',
    ],
)
def test_what_is_none_is_not_taken_for_one(markup: str) -> None:
    assert found(markup) == ""


def test_of_a_further_page_it_is_the_one_behind_it() -> None:
    links = '<a href="/ferry">1</a> <b>2</b> <a href="/ferry?page=3">3</a> <a href="/ferry?page=4">4</a>'
    assert found(links, f"{URL}?page=2") == f"{URL}?page=3"


def test_pages_may_be_counted_from_nought() -> None:
    assert found('<a href="?start=1">Next</a>') == f"{URL}?start=1"
    assert found('<b>1</b> <a href="?p=1">2</a> <a href="?p=2">3</a>') == f"{URL}?p=1"


def test_a_link_to_the_first_page_is_none_to_the_next() -> None:
    assert found('<a href="?p=1">1</a> <a href="?p=2">2</a>') == f"{URL}?p=2"
    assert found('<a href="?p=1">Page 1</a>') == ""


@pytest.mark.parametrize("words", ["View as single page", "Show all »", "Auf einer Seite lesen"])
def test_all_pages_as_one_are_found(words: str) -> None:
    page = parse(f'<html><body><a href="/ferry?page=all">{words}</a>')
    assert single_page_in(page, URL, URL) == f"{URL}?page=all"


@pytest.mark.parametrize("link", ['<a href="/news">Show all</a>', '<a href="/ferry">Show all</a>', "<a>Show all</a>"])
def test_links_to_all_of_something_else_are_left(link: str) -> None:
    assert single_page_in(parse(f"<html><body>{link}"), URL, URL) == ""
