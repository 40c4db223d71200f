"""Every catalogue of the interface is complete, says what the program says, and has room where it stands."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog

from app.render.language import ENGLISH_CODE, languages
from bench.catalogues import extracted, missing, read
from bench.widths import WIDEST, most_of, width_of

CODES = [code for code in languages() if code != ENGLISH_CODE]
PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)s")
TAG = re.compile(r"<[^<>]*>")
# What no old set has, and what would end the value of an attribute.
INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
QUOTES = re.compile(r"[\"«»‘’‚‛“”„‟‹›「」『』]")

each_language = pytest.mark.parametrize("code", CODES)


@cache
def template() -> Catalog:
    return extracted()


@cache
def translated(code: str) -> list[tuple[str, str, str]]:
    """Return each sentence with its plural, empty where there is none, and one of its translations."""
    return list(_pairs(read(code)))


def _pairs(catalogue: Catalog) -> Iterator[tuple[str, str, str]]:
    for message in catalogue:
        if isinstance(message.id, str):
            if message.id:
                yield message.id, "", str(message.string or "")
            continue
        for form in message.string or ():
            yield message.id[0], message.id[1], form


def test_there_are_sentences() -> None:
    assert len(template()) > 400


@each_language
def test_a_catalogue_has_what_the_program_says_and_nothing_else(code: str) -> None:
    wanted = {str(message.id) for message in template() if message.id}
    assert {str(message.id) for message in read(code) if message.id} == wanted


@each_language
def test_a_catalogue_is_complete(code: str) -> None:
    assert missing(read(code)) == []


@each_language
def test_placeholders_and_tags_are_those_of_the_sentence(code: str) -> None:
    for msgid, plural, said in translated(code):
        if not said:  # which the test before this one tells
            continue
        allowed = [set(PLACEHOLDER.findall(each)) for each in (msgid, plural or msgid)]
        allowed += [each - {"%(num)s"} for each in allowed if plural]
        assert set(PLACEHOLDER.findall(said)) in allowed, said
        assert sorted(TAG.findall(said)) == sorted(TAG.findall(msgid)), said
        assert "%" not in PLACEHOLDER.sub("", said), said


@each_language
def test_a_translation_has_room_in_its_place(code: str) -> None:
    for msgid, _, said in translated(code):
        assert width_of(said) <= most_of(msgid), said


@each_language
def test_characters_are_those_of_everyday_print(code: str) -> None:
    for msgid, _, said in translated(code):
        bare = TAG.sub("", said)
        assert not {"&", "<", ">"} & set(bare), said
        assert "\u00a0" not in said, said
        # Persian and the scripts of India need the joiners.
        kept = bare.replace("\n", "").replace("\u200c", "").replace("\u200d", "")
        assert not [each for each in kept if unicodedata.category(each) in INVISIBLE], said
        assert unicodedata.is_normalized("NFC", said), said
        assert said == said.strip(), said
        if msgid in WIDEST:
            assert not QUOTES.search(bare), said


def test_each_place_in_the_table_of_widths_is_a_sentence() -> None:
    said = {message.id if isinstance(message.id, str) else message.id[0] for message in template()}
    assert set(WIDEST) <= said
    assert all(width_of(msgid) <= most for msgid, most in WIDEST.items())
