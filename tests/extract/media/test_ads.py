"""What of a page's frames and players no reader misses."""

import pytest

from app.extract.media.ads import is_hidden, is_junk
from app.extract.parse import parse


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("hidden", True),
        ('style="display: none"', True),
        ('style="color: red; VISIBILITY : HIDDEN"', True),
        ('style="width:0;height:0"', True),
        ('style="height: 1px !important"', True),
        ('width="0" height="0"', True),
        ('width="1" height="1"', True),
        ('width="300" height="15"', True),
        ('width="300" height="30"', False),
        ('width="300" height="250"', False),
        ('width="100%"', False),
        ('style="max-width: 100%; height: 10em"', False),
        ("", False),
    ],
)
def test_a_frame_that_nobody_sees_is_known_by_its_tag(attributes: str, hidden: bool) -> None:
    frame = parse(f"<body><iframe {attributes}></iframe></body>").find(".//iframe")
    assert is_hidden(frame) is hidden


@pytest.mark.parametrize(
    ("address", "attributes", "junk"),
    [
        ("https://ads.example/x", "", True),
        ("https://cdn.example/adserver/x", "", True),
        ("https://x.example/frame?type=banner", "", True),
        ("https://newsletter.example/form", "", True),
        ("https://x.example/share-button/1", "", True),
        ("https://x.example/frame", 'class="ad-slot"', True),
        ("https://x.example/frame", 'id="google_ads_iframe_7"', True),
        ("https://x.example/frame", 'title="Comments"', True),
        ("https://x.example/frame", 'class="shadow loaded"', False),
        ("https://x.example/video/7", 'title="The lamp goes down"', False),
        ("https://broadsheet.example/tower", "", False),
        ("https://x.example/made-in-adelaide", "", False),
    ],
)
def test_ads_and_parts_of_the_site_are_known_by_whole_words(address: str, attributes: str, junk: bool) -> None:
    frame = parse(f"<body><iframe {attributes}></iframe></body>").find(".//iframe")
    assert is_junk(frame, address) is junk
