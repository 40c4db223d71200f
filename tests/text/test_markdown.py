"""Markdown as markup, and what of it is not looked for."""

import pytest

from app.text.markdown import (
    LONGEST_PARAGRAPH,
    LONGEST_TEXT,
    MOST_LINES,
    MOST_MARKS,
    has_many_marks,
    is_markdown,
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


@pytest.mark.parametrize(
    "text",
    ["# A\n\nb **c** d", "a\n\n- b\n- [c](/d)", "```\nx\n```", "## A\n\n## B", "a\n**b** [c](https://d.example)"],
)
def test_what_nobody_writes_otherwise_tells_it(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\nb",
        "- a\n- b",
        "# 1 in town\nagain",
        "**one line** [a](/b)",
        "2 * 3 * 4\n> 5\n> 6",
        "A [note] (here)\nand so on",
    ],
)
def test_signs_alone_do_not(text: str) -> None:
    assert not is_markdown(text)
