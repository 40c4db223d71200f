from app.search.engine import Question
from app.search.engines import brave
from app.search.markup import field_of, with_field
from tests import engines

URL = brave.address("https://brave.example", Question("lamp", "de", "at", "strict"))


def test_it_is_asked_for_the_country_and_the_language_with_safe_search() -> None:
    assert [field_of(URL, name) for name in ("country", "search_lang", "safesearch")] == ["AT", "de", "strict"]


def test_there_is_more_where_it_says_so_and_no_more_than_ten_pages() -> None:
    more = engines.brave(engines.ROWS, has_more=True)
    assert field_of(brave.results(URL, more).following, "offset") == "1"
    assert brave.results(with_field(URL, "offset", 9), more).following == ""
    assert brave.results(URL, engines.brave(engines.ROWS)).following == ""


def test_it_says_what_it_searched_for_instead() -> None:
    assert brave.results(URL, engines.brave(engines.ROWS, altered="lamps")).suggestion == "lamps"
