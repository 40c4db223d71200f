from app.search.engine import Question
from app.search.engines import marginalia
from app.search.markup import field_of, with_field
from tests import engines

URL = marginalia.address("https://m.example", Question("lamp", safe="off"))


def test_pages_are_counted_up_to_the_last() -> None:
    two = engines.marginalia(engines.ROWS, 1, 2)
    assert field_of(marginalia.results(URL, two).following, "page") == "2"
    assert marginalia.results(with_field(URL, "page", 2), two).following == ""


def test_nothing_is_left_out_without_safe_search() -> None:
    assert field_of(URL, "nsfw") == "0"
    assert field_of(marginalia.address("https://m.example", Question("lamp")), "nsfw") == "1"
