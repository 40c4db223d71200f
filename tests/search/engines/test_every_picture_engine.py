"""What holds for the pictures of every engine that has them."""

import pytest

from app.errors import OriginFailed, Walled
from app.search.engine import Question
from app.search.table import ENGINES, PICTURE_ENGINES
from tests.engines import PICTURE_SHAPES, PICTURES

QUESTION = Question("lamp & “light”", "de", "at", "moderate")


def address(name: str) -> str:
    return PICTURE_ENGINES[name].address("https://engine.example", QUESTION)


@pytest.mark.parametrize("name", PICTURE_ENGINES)
def test_pictures_have_titles_small_ones_and_pages(name: str) -> None:
    found = PICTURE_ENGINES[name].results(address(name), PICTURE_SHAPES[name][1])
    rows = [(each.enclosures[1].url, each.title, each.enclosures[0].url, each.url) for each in found.results]
    assert rows == list(PICTURES)
    assert "lamp+%26+%E2%80%9Clight%E2%80%9D" in address(name)


@pytest.mark.parametrize("name", PICTURE_ENGINES)
def test_no_pictures_are_an_answer(name: str) -> None:
    assert PICTURE_ENGINES[name].results(address(name), PICTURE_SHAPES[name][2]).results == ()


@pytest.mark.parametrize("name", PICTURE_ENGINES)
@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[1]", "<h1>Check</h1>", '{"query": {}, "results": 5}', '{"query": {}, "results": [5, {"url": "x"}]}'],
)
def test_what_makes_no_sense_is_a_failure_of_the_engine(name: str, answer: str) -> None:
    with pytest.raises((OriginFailed, Walled)):
        PICTURE_ENGINES[name].results(address(name), answer)


def test_safe_search_is_passed_on_as_each_knows_it() -> None:
    assert "safesearch=strict" in address("brave")
    assert "safesearch=1" in address("searxng")
    assert "categories=images" in address("searxng")


def test_addresses_without_a_scheme_are_read() -> None:
    answer = PICTURE_SHAPES["searxng"][1].replace("https://small", "//small")
    found = PICTURE_ENGINES["searxng"].results(address("searxng"), answer)
    assert found.results[0].enclosures[0].url == "https://small.example/0"


def test_they_are_known_by_the_same_names_and_keys() -> None:
    for name, engine in PICTURE_ENGINES.items():
        assert (engine.base, engine.key_header) == (ENGINES[name].base, ENGINES[name].key_header)
