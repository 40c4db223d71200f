from app.images.week import PARTS
from app.text.conditions import CONDITIONS

# The codes that https://open-meteo.com/en/docs lists.
CODES = [0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77, 80, 81, 82, 85, 86, 95, 96, 99]


def test_every_code_has_words_and_a_symbol_that_can_be_drawn() -> None:
    assert sorted(CONDITIONS) == CODES
    assert all(each.words and each.parts and set(each.parts) <= set(PARTS) for each in CONDITIONS.values())


def test_no_two_kinds_are_called_or_drawn_alike() -> None:
    kinds = {id(each): each for each in CONDITIONS.values()}.values()
    assert len({each.words for each in kinds}) == len({each.parts for each in kinds}) == len(kinds) <= 12
