import pytest

from app.errors import Walled
from app.search.engine import Question
from app.search.engines import duckduckgo
from app.search.markup import field_of
from tests import engines

URL = duckduckgo.html_address("https://ddg.example", Question("lamp", "en", "gb", "strict"))


def test_it_is_asked_for_a_region_with_safe_search() -> None:
    assert (field_of(URL, "kl"), field_of(URL, "kp")) == ("uk-en", "1")


def test_the_form_for_the_next_results_is_followed_forwards_only() -> None:
    following = duckduckgo.html_results(URL, engines.duckduckgo(engines.ROWS, 10)).following
    assert following == "https://ddg.example/html/?q=lamp&s=10&vqd=4-123"
    assert duckduckgo.html_results(following, engines.duckduckgo(engines.ROWS, 10)).following == ""
    lite = duckduckgo.lite_address("https://ddg.example", Question("lamp"))
    assert duckduckgo.lite_results(lite, engines.lite(engines.ROWS, 10)).following.startswith(
        "https://ddg.example/lite/?"
    )


def test_it_says_what_it_would_rather_search_for() -> None:
    assert duckduckgo.html_results(URL, engines.duckduckgo(engines.ROWS, suggestion="lamps")).suggestion == "lamps"


def test_adverts_are_no_results() -> None:
    for read, shape in ((duckduckgo.html_results, engines.duckduckgo), (duckduckgo.lite_results, engines.lite)):
        assert all("duckduckgo" not in each.url for each in read(URL, shape(engines.ROWS)).results)


@pytest.mark.parametrize("read", [duckduckgo.html_results, duckduckgo.lite_results])
def test_its_check_is_a_wall(read: object) -> None:
    assert callable(read)
    with pytest.raises(Walled, match="a check for robots"):
        read(URL, engines.CHECK["duckduckgo"])
