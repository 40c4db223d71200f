"""Which character set says which family of languages, by the kind of machine."""

import pytest

from app.news.editions import EDITIONS
from app.render.charsets.charsets import CHARSETS
from app.render.profiles.platforms import PLATFORMS, TEXT_SETS, UNSPELLABLE, page_set, text_set
from app.text.charset_family import family_of

SAMPLES = {
    "arabic": "انتقلت المنارة القديمة",
    "baltic": "Ąžuolynė šviečia",
    "central": "Příliš žluťoučký kůň",
    "chinese-simplified": "旧灯塔搬家了",
    "chinese-traditional": "舊燈塔搬家了",
    "cyrillic": "Старый маяк переехал",
    "hebrew": "המגדלור הישן עבר",
    "greek": "Ο παλιός φάρος",
    "japanese": "灯台が動いた",
    "korean": "등대가 움직였다",
    "thai": "ประภาคารเก่า",
    "turkish": "Eski deniz feneri taşındı, ığdır",
    "vietnamese": "Ngọn hải đăng cũ đã dời đi",
    "western": "Le phare a bougé, für Ärger",
}


def test_both_tables_know_the_same_machines_in_order_with_a_set_for_every_other_family() -> None:
    assert list(PLATFORMS) == sorted(PLATFORMS) == list(TEXT_SETS)
    for table in (PLATFORMS, TEXT_SETS):
        for row in table.values():
            assert "" in row
            assert set(row.values()) <= set(CHARSETS)


@pytest.mark.parametrize("machine", ["mac", "mac4", "unix", "unix4", "windows", "windows4"])
@pytest.mark.parametrize("family", SAMPLES)
def test_a_set_that_is_chosen_for_a_family_says_its_languages(machine: str, family: str) -> None:
    if family in PLATFORMS[machine]:
        assert page_set(machine, family).can_write(SAMPLES[family])
    if family in TEXT_SETS[machine]:
        assert text_set(machine, family).can_write(SAMPLES[family])


@pytest.mark.parametrize(
    ("machine", "family", "page", "text"),
    [
        ("anywhere", "japanese", "references", "ascii"),
        ("dos", "western", "references", "cp437"),
        ("dos", "cyrillic", "references", "cp866"),
        ("mac", "western", "macreferences", "macroman"),
        ("mac", "cyrillic", "maccyrillic", "maccyrillic"),
        ("unix", "cyrillic", "koi8r", "koi8r"),
        ("windows", "cyrillic", "win1251", "win1251"),
        ("windows", "japanese", "sjis", "sjis"),
        ("unix", "japanese", "eucjp", "eucjp"),
        ("unix", "arabic", "iso88596", "iso88596"),
        ("unix4", "arabic", "utf8", "iso88596"),
        ("windows", "hebrew", "win1255", "win1255"),
        ("windows", "georgian", "references", "win1252"),
        ("windows4", "georgian", "utf8", "win1252"),
        ("windows4", "cyrillic", "win1251", "win1251"),
        ("mac", "thai", "macthai", "macthai"),
        ("dos", "hebrew", "references", "cp862"),
    ],
)
def test_each_machine_has_the_set_that_it_came_with(machine: str, family: str, page: str, text: str) -> None:
    assert page_set(machine, family).name == page
    assert text_set(machine, family).name == text


def test_one_set_may_be_named_for_everything() -> None:
    for name in CHARSETS:
        assert page_set(name, "japanese") is text_set(name, "western") is CHARSETS[name]


def test_a_machine_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        page_set("amiga", "western")


def test_what_latin_letters_would_make_mush_of_is_a_sample_of_its_family() -> None:
    assert {edition.family for edition in EDITIONS} >= set(UNSPELLABLE) - {"armenian", "georgian", "other"}
    for family, word in UNSPELLABLE.items():
        assert family_of("", word * 10) in (family, "chinese-simplified")
        assert not CHARSETS["references"].can_encode(word)
