import pytest

from app.render.html.links import Links
from app.render.pages.unsupported_script import Offers, OtherWays, offers_of, other_ways
from app.render.profiles.platforms import UNSPELLABLE
from app.render.profiles.spec import read_spec
from app.text.charset_family import FAMILIES

LINKS = Links(edition="/in")


def offered(spec: str, family: str) -> Offers | None:
    return offers_of(read_spec(spec), family, LINKS, "/a/abcdefghij")


def test_a_japanese_page_is_offered_in_each_set_that_has_it_and_never_spelled() -> None:
    assert offered("universal", "japanese") == Offers(
        "Japanese (Nihongo)",
        (
            ("Shift_JIS (Japanese, Macs and Windows)", "/~universal-sjis/in/a/abcdefghij"),
            ("EUC-JP (Japanese, Unix)", "/~universal-eucjp/in/a/abcdefghij"),
            ("UTF-8 (everything)", "/~universal-utf8/in/a/abcdefghij"),
        ),
        "",
    )


def test_an_arabic_page_is_offered_in_each_set_and_spelled_after_a_fashion() -> None:
    found = offered("universal", "arabic")
    assert found is not None
    assert found.title == "A page in Arabic letters (al-'Arabiyya, Farsi, Urdu)"
    assert [link.split("/")[1] for _, link in found.ways] == [
        "~universal-win1256",
        "~universal-iso88596",
        "~universal-macarabic",
        "~universal-cp864",
        "~universal-utf8",
    ]
    assert found.transliterated == "/~universal-spelled/in/a/abcdefghij"


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
    for link in filter(None, (*(link for _, link in found.ways), found.transliterated)):
        assert offered(link.split("/")[1].removeprefix("~"), family) is None


def other(spec: str, family: str) -> OtherWays:
    return other_ways(read_spec(spec), family, LINKS, "/a/x")


def test_a_page_that_is_spelled_names_the_sets_that_have_its_letters() -> None:
    assert other("universal", "cyrillic").sets == (
        ("KOI8-R", "/~universal-koi8r/in/a/x"),
        ("Windows-1251", "/~universal-win1251/in/a/x"),
        ("UTF-8", "/~universal-utf8/in/a/x"),
    )
    assert other("mosaic", "central").sets[0] == ("ISO 8859-2", "/~mosaic-latin2/in/a/x")
    assert other("universal", "greek").sets[0] == ("ISO 8859-7", "/~universal-iso88597/in/a/x")
    assert other("universal-spelled", "thai").roughly
    assert not other("universal", "cyrillic").roughly


@pytest.mark.parametrize(
    ("spec", "family"),
    [
        ("netscape", "cyrillic"),
        ("universal-koi8r", "cyrillic"),
        ("universal", "western"),
        ("c64", "cyrillic"),
        ("dos", "greek"),
        ("modern", "arabic"),
        ("universal", "thai"),
    ],
)
def test_a_page_in_its_own_letters_or_that_is_only_offered_names_no_others(spec: str, family: str) -> None:
    assert other(spec, family) == OtherWays()


@pytest.mark.parametrize(
    ("spec", "family", "address"),
    [
        ("netscape", "hebrew", "/~netscape-logical/in/a/x"),
        ("universal-utf8", "arabic", "/~universal-utf8-logical/in/a/x"),
        ("lynx-utf8", "hebrew", "/~lynx-utf8-visual/in/a/x"),
        ("netscape-unix", "hebrew", ""),  # ISO 8859-8 has one order
        ("netscape", "arabic", ""),  # a set that others join, and order
        ("ie", "hebrew", ""),  # HTML says it
    ],
)
def test_lines_from_the_right_can_be_had_in_the_other_order(spec: str, family: str, address: str) -> None:
    assert other(spec, family).turned == address
