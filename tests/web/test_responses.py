import pytest

from app.web.responses import asked_address, query_fields, seconds_of


@pytest.mark.parametrize(
    ("query", "address"),
    [
        (b"url=http%3A%2F%2Fx.example%2Fa%3Fb%3D1%26c%3D2", "http://x.example/a?b=1&c=2"),
        (b"url=http://x.example/a?b=1&c=2", "http://x.example/a?b=1&c=2"),
        (b"url=http%3A%2F%2Fx.example%2Fa&fbclid=IwAR0", "http://x.example/a"),
        (b"url=http%3a//x.example/a%3Fb=1&submit=Go&x=12&y=3", "http://x.example/a?b=1"),
        (b"url=+https%3A%2F%2Fx.example%2Fa%0D%0A&utm_source=x", "https://x.example/a"),
        (b"url=http://x.example/a%3Fb&c=http%3A%2F%2Fy.example", "http://x.example/a?b&c=http://y.example"),
        (b"url=x.example/a?b=1&c=2", "x.example/a?b=1&c=2"),
        (b"url=http%3A//x.example/%u0444%u0435", "http://x.example/фе"),
        (b"url=http%3A//x.example/caf%E9%u2019+%uD83D%uDE00", "http://x.example/café’+😀"),
        (b"url=x.example/%uD83D", "x.example/\ufffd"),
        (b"url=http://x.example/?q=%u0444", "http://x.example/?q=%u0444"),
        (b"url=http%3A%2F%2Fx.example%2F%3Fq%3D%25u0444", "http://x.example/?q=%u0444"),
        (b"url=x.example%2Fcaf%E9", "x.example/café"),
        (b"url=x.example%2Fcaf%C3%A9", "x.example/café"),
        (b"amp;url=x.example", "x.example"),
        (b"url=+x.example+", "x.example"),
        (b"url=&url=http%3A%2F%2Fx.example%2Fa", "http://x.example/a"),
        (b"url=http%3A%2F%2Fx.example%2Fa&url=", "http://x.example/a"),
        (b"url=+&url=x.example", "x.example"),
        (b"http://x.example/a?b=1", "http://x.example/a?b=1"),
        (b"x.example+a", "x.example a"),
        (b"url=", ""),
        (b"", ""),
    ],
)
def test_the_asked_address_is_found_however_a_browser_sends_it(query: bytes, address: str) -> None:
    assert asked_address(query, "url") == address


def test_the_old_sites_fields_are_told_apart_from_the_address() -> None:
    others = frozenset({"loc", "section"})
    assert asked_address(b"loc=IN&a=http://x.example/?b=1&c=2", "a", others) == "http://x.example/?b=1&c=2"
    assert asked_address(b"a=http://x.example/?b=1&c=2&loc=IN", "a", others) == "http://x.example/?b=1&c=2"
    assert asked_address(b"loc=IN", "a", others) == ""


def test_fields_keep_their_order_and_lose_what_old_parsers_left_in_their_names() -> None:
    assert query_fields(b"loc=IN&amp;a=x&&b") == [("loc", "IN"), ("a", "x"), ("b", "")]


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784111777),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 784111777),
        ("Sun Nov  6 08:49:37 1994", 784111777),
        ("Sun, 06 Nov 1994 08:49:37 GMT; length=4711", 784111777),
        ("Sunday, 06-Nov-94 08:49:37 GMT; length=4711", 784111777),
        ("Tuesday, 24-Nov-26 12:00:00 GMT", 1795521600),
        ("Tuesday, 24-Nov-126 12:00:00 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37 +0100", None),
        ("Sun, 31 Feb 1994 08:49:37 GMT", None),
        ("784111777", None),
        ("; length=4711", None),
        ("", None),
    ],
)
def test_dates_are_read_in_every_form_that_http_ever_had_and_nothing_else_is(date: str, seconds: int | None) -> None:
    assert seconds_of(date) == seconds
