"""The pages of a picture: its words, its other sizes and formats, its parts."""

import re
from functools import cache

import pytest

from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.images import ImageView, Part, ShownImage
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from config import ROOT

IDS = {
    "http://x.example/1.jpg": "aaaaaaaaaa",
    "http://x.example/2.jpg": "bbbbbbbbbb",
    "http://x.example/me": "cccccccccc",
}
FIRST, SECOND, ARTICLE = IDS
VIEW = ImageView(FIRST, ARTICLE, 1, 2, "A tower & its crew", "", SECOND)
SHOWN = ShownImage("gif", "GIF", "", 480, 320, 9216, (("w240", "Smaller"), ("w640", "Larger")))


@cache
def pages() -> Pages:
    return Pages(ROOT / "templates")


def frame(spec: str = "universal") -> Frame:
    return Frame("68k.news", "IN", Links("", "/in", IDS), read_spec(spec))


def page(spec: str = "universal", view: ImageView = VIEW) -> str:
    return pages().images.page(frame(spec), view, SHOWN, [("jpg", "JPEG")]).body.decode()


def test_a_picture_has_its_words_its_size_and_the_way_to_its_neighbours() -> None:
    text = page()
    assert "Picture 1 of 2" in text
    assert "A tower &amp; its crew" in text
    assert re.search(r'<img src="/in/i/aaaaaaaaaa\.gif"[^>]*width="480" height="320"', text)
    assert '<a href="/in/i/bbbbbbbbbb/cccccccccc">Next picture' in text
    assert "Previous picture" not in text
    assert '<a href="/in/a/cccccccccc">&lt; Back to article</a>' in text
    for link in ("/in/i/aaaaaaaaaa/cccccccccc/w240", "/in/i/aaaaaaaaaa/cccccccccc/w640", "/in/i/aaaaaaaaaa.jpg"):
        assert f'"{link}"' in text


def test_a_picture_that_was_pasted_leads_to_the_front_page() -> None:
    text = page(view=ImageView(FIRST, "", 0, 0, "", "", ""))
    assert "Back to 68k.news IN front page" in text
    assert " of 0" not in text


@pytest.mark.parametrize("name", PROFILES)
def test_the_longest_words_have_room_in_every_profile(name: str) -> None:
    text = page(name, ImageView(FIRST, ARTICLE, 1, 2, "word " * 9000, SECOND, SECOND))
    assert len(text.encode()) <= PROFILES[name].budget
    assert "word word" in text


def test_other_dots_are_offered_where_there_are_few_colours() -> None:
    assert "/~macplus-floyd/in/i/aaaaaaaaaa/cccccccccc" in page("macplus")
    assert "/~universal-" not in page("universal")


def test_a_picture_that_cannot_be_had_says_why() -> None:
    text = pages().images.lost(frame(), VIEW, "The site refuses.").body.decode()
    assert "The site refuses." in text
    assert "<img" not in text
    assert "Back to article" in text


def test_a_part_knows_the_neighbours_that_there_are() -> None:
    assert Part(1, 1, 3, 2).neighbours == [("right", "t2x1"), ("down", "t1x2")]
    assert Part(2, 2, 3, 2).neighbours == [("left", "t1x2"), ("right", "t3x2"), ("up", "t2x1")]
    assert Part(1, 1, 1, 1).neighbours == []


def test_the_map_of_parts_shows_the_one_that_is_shown_and_those_around() -> None:
    assert Part(2, 1, 2, 2).map == [[("t1x1", False), ("t2x1", True)], [("t1x2", False), ("t2x2", False)]]
    far = Part(50, 50, 99, 99).map
    assert (len(far), len(far[0])) == (9, 9)
    assert [piece for row in far for piece, here in row if here] == ["t50x50"]


def test_a_part_is_a_page_with_its_map() -> None:
    shown = ShownImage("gif", "GIF", "t2x1", 480, 320, 9216)
    text = pages().images.part(frame(), VIEW, shown, Part(2, 1, 2, 2)).body.decode()
    assert '<img src="/in/i/aaaaaaaaaa-t2x1.gif"' in text
    assert '"/in/i/aaaaaaaaaa/cccccccccc/t1x1"' in text
