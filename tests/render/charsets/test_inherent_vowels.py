"""Letters of India, whose vowel is not written."""

import pytest

from app.render.charsets.charsets import CHARSETS


@pytest.mark.parametrize(
    ("said", "spelled"),
    [
        ("नगर", "nagar"),
        ("राम", "ram"),
        ("मित्र", "mitra"),
        ("कमल, न", "kamal, na"),
        ("हिन्दी", "hindi"),
        ("भारत।", "bharat,"),
        ("কলকাতা", "kalakata"),
        ("ਪੰਜਾਬ", "pamjab"),
        ("ગુજરાત", "gujarat"),
        ("ಕನ್ನಡ", "kannada"),
        ("മലയാളം", "malayalam"),
        ("தமிழ்நாடு", "tamilnatu"),
        ("සිංහල", "simhala"),
    ],
)
def test_a_consonant_without_a_vowel_says_one(said: str, spelled: str) -> None:
    assert CHARSETS["ascii"].transliterate(said) == spelled


def test_a_long_word_takes_time_in_proportion_to_its_length() -> None:
    assert len(CHARSETS["ascii"].transliterate("क" * 20_000)) == 39_999
