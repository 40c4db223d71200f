"""A finished page is rendered once for everybody who gets the same one."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from app.models import Article, Page
from app.services.content_reader import CachedContent
from app.web.page_cache import cached_page

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
