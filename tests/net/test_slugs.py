import pytest

from app.net.slugs import headline_in


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/2026/11/26/ferry-repaired-after-storm.html", "ferry repaired after storm"),
        ("/news/ferry_repaired_after_storm/", "ferry repaired after storm"),
        ("/news/ferry-repaired-after-storm-12345678", "ferry repaired after storm"),
        ("/a/pr%C3%A4sident-tritt-heute-zur%C3%BCck", "präsident tritt heute zurück"),
        ("/he-saw-the-old-ferry-come-home-at-last-today", "he saw the old ferry come home at"),
        ("/news/article/12345", ""),
        ("/top-news", ""),
        ("/", ""),
    ],
)
def test_the_words_of_a_headline_are_found_in_a_path(path: str, words: str) -> None:
    assert headline_in(f"https://harbour.example{path}") == words
