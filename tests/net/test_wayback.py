import pytest

from app.net.wayback import asking, copy_at

BASE = "https://archive.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.example/web/20240327101500/http://harbour.example/a?b=1",
        "https://web.archive.example/web/20240327101500id_/http://harbour.example/a?b=1",
        "http://web.archive.example/web/20240327101500if_/http:/harbour.example/a?b=1",
    ],
)
def test_a_copy_is_known_by_its_address_and_read_as_it_was(url: str) -> None:
    copy = copy_at(url, BASE)
    assert copy is not None
    assert copy.original == "http://harbour.example/a?b=1"
    assert copy.day == "2024-03-27"
    assert copy.url == "https://web.archive.example/web/20240327101500id_/http://harbour.example/a?b=1"


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.example.evil.example/web/20240327101500/http://harbour.example/",
        "https://evilarchive.example/web/20240327101500/http://harbour.example/",
        "https://archive.example/web/*/http://harbour.example/",
        "https://archive.example/about",
        "https://archive.example/web/20240327101500/ftp://harbour.example/",
        "https://archive.example/web/20240327101500/http://%20/",
    ],
)
def test_what_is_no_copy_of_this_archive_is_none(url: str) -> None:
    assert copy_at(url, BASE) is None


def test_a_stamp_may_say_no_day() -> None:
    copy = copy_at("https://archive.example/web/20249999/http://harbour.example/", BASE)
    assert copy is not None
    assert copy.day == ""


def test_an_address_is_asked_for_as_one_field() -> None:
    asked = asking("http://harbour.example/?a=1&b=2#c", BASE)
    assert asked == "https://archive.example/wayback/available?url=http%3A%2F%2Fharbour.example%2F%3Fa%3D1%26b%3D2%23c"
