"""What a page says of itself."""

import pytest

from app.extract.listing.own_words import says
from app.extract.parse import parse
from tests.extract.listing.shapes import page


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("NewsArticle", "one"),
        ("newsarticle", "one"),
        ("http://schema.org/Recipe", "one"),
        ("CollectionPage", "many"),
        ("https://schema.org/itemlist", "many"),
        ("WebSite", ""),
    ],
)
@pytest.mark.parametrize("script", ["application/ld+json", "Application/LD+JSON; charset=utf-8"])
def test_a_page_says_in_any_case_what_it_is(kind: str, word: str, script: str) -> None:
    head = f'<script type="{script}">{{"@type": ["{kind}"]}}</script>'
    assert says(parse(page("News", "", head))) == word
