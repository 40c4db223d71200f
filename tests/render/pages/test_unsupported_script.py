import pytest

from app.render.html.links import Links
from app.render.pages.unsupported_script import Offers, offers_of, own_letters, runs_from_right
from app.render.profiles.platforms import UNSPELLABLE
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.text.charset_family import FAMILIES

LINKS = Links(edition="/in")


def offered(spec: str, family: str) -> Offers | None:
    return offers_of(read_spec(spec), family, LINKS, "/a/abcdefghij")


def test_a_japanese_page_is_offered_in_each_set_that_has_it_and_in_latin_letters() -> None:
    assert offered("universal", "japanese") == Offers(
        "Japanese",
        (
            ("Shift_JIS (Japanese, Macs and Windows)", "/~universal-sjis/in/a/abcdefghij"),
            ("EUC-JP (Japanese, Unix)", "/~universal-eucjp/in/a/abcdefghij"),
            ("UTF-8 (everything)", "/~universal-utf8/in/a/abcdefghij"),
        ),
        "/~universal-spelled/in/a/abcdefghij",
    )


@pytest.mark.parametrize("spec", ["netscape", "maccolour", "modern", "universal-sjis", "universal-spelled"])
def test_whoever_can_show_it_is_offered_nothing(spec: str) -> None:
    assert offered(spec, "japanese") is None


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - set(UNSPELLABLE)))
def test_what_can_be_spelled_is_not_offered(family: str) -> None:
    assert offered("universal", family) is None


def test_what_was_chosen_stays_in_the_offers() -> None:
    found = offered("dos-jpeg-640", "korean")
    assert found is not None
    assert found.transliterated == "/~dos-jpeg-spelled-640/in/a/abcdefghij"
    assert [link for _, link in found.ways] == [
        "/~dos-euckr-jpeg-640/in/a/abcdefghij",
        "/~dos-utf8-jpeg-640/in/a/abcdefghij",
    ]


@pytest.mark.parametrize("family", UNSPELLABLE)
@pytest.mark.parametrize("spec", ["universal", "c64", "dos-html32-jpeg", "linemode", "amiga"])
def test_every_offer_leads_to_a_profile_that_can_show_the_page(spec: str, family: str) -> None:
    found = offered(spec, family)
    assert found is not None
    for link in (*(link for _, link in found.ways), found.transliterated):
        assert offered(link.split("/")[1].removeprefix("~"), family) is None


@pytest.mark.parametrize(
    ("name", "family", "address"),
    [
        ("netscape", "arabic", "/~netscape-utf8/a/x"),
        ("netscape", "thai", "/~netscape-utf8/a/x"),
        ("modern", "arabic", ""),
        ("netscape", "western", ""),
        ("netscape", "cyrillic", ""),
    ],
)
def test_a_page_that_is_spelled_leads_to_its_own_letters(name: str, family: str, address: str) -> None:
    assert own_letters(PROFILES[name], family, Links(), "/a/x") == address


@pytest.mark.parametrize(
    ("spec", "family", "from_right"),
    [
        ("modern", "hebrew", True),
        ("netscape-utf8", "arabic", True),
        ("netscape", "arabic", False),
        ("modern", "western", False),
        ("modern-html2", "hebrew", False),
    ],
)
def test_a_text_runs_from_the_right_where_it_has_its_letters_and_html_can_say_so(
    spec: str, family: str, from_right: bool
) -> None:
    assert runs_from_right(read_spec(spec), family) is from_right
