"""The engines one after the other: each fails in each way, and the reader has results all the same."""

import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LimitReached, OriginFailed, UnknownPlace
from app.search.engine import Question
from app.search.queries import Query
from app.search.table import ENGINES
from app.services.admission import OWN_WORK
from app.services.asking_budget import FAILED_SECONDS, REFUSED_SECONDS
from app.services.web_search import MOST_PAGES, WebSearch, key_headers
from app.storage.single_flight import InThread
from app.web.wiring.groundwork import lay_groundwork
from app.web.wiring.searching import build_web_search
from app.web.wiring.services import build_services
from config import Settings
from tests import engines
from tests.engines import ROWS
from tests.origin import Origin

QUESTION = Question("lamp")
QUERY = Query("lamp")


class Counted(InThread):
    """The admission of a client who may search so often."""

    def __init__(self, most: int = 99) -> None:
        self.left = most
        self.counted = 0

    def count(self) -> None:
        if self.counted >= self.left:
            raise LimitReached("enough")
        self.counted += 1


@pytest.fixture
def search(settings: Settings) -> Callable[..., WebSearch]:
    def made(*rows: str, **changes: object) -> WebSearch:
        changed = replace(settings, SEARCH_ENGINES=rows, **changes)  # type: ignore[arg-type]
        return build_web_search(lay_groundwork(changed))

    return made


def hang(origin: Origin) -> Callable[[socket.socket], None]:
    def wait(connection: socket.socket) -> None:
        origin.stopped.wait(30)

    return wait


def spoil(origin: Origin, name: str, how: str) -> str:
    """Let the stand-in of an engine fail in one way; return its row."""
    row = engines.serve(origin, name)
    path = f"/{name}{engines.SHAPES[name][0]}"
    match how:
        case "refused":
            origin.serve(path, "<h1>403 Forbidden</h1>", status=403)
        case "too often":
            origin.serve(path, "slow down", status=429, headers={"Retry-After": "60"})
        case "out of order":
            origin.serve(path, "overloaded", status=503)
        case "check":
            origin.serve(path, engines.CHECK["duckduckgo"], status=202)
        case "changed":
            origin.serve(
                path, "<html><body><div class='new-result'><a href='https://example.org/'>A</a></div></body></html>"
            )
        case "empty":
            engines.serve(origin, name, rows=False)
        case "slow":
            origin.serve_raw(path, hang(origin))
        case "not there":
            return f"{name}=http://127.0.0.1:9"
    return row


WAYS = ("refused", "too often", "out of order", "check", "changed", "empty", "slow", "not there")


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("name", ENGINES)
def test_where_an_engine_fails_the_next_one_answers(
    search: Callable[..., WebSearch], origin: Origin, name: str, how: str
) -> None:
    other = "wiby" if name == "mojeek" else "mojeek"
    rows = spoil(origin, name, how), engines.serve(origin, other)
    seconds = 0.5 if how == "slow" else 4
    found = search(*rows, BRAVE_KEY="k", SEARCH_SECONDS=seconds).search(QUERY, QUESTION, 1, OWN_WORK)
    assert found.name == other
    assert [each.url for each in found.results] == [url for url, _, _ in ROWS]


@pytest.mark.parametrize("how", [each for each in WAYS if each != "empty"])
def test_where_every_engine_fails_one_sentence_says_so(
    search: Callable[..., WebSearch], origin: Origin, how: str
) -> None:
    made = search(spoil(origin, "wiby", how), spoil(origin, "mojeek", how), SEARCH_SECONDS=0.3 if how == "slow" else 4)
    for _ in range(2):
        with pytest.raises(OriginFailed, match="No search engine answers at the moment"):
            made.search(QUERY, QUESTION, 1, OWN_WORK)


def test_nothing_found_by_anybody_is_an_answer(search: Callable[..., WebSearch], origin: Origin) -> None:
    rows = spoil(origin, "wiby", "empty"), spoil(origin, "mojeek", "refused")
    assert search(*rows).search(QUERY, QUESTION, 1, OWN_WORK).results == ()


def test_no_engine_is_asked_when_the_deadline_is_near(search: Callable[..., WebSearch], origin: Origin) -> None:
    rows = spoil(origin, "wiby", "slow"), spoil(origin, "mojeek", "slow"), engines.serve(origin, "marginalia")
    made = search(*rows, SEARCH_SECONDS=0.4, FETCH_DEADLINE=0.6)
    with pytest.raises(OriginFailed):
        made.search(QUERY, QUESTION, 1, OWN_WORK)
    assert origin.hits("/marginalia/search") == 0


@pytest.mark.parametrize(
    ("how", "seconds"), [("refused", REFUSED_SECONDS), ("check", REFUSED_SECONDS), ("changed", FAILED_SECONDS)]
)
def test_an_engine_that_fails_is_left_alone_for_other_words_too(
    settings: Settings, origin: Origin, how: str, seconds: float
) -> None:
    rows = spoil(origin, "duckduckgo", how), engines.serve(origin, "wiby")
    services = build_services(replace(settings, SEARCH_ENGINES=rows))
    for words in ("one", "two", "three"):
        services.web_search.search(Query(words), Question(words), 1, OWN_WORK)
    assert origin.hits("/duckduckgo/html/") == 1
    since = services.web_search.standing()
    assert time.time() - 60 < since["duckduckgo"] <= time.time()
    assert since["wiby"] == 0
    services.store.delete("search pause duckduckgo")
    services.web_search.search(Query("four"), Question("four"), 1, OWN_WORK)
    assert origin.hits("/duckduckgo/html/") == 2


