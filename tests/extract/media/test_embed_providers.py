"""Whose player stands at an address, and where what it plays can be seen."""

import pytest

from app.extract.media.embed_providers import KINDS, RecognisedEmbed, is_service, recognised
from app.net.urls import canonical

WATCH = RecognisedEmbed("video", "https://www.youtube.com/watch?v=a1B2c3D4e5F")


@pytest.mark.parametrize(
    ("player", "seen"),
    [
        ("https://www.youtube.com/embed/a1B2c3D4e5F?rel=0", WATCH),
        ("http://m.youtube.com/watch?feature=x&v=a1B2c3D4e5F", WATCH),
        ("https://youtu.be/a1B2c3D4e5F", WATCH),
        ("https://web.archive.org/web/2013/https://www.youtube.com/embed/a1B2c3D4e5F", WATCH),
        (
            "https://archive.org/embed/tower_1997?autoplay=1",
            RecognisedEmbed("video", "https://archive.org/details/tower_1997"),
        ),
        ("https://archive.org/details/tower_1997", None),
        ("https://www.ted.example/talks/1", None),
        ("https://embed.ted.com/talks/the_tower", RecognisedEmbed("video", "https://www.ted.com/talks/the_tower")),
        ("https://giphy.com/embed/aB12", RecognisedEmbed("video", "https://giphy.com/gifs/aB12")),
        ("https://t.me/harbour/17?embed=1", RecognisedEmbed("post", "https://t.me/harbour/17")),
        ("https://x.com/keeper/status/12?s=20", RecognisedEmbed("post", "https://x.com/keeper/status/12")),
        ("https://maps.google.co.uk/maps?q=x", RecognisedEmbed("map", "https://maps.google.co.uk/maps?q=x")),
        (
            "https://www.google.de/maps/d/embed?mid=a-1",
            RecognisedEmbed("map", "https://www.google.com/maps/d/viewer?mid=a-1"),
        ),
        ("https://sea.example/@keeper/110012/embed", RecognisedEmbed("post", "https://sea.example/@keeper/110012")),
        ("https://feeds.acast.com/public/1", RecognisedEmbed("sound", "https://feeds.acast.com/public/1")),
    ],
)
def test_what_a_player_plays_is_told_from_its_address(player: str, seen: RecognisedEmbed | None) -> None:
    found = recognised(canonical(player))
    assert found == seen
    assert found is None or found.kind in KINDS


@pytest.mark.parametrize(
    "address",
    [
        "https://notyoutube.com/embed/a1B2c3D4e5F",
        "https://youtube.com.elsewhere.example/embed/a1B2c3D4e5F",
        "https://elsewhere.example/youtube.com/embed/a1B2c3D4e5F",
        "https://google.elsewhere.example/maps",
    ],
)
def test_a_host_that_only_looks_like_a_service_is_none(address: str) -> None:
    assert recognised(address) is None
    assert not is_service(address)


def test_a_service_is_known_even_where_an_address_of_it_plays_nothing() -> None:
    assert recognised("https://www.facebook.com/plugins/like.php?href=x") is None
    assert is_service("https://www.facebook.com/plugins/like.php?href=x")
    assert is_service("https://player.twitch.tv/nothing")


@pytest.mark.parametrize(
    "address", ["javascript%3Aalert(1)", "%2Fposts%2F1", "file%3A%2F%2F%2Fetc%2Fpasswd", "%00", ""]
)
def test_an_address_in_the_query_that_is_none_of_the_web_is_not_led_to(address: str) -> None:
    assert recognised(f"https://www.facebook.com/plugins/post.php?href={address}") is None
