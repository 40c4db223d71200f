import json

import pytest

from app.extract.metadata import Metadata, iso_date, read_metadata, without_site
from app.extract.parse import parse

URL = "https://www.gazette.example/2024/03/27/story"


def metadata(head: str = "", body: str = "<p>text</p>", lang: str = "", url: str = URL) -> Metadata:
    return read_metadata(parse(f"<html {lang}><head>{head}</head><body>{body}</body></html>"), url)


def ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tower moves inland | The Gazette", "Tower moves inland"),
        ("Tower moves inland - The Gazette", "Tower moves inland"),
        ("The Gazette: a history - The Gazette", "The Gazette: a history"),
        ("The Gazette » Tower moves inland", "Tower moves inland"),
        ("Tower moves inland | Sport | The Gazette UK", "Tower moves inland | Sport"),
        ("Twenty-one towers - and one sea", "Twenty-one towers - and one sea"),
        ("The Gazette", "The Gazette"),
        ("Tower moves inland" + " | The Gazette" * 3000, "Tower moves inland"),
    ],
)
def test_the_sites_name_is_taken_off_the_title_and_nothing_else(title: str, expected: str) -> None:
    assert without_site(title, "The Gazette", URL) == expected


def test_the_headline_is_the_h1_that_the_pages_title_confirms() -> None:
    page = "<h1><img alt='The Gazette'></h1><h1>Tower moves, and the town with it</h1><p>x</p>"
    found = metadata("<title>Tower moves, and the town with it - The Gazette</title>", page)
    assert found.title == "Tower moves, and the town with it"


def test_a_h1_that_nothing_confirms_loses_to_what_the_page_says_of_itself() -> None:
    found = metadata('<meta property="og:title" content="Tower moves | Gazette">', "<h1>Section: Local</h1>")
    assert found.title == "Tower moves"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Old library reopens after ten years of repairs", "Old library to reopen after a decade of repairs"),
        ("Ferry stranded on a sandbank for nine hours off Sandhaven", "Ferry is stranded on sandbank nine hours near Sandhaven"),
        ("The lighthouse that moved inland: how a town saved its tower", "Lighthouse that moved inland: how one town saved a tower"),
    ],
)  # fmt: skip
def test_a_headline_in_somewhat_other_words_than_the_pages_title_is_still_the_headline(
    heading: str, title: str
) -> None:
    assert metadata(f"<title>{title}</title>", f"<h1>{heading}</h1><p>x</p>").title == heading


def test_a_heading_about_something_else_is_not_the_headline() -> None:
    title = "Ferry is stranded on sandbank nine hours near Sandhaven"
    assert metadata(f"<title>{title}</title>", "<h1>Local news and sport from Sandhaven</h1><p>x</p>").title == title


def test_a_page_without_any_title_is_named_for_its_site() -> None:
    assert metadata(body="<p>text</p>").title == "gazette.example"


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (ld(author={"@type": "Person", "name": "Ada Brightwater"}), "", "Ada Brightwater"),
        (ld(author=[{"name": "Ada B."}, {"name": "Jo C."}, {"name": "Ada B."}]), "", "Ada B., Jo C."),
        (ld(author="By Ada B."), "", "Ada B."),
        ('<meta name="author" content="Ada B.">', "", "Ada B."),
        ('<meta name="author" content="https://example.org/ada">', "<a rel='author'>Von Ada B.</a>", "Ada B."),
        ("", '<p class="byline">By <b>Ada B.</b></p>', "Ada B."),
        ("", "", ""),
    ],
)
def test_the_byline_comes_from_the_most_trusted_source(head: str, body: str, byline: str) -> None:
    assert metadata(head, body + "<p>x</p>").byline == byline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-27T09:30:00+01:00", "2024-03-27"),
        ("20240327", "2024-03-27"),
        ("Wed, 27 Mar 2024 09:30:00 GMT", "2024-03-27"),
        ("2024-13-45", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_read_in_the_forms_that_pages_use(text: str, day: str) -> None:
    assert iso_date(text) == day


def test_the_date_comes_from_the_page_and_failing_that_from_its_address() -> None:
    assert metadata(ld(datePublished="2023-01-02")).date == "2023-01-02"
    assert metadata('<meta property="article:published_time" content="2023-01-03T00:00Z">').date == "2023-01-03"
    assert metadata(body='<article><time datetime="2023-01-04">x</time></article>').date == "2023-01-04"
    assert metadata().date == "2024-03-27"
    assert metadata(url="https://gazette.example/story").date == ""


def test_the_language_is_a_tag_in_small_letters() -> None:
    assert metadata(lang='lang="pt-BR"').language == "pt-br"
    assert metadata(ld(inLanguage="de")).language == "de"
    assert metadata('<meta property="og:locale" content="en_GB">').language == "en-gb"
    assert metadata(lang='lang="{{ locale }}"').language == ""


def test_the_site_is_named_as_it_names_itself() -> None:
    assert metadata('<meta property="og:site_name" content="The Gazette">').site == "The Gazette"
    assert metadata(ld(publisher={"name": "Gazette Group"})).site == "Gazette Group"
    assert metadata().site == "gazette.example"


def test_the_deck_is_what_stands_under_the_headline() -> None:
    deck = "The whole town walked beside it for a week"
    assert metadata(body=f'<h1>T</h1><p class="standfirst">{deck}</p><p>x</p>').deck == deck
    described = f'<meta name="description" content="{deck}">'
    assert metadata(described, f"<h1>T</h1><h2>{deck}</h2><p>x</p>").deck == deck
    assert metadata(described, "<h1>T</h1><p>x</p>").deck == ""


@pytest.mark.parametrize(
    "script",
    [
        "{",
        '{"@type": "NewsArticle", "author": {"name": {"name": {}}}}',
        "[[[]]]",
        "[" * 100_000,
        "null",
        '{"@graph": 7}',
    ],
)
def test_broken_json_ld_is_only_a_hint_lost(script: str) -> None:
    assert metadata(f'<script type="application/ld+json">{script}</script><title>Tower</title>').title == "Tower"
