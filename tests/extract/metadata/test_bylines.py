"""The names in bylines of many languages and forms."""

import pytest

from app.extract.metadata.bylines import byline_behind_date, is_byline, is_label, lone_names, names_in, titled_names

ADA, JO = "Ada Brightwater", "Jo Carr"


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Ada Brightwater", "en", [ADA]),
        ("BY ADA BRIGHTWATER", "en", ["ADA BRIGHTWATER"]),
        ("by: Ada Brightwater", "", [ADA]),
        ("Written by Ada Brightwater", "en", [ADA]),
        ("Posted by Ada Brightwater on March 27, 2024 at 9:30 am", "en", [ADA]),
        ("Last updated by Ada Brightwater", "en", [ADA]),
        ("By Ada Brightwater and Jo Carr", "en", [ADA, JO]),
        ("By Ada Brightwater, Jo Carr & Max Stone", "en", [ADA, JO, "Max Stone"]),
        ("By Ada Brightwater, science reporter", "en", [ADA]),
        ("By Ada Brightwater, Senior Writer, The Gazette", "en", [ADA]),
        ("By Ada Brightwater, PhD, and Jo Carr, M.D.", "en", ["Ada Brightwater, PhD", "Jo Carr, M.D."]),
        ("By Ada Brightwater | 26 November 2026", "en", [ADA]),
        ("By Ada Brightwater · 26 November 2026 · 4 min read", "en", [ADA]),
        ("By Ada Brightwater 26 November 2026, 14:00", "en", [ADA]),
        ("26 November 2026 by Ada Brightwater", "en", [ADA]),
        ("By Ada Brightwater December 8", "en", [ADA]),
        ("By Ada Brightwater (abw)", "en", [ADA]),
        ("By Ada Brightwater ada@gazette.example @ada", "en", [ADA]),
        ("By Ada Brightwater Follow", "en", [ADA]),
        ("By Ada Brightwater in Sandhaven", "en", [ADA]),
        ("Author: Ada Brightwater", "en", [ADA]),
        ("Opracowanie: Ada Brightwater", "pl", [ADA]),
        ("Autoři: Ada Brightwater a Jo Carr", "cs", [ADA, JO]),
        ("Avtorica: Ada Brightwater", "sl", [ADA]),
        ("Журналістка: Ада Яскрава", "uk", ["Ада Яскрава"]),
        ("Von Ada Brightwater und Jo Carr", "de", [ADA, JO]),
        ("Ein Gastbeitrag von Ada Brightwater", "de", [ADA]),
        ("Rezept von Ada Brightwater", "de", [ADA]),
        ("Recipe by Ada Brightwater", "en", [ADA]),
        ("Recette par Ada Brightwater", "fr", [ADA]),
        ("Veröffentlicht am 26. November 2026 von Ada Brightwater", "de", [ADA]),
        ("Text: Ada Brightwater", "de", [ADA]),
        ("Text: Ada Brightwater Foto: Jo Carr", "sv", [ADA]),
        ("By political reporter Ada Brightwater", "en", [ADA]),
        ("By our senior science correspondents Ada Brightwater and Jo Carr", "en", [ADA, "Jo Carr"]),
        ("Text och foto: Ada Brightwater", "sv", [ADA]),
        ("Texte et photos : Ada Brightwater", "fr", [ADA]),
        ("Tekst/foto: Ada Brightwater", "da", [ADA]),
        ("Words & pictures: Ada Brightwater", "en", [ADA]),
        ("Author: Ada Brightwater Photos: Jo Carr", "en", [ADA]),
        ("Text und Fotos: Ada Brightwater", "de", [ADA]),
        ("Autor/in: Ada Brightwater", "de", [ADA]),
        ("Alexa von Heyden", "de", ["Alexa von Heyden"]),
        ("Von Christoph von Ritter", "de", ["Christoph von Ritter"]),
        ("Par Ada Brightwater et Jo Carr", "fr", [ADA, JO]),
        ("Propos recueillis par Ada Brightwater", "fr", [ADA]),
        ("Por Ada Brightwater y Jo Carr", "es", [ADA, JO]),
        ("di Ada Brightwater", "it", [ADA]),
        ("A cura di Ada Brightwater", "it", [ADA]),
        ("Di Maio", "en", ["Di Maio"]),
        ("Door Ada Brightwater en Jo Carr", "nl", [ADA, JO]),
        ("Av Ada Brightwater", "sv", [ADA]),
        ("Oleh: Ada Brightwater", "id", [ADA]),
        ("Автор: Ада Светлова", "ru", ["Ада Светлова"]),
        ("作者：余聪", "zh", ["余聪"]),
        ("来源：财新网 作者：余聪 责任编辑：屈运栩", "zh", ["余聪"]),
        ("山田太郎記者", "ja", ["山田太郎"]),
        ("홍길동 기자", "ko", ["홍길동"]),
        ("بقلم آدا النور", "ar", ["آدا النور"]),
        ("By Ada Brightwater Edited by Jo Carr", "en", [ADA]),
        ("By Ada Brightwater Thursday, 12 March 2026", "en", [ADA]),
        ("Von Ada Brightwater Donnerstag 12. März 2026", "de", [ADA]),
        ("Par Ada Brightwater Publié le 3 mars 2026", "fr", [ADA]),
        ("Por Ada Brightwater Actualizado 3 de marzo", "es", [ADA]),
        ("Ayşe Yıldız / İZMİR", "tr", ["Ayşe Yıldız"]),
        ("Von Ada Bornhöft, 26. November 2026", "de", ["Ada Bornhöft"]),
        ("লেখক: রহিম উদ্দিন প্রকাশিত: ২০ নভেম্বর ২০২৬", "bn", ["রহিম উদ্দিন"]),
        ("بقلم آدا النور آخر تحديث 3 مارس 2026", "ar", ["آدا النور"]),
        ("द्वारा: आदित्य वर्मा", "hi", ["आदित्य वर्मा"]),
        ("लेखक: आदित्य वर्मा।", "hi", ["आदित्य वर्मा"]),
        ("海灣報 記者王大同／基隆報導", "zh", ["王大同"]),
        ("文／王大同", "zh", ["王大同"]),
        ("홍길동 기자 입력 2026.03.12", "ko", ["홍길동"]),
        ("Reuters", "en", ["Reuters"]),
        ("gnaddrig", "de", ["gnaddrig"]),
    ],
)
def test_the_names_are_read_and_nothing_else(text: str, language: str, names: list[str]) -> None:
    assert list(names_in(text, language)) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "admin",
        "By admin",
        "Posted by Administrator",
        "wordpressadmin",
        "Unknown",
        "By",
        "Written by",
        "Photo by Ada Brightwater",
        "Foto: Ada Brightwater",
        "Translated by Ada Brightwater",
        "Reviewed by Ada Brightwater",
        "Sat, 26 Nov 2026 - 06:36",
        "26 November 2026",
        "5 Comments",
        "Read more",
        "Alle Artikel",
        "https://www.facebook.com/gazette",
        "ada@gazette.example",
        "gazette.com",
        "#p",
        "The tower was moved by eighty people in one week",
        "Local / Sport / World / Weather",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert names_in(text, "en") == ()


