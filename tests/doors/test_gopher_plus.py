import pytest

from app.doors.gopher_menu import END
from app.doors.gopher_plus import ABOUT, ABOUT_ALL, DATA, Request, about, refusal, request_of, with_end


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"", Request("")),
        (b"/world", Request("/world")),
        (b"/world\t+", Request("/world", way=DATA)),
        (b"/world\t+text/plain En_US", Request("/world", way=DATA)),
        (b"/world\t+\t1", Request("/world", way=DATA)),
        (b"/world\t!", Request("/world", way=ABOUT)),
        (b"/world\t$+INFO", Request("/world", way=ABOUT_ALL)),
        (b"/world\twords", Request("/world")),
        (b"/search\ttwo words ", Request("/search", b"two words")),
        (b"/~mac/de/search\ta\t+", Request("/~mac/de/search", b"a", DATA)),
        (b"/SEARCH\tTwo words", Request("/SEARCH", b"Two words")),
        (b"/search\t+", Request("/search", way=DATA)),
        (b"/search\t!", Request("/search", way=ABOUT)),
        (b"/read\t+sign in front", Request("/read", b"+sign in front")),
        (b"/read\t" + b"a" * 900, Request("/read", b"a" * 900)),
        (b"/read", Request("/read")),
        (b"/search\tcaf\x8e\t+", Request("/search", b"caf\x8e", DATA)),
    ],
)
def test_words_stand_before_what_gopher_plus_adds(line: bytes, found: Request) -> None:
    assert request_of(line) == found


def test_an_answer_says_where_it_ends() -> None:
    assert with_end(b"One\r\n.\r\n", is_text=True) == b"+-1\r\nOne\r\n.\r\n"
    assert with_end(b"GIF87a", is_text=False) == b"+6\r\nGIF87a"
    assert refusal(b"It is gone.") == b"--1\r\n1 It is gone.\r\n.\r\n"


def test_of_each_item_its_line_and_whose_it_is_are_known() -> None:
    menu = b"iWords\t\terror.host\t1\r\n1World\t/world\th\t70\t+\r\nhOriginal\tURL:http://x.example/\th\t70\r\n"
    assert about(menu + END, "68k.news", 1.7e9) == (
        b"+-1\r\n+INFO: 1World\t/world\th\t70\t+\r\n"
        b"+ADMIN:\r\n Admin: 68k.news\r\n Mod-Date: Tue Nov 14 22:13:20 2023 <20231114221320>\r\n.\r\n"
    )
