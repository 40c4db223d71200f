"""Joined forms of Arabic letters."""

import pytest

from app.render.bidi.joining import joined
from app.render.charsets.charsets import CHARSETS


def every(form: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("بيت", "ﺑﻴﺖ"),  # beginning, middle, end
        ("دار", "ﺩﺍﺭ"),  # letters that join to none behind them
        ("سلام", "ﺳﻼﻡ"),  # lam and alef are one
        ("لا", "ﻻ"),
        ("پارچه", "ﭘﺎﺭﭼﻪ"),  # Persian letters
        ("ب ب", "ﺏ ﺏ"),  # alone
        ("بـ", "ﺑـ"),  # a stroke that only lengthens
        ("abc", "abc"),
    ],
)
def test_a_letter_has_the_form_of_its_place(word: str, expected: str) -> None:
    assert "".join(joined(word, every)) == expected


def test_marks_stay_with_their_letter_and_do_not_part_it_from_the_next() -> None:
    assert joined(["بَ", "يْ", "ت"], every) == ["ﺑَ", "ﻴْ", "ﺖ"]


def test_each_letter_has_its_place_in_what_comes_back() -> None:
    assert joined("سلام", every) == ["ﺳ", "ﻼ", "", "ﻡ"]


def test_a_set_with_two_forms_of_a_letter_gets_the_nearer_one() -> None:
    has = CHARSETS["cp864"].can_encode
    assert "".join(joined("بيت إن", has)) == "ﺑﻳﺕ ﺍﻥ"


def test_a_set_without_forms_gets_the_letters_themselves() -> None:
    has = CHARSETS["win1256"].can_encode
    assert "".join(joined("سلام", has)) == "سلام"
