"""What is posted, and that it goes nowhere else."""

from collections.abc import Iterator

import pytest

from app.errors import AddressRefused, OriginFailed, OriginRefused, OriginUnreachable
from app.fetch.client import Client
from app.fetch.redirects import Redirected
from app.models import FetchedPage
from tests.news.aggregators.fakes import HTML, JSON, Aggregator, Mode
from tests.origin import Answer, Recorded, loopback_rules

FORM = {"f.req": '[["a&b=c", "ü"]]', "second": "1 2"}


class Desk(Aggregator):
    """An origin that takes forms, and gives the answer that is set."""

    given = Answer(b'["done"]', JSON, 200, {})

    def answer(self, request: Recorded, form: dict[str, list[str]]) -> Answer:
        return self.given


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as server:
        yield server


def post(url: str) -> FetchedPage:
    return Client(loopback_rules()).fetch(url, form=FORM)


def test_the_fields_arrive_as_a_form(desk: Desk) -> None:
    page = post(desk.url("/execute"))
    assert (page.body, page.content_type, page.url) == (b'["done"]', "application/json", desk.url("/execute"))
    (request,) = desk.requests
    assert (request.method, request.target) == ("POST", "/execute")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["via"] == "1.1 68k.test"
    assert desk.forms == [{"f.req": ['[["a&b=c", "ü"]]'], "second": ["1 2"]}]


def test_an_empty_form_is_posted_too(desk: Desk) -> None:
    Client(loopback_rules()).fetch(desk.url("/execute"), form={})
    assert [request.method for request in desk.requests] == ["POST"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_an_error_that_knows_its_target(desk: Desk, status: int) -> None:
    desk.given = Answer(b"", HTML, status, {"Location": "//elsewhere.test/sorry?a=1"})
    with pytest.raises(Redirected) as caught:
        post(desk.url("/execute"))
    assert caught.value.target == "http://elsewhere.test/sorry?a=1"
    assert caught.value.sentence == "127.0.0.1 sends us on to elsewhere.test instead of answering."
    assert isinstance(caught.value, OriginRefused)
    assert len(desk.requests) == 1


def test_a_redirect_to_no_web_address_is_refused(desk: Desk) -> None:
    desk.given = Answer(b"", HTML, 302, {"Location": "javascript:alert(1)"})
    with pytest.raises(AddressRefused):
        post(desk.url("/execute"))


def test_a_page_that_would_send_a_browser_on_is_the_answer(desk: Desk) -> None:
    markup = b'<!doctype html><meta http-equiv="refresh" content="0; url=/next"><p>On.</p>'
    desk.given = Answer(markup, HTML, 200, {})
    assert post(desk.url("/execute")).body == markup
    assert len(desk.requests) == 1


@pytest.mark.parametrize(("status", "kind"), [(429, OriginRefused), (503, OriginFailed)])
def test_a_status_means_what_it_means_for_pages(desk: Desk, status: int, kind: type[Exception]) -> None:
    desk.given = Answer(b"", HTML, status, {})
    with pytest.raises(kind, match=f"[(]{status}[)]"):
        post(desk.url("/execute"))


def test_where_nobody_listens_nothing_is_tried_instead(desk: Desk) -> None:
    desk.fail(Mode.REFUSED)
    with pytest.raises(OriginUnreachable):
        post(desk.url("/execute"))


def test_a_form_goes_to_no_address_that_pages_are_not_fetched_from() -> None:
    with pytest.raises(AddressRefused):
        Client(loopback_rules(allowed_networks=())).fetch("http://127.0.0.1/execute", form=FORM)
