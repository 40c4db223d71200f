import pytest
from lxml.html import HtmlElement

from app.extract.meaning.struck import LONGEST, mark_struck, mark_struck_by_look
from tests.extract.meaning.spelled import spelled


def marked(root: HtmlElement) -> None:
    mark_struck_by_look(root)
    mark_struck(root)


@pytest.mark.parametrize(
    "struck",
    [
        "<del>$50</del>",
        "<s>$50</s>",
        "<strike> $50 </strike>",
        '<span style="color: red; text-decoration:line-through">$50</span>',
        '<span style="text-decoration-line: line-through">$50</span>',
        '<span class="price line-through">$50</span>',
        "<del><b>$50</b></del>",
        "<del><s>$50</s></del>",
        '<del><span style="text-decoration: line-through">$50</span></del>',
        '<span class="strike"><s>$50</s></span>',
    ],
)
def test_what_is_struck_out_is_said_to_be(struck: str) -> None:
    assert spelled(f"<p>It costs {struck} $30.</p>", marked) == "It costs [struck out: $50] $30."


def test_each_paragraph_of_a_struck_part_is_said_to_be() -> None:
    assert spelled("<del><p>One.</p><p>Two.</p></del>", marked) == "[struck out: One.][struck out: Two.]"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Now <ins>$30</ins>.</p>",
        "<pre><del>- old</del></pre>",
        "<p><s> </s>Text.</p>",
        f"<p><s>{'word ' * LONGEST}</s></p>",
        '<p><span class="strong">x</span></p>',
        '<p><span class="strategy" style="text-decoration: underline">x</span></p>',
    ],
)
def test_nothing_else_is(markup: str) -> None:
    assert "struck" not in spelled(markup, marked)
