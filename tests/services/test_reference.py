"""An encyclopedia and a dictionary that fail in each way: the reader has the page itself, or one true sentence."""

import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.errors import AddressRefused, OriginFailed, ReaderError
from app.models import Article, ReferencePage
from app.services.admission import OWN_WORK
from app.services.cached_content import Lifetimes
from app.services.reference import LookedUp, NotFound, Reference
from app.web.wiring.groundwork import lay_groundwork
from app.web.wiring.searching import build_reference
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.wikis import ENTRY, Works, defined, parsed

WAYS = ("refused", "too often", "out of order", "busy", "changed", "empty", "slow", "no API")


@pytest.fixture
def works(origin: Origin) -> Works:
    return Works(origin)


@pytest.fixture
def reference(settings: Settings, works: Works) -> Callable[..., Reference]:
    def made(fresh: float = 100, **changes: object) -> Reference:
        changed = replace(settings, **works.settings, **changes)  # type: ignore[arg-type]
        return build_reference(replace(lay_groundwork(changed), lifetimes=Lifetimes(fresh, 1000, 0, 0)))

    return made


def hang(origin: Origin) -> Callable[[socket.socket], None]:
    def wait(connection: socket.socket) -> None:
        origin.stopped.wait(30)

    return wait


def spoil(works: Works, how: str) -> None:
    """Let the API fail in one way."""
    answers = {
        "refused": ("<h1>403 Forbidden</h1>", 403),
        "too often": ("slow down", 429),
        "out of order": ("overloaded", 503),
        "busy": ('{"error": {"code": "ratelimited", "info": "Too many"}}', 200),
        "changed": ('{"page": {"html": "<p>Lamp</p>"}}', 200),
        "empty": (parsed("Lamp", ""), 200),
        "no API": ("<h1>Not found</h1>", 404),
    }
    if how == "slow":
        works.origin.serve_raw("/pedia/en/w/api.php", hang(works.origin))
        return
    body, status = answers[how]
    works.origin.serve("/pedia/en/w/api.php", body, "application/json", status)


def address(reference: Reference, title: str = "Lamp", work: str = "Wikipedia") -> str:
    return reference.address(work, "en", title)


@pytest.mark.parametrize("how", WAYS)
def test_where_the_api_fails_the_page_itself_is_read(
    reference: Callable[..., Reference], works: Works, how: str
) -> None:
    spoil(works, how)
    works.origin.serve("/pedia/en/wiki/Lamp", modern_page(LIGHTHOUSE))
    made = reference(SEARCH_SECONDS=0.5 if how == "slow" else 4)
    found = made.look_up(address(made), OWN_WORK)
    assert isinstance(found, LookedUp)
    assert found.is_own_page
    assert isinstance(found.cached.content, Article)


@pytest.mark.parametrize("how", WAYS)
def test_where_the_page_fails_too_one_sentence_says_so_within_the_deadline(
    reference: Callable[..., Reference], works: Works, how: str
) -> None:
    spoil(works, how)
    works.origin.serve("/pedia/en/wiki/Lamp", "no", status=503)
    made = reference(SEARCH_SECONDS=0.5 if how == "slow" else 4)
    for _ in range(2):
        with pytest.raises(OriginFailed, match="Wikipedia does not answer at the moment"):
            made.look_up(address(made), OWN_WORK)


def test_nothing_is_begun_that_might_end_after_the_deadline(reference: Callable[..., Reference], works: Works) -> None:
    spoil(works, "slow")
    works.origin.serve_raw("/pedia/en/wiki/Lamp", hang(works.origin))
    made = reference(SEARCH_SECONDS=0.4, FETCH_DEADLINE=0.6)
    with pytest.raises(OriginFailed, match="does not answer"):
        made.look_up(address(made), OWN_WORK)
    assert works.origin.hits("/pedia/en/wiki/Lamp") == 0


@pytest.mark.parametrize("how", ["refused", "too often", "changed"])
def test_a_work_that_fails_is_left_alone_for_other_words_too(
    reference: Callable[..., Reference], works: Works, how: str
) -> None:
    spoil(works, how)
    made = reference()
    for title in ("One", "Two", "Three"):
        works.origin.serve(f"/pedia/en/wiki/{title}", modern_page(LIGHTHOUSE))
        made.look_up(address(made, title), OWN_WORK)
    assert works.origin.hits("/pedia/en/w/api.php") == 1


def test_an_entry_is_kept_and_serves_while_the_work_fails(reference: Callable[..., Reference], works: Works) -> None:
    works.add("Lamp", ENTRY)
    made = reference(fresh=0.05)
    url = address(made)
    assert made.known(url) is None
    made.look_up(url, OWN_WORK)
    works.answer("Lamp", "no", status=503)
    time.sleep(0.1)
    for _ in range(2):
        found = made.look_up(url, OWN_WORK)
        assert isinstance(found, LookedUp)
        assert isinstance(found.cached.content, ReferencePage)
    kept = made.known(url)
    assert kept is not None
    assert kept.title == "Lamp"


def test_a_work_is_asked_so_often_in_a_day(reference: Callable[..., Reference], works: Works) -> None:
    for title in ("A", "B", "C"):
        works.add(title, ENTRY)
    works.origin.serve("/pedia/en/wiki/C", modern_page(LIGHTHOUSE))
    made = reference(SEARCHES_PER_DAY=2)
    found = [made.look_up(address(made, title), OWN_WORK) for title in ("A", "B", "A", "C")]
    assert [each.is_own_page for each in found if isinstance(each, LookedUp)] == [False, False, False, True]


def test_what_may_be_meant_is_left_out_where_the_search_fails(
    reference: Callable[..., Reference], works: Works
) -> None:
    works.lack_the_rest()
    made = reference()
    assert made.look_up(address(made), OWN_WORK) == NotFound("Lamp", "Wikipedia")


def test_the_address_rules_hold_for_the_api_and_the_page(reference: Callable[..., Reference], works: Works) -> None:
    works.add("Lamp", ENTRY)
    for rules in ({"FETCH_ALLOWED_NETWORKS": ()}, {"FETCH_DENY_HOSTS": ("127.0.0.1",)}):
        made = reference(**rules)
        with pytest.raises(AddressRefused):
            made.look_up(address(made), OWN_WORK)
    assert works.origin.requests == []


def test_an_answer_that_is_too_large_is_not_read_to_its_end(reference: Callable[..., Reference], works: Works) -> None:
    works.add("Lamp", f"<p>{'word ' * 100_000}</p>")
    works.origin.serve("/pedia/en/wiki/Lamp", "no", status=503)
    made = reference(FETCH_MAX_FILE_BYTES=1024, FETCH_MAX_HTML_BYTES=1024)
    with pytest.raises(ReaderError, match="does not answer"):
        made.look_up(address(made), OWN_WORK)


def test_words_are_looked_up_by_their_definitions(reference: Callable[..., Reference], works: Works) -> None:
    works.define("lamp", defined([("en", "Noun", [("A light.", [])])]))
    made = reference()
    found = made.look_up(address(made, "Lamp", "Wiktionary"), OWN_WORK)
    assert isinstance(found, LookedUp)
    assert found.url.endswith("/words/en/wiki/lamp")