def test_results_are_kept_and_a_search_counts_once_however_many_engines_are_asked(
    search: Callable[..., WebSearch], origin: Origin
) -> None:
    made, client = search(spoil(origin, "mojeek", "refused"), engines.serve(origin, "wiby")), Counted()
    for _ in range(3):
        made.search(QUERY, QUESTION, 1, client)
    assert client.counted == 1
    assert origin.hits("/wiby/json/") == 1


def test_who_has_searched_too_often_asks_nobody(search: Callable[..., WebSearch], origin: Origin) -> None:
    made = search(engines.serve(origin, "mojeek"), engines.serve(origin, "wiby"))
    with pytest.raises(LimitReached):
        made.search(QUERY, QUESTION, 1, Counted(0))
    assert origin.requests == []


def test_an_engine_is_asked_so_often_in_a_day(search: Callable[..., WebSearch], origin: Origin) -> None:
    made = search(engines.serve(origin, "mojeek"), engines.serve(origin, "wiby"), SEARCHES_PER_DAY=2)
    names = [made.search(Query(words), Question(words), 1, OWN_WORK).name for words in ("a", "b", "c")]
    assert names == ["mojeek", "mojeek", "wiby"]
    assert made.search(Query("a"), Question("a"), 1, OWN_WORK).name == "mojeek"


def test_the_engine_that_is_named_is_asked_first_and_missed_where_it_fails(
    search: Callable[..., WebSearch], origin: Origin
) -> None:
    rows = engines.serve(origin, "mojeek"), engines.serve(origin, "wiby")
    found = search(*rows).search(Query("lamp", "wiby"), QUESTION, 1, OWN_WORK)
    assert (found.name, found.missed) == ("wiby", "")
    spoil(origin, "wiby", "refused")
    other = Question("pier")
    found = search(*rows).search(Query("pier", "wiby"), other, 1, OWN_WORK)
    assert (found.name, found.missed) == ("mojeek", "Wiby")


def test_one_site_is_searched_by_engines_that_know_how(search: Callable[..., WebSearch], origin: Origin) -> None:
    words = "lamp site:example.org"
    made = search(engines.serve(origin, "wiby"), engines.serve(origin, "mojeek"))
    assert made.search(Query(words), Question(words), 1, OWN_WORK).name == "mojeek"


def test_pages_have_ten_results_and_lead_on_through_the_answers(
    search: Callable[..., WebSearch], origin: Origin
) -> None:
    row = engines.serve(origin, "wiby")
    many = [(f"https://example.org/{place}", str(place), "") for place in range(24)]
    origin.serve("/wiby/json/", engines.wiby(many[:12], 12), "application/json")
    origin.serve("/wiby/json/?q=lamp&o=12", engines.wiby(many[10:]), "application/json")
    made = search(row)
    pages = [made.search(QUERY, QUESTION, number, OWN_WORK) for number in (1, 2, 3, 4)]
    assert [len(each.results) for each in pages] == [10, 2, 10, 2]
    assert [each.has_more for each in pages] == [True, True, True, False]
    assert [each.url for page in pages for each in page.results] == [url for url, _, _ in many]
    with pytest.raises(UnknownPlace, match="no more results"):
        made.search(QUERY, QUESTION, 5, OWN_WORK)
    assert origin.hits("/wiby/json/") == 2


@pytest.mark.parametrize("number", [0, MOST_PAGES + 1, 10**9])
def test_pages_beyond_the_last_ask_nobody(search: Callable[..., WebSearch], origin: Origin, number: int) -> None:
    with pytest.raises(UnknownPlace):
        search(engines.serve(origin, "wiby")).search(QUERY, QUESTION, number, OWN_WORK)
    assert origin.requests == []


def test_where_no_engine_is_named_there_is_no_search(search: Callable[..., WebSearch]) -> None:
    assert not search().is_on
    with pytest.raises(UnknownPlace, match="does not search the web"):
        search().search(QUERY, QUESTION, 1, OWN_WORK)


def test_an_engine_is_no_way_into_a_network_that_is_not_read(
    settings: Settings, origin: Origin, tmp_path: Path
) -> None:
    closed = replace(settings, FETCH_ALLOWED_NETWORKS=(), SEARCH_ENGINES=(engines.serve(origin, "searxng"),))
    with pytest.raises(OriginFailed):
        build_services(closed).web_search.search(QUERY, QUESTION, 1, OWN_WORK)
    assert origin.requests == []


def test_a_key_is_sent_to_its_engine_and_nobody_else(search: Callable[..., WebSearch], origin: Origin) -> None:
    made = search(engines.serve(origin, "brave"), engines.serve(origin, "marginalia"), BRAVE_KEY="secret-1")
    assert made.search(QUERY, QUESTION, 1, OWN_WORK).name == "brave"
    assert origin.requests[0].headers["x-subscription-token"] == "secret-1"
    assert "api-key" not in origin.requests[0].headers
    headers = key_headers(
        [(ENGINES["brave"], "https://b.example", "k"), (ENGINES["marginalia"], "https://m.example", "")]
    )
    assert headers("https://b.example/x") == {"X-Subscription-Token": "k"}
    assert headers("https://b.example.evil/x") == headers("https://m.example/x") == {}
