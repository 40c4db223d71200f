from app.search.engine import Question
from app.search.engines import mojeek
from app.search.markup import field_of
from tests import engines

URL = mojeek.address("https://mojeek.example", Question("lamp", "de", "at", "off"))


def test_a_full_page_has_one_behind_it() -> None:
    following = mojeek.results(URL, engines.mojeek(engines.ROWS)).following
    assert field_of(following, "s") == "11"
    assert field_of(mojeek.results(following, engines.mojeek(engines.ROWS)).following, "s") == "21"
    assert mojeek.results(URL, engines.mojeek(engines.ROWS[:4])).following == ""


def test_it_says_what_it_would_rather_search_for() -> None:
    assert mojeek.results(URL, engines.mojeek(engines.ROWS, "lamps")).suggestion == "lamps"


def test_it_is_asked_for_language_country_and_safe_search() -> None:
    assert [field_of(URL, name) for name in ("lb", "arc", "safe")] == ["de", "at", "0"]
