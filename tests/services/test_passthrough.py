import pytest

from app.models import Download
from app.services.passthrough import PACKAGED, verbatim_download
from tests.fetched import fetched
from tests.images import drawing

URL = "http://old.example/page"


def passed(content_type: str, body: bytes, charset: str = "") -> Download:
    return verbatim_download(URL, fetched(URL, content_type, body, charset, "page"))


def test_pages_and_texts_are_kept_as_utf_8() -> None:
    body = "<html><p>Привет, мир: это старая страница.</p>".encode("cp1251")
    assert passed("text/html", body, "windows-1251") == Download(
        URL, "text/html", "page", "<html><p>Привет, мир: это старая страница.</p>".encode()
    )
    assert passed("text/css", b"b { color: red }").content_type == "text/css"
    assert passed("", b"Words, and nothing but words.").content_type == "text/plain"


@pytest.mark.parametrize(
    ("declared", "kept"),
    [("image/png", "image/png"), ("text/html", "application/octet-stream"), ("", "application/octet-stream")],
)
def test_what_is_no_text_stays_as_it_came_and_never_goes_by_the_type_of_a_text(declared: str, kept: str) -> None:
    body = drawing(20, 20)
    assert passed(declared, body) == Download(URL, kept, "page", body)


def test_a_feed_keeps_its_bytes_for_it_says_its_set_itself() -> None:
    body = '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>é</title></channel></rss>'.encode("latin-1")
    assert passed("text/xml", body) == Download(URL, "application/xml", "page", body)


def test_the_packaged_hosts_are_sorted_and_each_has_its_reason() -> None:
    assert list(PACKAGED) == sorted(PACKAGED)
    assert all(PACKAGED.values())
    assert not [host for host in PACKAGED if host.startswith("www.")]
