"""The files that entries bring with them."""

import pytest

from app.models import Enclosure
from tests.feeds.written import only, rss


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ('<enclosure url="/e.mp3" type="audio/mpeg" length="5000000"/>', ("e.mp3", "audio/mpeg", 5000000, 0)),
        (
            '<enclosure url="/e.mp3" length="none"/><itunes:duration>1:02:03</itunes:duration>',
            ("e.mp3", "audio/mpeg", 0, 3723),
        ),
        ('<enclosure url="/e.ogg"/><itunes:duration>62:03</itunes:duration>', ("e.ogg", "audio/ogg", 0, 3723)),
        ('<enclosure url="/e"/><itunes:duration>300</itunes:duration>', ("e", "", 0, 300)),
        ('<enclosure url="/paper.pdf" type="Application/PDF; x=y"/>', ("paper.pdf", "application/pdf", 0, 0)),
        ('<media:content url="/v.mp4" fileSize="9000" duration="75"/>', ("v.mp4", "video/mp4", 9000, 75)),
        ('<media:group><media:content url="/v" medium="video"/></media:group>', ("v", "video/*", 0, 0)),
        ('<atom:link rel="enclosure" href="/e.mp3"/>', ("e.mp3", "audio/mpeg", 0, 0)),
        ("<enclosure> https://example.org/e.mp3 </enclosure>", ("e.mp3", "audio/mpeg", 0, 0)),
    ],
)
def test_files_of_an_item(files: str, wanted: tuple[str, str, int, int]) -> None:
    entry = only(rss(f"<item><title>One</title><link>/1</link>{files}</item>"))
    name, media_type, size, seconds = wanted
    assert entry.url == "https://example.org/1"
    assert entry.enclosures == (Enclosure(f"https://example.org/{name}", media_type, size, seconds),)


def test_pictures_of_an_item_are_no_files() -> None:
    picture = '<enclosure url="/p.jpg" type="image/jpeg" length="900"/><enclosure url="/q.png"/>'
    assert only(rss(f"<item><title>One</title><link>/1</link>{picture}</item>")).enclosures == ()
