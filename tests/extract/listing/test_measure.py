"""What is measured on a page."""

from app.extract.listing.classify import SIGNS, THRESHOLD
from app.extract.listing.measure import measure_page
from app.extract.parse import parse
from tests.extract.listing.shapes import SITE, card, page


def test_what_is_measured_can_be_looked_at() -> None:
    found = measure_page(parse(page("News", f"<h1>News</h1>{''.join(map(card, range(5)))}")), f"{SITE}/news/")
    assert (found.headlines, found.headings, found.cards, found.times, found.place) == (5, 5, 5, 5, "list")
    assert sum(weight for weight, holds in SIGNS if holds(found)) >= THRESHOLD


def test_a_headline_is_as_long_as_all_of_its_words_whichever_of_them_are_marked() -> None:
    rows = "".join(f"<h3><a href='/p/{n}'>The <em>ferry</em> to the island {n}</a></h3>" for n in range(6))
    found = measure_page(parse(page("Search", rows)), f"{SITE}/search?q=ferry")
    assert (found.headlines, found.headings) == (6, 6)
