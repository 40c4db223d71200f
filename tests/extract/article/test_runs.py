import pytest

from app.extract.article.blocks import blocks_of
from app.models import Paragraph, Run


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The ferry leaves,<br>&#160;&#160;&#160;the gulls call;<br>rain.</p>", "The ferry leaves,\n\xa0\xa0\xa0the gulls call;\nrain."),
        ("<p>a<br>\n  &#160;&#160; b</p>", "a\n\xa0\xa0b"),
        ("<p>a<br>&#8195;b<br>&#12288;c</p>", "a\n\xa0\xa0\xa0\xa0b\n\xa0\xa0c"),
        ("<p>&#160;&#160;a<br>b</p>", "\xa0\xa0a\nb"),
        ("<p>&#160;&#160;&#160;an indented paragraph</p>", "an indented paragraph"),
        ("<p>two&#160;&#160;sentences. &#160;And&#160;one</p>", "two sentences. And one"),
        ("<p>a<br>&#160;b<br>&#160;&#160;</p>", "a\nb"),
    ],
)  # fmt: skip
def test_a_line_of_verse_keeps_its_indent_and_no_other_text_does(markup: str, text: str) -> None:
    assert blocks_of(markup) == (Paragraph((Run(text),)),)


def test_an_indent_in_an_element_of_its_own_is_kept() -> None:
    assert blocks_of("<p>a<br><em>&#160;&#160;b</em></p>") == (Paragraph((Run("a\n"), Run("\xa0\xa0b", "i"))),)


def test_an_indent_is_no_wider_than_a_third_of_a_line() -> None:
    (found,) = blocks_of(f"<p>a<br>{'&#160;' * 500}b</p>")
    assert found == Paragraph((Run("a\n" + "\xa0" * 24 + "b"),))
