import pytest

from app.http import asked_address, query_fields


@pytest.mark.parametrize(
    ("query", "address"),
    [
        (b"url=http%3A%2F%2Fx.example%2Fa%3Fb%3D1%26c%3D2", "http://x.example/a?b=1&c=2"),
        (b"url=http://x.example/a?b=1&c=2", "http://x.example/a?b=1&c=2"),
        (b"url=x.example%2Fcaf%E9", "x.example/café"),
        (b"url=x.example%2Fcaf%C3%A9", "x.example/café"),
        (b"amp;url=x.example", "x.example"),
        (b"url=+x.example+", "x.example"),
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
