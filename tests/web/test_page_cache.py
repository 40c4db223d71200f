"""A finished page is rendered once for everybody who gets the same one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import request
from flask.testing import FlaskClient

from app.models import Article, Page
from app.services.cached_content import CachedContent
from app.web.middleware.kept_answers import LEASE, Lease
from app.web.middleware.profile_prefix import COLLECTION
from app.web.page_cache import cached_page, keep_answer

ARTICLE = Article("http://example.org/", "A title", ())
FRESH = CachedContent(ARTICLE, 1_000_000.0, 0)


class Renders:
    """Makes a page, another one each time."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> Page:
        self.count += 1
        return Page(f"page {self.count}".encode(), "text/html")


@pytest.fixture
def renders() -> Renders:
    return Renders()


@pytest.fixture(autouse=True)
def request_of(browser: FlaskClient) -> Iterator[None]:
    with browser.application.test_request_context("/~macplus/in/", environ_overrides={"news68k.spec": "macplus"}):
        browser.application.preprocess_request()
        yield


def test_the_same_page_is_rendered_once(renders: Renders) -> None:
    first = cached_page(("article", "u", 1), FRESH, renders)
    assert cached_page(("article", "u", 1), FRESH, renders) is first
    assert renders.count == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (("article", "u", 2), FRESH),
        (("listing", "u", 1), FRESH),
        (("article", "u", 1), CachedContent(ARTICLE, 1_000_900.0, 0)),
        (("article", "u", 1), CachedContent(ARTICLE, 1_000_000.0, 61)),
    ],
)
def test_another_page_of_it_a_later_copy_and_a_later_minute_are_others(
    renders: Renders, name: tuple[object, ...], shown: CachedContent
) -> None:
    cached_page(("article", "u", 1), FRESH, renders)
    cached_page(name, shown, renders)
    assert renders.count == 2


def test_within_a_minute_the_age_that_a_page_names_stays(renders: Renders) -> None:
    for age in (3700.0, 3701.5, 3719.0):
        cached_page(("front", "top", 1), CachedContent(ARTICLE, 1_000_000.0, age), renders)
    assert renders.count == 1


def test_each_profile_has_its_own(browser: FlaskClient, renders: Renders) -> None:
    cached_page(("article", "u", 1), FRESH, renders)
    with browser.application.test_request_context("/~dos/in/", environ_overrides={"news68k.spec": "dos"}):
        browser.application.preprocess_request()
        cached_page(("article", "u", 1), FRESH, renders)
    assert renders.count == 2


def lease_of(shown: CachedContent, pictures: int | None = None) -> Lease:
    """Return the lease of the answer to this request after its page is there."""
    lease = request.environ[LEASE] = Lease()
    keep_answer(shown, pictures)
    return lease


def test_an_answer_may_be_given_again_while_its_content_is_fresh() -> None:
    assert lease_of(replace(FRESH, fresh_until=1_000_900.0), 7) == Lease(1_000_900.0, 7)


def test_one_that_names_an_age_ends_with_the_minute() -> None:
    assert lease_of(replace(FRESH, age=130, fresh_until=1_000_300.0)) == Lease(1_000_180.0)
    assert lease_of(replace(FRESH, age=130, fresh_until=1_000_150.0)) == Lease(1_000_150.0)


def test_what_is_not_said_to_be_fresh_is_not_kept() -> None:
    assert lease_of(FRESH) == Lease()


def test_nothing_is_kept_with_a_collection_in_its_links() -> None:
    request.environ[COLLECTION] = "aaaaaaaaaaaaaaaa"
    assert lease_of(replace(FRESH, fresh_until=1_000_900.0)) == Lease()
