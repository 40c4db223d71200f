import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, prose, text, whole

NOTE = "The drawings are kept in the school."


def page(reference: str, notes: str) -> str:
    return whole(f"<main><h1>{TITLE}</h1><p>{SENTENCES[0]}{reference}</p>{prose(1, 2, 3)}</main>{notes}")


@pytest.mark.parametrize(
    ("reference", "notes"),
    [
        ("<sup><a href=#n1>1</a></sup>", f"<div class=foot><ol><li id=n1><p>{NOTE}</p></li></ol></div>"),
        ("<a href=#_ftn1 name=_r>[1]</a>", f"<hr><div id=f><p><a href=#_r name=_ftn1>[1]</a> {NOTE}</p></div>"),
        ("<a href=#n1>*1</a>", f"<div class=foot><p><a href=#r name=n1>*1</a>: {NOTE}</p></div>"),
        ("<a href=#n1>※2</a>", f"<div class=foot><p><a href=#r name=n1>※2</a> {NOTE}</p></div>"),
        ("<a href=#n1>*</a>", f"<aside id=n1><p>{NOTE}</p></aside>"),
        (
            "<a href=#n1>1</a>",
            f"<div class=footnote><a id=n1 href=#r1>1</a><div class=footnote-content><p>{NOTE}</p></div></div>",
        ),
    ],
)
def test_a_note_that_the_text_refers_to_is_of_the_text(reference: str, notes: str) -> None:
    assert NOTE in text(page(reference, notes))


def test_what_a_link_in_words_leads_to_is_no_note() -> None:
    assert "Add a word" not in text(
        page(" <a href=#say>Say something</a>", "<footer id=say><p>Add a word of your own</p></footer>")
    )
