"""Papers that LaTeXML made say each number once."""

import pytest

from app.extract.meaning.latexml import drop_second_numbers
from app.models import text_of
from tests.extract.meaning.spelled import spelled
from tests.extract.scoring.pages import SENTENCES, prose, read, whole

NOTE = (
    '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">'
    '<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>'
    "By the miller's own book.</span></span></span>"
)


def _item(sign: str, words: str = "shut the gate") -> str:
    return f'<li class=ltx_item><span class="ltx_tag ltx_tag_item">{sign}</span><div class=ltx_para><p>{words}</p></div></li>'


def test_a_note_stands_in_brackets_behind_what_it_is_about() -> None:
    page = read(
        whole(
            f"<article class=ltx_document><p class=ltx_p>{SENTENCES[0]}{NOTE} It goes on.</p>{prose(1, 2, 3)}</article>"
        )
    )
    assert f"{SENTENCES[0]} [By the miller's own book.] It goes on." in map(text_of, page.blocks)


@pytest.mark.parametrize(("markup", "expected"), [
    (f"<ol>{_item('1.')}{_item('2.')}</ol>", "shut the gateshut the gate"),
    (f"<ul>{_item('•')}</ul>", "shut the gate"),
    (f"<ol>{_item('(a)')}</ol>", "(a)shut the gate"),
    (f"<ol>{_item('7.')}</ol>", "7.shut the gate"),
    (f"<ul>{_item('Claim')}</ul>", "Claimshut the gate"),
])  # fmt: skip
def test_the_sign_of_an_item_goes_where_its_list_gives_it(markup: str, expected: str) -> None:
    assert spelled(markup, drop_second_numbers) == expected
