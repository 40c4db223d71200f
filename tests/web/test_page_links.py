from app.models import (
    Article,
    ArticleImage,
    Embed,
    Enclosure,
    Entry,
    Heading,
    ItemList,
    Listing,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Table,
)
from app.web.page_links import article_needs, links_needs, listing_needs

ASKED, URL = "http://example.org/asked", "http://example.org/found"


def link(name: str) -> Run:
    return Run(name, "", f"http://example.org/{name}")


def test_every_link_of_an_article_is_named_once_in_reading_order() -> None:
    blocks = (
        Heading(2, (link("a"),)),
        Paragraph((Run("words "), link("b"), link("a"), Run("me", "", "mailto:me@example.org"))),
        Quote((Paragraph((link("c"),)),)),
        ItemList(False, ((Paragraph((link("d"),)), Quote((Paragraph((link("e"),)),))),)),
        Table((((link("g"),), (link("h"),)),), caption=(link("f"),)),
        Embed("video", "A film", "http://example.org/i"),
    )
    article = Article(URL, "Title", blocks, (ArticleImage("http://example.org/picture"),))
    named = [ASKED, URL, "http://example.org/picture", *(f"http://example.org/{each}" for each in "abcdefghi")]
    assert list(article_needs(ASKED, article).urls) == named


def test_the_script_of_any_block_tells_the_family() -> None:
    said = "Маяк перенесли на новое место, подальше от моря. "
    for block in (
        Paragraph((Run(said),)),
        Preformatted(said),
        Table((((Run(said),),),)),
        Quote((Heading(2, (Run(said),)),)),
    ):
        assert article_needs(ASKED, Article(URL, "1", (block,))).family == "cyrillic"


def test_the_beginning_of_a_long_article_decides() -> None:
    blocks = (Paragraph((Run("plain words " * 500),)), Paragraph((Run("Москва " * 5000),)))
    assert article_needs(ASKED, Article(URL, "Title", blocks)).family == "western"


def test_a_list_needs_its_entries_and_feeds_and_the_family_of_its_titles() -> None:
    feeds = (Entry("Feed", "http://example.org/feed"),)
    listing = Listing(URL, "", (Entry("Φάρος", "http://example.org/1"),), feeds=feeds)
    needs = listing_needs(ASKED, listing)
    assert needs.urls == (ASKED, URL, "http://example.org/1", "http://example.org/feed")
    assert needs.family == "greek"


def test_the_list_of_links_needs_each_of_them_and_a_list_its_files() -> None:
    article = Article(URL, "Titel", (), links=("http://example.org/a Words", "http://example.org/b Слова и слова"))
    assert links_needs(ASKED, article).urls == (ASKED, "http://example.org/a", "http://example.org/b")
    assert links_needs(ASKED, article).family == "cyrillic"
    entries = (
        Entry("One", "", enclosures=(Enclosure("http://example.org/e.mp3"),)),
        Entry("Two", "http://example.org/2"),
    )
    assert listing_needs(ASKED, Listing(URL, "x", entries)).urls == (
        ASKED, URL, "http://example.org/2", "http://example.org/e.mp3",
    )  # fmt: skip
