"""What Wiktionary's definitions say of a word."""

import pytest

from app.errors import OriginFailed, ReaderError, Walled
from app.models import Heading, ItemList, text_of
from app.net.wikis import Wiki
from app.search.wikis.definitions import address, entry, is_address
from tests.wikis import defined

WIKI = Wiki("Wiktionary", "https://{language}.wiktionary.org", defines=True)
URL = address(WIKI, "en", "AC/DC lamp")


def test_meanings_stand_by_language_and_part_of_speech_with_examples() -> None:
    answer = defined(
        [
            ("sv", "Noun", [("A <a href='/wiki/lampa'>lampa</a>", [])]),
            ("en", "Noun", [("A <b>light</b>.", ["It was <b>lit</b>.", "Two.", "Three."]), ("", [])]),
            ("en", "Verb", [("To light.", [])]),
        ]
    )
    found = entry(WIKI, URL, answer)
    assert (found.title, found.url) == ("AC/DC lamp", "https://en.wiktionary.org/wiki/AC/DC_lamp")
    assert [text_of(block) for block in found.summary if isinstance(block, Heading)] == ["English", "Noun", "Verb"]
    nouns = next(block for block in found.summary if isinstance(block, ItemList))
    assert [text_of(block) for block in nouns.items[0]] == ["A light.", "It was lit. Two."]
    assert len(nouns.items) == 1
    assert [section.title for section in found.sections] == ["Swedish"]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("{}", OriginFailed),
        ('{"en": []}', OriginFailed),
        ('{"en": [{"definitions": [{"definition": ""}]}]}', OriginFailed),
        ('{"en": [3], "sv": "no", "de": [{"definitions": 3}], "fr": [{"definitions": [3]}]}', OriginFailed),
        ("<h1>Check</h1>", Walled),
    ],
)
def test_what_has_no_meanings_says_so(answer: str, error: type[ReaderError]) -> None:
    with pytest.raises(error):
        entry(WIKI, URL, answer)


def test_definitions_are_told_by_their_address() -> None:
    assert is_address(URL)
    assert not is_address("https://en.wiktionary.org/w/api.php?action=parse")
