"""Sitemaps as lists of what they name."""

from app.feeds.sitemap import MOST_ENTRIES
from app.models import Entry
from tests.feeds.written import listing, urls

MAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>"""


def test_a_sitemap_is_a_list_of_its_pages_in_the_words_of_their_addresses() -> None:
    page = "<url><loc>https://kestrel.example/2026/old-ferry-sails-again.html</loc><lastmod>2026-11-20</lastmod></url>"
    bare = "<url><loc>https://kestrel.example/7</loc></url><url><lastmod>2026-11-20</lastmod></url>"
    found = listing(MAP.format(page + bare))
    first, second = found.entries
    assert (first.title, first.date) == ("Old ferry sails again", "2026-11-20")
    assert second == Entry("https://kestrel.example/7", "https://kestrel.example/7")
    assert found.feeds == ()


def test_the_titles_and_days_of_a_news_sitemap_count() -> None:
    news = (
        '<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><news:publication><news:name>Kestrel'
        "</news:name></news:publication><news:publication_date>2026-11-21T10:00Z</news:publication_date>"
        "<news:title>Ferry sails</news:title></news:news>"
    )
    (entry,) = listing(MAP.format(f"<url><loc>https://kestrel.example/a-b-c-d</loc>{news}</url>")).entries
    assert (entry.title, entry.date) == ("Ferry sails", "2026-11-21")


def test_an_index_of_sitemaps_leads_to_them() -> None:
    parts = "".join(f"<sitemap><loc>https://kestrel.example/map-{n}.xml</loc></sitemap>" for n in range(3))
    found = urls(f"<?xml version='1.0'?><sitemapindex>{parts}</sitemapindex>")
    assert found == [f"https://kestrel.example/map-{n}.xml" for n in range(3)]


def test_of_a_very_long_sitemap_the_beginning_is_read() -> None:
    pages = "".join(f"<url><loc>https://kestrel.example/{n % 2}</loc></url>" for n in range(MOST_ENTRIES))
    assert len(urls(MAP.format(pages + "<url><loc>https://kestrel.example/late</loc></url>"))) == 2
