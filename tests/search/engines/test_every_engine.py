"""What holds for the answers of every engine."""

import pytest

from app.errors import OriginFailed, Walled
from app.search.engine import Question
from app.search.table import ENGINES
from tests.engines import ROWS, SHAPES

QUESTION = Question("lamp & “light” c++", "de", "at", "strict")
BASE = "https://engine.example"


def address(name: str) -> str:
    return ENGINES[name].address(BASE, QUESTION)


@pytest.mark.parametrize("name", ENGINES)
def test_results_have_addresses_titles_and_summaries_without_markup(name: str) -> None:
    found = ENGINES[name].results(address(name), SHAPES[name][1])
    assert len(found.results) == len(ROWS)
    assert [each.title for each in found.results] == [title for _, title, _ in ROWS]
    assert all("<" not in each.summary and each.summary for each in found.results)
    if not name.startswith("wik"):
        assert [each.url for each in found.results] == [url for url, _, _ in ROWS]
    assert found.url == address(name)


@pytest.mark.parametrize("name", ENGINES)
def test_no_results_are_an_answer(name: str) -> None:
    found = ENGINES[name].results(address(name), SHAPES[name][2])
    assert (found.results, found.following) == ((), "")


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    "answer",
    [
        "",
        "<html><body><h1>Just a moment...</h1></body></html>",
        "<html><body><div class='found'><a href='https://example.org/'>New markup</a></div></body></html>",
        "{}",
        "[1, 2]",
        '{"error": {"code": "ratelimited", "info": "Slow down"}}',
        "{" * 5000,
        '{"query": 1, "web": 2, "results": {"a": 1}, "continue": 5}',
    ],
)
def test_what_makes_no_sense_is_a_failure_of_the_engine(name: str, answer: str) -> None:
    with pytest.raises((OriginFailed, Walled)):
        ENGINES[name].results(address(name), answer)


@pytest.mark.parametrize("name", ENGINES)
def test_the_words_and_the_base_stand_in_the_address(name: str) -> None:
    url = address(name)
    assert url.startswith(f"{BASE}/")
    assert "lamp+%26+%E2%80%9Clight%E2%80%9D+c%2B%2B" in url
