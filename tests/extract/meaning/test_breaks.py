import pytest

from app.extract.meaning.breaks import rule_breaks
from tests.extract.meaning.spelled import tree


@pytest.mark.parametrize("signs", ["* * *", "***", "⁂", "<b>•</b> • •", "&mdash;", "~", "# # #", "*&nbsp;*&nbsp;*"])
def test_a_paragraph_of_signs_is_a_rule(signs: str) -> None:
    body = tree(f"<p>One.</p><p>{signs}</p><p>Two.</p>", rule_breaks)
    assert [each.tag for each in body] == ["p", "hr", "p"]


@pytest.mark.parametrize(
    "markup", ["<p>One.</p><p>*A star.</p><p>Two.</p>", "<p>One.</p><p> </p><p>Two.</p>", "<p>One.</p><p>***</p>"]
)
def test_everything_else_stays_a_paragraph(markup: str) -> None:
    assert tree(markup, rule_breaks).find("hr") is None


def test_beside_a_rule_there_is_no_other() -> None:
    assert len(list(tree("<p>One.</p><hr><p>***</p><p>Two.</p>", rule_breaks).iter("hr"))) == 1
