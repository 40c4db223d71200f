from app.render.charsets.charsets import CHARSETS
from app.render.charsets.families import SETS_OF_FAMILIES
from app.text.charset_family import FAMILIES


def test_each_family_has_its_sets_in_the_order_of_the_alphabet() -> None:
    assert list(SETS_OF_FAMILIES) == sorted(SETS_OF_FAMILIES) == list(FAMILIES)


def test_each_set_is_one_that_there_is_and_the_last_can_say_everything() -> None:
    for names in SETS_OF_FAMILIES.values():
        assert set(names) <= set(CHARSETS)
        assert names[-1] == "utf8"