def test_a_role_is_a_name_where_it_is_said_to_be_one() -> None:
    assert names_in("Staff Writer") == ()
    assert names_in("By Staff Writer") == ("Staff Writer",)
    assert names_in("Guardian staff reporter", trusted=True) == ("Guardian staff reporter",)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("By Ada", "en", True),
        ("By Ada", "de", True),
        ("Von Ada", "de", True),
        ("Von Ada", "en", False),
        ("Author: Ada", "fr", True),
        ("The author Ada", "en", False),
        ("Photos by Ada", "en", False),
        ("Passers-by were surprised", "en", False),
    ],
)
def test_a_byline_is_known_by_how_it_begins(text: str, language: str, expected: bool) -> None:
    assert is_byline(text, language) is expected


def test_a_label_is_a_byline_without_names() -> None:
    assert is_label("Written by:", "en")
    assert is_label("Von", "de")
    assert not is_label("Written by Ada", "en")


def test_a_byline_may_follow_a_date() -> None:
    assert byline_behind_date("Local (1 / 1) 06.11.2026 13:30 von Olga", "de") == "von Olga"
    assert byline_behind_date("Nothing of 6 November 2026", "de") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Brightwater", [ADA]),
        ("Ada Brightwater | Senior Writer | July 2, 2026", [ADA]),
        ("04.02.2026 | 13:10 Uhr | Ada Brightwater", [ADA]),
        ("November 20, 2026 · 5 min · 1034 words · Ada Brightwater | Suggest changes", [ADA]),
        ("Ada Brightwater in Local News", [ADA]),
        ("Brightwater", []),
        ("The tower moves inland", []),
        ("Skip to content", []),
        ("Explore Sign In", []),
        ("오늘은 등대에 다녀왔어요.", []),
        ("عادت العبارة.", []),
    ],
)
def test_names_that_stand_alone_are_whole_ones(text: str, names: list[str]) -> None:
    assert list(lone_names(text, "en")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[해안=홍길동 기자] 등대가 움직였다", ("홍길동",)),
        ("홍길동 기자", ("홍길동",)),
        ("2026.11.20. 오전 9:15 홍길동 기자", ("홍길동",)),
        ("입력 2026-11-20 09:15 | 수정 2026-11-20 10:02 홍길동 기자", ("홍길동",)),
        ("홍길동 기자회견이 열렸다", ()),
        ("등대가 움직였다고 홍길동 기자가 말했다", ()),
        ("By Ada Brightwater", ()),
    ],
)
def test_a_title_behind_a_name_at_the_beginning_of_a_line_says_who_reports(text: str, names: tuple[str, ...]) -> None:
    assert titled_names(text) == names


