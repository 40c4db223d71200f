"""A small box around a field for an address is an invitation, whatever it says; what stands around it stays."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

FIELD = '<form action="/go" method="post"><input type="email" placeholder="@"><button>OK</button></form>'
ODD = "Cada xoves contamos o que pasou na ría, con mapas e con fotos"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='zz1'><p>{ODD}</p>{FIELD}</div>",
        f"<section><h3>Polo correo</h3><div><p>{ODD}</p></div><div>{FIELD}</div></section>",
        f"<div><p>{ODD}</p><form><input name='EMAIL'></form></div>",
    ],
)
def test_a_box_that_asks_for_an_address_is_none_of_the_text(box: str) -> None:
    found = text(inside(box))
    assert ODD not in found
    assert SENTENCES[2] in found
    assert SENTENCES[3] in found


def test_the_text_around_a_field_is_no_such_box() -> None:
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2)}{FIELD}{prose(3, 4)}</article>"))
    assert all(SENTENCES[number] in found for number in range(5))


def test_a_page_with_hardly_another_text_keeps_what_it_says() -> None:
    found = text(whole(f"<div><h1>{TITLE}</h1><div>{prose(0)}{FIELD}</div></div>"))
    assert SENTENCES[0] in found
