"""Markdown as markup, and what of it is not looked for."""

import pytest

from app.adapters.markdown import (
    LONGEST_PARAGRAPH,
    LONGEST_TEXT,
    MOST_LINES,
    MOST_MARKS,
    has_many_marks,
    markdown_markup,
)


def test_marks_become_what_they_mean_and_markup_only_where_it_may() -> None:
    assert markdown_markup("- a\n" * 9).count("<li>") == 9
    assert markdown_markup("*a* ~~b~~ <i>c</i>") == "<p><em>a</em> <s>b</s> &lt;i&gt;c&lt;/i&gt;</p>\n"
    assert markdown_markup("<i>c</i>", with_markup=True) == "<p><i>c</i></p>\n"


@pytest.mark.parametrize(
    "text",
    ["- a\n" * (MOST_LINES + 1), "*a b" * (MOST_MARKS + 1), "[" * (MOST_MARKS + 1), "a" * (LONGEST_TEXT + 1)],
    ids=["lines", "emphasis", "brackets", "letters"],
)
def test_a_text_of_more_marks_than_anybody_writes_stands_as_it_is(text: str) -> None:
    assert has_many_marks(text)
    assert markdown_markup(text) == f"<pre>{text}</pre>"


def test_a_paragraph_longer_than_anybody_writes_has_no_marks_and_those_beside_it_do() -> None:
    long = "*a _b " * (LONGEST_PARAGRAPH // 6 + 1)
    assert not has_many_marks(long)
    assert markdown_markup(f"*one* & <b>\n\n{long}& <b>") == (
        f"<p><em>one</em> &amp; &lt;b&gt;</p>\n<p>\n{long}&amp; &lt;b&gt;</p>\n"
    )
