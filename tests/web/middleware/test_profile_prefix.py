from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from app.web.middleware.profile_prefix import COLLECTION, SPEC, ProfilePrefix

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def behind(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer with the path and the spec that arrive."""
    request = Request(environ)
    return Response(f"{environ['PATH_INFO']} {environ.get(SPEC)} {request.query_string.decode()}")(
        environ, start_response
    )


def collecting(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer with the path and the collection that arrive."""
    return Response(f"{environ['PATH_INFO']} {environ.get(COLLECTION)}")(environ, start_response)


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/in/world", "/in/world None"),
        ("/+abcdefgh/in/world", "/in/world abcdefgh"),
        ("/~macplus/+abcdefgh/in/", "/in/ abcdefgh"),
        ("/+abcdefgh", "/ abcdefgh"),
        ("/+abcdefgh/~macplus/in/", "/~macplus/in/ abcdefgh"),
        ("/in/+abcdefgh/", "/in/+abcdefgh/ None"),
    ],
)
def test_the_collection_is_taken_off_behind_the_profile(path: str, seen: str) -> None:
    assert Client(ProfilePrefix(collecting)).get(path).text == seen


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/", "/ None "),
        ("/in/world", "/in/world None "),
        ("/~macplus/in/world?a=1", "/in/world macplus a=1"),
        ("/~macplus/", "/ macplus "),
        ("/~macplus", "/ macplus "),
        ("/%7Emacplus-jpeg-640/a/b", "/a/b macplus-jpeg-640 "),
        ("/~/in", "/in  "),
        ("/~dos/~macplus/", "/~macplus/ dos "),
        ("/in/~macplus/", "/in/~macplus/ None "),
        ("/~dos//a", "//a dos "),
    ],
)
def test_the_profile_is_taken_off_the_path(path: str, seen: str) -> None:
    assert Client(ProfilePrefix(behind)).get(path).text == seen


def test_what_the_server_gave_is_left_as_it_was() -> None:
    environ = {"PATH_INFO": "/~dos/in"}
    seen: list[WSGIEnvironment] = []

    def keep(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        seen.append(environ)
        return []

    ProfilePrefix(keep)(environ, lambda *_: lambda _: None)
    assert environ == {"PATH_INFO": "/~dos/in"}
    assert seen == [{"PATH_INFO": "/in", SPEC: "dos"}]
