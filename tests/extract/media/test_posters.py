"""The picture that a video shows until it plays."""

import pytest

from app.extract.media.images import mark_images
from app.extract.media.posters import MOST_POSTERS, put_posters
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Article, Embed, Figure

BASE = "http://x.example/story"
TEXT = "<p>The ferry went out at noon, and nobody on board had seen such a calm sea for many a summer day.</p>" * 3


def pictures(body: str) -> list[str]:
    return [each.image.url for each in mark_images(parse(f"<html><body>{body}</body></html>"), BASE, BASE)]


@pytest.mark.parametrize(
    "video",
    [
        '<video poster="/p.jpg" src="/v.mp4"></video>',
        '<video poster="/p.jpg"><source src="/v.mp4"></video>',
        '<div><video data-poster=" /p.jpg " controls></video></div>',
        '<video-js poster="/p.jpg"></video-js>',
        '<figure><video poster="/p.jpg"></video><figcaption>At noon</figcaption></figure>',
        '<div data-poster="/p.jpg" data-video-id="7"><button>Play</button></div>',
        '<div data-poster-url="http://x.example/p.jpg"></div>',
        '<div data-poster="/q.jpg"><video poster="/p.jpg"></video></div>',
        """<video class="video-js" data-setup='{"fluid": true, "poster": "\\/p.jpg"}'></video>""",
    ],
)
def test_a_video_has_its_poster_for_a_picture(video: str) -> None:
    assert pictures(f"<article>{TEXT}{video}{TEXT}</article>") == ["http://x.example/p.jpg"]


@pytest.mark.parametrize(
    "video",
    [
        '<video src="/v.mp4"></video>',
        '<video poster="" src="/v.mp4"></video>',
        '<div data-poster="Ada"></div>',
        '<div data-poster="/posters/{id}"></div>',
        '<div data-poster="/p.jpg" style="display:none"></div>',
        '<video poster="data:image/gif;base64,R0lGODlhAQABAAAAACw="></video>',
        '<video poster="/p.jpg" style="display:none"></video>',
        '<video poster="/p.jpg" width=1 height=1></video>',
        '<nav><video poster="/p.jpg"></video></nav>',
    ],
)
def test_what_shows_nothing_has_none(video: str) -> None:
    assert pictures(f"<article>{TEXT}{video}{TEXT}</article>") == []


def test_the_words_under_a_video_stay_its_name() -> None:
    video = '<figure><video poster="/p.jpg" src="/v.mp4"></video><figcaption>The ferry at noon</figcaption></figure>'
    page = extract_page(f"<html><body><article><h1>Out</h1>{TEXT}{video}{TEXT}</article></body></html>", BASE)
    assert isinstance(page, Article)
    assert [type(block) for block in page.blocks if isinstance(block, Embed | Figure)] == [Figure, Embed]
    assert [each.title for each in page.blocks if isinstance(each, Embed)] == ["The ferry at noon"]


def test_very_many_are_bounded() -> None:
    root = parse("<body>" + "<video poster=/p.jpg></video>" * 2 * MOST_POSTERS)
    put_posters(root)
    assert len(list(root.iter("img"))) == MOST_POSTERS
