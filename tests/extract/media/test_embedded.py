"""Pictures whose file stands in the page."""

import base64
from urllib.parse import quote

import pytest
from lxml.html import HtmlElement

from app.extract.media.embedded import MAX_BYTES, address_of, embedded_file
from app.extract.parse import parse

PHOTO = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 20
SMALL = PHOTO[:600]
CHART = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/><path d="M0 0"/><text>Fares</text></svg>'


def image(source: str, more: str = "") -> HtmlElement:
    found = parse(f'<body><img src="{source}" {more}></body>').find(".//img")
    assert found is not None
    return found


def data(body: bytes, kind: str = "image/jpeg") -> str:
    return f"data:{kind};base64,{base64.b64encode(body).decode()}"


def test_a_file_in_base64_or_percent_codes_is_read() -> None:
    assert embedded_file(image(data(PHOTO))) == PHOTO
    assert embedded_file(image(data(PHOTO).rstrip("="))) == PHOTO
    assert embedded_file(image(f"data:image/svg+xml;charset=utf-8,{quote(CHART)}")) == CHART.encode()


def test_a_small_file_counts_where_the_tag_gives_it_some_size() -> None:
    assert embedded_file(image(data(SMALL))) == b""
    assert embedded_file(image(data(SMALL), 'width="120" height="90"')) == SMALL


@pytest.mark.parametrize(
    "source",
    [
        "picture.jpg",
        "",
        "data:text/html;base64,AAAA",
        data(PHOTO, "application/pdf"),
        "data:image/png;base64,!!!!" + "x" * 9000,
        "data:image/svg+xml,%3Csvg viewBox='0 0 800 600'%3E%3C/svg%3E",
        f"data:image/svg+xml,{quote(CHART.replace('<rect', '<filter><feGaussianBlur/></filter><rect'))}",
        data(PHOTO + b"x" * MAX_BYTES),
    ],
)
def test_stand_ins_and_what_is_no_picture_give_nothing(source: str) -> None:
    assert embedded_file(image(source)) == b""


def test_a_file_has_an_address_of_its_own_on_its_page() -> None:
    page = "http://x.example/story"
    assert address_of(PHOTO, page).startswith(f"{page}#picture-")
    assert address_of(PHOTO, page) == address_of(PHOTO, page) != address_of(SMALL, page)
