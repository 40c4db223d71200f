"""Where a list or a blog goes on."""

import pytest

from app.extract.listing.older import older_page_in
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Article, Entry, Listing, Paragraph

URL = "https://hive.example/tag/bees/"
TEXT = "She wore no veil and no gloves, only a blue apron, and talked to the hives as to a neighbour over a fence. " * 4


def older(markup: str, *, is_list: bool = False) -> Entry | None:
    return older_page_in(parse(f"<body>{markup}"), URL, URL, is_list)


@pytest.mark.parametrize(
    "said", ["Older posts", "← Older posts", "Older Entries »", "Ältere Beiträge", "Entradas antiguas", "以前の記事"]
)
def test_the_link_to_older_posts_is_found_in_its_own_words(said: str) -> None:
    assert older(f"<nav><a href='page/2/'>{said}</a></nav>") == Entry(said, f"{URL}page/2/")


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='/2026/05/wax'>Older post</a>",
        "<a href='/2026/05/wax'>← Previous: Wax</a>",
        "<a href='https://other.example/page/2'>Older posts</a>",
        f"<a href='{URL}'>Older posts</a>",
        "<a>Older posts</a>",
        "<a href='page/2/'>Next</a>",
        "<p>Older posts</p>",
    ],
)
def test_other_links_lead_to_no_older_posts(markup: str) -> None:
    assert older(markup) is None


@pytest.mark.parametrize(
    "link",
    [
        "<a href='?page=2'>Next</a>",
        "<a rel=next href='page/2/'>Further on</a>",
        "<a href='page/2/'>Page 2 &gt;&gt;</a>",
    ],
)
def test_a_list_goes_on_with_its_next_page(link: str) -> None:
    assert older(link, is_list=True) is not None
    assert older("<a href='/wax'>Next</a>", is_list=True) is None


def test_a_list_ends_with_the_link_to_older_posts() -> None:
    titles = ["Telling the bees at night", "Wax and its many uses", "The blue apron of May", "Honey of the lime tree"]
    titles += ["A hive upon the roof", "What the drones are for"]
    posts = "".join(
        f"<article><h2><a href='/2026/05/{title.lower().replace(' ', '-')}'>{title}</a></h2></article>"
        for title in titles
    )
    found = extract_page(f"<title>bees</title><body><main>{posts}<a href='page/2/'>Older posts</a></main>", URL)
    assert isinstance(found, Listing)
    assert found.entries[-1] == Entry("Older posts", f"{URL}page/2/")
    assert len(found.entries) == 7


def test_the_posts_of_a_blog_end_with_it_and_a_single_post_does_not() -> None:
    body = f"<title>Hive</title><body><article><h1>Hive</h1><p>{TEXT}</p><p>{TEXT}</p></article><a href='/p/2'>Older posts</a>"
    home = extract_page(body, "https://hive.example/")
    assert isinstance(home, Article)
    last = home.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.runs[0].href == "https://hive.example/p/2"
    single = extract_page(body, "https://hive.example/2026/05/telling-the-bees-at-night.html")
    assert isinstance(single, Article)
    assert not any(run.href for block in single.blocks if isinstance(block, Paragraph) for run in block.runs)
