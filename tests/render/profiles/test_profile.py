import pytest

from app.render.profiles.spec import read_spec


@pytest.mark.parametrize(
    ("name", "family", "page", "text"),
    [
        ("universal", "western", "references", "ascii"),
        ("macplus", "western", "macreferences", "macroman"),
        ("macplus", "japanese", "macreferences", "sjis"),
        ("maccolour", "japanese", "sjis", "sjis"),
        ("dos", "western", "references", "cp437"),
        ("dos", "cyrillic", "references", "cp866"),
        ("netscape", "western", "latin1", "win1252"),
        ("netscape", "arabic", "win1256", "win1256"),
        ("netscape", "georgian", "references", "win1252"),
        ("ie", "cyrillic", "win1251", "win1251"),
        ("modern", "thai", "utf8", "utf8"),
        ("c64", "western", "ascii", "ascii"),
        ("netscape-unix", "cyrillic", "koi8r", "koi8r"),
        ("netscape-unix", "japanese", "eucjp", "eucjp"),
    ],
)
def test_the_language_picks_the_family_and_the_profile_the_set(name: str, family: str, page: str, text: str) -> None:
    assert read_spec(name).charset(family).name == page
    assert read_spec(name).text_charset(family).name == text


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        ("universal", "japanese", False),
        ("universal", "cyrillic", True),
        ("universal-spelled", "japanese", True),
        ("macplus", "korean", False),
        ("maccolour", "korean", True),
        ("netscape", "chinese-traditional", True),
        ("universal-sjis", "japanese", True),
        ("universal-sjis", "korean", False),
        ("modern", "chinese-simplified", True),
        ("universal", "arabic", False),
        ("universal", "indic", False),
        ("universal-tis620", "thai", True),
        ("netscape", "georgian", False),
        ("netscape-windows4", "georgian", True),
    ],
)
def test_what_latin_letters_would_make_mush_of_needs_a_set_of_its_own(name: str, family: str, expected: bool) -> None:
    assert read_spec(name).can_show(family) is expected
