import pytest

from app.net.page_numbers import MOST_PAGES, number_after

SITE = "https://harbour.example"


@pytest.mark.parametrize(
    ("url", "candidate", "number"),
    [
        ("/ferry", "/ferry?page=2", 2),
        ("/ferry?a=1", "/ferry?a=1&page=2", 2),
        ("/ferry?a=1", "/ferry?page=2&a=1", 2),
        ("/ferry?page=1", "/ferry?page=2", 2),
        ("/ferry?page=2", "/ferry?page=3", 3),
        ("/ferry?seite=9", "/ferry?seite=10", 10),
        ("/2026/ferry/", "/2026/ferry/2/", 2),
        ("/2026/ferry/2/", "/2026/ferry/3/", 3),
        ("/2026/ferry", "/2026/ferry/2", 2),
        ("/ferry", "/ferry/page/2", 2),
        ("/ferry/", "/ferry/seite-2", 2),
        ("/ferry/seite-2", "/ferry/seite-3", 3),
        ("/ferry.html", "/ferry-2.html", 2),
        ("/ferry-2.html", "/ferry-3.html", 3),
        ("/ferry.html", "/ferry_p2.html", 2),
        ("/ferry,1234.html", "/ferry,1234,2.html", 2),
    ],
)
def test_the_next_page_is_the_same_address_with_the_next_number(url: str, candidate: str, number: int) -> None:
    assert number_after(SITE + url, SITE + candidate) == number


@pytest.mark.parametrize(
    ("url", "candidate"),
    [
        ("/ferry", "/lighthouse"),
        ("/ferry", "/ferry"),
        ("/ferry", "/ferry?page=3"),
        ("/ferry?page=2", "/ferry?page=2"),
        ("/ferry?page=3", "/ferry?page=2"),
        ("/ferry", "/lighthouse?page=2"),
        ("/news/1234", "/news/1235"),
        ("/comic/41", "/comic/42x"),
        ("/comic/1", "/comic/2"),
        ("/part-1.html", "/part-2.html"),
        ("/ferry", "/ferry/comment-page-2"),
        ("/ferry", "/ferry?cpage=2"),
        ("/ferry", "/ferry/comments?page=2"),
        ("/gallery/ferry", "/gallery/ferry/2"),
        ("/ferry", "/ferry?slide=2"),
        ("/", "/?page=2"),
        ("", "/page/2"),
        ("/category/news", "/category/news/page/2"),
        ("/tag/ferry", "/tag/page/2"),
        ("/blog", "/blog/page/2"),
        ("/ferry", "/ferry?id=2"),
        ("/ferry", "/ferry/2026"),
    ],
)
def test_what_is_another_article_or_a_list_is_no_next_page(url: str, candidate: str) -> None:
    assert number_after(SITE + url, SITE + candidate) == 0


def test_another_host_has_other_articles() -> None:
    assert number_after(f"{SITE}/ferry", "https://other.example/ferry?page=2") == 0


def test_an_address_without_end_takes_no_time() -> None:
    assert number_after(f"{SITE}/{'1/' * 900}", f"{SITE}/{'1/' * 900}2") in range(MOST_PAGES)
