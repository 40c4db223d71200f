import pytest
from lxml.html import tostring

from app.extract.article.blocks import blocks_of
from app.extract.meaning.verse import keep_lines
from app.models import Paragraph
from tests.extract.meaning.spelled import tree


def lines_of(markup: str) -> list[str]:
    body = tree(markup, keep_lines)
    (found,) = blocks_of(tostring(body[0], encoding="unicode", with_tail=False))
    assert isinstance(found, Paragraph)
    return "".join(run.text for run in found.runs).split("\n")


@pytest.mark.parametrize(
    "start",
    ['<p style="white-space: pre-wrap">', '<p class="whitespace-pre-wrap">', '<p style="color:red;white-space:pre">'],
)
def test_lines_and_indents_that_are_shown_are_kept(start: str) -> None:
    assert lines_of(f"{start}Roses are red,\n  violets <b>are\n    blue</b>,\nsugar.</p>") == [
        "Roses are red,",
        "\xa0\xa0violets are",
        "\xa0\xa0\xa0\xa0blue,",
        "sugar.",
    ]


def test_lines_without_their_indents_where_those_fold() -> None:
    assert lines_of('<p style="white-space: pre-line">a\n   b</p>') == ["a", "b"]


@pytest.mark.parametrize(
    "markup", ["<p>a\n  b</p>", '<p style="white-space: nowrap">a\n b</p>', '<p style="white-space: normal">a\nb</p>']
)
def test_other_line_ends_fold(markup: str) -> None:
    assert lines_of(markup) == ["a b"]


def test_a_box_of_blocks_is_left_alone() -> None:
    body = tree('<div style="white-space: pre-wrap">\n  <p>a\nb</p>\n</div>', keep_lines)
    assert next(body.iter("br"), None) is None


@pytest.mark.parametrize(
    "look", ['style="font-family: Consolas, monospace; white-space: pre"', 'class="code" style="white-space:pre"']
)
def test_lines_of_code_that_are_boxes_are_preformatted(look: str) -> None:
    body = tree(f"<div {look}><div>if (late) {{</div><div>    ring();</div><div>}}</div></div>", keep_lines)
    assert body[0].tag == "pre"


def test_boxes_in_such_a_style_that_are_no_code_stay() -> None:
    body = tree('<div style="white-space: pre"><div>One</div><div>Two</div></div>', keep_lines)
    assert body[0].tag == "div"
