"""How old a copy says that it is, and how long a failing original is left alone."""

import pytest

from app.models import SourceImage
from app.services.cached_content import CachedContent, Lifetimes

PICTURE = SourceImage("http://harbour.example/a", b"GIF89a")


@pytest.mark.parametrize(("lasted", "pause"), [(0, 60), (100, 60), (400, 200), (10_000, 900)])
def test_the_longer_an_original_fails_the_longer_it_is_left_alone(lasted: float, pause: float) -> None:
    assert Lifetimes(900, 86400, 60, 900).pause(lasted) == pause


@pytest.mark.parametrize(("age", "moved"), [(0, 0), (59, 0), (60, 60), (150, 120)])
def test_a_page_changes_each_minute_that_it_tells(age: float, moved: float) -> None:
    assert CachedContent(PICTURE, 1_000_000, age).modified == 1_000_000 + moved


def test_what_one_client_gets_is_not_fresh_for_others() -> None:
    assert CachedContent(PICTURE, 1_000_000, 0, fresh_until=1_000_900).for_one().fresh_until == 0
