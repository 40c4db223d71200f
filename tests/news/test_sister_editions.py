"""Which edition lends its feeds to a section without any."""

from dataclasses import replace

from app.news.sister_editions import LENDERS, sister_of
from app.news.sources import SECTIONS, EditionSources, load_sources

PACKAGED = load_sources(None)
FEED = ("https://post.example/rss",)


def edition(code: str, language: str = "en", **feeds: tuple[str, ...]) -> EditionSources:
    return EditionSources(code, code.upper(), language, "", feeds)


def test_a_section_without_feeds_borrows_from_the_first_lender_that_has_some() -> None:
    editions = {each.code: each for each in (edition("gb"), edition("us", science=FEED), edition("bw"))}
    assert sister_of(editions, editions["bw"], "science") == editions["us"]
    editions["gb"] = edition("gb", science=FEED)
    assert sister_of(editions, editions["bw"], "science") == editions["gb"]


def test_a_section_with_feeds_of_its_own_borrows_nothing_and_nobody_borrows_from_itself() -> None:
    editions = {each.code: each for each in (edition("gb", science=FEED), edition("bw", science=FEED))}
    assert sister_of(editions, editions["bw"], "science") is None
    assert sister_of({"gb": edition("gb")}, edition("gb"), "science") is None


def test_the_news_of_a_country_are_not_those_of_another() -> None:
    editions = {"gb": edition("gb", top=FEED, nation=FEED)}
    assert sister_of(editions, edition("bw"), "top") is None
    assert sister_of(editions, edition("bw"), "nation") is None


def test_an_edition_in_another_language_or_script_lends_nothing() -> None:
    editions = {each.code: each for each in (edition("gb", science=FEED), edition("tw", "zh", science=FEED))}
    assert sister_of(editions, edition("lt", "lt"), "science") is None
    assert sister_of(editions, edition("cn", "zh"), "science") is None
    assert sister_of(editions, edition("hk", "zh"), "science") == editions["tw"]
    assert sister_of({"gb": replace(editions["gb"], language="de")}, edition("bw"), "science") is None


def test_lenders_are_sorted_editions_of_their_language() -> None:
    assert list(LENDERS) == sorted(LENDERS)
    assert {PACKAGED[code].language == language for language, codes in LENDERS.items() for code in codes} == {True}


def test_every_edition_in_english_has_something_for_every_section_but_its_own_country() -> None:
    english = [each for each in PACKAGED.values() if each.language == "en"]
    for each in english:
        for section, _ in SECTIONS:
            if section != "nation":
                assert each.feeds.get(section) or sister_of(PACKAGED, each, section), (each.code, section)
