import pytest

from app.errors import OriginFailed
from app.search.engine import Question
from app.search.engines import searxng
from app.search.markup import field_of
from tests import engines

URL = searxng.address("http://searx.lan:8888", Question("lamp", "de", safe="strict"))


def test_pages_are_counted_and_safe_search_is_a_number() -> None:
    assert field_of(URL, "safesearch") == "2"
    following = searxng.results(URL, engines.searxng(engines.ROWS)).following
    assert field_of(following, "pageno") == "2"
    assert field_of(searxng.results(following, engines.searxng(engines.ROWS)).following, "pageno") == "3"


def test_no_results_because_nobody_answered_it_are_a_failure() -> None:
    with pytest.raises(OriginFailed, match="None of the engines that this SearXNG asks"):
        searxng.results(URL, engines.searxng((), silent=["google", "bing"]))


def test_it_says_how_it_would_spell_the_words() -> None:
    assert searxng.results(URL, engines.searxng(engines.ROWS, ["lamps"])).suggestion == "lamps"
