"""What languages are called by pages, by catalogues and by engines of several years."""

import pytest

from app.translate.languages import AUTO, EngineLanguages, is_foreign, is_likely

ALL = ("de", "en", "he", "nb", "pt", "pt-BR", "zh-Hans", "zh-Hant")
NOW = EngineLanguages(dict.fromkeys(ALL, ALL))
ONCE = EngineLanguages(dict.fromkeys(("de", "en", "zh", "zt"), ("de", "en", "zh", "zt")))


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("de", "de"),
        ("de-at", "de"),
        ("DE_ch", "de"),
        ("no", "nb"),
        ("nn", "nb"),
        ("iw", "he"),
        ("pt-br", "pt-BR"),
        ("pt-pt", "pt"),
        ("zh", "zh-Hans"),
        ("zh-cn", "zh-Hans"),
        ("zh-tw", "zh-Hant"),
        ("zh-hant-hk", "zh-Hant"),
        ("tlh", AUTO),
        ("", AUTO),
    ],
)
def test_the_language_of_a_page_is_found_among_those_of_an_engine(tag: str, code: str) -> None:
    assert NOW.source(tag) == code


def test_engines_of_other_years_call_chinese_otherwise() -> None:
    assert [ONCE.target(tag, "en") for tag in ("zh-hans", "zh-hant")] == ["zh", "zt"]
    assert [NOW.target(tag, "en") for tag in ("zh-hans", "zh-hant")] == ["zh-Hans", "zh-Hant"]


def test_one_script_never_stands_for_another() -> None:
    assert EngineLanguages({"en": ("zh", "en")}).target("zh-hant", "en") == ""


def test_a_language_becomes_only_what_the_engine_says() -> None:
    some = EngineLanguages({"de": ("en",), "en": ("de", "fr")})
    assert some.target("en", "de") == "en"
    assert some.target("fr", "de") == ""
    assert some.target("fr", AUTO) == "fr"
    assert some.target("fr", "tlh") == ""


@pytest.mark.parametrize(
    ("tag", "family", "own", "own_family", "foreign"),
    [
        ("de", "western", "en", "western", True),
        ("de-at", "western", "de", "western", False),
        ("en-gb", "western", "en", "western", False),
        ("no", "western", "nb", "western", False),
        ("nn", "western", "nb", "western", False),
        ("zh-tw", "chinese-traditional", "zh_Hans", "chinese-simplified", False),
        ("sr", "central", "sr", "cyrillic", False),
        ("en", "cyrillic", "en", "western", True),
        ("", "western", "en", "western", False),
        ("", "cyrillic", "en", "western", True),
        ("", "western", "ru", "cyrillic", True),
        ("", "cyrillic", "ru", "cyrillic", False),
        ("bg", "cyrillic", "ru", "cyrillic", True),
    ],
)
def test_a_text_is_foreign_by_its_tag_and_by_its_letters(
    tag: str, family: str, own: str, own_family: str, foreign: bool
) -> None:
    assert is_foreign(tag, family, own, own_family) is foreign


def test_a_page_that_calls_russian_english_is_not_believed() -> None:
    assert not is_likely("en", "cyrillic")
    assert not is_likely("", "western")
    assert is_likely("ru", "cyrillic")
    assert is_likely("sr", "western")
    assert is_likely("en-gb", "western")
