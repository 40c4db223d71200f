"""Verses in boxes of their own are lines."""

import pytest
from lxml.html import tostring

from app.extract.article.blocks import blocks_of
from app.extract.meaning.stanzas import join_verses
from app.models import Paragraph, text_of
from tests.extract.meaning.spelled import tree, with_words


def stanzas(markup: str) -> list[str]:
    blocks = blocks_of(tostring(tree(markup, with_words(join_verses)), encoding="unicode"))
    return [text_of(block) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=poem><div>Roses are red,</div><div>violets are <i>blue</i>.</div></div>",
        '<div class="line-block"><div class="line">Roses are red,</div>\n<div class="line">violets are blue.</div></div>',
        '<div class="poetry"><div class="stanza"><div class="verse">Roses are red,<br></div><div class="verse">violets are blue.<br></div></div></div>',
        '<p class="stanza"><span class="line">Roses are red,</span><span class="line">violets are blue.</span></p>',
        '<div class="c-lyrics"><div><span class="l">Roses are red,</span><br><span class="l">violets are blue.</span></div></div>',
    ],
)  # fmt: skip
def test_verses_are_lines_of_one_stanza(markup: str) -> None:
    assert stanzas(markup) == ["Roses are red,\nviolets are blue."]


def test_stanzas_stay_apart_and_verses_are_set_in() -> None:
    verse = '<div class="stanza"><div class="verse indent0">a</div><div class="verse indent4">b</div></div>'
    assert stanzas(f'<div class="poem">{verse}{verse}</div>') == ["a\n\xa0\xa0\xa0\xa0b"] * 2


def test_stanzas_of_verses_between_breaks_stay_apart_in_a_poem() -> None:
    lines = "<span class=ws-poem-line>a</span><br><span class='ws-poem-line ws-poem-indent'>b</span>"
    poem = f"<div class=ws-poem><div class=ws-poem-stanza>{lines}</div><div class=ws-poem-stanza>{lines}</div></div>"
    assert stanzas(poem) == ["a\n\xa0\xa0b"] * 2


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=story><div>One paragraph.</div><div>Another one.</div></div>",
        "<div class=poem><p>A stanza<br>of two lines.</p><p>Another<br>of two.</p></div>",
        "<div class=poem><div>Only one line</div></div>",
        "<div class=poem><div>a <div>b</div></div><div>c</div></div>",
        f"<div class=verse><div>{'long ' * 50}</div><div>text</div></div>",
        '<div class="row col-lg-8"><div>Short text</div><div>beside another</div></div>',
        "<div class=versed><div>a</div><div>b</div></div>",
    ],
)
def test_what_is_no_row_of_verses_stays_as_it_is(markup: str) -> None:
    assert tostring(tree(markup, with_words(join_verses))) == tostring(tree(markup, lambda root: None))


def test_a_poem_of_short_stanzas_has_its_lines_and_loses_their_numbers() -> None:
    verses = '<span class="line">The gulls</span><span class="line">are calling<span class="linenum">5</span></span>'
    body = tree(f'<div class="poem">{f"<div class=stanza>{verses}</div>" * 2}</div>', with_words(join_verses))
    assert [len(stanza.findall("br")) for stanza in body.iter("div") if stanza.get("class") == "stanza"] == [1, 1]
    assert "5" not in body.text_content()
