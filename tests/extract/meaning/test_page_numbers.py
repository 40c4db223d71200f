"""Numbers of printed pages amid the words of a text."""

import pytest

from app.extract.meaning.page_numbers import drop_page_numbers
from tests.extract.meaning.spelled import spelled, with_words


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="pagenum" id="Page_2">[Pg 2]</span>',
        '<span class="pagenum">[12]</span>',
        '<a class="pagebreak">S. 113</a>',
        '<span role="doc-pagebreak" id="pg-iv">iv</span>',
        '<span class="x-small page-number">{xiv}</span>',
        '<span class="unprinted-element icon-fr2" data-page="501">Start Printed Page 501</span>',
        '<span role="doc-pagebreak"></span>' + '<span class="pageno">p. 7</span>',
    ],
)
def test_a_word_that_the_page_ended_in_is_whole(mark: str) -> None:
    assert spelled(f"<p>said the keep{mark}er.</p>", with_words(drop_page_numbers)) == "said the keeper."


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="num">2</span>',
        '<span class="pagenum">see the rope</span>',
        '<span class="page-number-of-boats">2</span>',
    ],
)
def test_other_numbers_and_words_stay(mark: str) -> None:
    assert spelled(f"<p>said {mark} men.</p>", with_words(drop_page_numbers)) != "said men."
