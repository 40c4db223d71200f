import pytest

from app.render.charsets.charsets import CHARSETS
from app.render.charsets.spellings import latin_of_greek, spelling_of

ASCII = CHARSETS["ascii"]
SERBIAN = "Стара чесма на тргу поново ради, рекла је госпођа Њежић; људи хватају воду ћутке."
UKRAINIAN = "Годинник на вежі знову йде, кажуть тутешні їжаки, і гурт грає щовечора."
BULGARIAN = "Часовникът на кулата ще върви отново, казват хората на площада."
RUSSIAN = "Часы на башне снова идут, и это слышно всем, кто живёт рядом с площадью."
BELARUSIAN = "Гадзіннік на вежы зноў ідзе, кажуць суседзі, і гэта чуваць усім, хто жыве побач."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SERBIAN, "sr"),
        (UKRAINIAN, "uk"),
        (BULGARIAN, "bg"),
        (RUSSIAN, ""),
        ("Ѓорѓи и Ќамил беа на плоштадот", "sr"),
        ("The tower", ""),
        ("", ""),
        (RUSSIAN + " Об этом пишет «Дзеркало тижня» из Києва.", ""),
    ],
)
def test_letters_tell_in_which_language_a_text_is_spelled(text: str, language: str) -> None:
    assert spelling_of(text) == language


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        (
            SERBIAN,
            "Stara cesma na trgu ponovo radi, rekla je gospodja Njezic; ljudi hvataju vodu cutke.",
        ),
        (UKRAINIAN, "Hodynnyk na vezhi znovu yde, kazhut' tuteshni yizhaky, i hurt hraye shchovechora."),
        (BULGARIAN, "Chasovnikat na kulata shte varvi otnovo, kazvat horata na ploshtada."),
        ("Часы на башне, щука, хлеб", "Chasy na bashne, shchuka, khleb"),
    ],
)
def test_a_page_in_cyrillic_is_spelled_as_its_language_does(text: str, spelled: str) -> None:
    assert ASCII.encode_page(text).decode() == spelled
    assert ASCII.spells(text)(text) == spelled


def test_a_set_with_the_letters_keeps_them() -> None:
    assert CHARSETS["win1251"].encode_page(SERBIAN).decode("cp1251") == SERBIAN
    assert CHARSETS["utf8"].encode_page(UKRAINIAN).decode() == UKRAINIAN


@pytest.mark.parametrize(
    ("greek", "spelled"),
    [
        ("του ουρανού", "tou ouranou"),
        ("ΟΥΡΑΝΟΣ", "OURANOS"),
        ("αυτός, ευχή, αύριο, Εύα", "aftos, efchi, avrio, Eva"),
        ("άυλος, προϋπόθεση", "aylos, proypothesi"),
        ("μπάλα, αμπέλι", "bala, ampeli"),
        ("άγγελος, ελέγχω", "angelos, elencho"),
    ],
)
def test_two_greek_letters_of_one_sound_are_spelled_as_one(greek: str, spelled: str) -> None:
    assert ASCII.transliterate(greek) == spelled


def test_other_words_are_as_they_were() -> None:
    assert latin_of_greek("Москва") == "Москва"
    assert latin_of_greek("λόφος") == "λόφος"
    assert CHARSETS["iso88597"].transliterate("του") == "του"


def test_a_spelled_text_does_not_change_a_second_time() -> None:
    once = ASCII.encode_page(SERBIAN)
    assert ASCII.encode_page(once.decode()) == once
