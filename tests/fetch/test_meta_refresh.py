"""Pages that send a browser on."""

import time

import pytest

from app.fetch.meta_refresh import HEAD_BYTES, refresh_target

URL = "http://example.org/a/page"


def refresh(content: str) -> str:
    return f'<meta http-equiv="refresh" content="{content}">'


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        (refresh("0;url=/new"), "http://example.org/new"),
        (refresh("0; URL='new?a=1&amp;b=2'"), "http://example.org/a/new?a=1&b=2"),
        (refresh("5,http://example.net/"), "http://example.net/"),
        (refresh("1.5 ; url = /new"), "http://example.org/new"),
        ("<META CONTENT='0; url=/new' HTTP-EQUIV=Refresh>", "http://example.org/new"),
        (refresh("0"), ""),
        (refresh("6;url=/new"), ""),
        (refresh("300"), ""),
        (refresh("0;url=/a/page#top"), ""),
        (refresh("0;url=javascript:alert(1)"), ""),
        (refresh("0;url=file:///etc/passwd"), ""),
        ("<p>A refresh of the page</p>", ""),
        (f"<!-- {refresh('0;url=/new')} -->", ""),
        (f"<script>'{refresh('0;url=/new')}'</script>", ""),
        (f"<!-- {refresh('0;url=/new')}", ""),
        (
            f"<noscript>{refresh('0;url=/plain')}</noscript><script>{'x' * 900}</script><p>Loading</p>",
            "http://example.org/plain",
        ),
        (f"<noscript>{refresh('0;url=/plain')}</noscript><p>{'Words ' * 100}</p>", ""),
        (f"<noscript>{refresh('0;url=/plain')}</noscript>{refresh('0;url=/new')}", "http://example.org/new"),
        ("x" * HEAD_BYTES + refresh("0;url=/new"), ""),
    ],
)
def test_a_refresh_is_followed_where_it_means_go_on(markup: str, target: str) -> None:
    assert refresh_target(markup.encode(), URL) == target


@pytest.mark.parametrize(
    "piece",
    [
        "<meta http-equiv=refresh ",
        "<!--refresh",
        "<script>refresh",
        "<noscript>refresh",
        "refresh <",
        "<meta content='0" + " " * 900,
    ],
)
def test_a_hostile_head_takes_bounded_time(piece: str) -> None:
    started = time.monotonic()
    assert refresh_target(piece.encode() * 6000, URL) == ""
    assert refresh_target(b"<meta http-equiv=refresh content='0" + b" " * HEAD_BYTES, URL) == ""
    assert time.monotonic() - started < 5
