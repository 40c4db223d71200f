"""What a link to the front page says is the name of the site, and no headline."""

import pytest

from tests.extract.metadata.pages import PROSE, URL, meta, metadata

HOME = "https://www.gazette.example/"


@pytest.mark.parametrize(
    "logo",
    [
        '<h1 class="logo"><a href="/">The Evening Lamp</a></h1>',
        '<a href="https://www.gazette.example/" class="brand">The Evening Lamp</a>',
        '<p><a href="/index.html"><span>The Evening</span> <span>Lamp</span></a></p>',
    ],
)
def test_a_title_that_a_link_home_says_gives_way_to_the_heading_of_the_article(logo: str) -> None:
    body = f"<header>{logo}</header><article><h2>Tower moves inland</h2>{PROSE}</article>"
    head = "<title>The Evening Lamp</title>" + meta("og:title", "The Evening Lamp")
    assert metadata(head, body).title == "Tower moves inland"
    assert metadata(head, body, url=HOME).title == "The Evening Lamp"


def test_a_title_that_is_more_than_the_name_stays() -> None:
    body = f'<header><a href="/">The Evening Lamp</a></header><article><h2>How it began</h2>{PROSE}</article>'
    assert (
        metadata("<title>A history of the Evening Lamp</title>", body, url=URL).title == "A history of the Evening Lamp"
    )
    assert metadata("<title>The Evening Lamp</title>", PROSE, url=URL).title == "The Evening Lamp"
