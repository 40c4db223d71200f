"""The tables of spellings: in order, and each of use."""

import re

from app.render.charsets.tables import LOOKALIKES, MEASURES, QUOTES, REPLACEMENTS
from app.render.charsets.transliterate import transliterated


def test_the_tables_are_sorted_and_their_spellings_ascii() -> None:
    for table in (REPLACEMENTS, MEASURES, LOOKALIKES):
        assert list(table) == sorted(table)
    assert all(said.isascii() for said in (*REPLACEMENTS.values(), *MEASURES.values()))


def test_every_row_is_about_one_character_beyond_ascii() -> None:
    for table in (REPLACEMENTS, MEASURES, LOOKALIKES):
        for key in table:
            assert not key.isascii()
            assert len(key.rstrip("CF")) == 1, key  # degrees have their letter beside them


def test_a_habit_is_what_is_written() -> None:
    for character, said in REPLACEMENTS.items():
        assert transliterated(character) == said


def test_no_character_is_its_own_twin_and_none_is_tried_twice() -> None:
    for character, lookalikes in LOOKALIKES.items():
        assert character not in lookalikes
        assert len(set(lookalikes)) == len(lookalikes) > 0


def test_quotation_marks_are_a_class_of_characters_that_holds_no_letter() -> None:
    quotes = re.compile(f"[{QUOTES}]")
    assert all(quotes.match(mark) for mark in "“”„«»″＂")
    assert not any(map(str.isalnum, filter(quotes.match, map(chr, range(0x10000)))))
