import pytest
from lxml.html import fromstring

from app.extract.right_before import text_before, words_before


@pytest.mark.parametrize(
    ("markup", "text", "words"),
    [
        ("<p>At noon<b>x</b></p>", "At noon", "At noon"),
        ("<p>At<i>noon</i> sharp <b>x</b></p>", " sharp ", " sharp "),
        ("<p>At<i>noon</i><b>x</b></p>", "", "noon"),
        ("<p>At<br><b>x</b></p>", "", ""),
        ("<p><b>x</b></p>", "", ""),
    ],
)
def test_the_text_at_once_before_an_element_is_told_and_else_what_the_one_before_it_says(
    markup: str, text: str, words: str
) -> None:
    element = fromstring(markup).find("b")
    assert (text_before(element), words_before(element)) == (text, words)


def test_before_the_outermost_element_there_is_nothing() -> None:
    root = fromstring("<p>At noon</p>")
    assert (text_before(root), words_before(root)) == ("", "")
