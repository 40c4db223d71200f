import pytest

from app.fetch.decode import decode
from app.fetch.twice_encoded import repaired

TEXTS = (
    "The café’s “déjà vu” — naïve, at 5 €.",
    "Zażółć gęślą jaźń, mówi Łukasz.",
    "Совет города решил во вторник, что паром отремонтируют.",
    "市议会星期二决定修理旧渡轮。",
    "It’s done.",
    "Fünf Größen, drei Bären.",
    "We won 😀 today 😀",
)


def once_more(text: str) -> str:
    """Return a text that somebody took for windows-1252, as browsers read it."""
    return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in text.encode())


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_was_encoded_again_is_what_it_was(text: str, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = once_more(wrong)
    assert repaired(wrong) == text
    assert decode(wrong.encode()) == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_was_taken_for_latin_1_has_controls_among_its_signs(text: str) -> None:
    assert repaired(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["Совет решил, что паром отремонтируют.", "“Да” — сказал он.", "Ой, що там?"])
def test_a_text_that_was_taken_for_the_set_of_russian_windows_is_what_it_was(text: str) -> None:
    assert repaired("".join(bytes([code]).decode("cp1251", "ignore") or chr(code) for code in text.encode())) == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_is_right_stays_so(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Der Spaß“ und der Fuß”: nichts ist groß™.",
        "Mojibake is “Ã©” for é and “â€™” for ’, says the café’s naïve owner — à la mode.",
        "SÃO PAULO Â£",
        "Ã©",
        "plain",
        "",
    ],
)
def test_what_is_not_certain_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


def test_a_word_of_others_beside_does_not_matter() -> None:
    text = "Größe, Bär, Fön, Übung, Äpfel, süß. " * 5
    assert repaired(once_more(text) + "é") == text + "é"
