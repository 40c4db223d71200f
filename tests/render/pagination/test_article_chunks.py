"""What was written for one page of an article serves the others, and nobody else's."""

from dataclasses import replace

from app.models import ArticlePicture, Block, Figure, Heading, Known, Paragraph, Run
from app.render.html.blocks import Inked
from app.render.html.links import Links
from app.render.pagination.article_chunks import Cutter, Cutters
from app.render.profiles.spec import read_spec
from app.render.template import Frame, Press
from config import ROOT

PRESS = Press(ROOT / "templates")
URL, PICTURE = "http://x.example/", "http://x.example/p.gif"
LINKS = Links("/~macplus", "/in", {URL: "abcdefghij", PICTURE: "klmnopqrst"})
BLOCKS: tuple[Block, ...] = (Heading(2, (Run("A"),)), Paragraph((Run("One. Two. " * 40),)), Figure(1))
MACPLUS, NETSCAPE = read_spec("macplus"), read_spec("netscape")


def inked(spec: str = "macplus") -> Inked:
    profile = read_spec(spec)
    return Inked(LINKS, profile, profile.charset("western"), (ArticlePicture(PICTURE),), {}, URL)


def cut(cutters: Cutters, given: Inked, blocks: tuple[Block, ...] = BLOCKS) -> Cutter:
    return cutters.cutter(Frame("68k.news", "IN", LINKS, given.profile), given, blocks)


def test_a_text_is_cut_to_the_room_that_there_is() -> None:
    cutter = cut(Cutters(PRESS), inked())
    assert len(cutter(8000)) == 3
    small = cutter(200)
    assert len(small) > 3
    assert max(chunk.size for chunk in small) <= 200
    assert [chunk.leads for chunk in small] == [True] + [False] * (len(small) - 1)


def test_what_was_cut_for_one_page_serves_the_next() -> None:
    cutters = Cutters(PRESS)
    first = cut(cutters, inked())(8000)
    assert cut(cutters, inked())(8000) is first


def test_another_text_another_profile_and_other_sizes_of_pictures_are_written_anew() -> None:
    cutters = Cutters(PRESS)
    first = cut(cutters, inked())
    assert cut(cutters, inked("netscape")) is not first
    assert cut(cutters, replace(inked(), known={PICTURE: Known(40, 30)})) is not first
    assert cut(cutters, inked(), (*BLOCKS,)) is not first


def test_a_picture_in_the_text_can_stand_behind_its_number_too() -> None:
    figure = cut(Cutters(PRESS), inked("netscape"))(8000)[-1]
    assert (figure.figure, "<img" in figure.markup, "<img" in figure.plain) == (1, True, False)
    assert cut(Cutters(PRESS), inked())(8000)[-1].figure == 0
