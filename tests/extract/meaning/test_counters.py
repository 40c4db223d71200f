"""A figure that a script counts up to is there from the beginning."""

import pytest

from app.extract.meaning.counters import show_counts
from tests.extract.meaning.spelled import spelled, with_words

STEP = with_words(show_counts)


@pytest.mark.parametrize(
    ("counter", "said"),
    [
        ('<span class="elementor-counter-number" data-to-value="1250" data-from-value="0">0</span>+', "1250+"),
        ('<h2 class="count" data-count="1,250"> 0 </h2>', "1,250"),
        ('<span class="odometer" data-target="98.6%"></span>', "98.6%"),
        ('<b class="timer" data-to="7" data-speed="900">0</b>', "7"),
        ('<strong class="purecounter" data-purecounter-start="0" data-purecounter-end="42">0</strong>', "42"),
    ],
)
def test_the_nought_is_the_figure(counter: str, said: str) -> None:
    assert spelled(counter, STEP) == said


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ('<span data-count="1250">12</span>', "12"),
        ('<span data-target="#menu">0</span>', "0"),
        ('<span data-to="tomorrow"></span>', ""),
        ('<span data-end="12345678901234567890">0</span>', "0"),
        ('<div data-count="5"><p>0</p></div>', "0"),
    ],
)
def test_what_is_written_already_or_is_no_figure_stays(other: str, said: str) -> None:
    assert spelled(other, STEP) == said
