import pytest

from app.search.queries import LONGEST_QUERY, Query, query_at, query_in


@pytest.mark.parametrize(
    ("text", "words", "engine"),
    [
        ("  old   lamps ", "old lamps", ""),
        ("!w lighthouse", "lighthouse", "wikipedia"),
        ("lighthouse !wiby", "lighthouse", "wiby"),
        ("tall !W ships", "tall ships", "wikipedia"),
        ("!define pier", "pier", "wiktionary"),
        ("!news ferry", "ferry", "news"),
        ("hello!w", "hello!w", ""),
        ("!unknown words", "!unknown words", ""),
        ("!w", "", "wikipedia"),
    ],
)
def test_a_bang_asks_one_engine_first_wherever_it_stands(text: str, words: str, engine: str) -> None:
    assert query_in(text) == Query(words, engine)


def test_a_query_has_a_longest_length() -> None:
    assert len(query_in("word " * 1000).words) <= LONGEST_QUERY


@pytest.mark.parametrize("words", ["a b", "c++ & “é” 100%", "маяк", "q=1&x=2#y", "site:example.org x"])
@pytest.mark.parametrize("engine", ["", "wiby", "duckduckgo-lite"])
def test_a_search_has_an_address_of_its_own(words: str, engine: str) -> None:
    query = Query(words, engine)
    assert query.address.isascii()
    assert query_at(query.address) == query


def test_other_addresses_are_no_search() -> None:
    assert query_at("https://example.org/?q=x") is None
    assert query_at("http://any.search.invalid/") is None


def test_a_query_may_be_about_one_site() -> None:
    assert Query("lamp site:example.org").names_site
    assert Query("-site:example.org lamp").names_site
    assert not Query("website: a lamp").names_site
