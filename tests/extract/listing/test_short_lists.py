"""Lists of one entry to four."""

import pytest

from app.extract.listing.short_lists import short_list
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Article, Listing

TAG = "https://courier.example/tag/eels/"
POST = "<article><h2><a href=/2026/11/eels>The eels are back in the river</a></h2><p>They came on Tuesday, in the dark […]</p></article>"
ASIDE = "<aside><h3><a href=/2025/01/goats>The goat of the town refuses the tram</a></h3></aside>"


def page(body: str) -> str:
    return f"<html><head><title>Eels</title></head><body><h1>Tag: eels</h1>{body}</body></html>"


@pytest.mark.parametrize(
    ("url", "count"),
    [(TAG, 1), ("https://courier.example/", 1), ("https://courier.example/2026/11/24/eels-in-the-river", 0)],
)
def test_one_heading_that_leads_on_is_a_list_at_the_address_of_one(url: str, count: int) -> None:
    assert len(short_list(parse(page(POST + ASIDE)), url, url)) == count


def test_a_tag_with_one_post_has_that() -> None:
    found = extract_page(page(POST + ASIDE), TAG)
    assert isinstance(found, Listing)
    assert [entry.title for entry in found.entries] == ["The eels are back in the river"]


def test_a_text_that_says_more_is_an_article() -> None:
    text = "".join(f"<p>The river was low on day {n}, and nobody saw one of them.</p>" for n in range(4))
    assert isinstance(extract_page(page(f"<h2><a href=/eels>About all eels</a></h2>{text}"), TAG), Article)
