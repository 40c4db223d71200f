import pytest

from app.extract.scoring.button_words import is_button, is_row_of_buttons


@pytest.mark.parametrize(
    "text",
    [
        "Copy link",
        "Buy now »",
        "Sign me up",
        "Retour au sommaire",
        "↑ Back to contents",
        "ZUM SEITENANFANG",
        "Print Recipe",
        "Listen to this article 6 min",
        "Artikel anhören (4:05)",
        "Code: Select all",
        "Код: Выделить всё",
        "Press enter or click to view image in full size",
    ],
)
def test_what_a_button_says_is_known_whatever_its_case_and_signs(text: str) -> None:
    assert is_button(text)


@pytest.mark.parametrize(
    "text",
    ["Buy now, pay later is a debt", "Links", "Get started with the mill", "", "Listen to this", "6 min", "Select all"],
)
def test_a_text_with_more_in_it_is_none(text: str) -> None:
    assert not is_button(text)


@pytest.mark.parametrize("parts", [["Copy link", "Link copied!", "Aa", "Text size"], ["Teilen", " ", "Drucken", "12"]])
def test_a_row_of_them_is_known(parts: list[str]) -> None:
    assert is_row_of_buttons(parts)


@pytest.mark.parametrize("parts", [["Save"], ["Share", "the wealth"], ["12", "4"], []])
def test_one_of_them_alone_and_other_words_are_no_row(parts: list[str]) -> None:
    assert not is_row_of_buttons(parts)
