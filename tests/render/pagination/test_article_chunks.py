"""What was written for one page of an article serves the others, and nobody else's."""

from dataclasses import replace

from app.models import ArticleImage, Block, Figure, Heading, ImageSize, Paragraph, Run
from app.render.html.blocks import BlockContext
from app.render.html.links import Links
from app.render.pagination.article_chunks import Chunker, Chunkers
from app.render.profiles.spec import read_spec
from app.render.template import Frame, TemplateRenderer
from config import ROOT

PRESS = TemplateRenderer(ROOT / "templates")
URL, IMAGE = "http://x.example/", "http://x.example/p.gif"
LINKS = Links("/~macplus", "/in", {URL: "abcdefghij", IMAGE: "klmnopqrst"})
BLOCKS: tuple[Block, ...] = (Heading(2, (Run("A"),)), Paragraph((Run("One. Two. " * 40),)), Figure(1))
MACPLUS, NETSCAPE = read_spec("macplus"), read_spec("netscape")


def context(spec: str = "macplus") -> BlockContext:
    profile = read_spec(spec)
    return BlockContext(LINKS, profile, profile.charset("western"), (ArticleImage(IMAGE),), {}, URL)


def cut(cutters: Chunkers, given: BlockContext, blocks: tuple[Block, ...] = BLOCKS) -> Chunker:
    return cutters.chunker(Frame("68k.news", "IN", LINKS, given.profile), given, blocks)


def test_a_text_is_cut_to_the_room_that_there_is() -> None:
    chunker = cut(Chunkers(PRESS), context())
    assert len(chunker(8000)) == 3
    small = chunker(200)
    assert len(small) > 3
    assert max(chunk.size for chunk in small) <= 200
    assert [chunk.leads for chunk in small] == [True] + [False] * (len(small) - 1)


def test_what_was_cut_for_one_page_serves_the_next() -> None:
    cutters = Chunkers(PRESS)
    first = cut(cutters, context())(8000)
    assert cut(cutters, context())(8000) is first


def test_another_text_another_profile_and_other_sizes_of_pictures_are_written_anew() -> None:
    cutters = Chunkers(PRESS)
    first = cut(cutters, context())
    assert cut(cutters, context("netscape")) is not first
    assert cut(cutters, replace(context(), sizes={IMAGE: ImageSize(40, 30)})) is not first
    assert cut(cutters, context(), (*BLOCKS,)) is not first


def test_a_picture_in_the_text_can_stand_behind_its_number_too() -> None:
    figure = cut(Chunkers(PRESS), context("netscape"))(8000)[-1]
    assert (figure.figure, "<img" in figure.markup, "<img" in figure.plain) == (1, True, False)
    assert cut(Chunkers(PRESS), context())(8000)[-1].figure == 0
