import pytest

from app.doors.gopher_menu import INFO, MENU, TEXT, Item, failure, menu, text
from app.render.charsets.charsets import CHARSETS

ASCII = CHARSETS["ascii"]


def test_a_line_has_its_parts_between_tabs_and_a_dot_ends_all() -> None:
    found = menu([Item(TEXT, "Tide comes", "/a/abc"), Item(INFO, "Said")], ASCII, "news.example", 70)
    assert found == b"0Tide comes\t/a/abc\tnews.example\t70\t+\r\niSaid\t\terror.host\t1\r\n.\r\n"


def test_nothing_in_a_title_or_a_selector_breaks_a_line() -> None:
    found = menu([Item(MENU, "a\tb\r\nc\x00d", "/x\t1\r\n.")], ASCII, "h", 70)
    assert found.count(b"\r\n") == 2
    assert found.split(b"\r\n")[0] == b"1a b  c d\t/x 1  .\th\t70\t+"


def test_a_title_is_no_wider_than_a_line_and_a_selector_too_long_for_clients_is_left_out() -> None:
    first = menu([Item(TEXT, "word " * 40, "/a"), Item(TEXT, "b", "/" + "x" * 255)], ASCII, "h", 70).split(b"\r\n")
    assert len(first[0].partition(b"\t")[0]) <= 68
    assert first[1] == b"."


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ("One\nTwo\n", b"One\r\nTwo\r\n\r\n.\r\n"),
        (".\n..a\nb.", b"..\r\n...a\r\nb.\r\n.\r\n"),
        ("caf\u00e9", b"cafe\r\n.\r\n"),
    ],
)
def test_a_text_ends_with_a_dot_that_no_line_of_it_is(body: str, sent: bytes) -> None:
    assert text(ASCII.transliterate(body), ASCII) == sent


def test_a_failure_is_one_line_of_its_type() -> None:
    assert failure("There is nothing.", ASCII) == b"3There is nothing.\t\terror.host\t1\r\n.\r\n"
