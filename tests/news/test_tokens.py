"""The words of headlines: found in every script, cut down to stems, names told from other words."""

import pytest

from app.news.tokens import names_in, parts_of, words_of


def stems(text: str) -> list[str]:
    return [stem for _, stem in words_of(text, {})]


def written(text: str) -> list[str]:
    return [word for word, _ in words_of(text, {})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lighthouse", "Lighthouses"),
        ("reports", "reported"),
        ("reopening", "reopened"),
        ("Überschwemmung", "überschwemmungen"),
        ("inundación", "inundaciones"),
        ("élève", "eleves"),
        ("ΓΕΦΥΡΑ", "γέφυρα"),
        ("Straße", "STRASSE"),
        ("Telekommunikation", "Telekommission"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("bridge", "bride"), ("goat", "goal"), ("Millbrook", "Milford")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Council votes: 3.5 million for a bridge!", ["Council", "votes", "3.5", "million", "for", "a", "bridge"]),
        ("It's 10:30", ["It", "s", "10:30"]),
        ("under_score", ["under", "score"]),
        ("पुल फिर खुला", ["पुल", "फिर", "खुला"]),
        ("สะพาน", ["สะ", "ะพ", "พา", "าน"]),
        ("東京の塔", ["東京", "京の", "の塔"]),
        ("塔", []),
        ("— … !", []),
    ],
)
def test_words_are_found_in_every_script_and_pairs_of_signs_where_there_are_no_spaces(
    text: str, words: list[str]
) -> None:
    assert written(text) == words


def test_stems_that_were_found_before_are_used_again() -> None:
    known = {"Bridge": "ferry"}
    assert words_of("Bridge votes", known) == [("Bridge", "ferry"), ("votes", known["votes"])]


def test_a_name_is_always_written_with_a_capital_letter_and_not_only_at_the_beginning() -> None:
    titles = ["Council of Millbrook votes for a bridge", "In Millbrook a council votes", "Votes counted twice"]
    found: dict[str, str] = {}
    words = [words_of(title, found) for title in titles]
    assert names_in(words) == {found["Millbrook"]}


def test_a_title_in_capitals_tells_nothing_about_names() -> None:
    words = words_of("Council Of Millbrook Votes For A Bridge", {})
    assert names_in([words]) == set()
    assert len(names_in([words], nouns=True)) == 6


def test_a_title_in_which_half_of_the_words_have_capitals_tells_of_names() -> None:
    found: dict[str, str] = {}
    assert names_in([words_of("Old Millbrook votes for Sandhaven", found)]) == {found["Millbrook"], found["Sandhaven"]}
    assert names_in([words_of("Goat of Millbrook Votes", found)]) == {found["Millbrook"], found["Votes"]}


def test_a_long_word_shares_the_words_that_it_is_made_of() -> None:
    found: dict[str, str] = {}
    words_of("Dammbruch am Fluss: Damm nach dem Bruch geflickt, Deich gehalten", found)
    assert parts_of(found)["Dammbruch"] == {found["Damm"], found["Bruch"]}
    assert "Deich" not in parts_of(found)
