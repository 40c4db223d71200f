import pytest

from app.extract.next_page import next_page_in
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
