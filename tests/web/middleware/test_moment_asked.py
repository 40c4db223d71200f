"""Which moment of the past a request is for as a whole."""

import base64

import pytest

from app.web.middleware.moment_asked import moment_of, named_moment


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("1999.68k.news", ("1999", "68k.news")),
        ("199904.68k.news:8080", ("199904", "68k.news:8080")),
        ("1999-04-12.News.Lan", ("19990412", "news.lan")),
        ("68k.news", ("", "")),
        ("1999", ("", "")),
        ("1999.", ("", "")),
        ("1999.1.2.3", ("", "")),
        ("99.68k.news", ("", "")),
        ("1899.68k.news", ("", "")),
        ("199913.68k.news", ("", "")),
        ("1999.68k.news/x", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_moment_stands_before_a_name(host: str, found: tuple[str, str]) -> None:
    assert named_moment(host) == found


class Channel:
    def __init__(self, name: object) -> None:
        self.name = name

    def getsockname(self) -> object:
        return self.name


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({}, ""),
        ({"gunicorn.socket": Channel(("127.0.0.1", 8099))}, "1999"),
        ({"gunicorn.socket": Channel(("127.0.0.1", 8080))}, ""),
        ({"gunicorn.socket": Channel("/run/news/socket")}, ""),
        ({"gunicorn.socket": Channel("")}, ""),
        ({"HTTP_PROXY_AUTHORIZATION": basic("1997-01:")}, "199701"),
        ({"HTTP_PROXY_AUTHORIZATION": basic("1997:secret"), "gunicorn.socket": Channel(("::1", 8099))}, "1997"),
        ({"HTTP_PROXY_AUTHORIZATION": basic("ada:1997")}, ""),
        ({"HTTP_PROXY_AUTHORIZATION": "Basic %%%"}, ""),
        ({"HTTP_PROXY_AUTHORIZATION": "Digest 1997"}, ""),
    ],
)
def test_a_moment_comes_by_port_and_by_user(fields: dict[str, object], when: str) -> None:
    assert moment_of(fields, {8099: "1999"}, has_front=False) == when


def test_a_server_in_front_is_believed_where_there_is_one() -> None:
    fields = {"HTTP_X_AS_OF": "1998"}
    assert moment_of(fields, {}, has_front=True) == "1998"
    assert moment_of(fields, {}, has_front=False) == ""
    assert moment_of({"HTTP_X_AS_OF": "soon"}, {}, has_front=True) == ""
