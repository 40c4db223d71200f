"""Language, site, deck and what else is read of a page."""

import pytest

from app.extract.metadata.read import MAX_DECK, read_metadata
from app.extract.parse import parse
from tests.extract.metadata.pages import PROSE, ld, meta, metadata, signed


def test_the_language_is_a_tag_in_small_letters() -> None:
    assert metadata(lang='lang="pt-BR"').language == "pt-br"
    assert metadata(ld(inLanguage="de")).language == "de"
    assert metadata(ld(inLanguage={"@type": "Language", "name": "de"})).language == "de"
    assert metadata(meta("og:locale", "en_GB")).language == "en-gb"
    assert metadata(lang='lang="{{ locale }}"').language == ""


def test_the_site_is_named_as_it_names_itself() -> None:
    assert metadata(meta("og:site_name", "The Gazette")).site == "The Gazette"
    assert metadata(ld(publisher={"name": "Gazette Group"})).site == "Gazette Group"
    assert metadata(meta("og:site_name", "https://gazette.example")).site == "gazette.example"
    assert metadata().site == "gazette.example"


DECK = "The whole town walked beside it for a week"


@pytest.mark.parametrize(
    "deck",
    [
        f'<p class="standfirst">{DECK}</p>',
        f'<div class="article-sub-title"><p>{DECK}</p></div>',
        f'<p itemprop="description">{DECK}</p>',
        f'<p>By Ada</p><p class="chapo">{DECK}</p>',
        f'<p class="sapo">{DECK}</p>',
        f'<h2 class="bajada">{DECK}</h2>',
        f'<div class="date">20 November 2024</div><p class="description">{DECK}</p>',
        f'<h2 class="spot">{DECK}</h2>',
    ],
)
def test_the_deck_is_the_line_under_the_headline_that_is_named_for_it(deck: str) -> None:
    assert signed(deck).deck == DECK


def test_a_sentence_in_a_heading_over_the_byline_is_the_deck() -> None:
    said = "The whole town walked beside it for a week, and sang."
    assert signed(f"<h2>{said}</h2><p>By Ada Brightwater</p>").deck == said
    assert signed(f"<h2>{said}</h2>").deck == ""
    assert signed("<h2>How it began</h2><p>By Ada Brightwater</p>").deck == ""


def test_a_description_behind_a_sentence_is_that_of_something_in_the_text() -> None:
    said = "The tower stood on the cliff for a hundred years, until the sea took the garden."
    assert signed(f'<p>{said}</p><p class="description">{DECK}</p>').deck == ""
    assert signed(f'<p class="image-description">{DECK}</p>').deck == ""
    described = meta("og:description", "How a tower came to stand in the hills, and why")
    assert signed(f'<p class="description">{DECK}</p>', head=described).deck == ""


def test_a_long_line_under_the_headline_in_its_header_is_the_deck_without_a_stop() -> None:
    page = "<article><header><div><h1>The light is back</h1>{}</div></header>{}</article>"
    said = "Two years of work, four million crowns and a stubborn gull"
    found = page.format(f"<h2>{said}</h2><p>By Ada Brightwater</p>", PROSE)
    assert read_metadata(parse(found), "http://x.example/a").deck == said
    for other in (page.format("", f"<h2>{said}</h2>{PROSE}"), page.format(f"<h2>{said}</h2>", PROSE)):
        assert read_metadata(parse(other), "http://x.example/a").deck == ""


def test_what_is_named_for_a_deck_in_a_part_of_the_text_is_none() -> None:
    assert signed(f'<h2>The first tower</h2><p class="subtitle">{DECK}</p>').deck == ""
    begun = "<p>(a) The keeper of a light shall light it at dusk on each day.</p>"
    assert signed(f'{begun}<div class="chapeau">{DECK}</div>').deck == ""
    pictured = "<figure><figcaption><p>The keeper of the light, who lights it at dusk.</p></figcaption></figure>"
    assert signed(f'{pictured}<div class="chapeau">{DECK}</div>').deck == DECK


def test_the_deck_is_the_line_under_the_headline_that_says_what_the_description_does() -> None:
    described = f'<meta name="description" content="{DECK}">'
    assert signed(f"<h2>{DECK}</h2>", head=described).deck == DECK
    assert signed("", head=described).deck == ""
    assert signed(f"{PROSE}<p>{DECK}</p>", head=described).deck == ""
    assert signed(f'<p class="deck">{"word " * MAX_DECK}</p>').deck == ""


def test_what_the_head_says_of_the_article_is_there_shown_or_not() -> None:
    assert metadata(meta("og:description", "What it is about")).descriptions == ("What it is about",)
    assert metadata(ld(articleBody="First.\nSecond.")).body == "First.\nSecond."
    assert metadata(ld(articleBody=["no", "text"])).body == ""


def test_the_lead_image_is_the_one_that_the_head_names() -> None:
    assert metadata(meta("og:image", "/a.jpg") + meta("twitter:image", "/b.jpg")).lead_image == "/a.jpg"


def test_a_link_may_name_the_lead_image_where_no_tag_does() -> None:
    links = '<link rel="icon" href="/i.png"><link rel="image_src"><link rel="image_src" href="/c.jpg">'
    assert metadata(links).lead_image == "/c.jpg"
    assert metadata(links + meta("twitter:image:src", "/b.jpg")).lead_image == "/b.jpg"


def test_a_page_of_nothing_has_no_metadata_but_its_host() -> None:
    found = metadata(body="")
    assert (found.title, found.site) == ("gazette.example", "gazette.example")
    assert (found.byline, found.date, found.updated, found.language, found.deck) == ("", "", "", "", "")


@pytest.mark.parametrize(
    "name", ["article:published_time og:published_time", "ARTICLE:PUBLISHED_TIME", " article:published_time "]
)
def test_meta_tags_are_known_by_any_of_their_names_in_any_case(name: str) -> None:
    assert metadata(meta(name, "2024-03-27")).date == "2024-03-27"