def test_a_byline_stands_behind_a_date_and_the_half_of_its_day() -> None:
    assert byline_behind_date("12 مارس 2026 10:20 م بقلم آدا النور", "ar") == "بقلم آدا النور"
    assert byline_behind_date("3/12/2026 10:20 a.m. by Ada Brightwater", "en") == "by Ada Brightwater"


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("发布时间：2026-11-20 09:15 来源：海湾日报 作者：李明 编辑：王芳", "zh", ["李明"]),
        ("来源：海湾日报 作者：李明 2026-11-20", "zh", ["李明"]),
        ("2026-11-20 09:15:42 来源：海湾日报 作者：李明 字号： 大 中 小", "zh", ["李明"]),
        ("2026-11-20 作者：李明 点击数：120", "zh", ["李明"]),
        ("20 November 2026 | Transport | By Ada Brightwater", "en", ["Ada Brightwater"]),
        ("20.11.2026 | Verkehr | Foto: Jo Carr", "de", []),
        ("来源：海湾日报 作者：李明", "zh", []),
    ],
)
def test_a_byline_may_be_any_field_of_a_line_with_a_date(text: str, language: str, names: list[str]) -> None:
    assert list(names_in(byline_behind_date(text, language), language)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ada@gazette.example (Ada Brightwater)", ["Ada Brightwater"]),
        ("Ada Brightwater (ada@gazette.example)", ["Ada Brightwater"]),
        ("ada@gazette.example", []),
        ("ada@gazette.example ()", []),
    ],
)
def test_who_has_an_address_of_mail_has_a_name_beside_it(text: str, names: list[str]) -> None:
    assert list(names_in(text, trusted=True)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Words by Ada Brightwater. Photographs by Jo Carr",
        "Words: Ada Brightwater. Pictures: Jo Carr",
        "By Ada Brightwater, with illustrations by Jo Carr",
        "Story by Ada Brightwater, photos by Jo Carr",
    ],
)
def test_who_took_the_pictures_is_no_author(text: str) -> None:
    assert names_in(text, "en") == ("Ada Brightwater",)
