"""What a publisher calls itself, from the title of its feed."""

import pytest

from app.news.publishers import publisher_name


@pytest.mark.parametrize(
    ("title", "host", "name"),
    [
        ("The Valley Post", "valleypost.example", "The Valley Post"),
        ("World news | The Valley Post", "www.valleypost.example", "The Valley Post"),
        ("The Valley Post - Latest headlines", "valleypost.example", "The Valley Post"),
        ("Valley Post RSS Feed", "valleypost.example", "Valley Post"),
        ("Home page » VALLEY POST » World", "valleypost.example", "VALLEY POST"),
        ("VPN News", "vpn.example", "VPN News"),
        ("Süd-Anzeiger: Politik", "suedanzeiger.example", "suedanzeiger.example"),
        ("Tal-Anzeiger: Politik", "tal-anzeiger.example", "Tal-Anzeiger"),
        ("Latest", "valleypost.example", "valleypost.example"),
        ("VP - Latest", "vp.example", "VP"),
        ("The | Latest", "valleypost.example", "valleypost.example"),
        ("Valetta today", "valleypost.example", "Valetta today"),
        ("", "feeds.valleypost.example", "feeds.valleypost.example"),
        ("Politics | V", "valleypost.example", "valleypost.example"),
    ],
)
def test_the_name_is_the_part_of_the_title_that_the_host_confirms(title: str, host: str, name: str) -> None:
    assert publisher_name(title, f"https://{host}/rss.xml") == name


def test_of_several_parts_that_fit_the_longest_counts() -> None:
    assert publisher_name("Valley | Valley Post", "https://valleypost.example/") == "Valley Post"


def test_a_name_has_room_in_a_line() -> None:
    assert len(publisher_name("Valley " + "Post " * 50, "https://valley" + "post" * 12 + ".example/")) <= 40
