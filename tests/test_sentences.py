import pickle
from datetime import date

import pytest

from app.errors import Failure, OriginMissing
from app.sentences import Sentence

ONE_OF_SEVERAL = Sentence.plural("%(num)s page", "%(num)s pages", num=0)


def test_a_sentence_is_its_english_text() -> None:
    sentence = Sentence("%(host)s has no such page.", host="tide.example")
    assert sentence == "tide.example has no such page."
    assert (sentence.msgid, sentence.params) == ("%(host)s has no such page.", {"host": "tide.example"})


def test_a_constant_is_filled_in_later() -> None:
    constant = Sentence("%(host)s has no such page.")
    assert constant == "%(host)s has no such page."
    assert constant.of(host="tide.example") == "tide.example has no such page."


@pytest.mark.parametrize(("number", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages")])
def test_a_plural_goes_by_its_number(number: int, said: str) -> None:
    assert ONE_OF_SEVERAL.of(num=number) == said


def test_days_and_numbers_are_written_as_english_has_them() -> None:
    assert Sentence("of %(day)s", day=date(2024, 3, 7)) == "of 7 March 2024"
    assert Sentence.of_day(date(2024, 12, 27)) == "27 December 2024"
    assert Sentence("%(size)s MB", size=2.04) == "2.0 MB"


def test_what_is_empty_is_not_joined() -> None:
    assert Sentence.joined("", "") == ""
    assert Sentence.joined("", "One.", "") == "One."
    assert Sentence.joined("One.", "", "Two.") == "One. Two."


NESTED = Sentence(
    "%(what)s of %(size)s, %(day)s, %(few)s",
    what=Sentence("a page"),
    size=2.5,
    day=date(2024, 3, 7),
    few=ONE_OF_SEVERAL.of(num=3),
)


def test_it_goes_to_another_process_and_back_with_all_that_it_knows() -> None:
    for again in (pickle.loads(pickle.dumps(NESTED)), Sentence.unpacked(NESTED.packed())):
        assert again == NESTED == "a page of 2.5, 7 March 2024, 3 pages"
        assert again.msgid == NESTED.msgid
        assert again.params["day"] == date(2024, 3, 7)
        few = again.params["few"]
        assert isinstance(few, Sentence)
        assert few.plural_id == "%(num)s pages"


@pytest.mark.parametrize("data", [[], ["a"], ["a", "", []], [1, "", {}], ["%(a)s", "", {"a": None}], {"msgid": "a"}])
def test_what_is_no_sentence_is_refused(data: object) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        Sentence.unpacked(data)


def test_an_error_and_its_failure_keep_the_sentence() -> None:
    sentence = Sentence("%(host)s has no such page.", host="tide.example")
    again = Failure.of(OriginMissing(sentence)).error()
    assert isinstance(again.sentence, Sentence)
    assert str(again) == "tide.example has no such page."
