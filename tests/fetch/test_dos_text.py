"""Texts of DOS that do not say so."""

import pytest

from app.fetch.charset_guess import guess
from app.fetch.decode import decode
from app.fetch.dos_text import latin_of_dos

DANISH = "Byrådet besluttede tirsdag, at den gamle færge skal repareres før året er gået.\r\n"
CZECH = "Vláda v úterý rozhodla, že příští rok zvýší mzdy učitelů a ředitelů škol.\r\n"
FINNISH = "Kaupunginvaltuusto päätti, että vanha lautta korjataan, sanoi satamapäällikkö.\r\n"
FRENCH = "Le conseil a décidé mardi que la réparation du vieux bac coûtera très cher.\r\n"
GERMAN = "Der Stadtrat beschloß am Dienstag, daß die alte Fähre für das nächste Jahr überholt wird.\r\n"
POLISH = "Rada miasta zdecydowała we wtorek, że źródło wyschło i prom będzie naprawiony.\r\n"
SPANISH = "El consejo decidió que el viejo barco será reparado, según el señor García, más tarde.\r\n"
SWEDISH = "Kommunen beslutade på tisdagen att den gamla färjan ska repareras för nästa år.\r\n"
TEXTS = (DANISH, FINNISH, FRENCH, GERMAN, SPANISH, SWEDISH)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("codec", ["cp850", "cp1252", "mac_roman"])
def test_a_text_is_read_in_the_set_in_which_its_words_have_small_letters(text: str, codec: str) -> None:
    assert decode((text * 10).encode(codec)) == text * 10


@pytest.mark.parametrize("text", [CZECH, POLISH])
@pytest.mark.parametrize("codec", ["cp852", "cp1250", "iso8859_2"])
def test_so_is_one_of_the_middle_of_europe(text: str, codec: str) -> None:
    assert decode((text * 10).encode(codec)) == text * 10


def test_one_line_of_dos_is_enough() -> None:
    line = "Grüße aus der Stadt: schöne Fähre, später mehr"
    assert decode(line.encode("cp850")) == line


@pytest.mark.parametrize("text", TEXTS[1:])
def test_the_older_set_of_dos_has_its_letters_at_the_same_places(text: str) -> None:
    assert decode((text * 10).encode("cp437")) == text * 10


@pytest.mark.parametrize(
    "text",
    [
        "The ferry\u2014which is old\u2014sails on\u2026and on\u2026and on",
        "the\xa0old\xa0ferry\xa0sails\xa0today",
        "don\u2019t won\u2019t can\u2019t shan\u2019t",
        "the \u201cold\u201d ferry, the \u201enew\u201c one, a\u2013b",
    ],
)
def test_marks_between_words_are_no_letters_of_dos(text: str) -> None:
    assert latin_of_dos(text.encode("cp1252"), "cp1252") == "cp1252"
    assert decode(text.encode("cp1252")) == text


def test_marks_of_the_macintosh_are_none_either() -> None:
    text = "It\u2019s \u201cfree\u201d\u2014don\u2019t you\u2019re we\u2019re"
    assert latin_of_dos(text.encode("mac_roman"), "mac_roman") == "mac_roman"
    assert decode((text * 3).encode("mac_roman")) == text * 3


@pytest.mark.parametrize(
    "text", ["Smith\u2020, Jones\u2020, Miller\u2021, Brown\u2020", "\u2039old\u203a \u2039new\u203a \u2039last\u203a"]
)
def test_marks_behind_words_are_none_either(text: str) -> None:
    assert latin_of_dos(text.encode("cp1252"), "cp1252") == "cp1252"


def test_a_few_letters_are_not_enough() -> None:
    assert latin_of_dos("früh für".encode("cp850"), "mac_roman") == "mac_roman"


def test_drawn_lines_and_russian_letters_are_of_dos() -> None:
    assert guess("╔════════════╗ Tool".encode("cp437")) == "cp437"
    assert guess(("Старый паром " * 9).encode("cp866")) == "cp866"
