"""A film by oEmbed, by its page and by its captions, over a real origin: whatever fails is left out."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from app.adapters import youtube
from app.adapters.table import led_to_at
from app.models import Paragraph, text_of
from config import Settings
from tests.adapters.test_table import FILM
from tests.origin import Origin
from tests.services.test_adapted_reader import reader, text

URL = "https://www.youtube.com/watch?v=a1B2c3D4e5F"
PAGE, OEMBED, CAPTIONS = "/watch", "/oembed", "/api/timedtext"
TRACK = "https://www.youtube.com/api/timedtext?v=a1B2c3D4e5F&ei=x&signature=AB.CD&key=yt8"
PLAYER: dict[str, Any] = {
    "playabilityStatus": {"status": "OK"},
    "streamingData": {"formats": [{"url": "https://rr1.googlevideo.example/videoplayback"}]},
    "captions": {
        "playerCaptionsTracklistRenderer": {
            "captionTracks": [
                {"baseUrl": f"{TRACK}&kind=asr&lang=en", "languageCode": "en", "kind": "asr"},
                {"baseUrl": f"{TRACK}&lang=de", "languageCode": "de"},
                {"baseUrl": f"{TRACK}&lang=en", "languageCode": "en"},
            ]
        }
    },
    "videoDetails": {
        "videoId": "a1B2c3D4e5F",
        "title": "The tower moves",
        "lengthSeconds": "754",
        "author": "Harbour Films",
        "shortDescription": "It took a week.\nIn March.\n\nMore: https://harbour.example/tower?a=1&b=2.",
        "thumbnail": {"thumbnails": [{"url": "https://i.ytimg.com/vi/a/small.jpg"}, {"url": "https://i.ytimg.com/vi/a/big.jpg"}]},
    },
    "microformat": {"playerMicroformatRenderer": {"publishDate": "2024-03-27T03:00:09-07:00"}},
}  # fmt: skip
SPOKEN = {"events": [{"tStartMs": 0, "dDurationMs": 2000, "segs": [{"utf8": "Here it goes."}]}]}


def page_of(player: object) -> str:
    """Return a page as films have it: scripts, and in one of them what the player is told."""
    said = json.dumps(player).replace("<", "\\u003c")
    return (
        "<!DOCTYPE html><html><head><title>The tower moves - YouTube</title><script>var ytcfg={};</script></head><body>"
        f'<script nonce="x">var ytInitialPlayerResponse = {said};var meta = document.createElement("meta");</script>'
        '<div id="player"></div><script>var ytInitialData = {"contents": "' + "x" * 5000 + '"};</script></body></html>'
    )


def serve(origin: Origin, player: object = PLAYER) -> None:
    origin.serve(OEMBED, json.dumps(FILM), "application/json")
    origin.serve(PAGE, page_of(player))
    origin.serve(CAPTIONS, json.dumps(SPOKEN), "application/json")


@pytest.fixture
def shown(settings: Settings, origin: Origin) -> Callable[..., str]:
    def page(**changes: object) -> str:
        browser: FlaskClient = reader(settings, origin, "youtube", HOST_PER_SECOND=1000, **changes)
        return text(browser, URL)

    return page


def test_a_film_has_its_length_day_description_and_what_is_said(shown: Callable[..., str], origin: Origin) -> None:
    serve(origin)
    page = shown()
    parts = ["The tower moves", "By Harbour Films", "YouTube, 12:34", "27 March 2024", "It took a week.", "In March.",
             ">https://harbour.example/tower?a=1&amp;b=2</a>.", "Captions", "Here it goes."]  # fmt: skip
    places = [page.index(each) for each in parts]
    assert places == sorted(places)
    assert "[1]" in page


def test_captions_are_those_of_people_in_the_language_that_is_spoken(shown: Callable[..., str], origin: Origin) -> None:
    serve(origin)
    shown()
    asked = [each.target for each in origin.requests if each.path == CAPTIONS]
    assert asked == ["/api/timedtext?v=a1B2c3D4e5F&ei=x&signature=AB.CD&key=yt8&lang=en&fmt=json3"]


FAILING = [("", 200), ("<h1>Sign in</h1>", 200), ("gone", 404), ("busy", 429), ("x", 503), ("{}", 200), ("[[[", 200)]


@pytest.mark.parametrize(("body", "status"), FAILING)
def test_without_oembed_the_page_is_enough(shown: Callable[..., str], origin: Origin, body: str, status: int) -> None:
    serve(origin)
    origin.serve(OEMBED, body, "application/json", status)
    page = shown()
    assert "By Harbour Films" in page
    assert "YouTube, 12:34" in page
    assert "Here it goes." in page
    assert "[1]" in page


@pytest.mark.parametrize(("body", "status"), FAILING)
def test_without_the_page_oembed_is_enough(shown: Callable[..., str], origin: Origin, body: str, status: int) -> None:
    serve(origin)
    origin.serve(PAGE, body, "text/html", status)
    page = shown()
    assert "The tower moves" in page
    assert "By Harbour Films" in page
    assert "| YouTube" in page
    assert "Captions" not in page
    assert origin.hits(CAPTIONS) == 0


@pytest.mark.parametrize(("body", "status"), FAILING)
def test_without_captions_the_rest_stands(shown: Callable[..., str], origin: Origin, body: str, status: int) -> None:
    serve(origin)
    origin.serve(CAPTIONS, body, "application/json", status)
    page = shown()
    assert "It took a week." in page
    assert "Captions" not in page


@pytest.mark.parametrize(("body", "status"), FAILING)
def test_where_all_fail_no_article_is_made_of_it(settings: Settings, origin: Origin, body: str, status: int) -> None:
    for path in (OEMBED, PAGE):
        origin.serve(path, body, "text/html", status)
    browser = reader(settings, origin, "youtube", HOST_PER_SECOND=1000)
    answer = browser.get("/read", query_string={"url": URL})
    assert answer.status_code >= 400
    assert origin.hits(CAPTIONS) == 0


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/api/timedtext?v=1", "http://127.0.0.1:9/api/timedtext?v=1", "https://www.youtube.com/logout?a=1",
     "//evil.example/api/timedtext?v=1", "https://www.youtube.com.evil.example/api/timedtext?v=1", "/api/timedtext", "", "x",
     "https://www.youtube.com:81/api/timedtext?v=1", "https://a@www.youtube.com/api/timedtext?v=1", "http://[/api/timedtext?v=1"],
)  # fmt: skip
def test_captions_on_another_host_are_not_asked_for(address: str) -> None:
    tracks = {"playerCaptionsTracklistRenderer": {"captionTracks": [{"baseUrl": address, "languageCode": "en"}]}}
    bodies = [b"", json.dumps({**PLAYER, "captions": tracks}).encode()]
    assert led_to_at("youtube", URL, bodies, "") == ()


def test_captions_are_asked_for_where_the_adapter_asks() -> None:
    bodies = [b"", json.dumps(PLAYER).encode()]
    (usual,) = led_to_at("youtube", URL, bodies, "")
    (other,) = led_to_at("youtube", URL, bodies, "https://mirror.example")
    assert usual.startswith("https://www.youtube.com/api/timedtext?v=")
    assert other.startswith("https://mirror.example/api/timedtext?v=")


@pytest.mark.parametrize("tracks", [None, 7, [7], [{}], [{"baseUrl": 7}], [{"baseUrl": [], "kind": {}}]])
def test_tracks_that_make_no_sense_are_none(tracks: object) -> None:
    player = {**PLAYER, "captions": {"playerCaptionsTracklistRenderer": {"captionTracks": tracks}}}
    assert led_to_at("youtube", URL, [b"", json.dumps(player).encode()], "") == ()


def test_of_a_page_its_data_alone_is_kept() -> None:
    page = page_of(PLAYER).encode()
    kept = youtube.data_alone(page)
    assert len(kept) < len(page) - 5000
    assert youtube.parsed(kept) == PLAYER
    assert youtube.data_alone(b"<p>Another</p>") == b"<p>Another</p>"
    assert youtube.parsed(
        b"var ytInitialPlayerResponse = {" + b'{"a":' * 100_000
    ) == "var ytInitialPlayerResponse = {" + ('{"a":' * 100_000)


@pytest.mark.parametrize(
    ("seconds", "said"), [("754", ", 12:34"), ("3723", ", 1:02:03"), ("7", ", 0:07"), ("0", ""), ("-5", ""), ("x", ""), (None, ""), ("9" * 6, "")]
)  # fmt: skip
def test_a_length_is_said_as_players_say_it(seconds: str | None, said: str) -> None:
    player = {**PLAYER, "videoDetails": {**PLAYER["videoDetails"], "lengthSeconds": seconds}}
    found = youtube.article({"id": "a1B2c3D4e5F", "url": URL}, [FILM, player])
    assert found.site == f"YouTube{said}"


def test_a_description_keeps_its_lines_and_links_its_addresses() -> None:
    found = youtube.article({"id": "a1B2c3D4e5F", "url": URL}, ["", PLAYER])
    first, second = (each for each in found.blocks if isinstance(each, Paragraph))
    assert text_of(first) == "It took a week.\nIn March."
    assert [run.href for run in second.runs] == ["", "https://harbour.example/tower?a=1&b=2", ""]
    assert found.images[0].url == "https://i.ytimg.com/vi/a/big.jpg"
    assert found.date == "2024-03-27"
