from app.search.engine import Question
from app.search.engines import wiby
from tests import engines

URL = wiby.address("https://wiby.example", Question("lamp"))


def test_the_offset_behind_the_results_leads_on_and_is_no_result() -> None:
    found = wiby.results(URL, engines.wiby(engines.ROWS, 12))
    assert len(found.results) == len(engines.ROWS)
    assert found.following == "https://wiby.example/json/?q=lamp&o=12"


def test_null_stands_for_no_results() -> None:
    assert wiby.results(URL, "null").results == ()
