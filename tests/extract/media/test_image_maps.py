"""The links that lie on a picture."""

from app.extract.media.image_maps import MOST_AREAS, areas_of
from app.extract.parse import parse
from app.models import Run

BASE = "http://x.example/home/index.html"


def areas(body: str) -> tuple[Run, ...]:
    image = parse(f"<body>{body}</body>").find(".//img")
    assert image is not None
    return areas_of(image, BASE)


def test_areas_are_links_by_their_words_or_the_names_of_their_files() -> None:
    found = areas(
        '<IMG SRC=nav.gif USEMAP="#Nav"><MAP NAME=nav><AREA HREF="software.html" ALT="Software"><AREA HREF="a/links.html">'
        '<AREA HREF="software.html" ALT="Again"><AREA NOHREF ALT="Nothing"><AREA HREF="javascript:x()"></MAP>'
    )
    assert found == (
        Run("Software", href="http://x.example/home/software.html"),
        Run("links.html", href="http://x.example/home/a/links.html"),
    )


def test_a_map_may_hold_links_and_stand_anywhere() -> None:
    body = '<map id="m"><p><a href="/one" shape="rect" coords="0,0,1,1">One</a></p></map><img src="x.gif" usemap="m">'
    assert areas(body) == (Run("One", href="http://x.example/one"),)


def test_a_picture_without_a_map_has_no_links() -> None:
    for body in (
        "<img src=x.gif>",
        "<img src=x.gif usemap=#none>",
        "<img src=x.gif usemap=#><map><area href=/x></map>",
    ):
        assert areas(body) == ()


def test_very_many_areas_are_bounded() -> None:
    many = "".join(f"<area href=/{n}>" for n in range(500))
    assert len(areas(f"<img src=x.gif usemap=#m><map name=m>{many}</map>")) == MOST_AREAS
