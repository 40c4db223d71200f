import pytest

from app.models import (
    Article,
    ArticleImage,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Table,
)
from app.render.charsets.charsets import CHARSETS
from app.render.profiles.profiles import PROFILES, UNIVERSAL
from app.render.text.plain import plain_text

LONG = "The lamp was lit again on Sunday evening, and three fishing boats answered with their horns."
LINK = Run("lit again", "", "http://x.example/lamp?a=1&b=2")


def plain(*blocks: object, **facts: str) -> str:
    article = Article(
        url="http://x.example/",
        title=facts.get("title", "Title"),
        blocks=blocks,  # type: ignore[arg-type]
        images=(ArticleImage("http://x.example/p.jpg", caption="The tower"),) if Figure(1) in blocks else (),
        byline=facts.get("byline", ""),
        date=facts.get("date", ""),
        updated=facts.get("updated", ""),
        site=facts.get("site", ""),
    )
    return plain_text(article, UNIVERSAL, CHARSETS["ascii"]).decode("ascii")


def test_the_head_has_title_source_and_date() -> None:
    head = plain(title="Café – a title", site="The Gazette", byline="Ada B.", date="2024-03-27")
    assert head == "Cafe - a title\n==============\n\nThe Gazette\nAda B.\n2024-03-27\nhttp://x.example/\n"


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"date": "2024-03-27", "updated": "2024-03-29"}, ["2024-03-27", "updated 2024-03-29"]),
        ({"date": "2024-03-29", "updated": "2024-03-29"}, ["updated 2024-03-29"]),
        ({"site": "The Gazette", "byline": "The Gazette"}, ["The Gazette"]),
    ],
)
def test_the_head_says_nothing_twice(facts: dict[str, str], lines: list[str]) -> None:
    assert plain(**facts).split("\n")[3:-2] == lines


def test_text_is_wrapped_at_72_columns_and_links_are_numbered_notes() -> None:
    found = plain(Paragraph((Run("The lamp was "), LINK, Run(" on Sunday, and again " * 5), LINK)))
    assert max(map(len, found.split("\n"))) <= 72
    assert " ".join(found.split()).count("lit again [1]") == 2
    assert "\n[1] http://x.example/lamp?a=1&b=2\n" in found


def test_every_block_has_a_form() -> None:
    found = plain(
        Heading(2, (Run("Head"),)),
        Figure(1),
        Embed("video", "The lamp", "https://www.x.example/v"),
        Quote((Paragraph((Run(LONG),)),)),
        ItemList(True, ((Paragraph((Run(LONG),)),), (Paragraph((Run("b"),)),))),
        Preformatted("10 PRINT"),
        Table(rows=(((Run("a"),), (Run("b"),)), ((Run("cc"),), (Run("d"),)))),
    )
    assert "\n\nHead\n====\n\n[picture 1: The tower]\n\n[Video: The lamp, x.example] [1]\n\n" in found
    assert "\n[1] https://www.x.example/v\n" in found
    assert (
        "\n> The lamp was lit again on Sunday evening, and three fishing boats\n> answered with their horns.\n" in found
    )
    assert (
        "\n1. The lamp was lit again on Sunday evening, and three fishing boats\n   answered with their horns.\n2. b\n"
        in found
    )
    assert "\n\n10 PRINT\n\n" in found
    assert "\n\na  | b\ncc | d\n" in found
    assert found.endswith("[picture 1] http://x.example/p.jpg\n")


def test_lines_end_as_the_machine_has_it() -> None:
    article = Article("http://x.example/", "Café", (Paragraph((Run("a\nb"),)), Preformatted("c\n d")))
    for name, charset, ends in (("macplus", "macroman", b"\r"), ("dos", "cp437", b"\r\n"), ("lynx", "latin1", b"\n")):
        lines = plain_text(article, PROFILES[name], CHARSETS[charset]).split(ends)
        cafe = "Café".encode(CHARSETS[charset].codec)
        assert lines == [cafe, b"====", b"", b"http://x.example/", b"", b"a", b"b", b"", b"c", b" d", b""]


def test_a_list_counts_from_its_first_number_and_a_wide_table_has_named_values() -> None:
    found = plain(
        ItemList(
            True, ((Paragraph((Run("a"),)), Quote((Paragraph((Run("b"),)),))), (Paragraph((Run("c"),)),)), (9, 10)
        ),
        Table(
            ((((Run("Year"),), (Run("What"),))), ((Run("1871"),), (Run(LONG),))), header=True, caption=(Run("Events"),)
        ),
    )
    assert "\n9.  a\n\n    > b\n10. c\n" in found
    assert "\nEvents\n* Year: 1871; What: The lamp was lit again on Sunday evening, and three\n" in found


def test_japanese_takes_two_columns_a_character() -> None:
    article = Article("http://x.example/", "灯台", (Paragraph((Run("灯台が動いた。" * 9),)),))
    lines = plain_text(article, PROFILES["palm"], CHARSETS["sjis"]).decode("shift_jis").split("\n")
    assert lines[:2] == ["灯台", "===="]
    assert lines[5] == "灯台が動いた。灯台が動いた。灯"
    assert "".join(lines[5:]) == "灯台が動いた。" * 9


def test_microweb_gets_no_letters_in_a_text_that_its_font_lacks() -> None:
    article = Article("http://x.example/", "Café", (Paragraph((Run("£5 for ½ at 90°, ¿sí?"),)),))
    text = plain_text(article, PROFILES["dos"], PROFILES["dos"].text_charset("western"))
    assert "GBP 5 for 1/2 at 90 deg, ¿sí?" in text.decode("cp437")
    assert "Café" in text.decode("cp437")
