"""What a headline is about, as weights of its words."""

import math
from dataclasses import replace

import pytest

from app.models import Headline
from app.news.tokens import stem_of
from app.news.vectors import COMMON_LEAST, KEPT_WORDS, vectors_of


def headline(title: str, summary: str = "") -> Headline:
    return Headline(title, f"http://x.example/{title}", "", "", 0, summary=summary)


def vectors(*headlines: Headline, language: str = "en") -> list[dict[str, float]]:
    return vectors_of(headlines, language)


def length(vector: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))


def test_a_title_with_a_summary_has_length_1_and_one_without_is_shorter() -> None:
    both, alone = vectors(headline("Ferry sinks off Cebu", "The Bohol had 140 aboard."), headline("Ferry sinks"))
    assert length(both) == pytest.approx(1)
    assert length(alone) == pytest.approx(0.9)


def test_words_of_the_summary_count_less_than_those_of_the_title() -> None:
    (found,) = vectors(headline("ransomware locks scanners", "monastery evacuated"))
    assert found[stem_of("ransomware")] > found[stem_of("monastery")]


def test_names_count_more_than_other_words_and_common_words_not_at_all() -> None:
    (found,) = vectors(headline("a fire at Zarnovia", "the monastery was evacuated"))
    assert found[stem_of("Zarnovia")] > found[stem_of("monastery")]
    assert not {"the", "a", "at"} & set(found)


def test_only_the_heaviest_words_are_kept() -> None:
    words = " ".join(f"zarn{chr(97 + place)}ovia" for place in range(26))
    (found,) = vectors(headline(words))
    assert len(found) == KEPT_WORDS


def test_a_word_that_too_many_headlines_have_tells_nothing() -> None:
    words = [chr(97 + place) * 8 for place in range(COMMON_LEAST + 1)]
    many = [replace(headline(f"Zarnovia {word}"), publisher=word) for word in words]
    assert all(stem_of("Zarnovia") not in each for each in vectors(*many))
    assert all(stem_of("Zarnovia") in each for each in vectors(*many[1:]))


def test_a_part_of_a_german_word_meets_the_word_itself() -> None:
    whole, part = vectors(headline("Dammbruch bei Zarnau"), headline("Der Damm hielt nicht"), language="de")
    assert set(whole) & set(part) == {stem_of("Damm")}


def test_a_headline_without_words_is_empty() -> None:
    assert vectors(headline("!!!"), headline("")) == [{}, {}]


def test_what_a_publisher_says_in_most_of_its_headlines_tells_nothing() -> None:
    events = ("Ferry sinks", "Monastery burns", "Glacier melts", "Museum robbed")
    own = [replace(headline(f"Zarnovia report: {event}"), publisher="Zarnovia Post") for event in events]
    other = replace(headline("Zarnovia elects a mayor"), publisher="Other")
    *found, last = vectors(*own, other)
    assert all(stem_of("Zarnovia") not in each for each in found)
    assert stem_of("Zarnovia") in last
    assert all(stem_of("Zarnovia") in each for each in vectors(*own[:3]))


def test_a_summary_that_a_publisher_has_for_several_headlines_tells_nothing() -> None:
    first, second = vectors(
        headline("Ferry sinks", "Read on in Zarnovia."), headline("Museum robbed", "Read on in Zarnovia.")
    )
    assert not set(first) & set(second)
