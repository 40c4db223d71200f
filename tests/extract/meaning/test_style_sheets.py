"""What a class means by the style sheet of its own page."""

import pytest
from lxml.html import tostring

from app.extract.meaning.style_sheets import tag_by_style_sheets
from tests.extract.meaning.spelled import tree

OLD = "text-decoration: line-through"


def marked(sheet: str, markup: str) -> str:
    body = tree(f"<style>{sheet}</style><p>{markup}</p>", tag_by_style_sheets)
    markup_after: str = tostring(body.find("p"), encoding="unicode", with_tail=False)
    return markup_after


@pytest.mark.parametrize(
    ("sheet", "tag"),
    [
        (f".c7{{{OLD}}}", "s"),
        (".c7{color:#000;text-decoration-line:line-through;font-size:11pt}", "s"),
        (f".c1{{color:red}}.c2,.c7{{{OLD}}}", "s"),
        (f"span.c7 {{ {OLD} }}", "s"),
        (f"@media print {{ .c7 {{ {OLD} }} }}", "s"),
        (f"/* .c1 {{ */ .c7{{{OLD}}}", "s"),
        (".c7{vertical-align:super;font-size:60%}", "sup"),
        (".c7{vertical-align:sub}", "sub"),
    ],
)
def test_a_class_that_strikes_out_raises_or_lowers_is_the_tag_for_that(sheet: str, tag: str) -> None:
    assert marked(sheet, '10<span class="c0 c7">6</span> litres') == (
        f'<p>10<span class="c0 c7"><{tag}>6</{tag}></span> litres</p>'
    )


def test_what_stands_in_the_struck_part_stays() -> None:
    assert "<s><b>$50</b> a <i>head</i></s>" in marked(
        f".c7{{{OLD}}}", '<span class="c7"><b>$50</b> a <i>head</i></span>'
    )


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".c7{text-decoration:underline}", '<span class="c7">word</span>'),
        (f".c7:hover{{{OLD}}}", '<span class="c7">word</span>'),
        (f".old .c7{{{OLD}}}", '<span class="c7">word</span>'),
        (f".c7{{{OLD}}}", '<span class="c8">word</span>'),
        (f".c7{{{OLD}}}", '<span class="c7"> </span>'),
        (".c7{vertical-align:super}", '<span class="c7">a whole line of words, which is none</span>'),
        (".c7{vertical-align:middle}", '<span class="c7">word</span>'),
    ],
)
def test_other_looks_and_other_places_mean_nothing(sheet: str, markup: str) -> None:
    assert marked(sheet, markup) == f"<p>{markup}</p>"
