"""Articles as gemtext, and what nobody can make of it."""

import pytest

from app.models import (
    Article,
    ArticleImage,
    Block,
    Embed,
    Figure,
    Form,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
)
from app.render.language import ENGLISH, language
from app.render.text.gemtext import Gemtext, Line, heading, link, page, preformatted

IMAGES = (ArticleImage("http://x.example/1.jpg", "The tower"), ArticleImage("http://x.example/2.jpg", "", "A ferry"))


def text(words: str, **more: str) -> Paragraph:
    return Paragraph((Run(words, **more),))


def written(*blocks: Block) -> str:
    """Return blocks as a page."""
    article = Article("http://x.example/", "Tide", blocks, IMAGES)
    writer = Gemtext(article, ENGLISH, lambda url: f"/a/{url[-1]}", lambda url: f"/g/{url[-5]}.jpg")
    return page(writer.blocks(blocks))


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (text("Tide\ncomes"), "Tide\ncomes\n"),
        (Heading(2, (Run("Tide"),)), "## Tide\n"),
        (Heading(6, (Run("Tide"),)), "### Tide\n"),
        (Preformatted("a\n  b\tc"), "```\na\n  b     c\n```\n"),
        (Rule(), "---\n"),
        (Figure(1), "=> /g/1.jpg Picture 1: The tower\n"),
        (Figure(2), "=> /g/2.jpg Picture 2: A ferry\n"),
        (Embed("video", "Tide", "http://v.example/1"), "=> http://v.example/1 Video: Tide (v.example)\n"),
        (Form("http://x.example/f"), "=> http://x.example/f Form (x.example)\n"),
        (Quote((text("So\nit is."), text("Yes."))), "> So\n> it is.\n\n> Yes.\n"),
        (ItemList(False, ((text("one"),), (text("two"), text("more")))), "* one\n* two\nmore\n"),
        (ItemList(True, ((text("one"),), (text("two"),)), (3, 4)), "* 3. one\n* 4. two\n"),
        (
            ItemList(False, ((text("one"), ItemList(False, ((text("in it"), text("more")),))), (text("two"),))),
            "* one\n* \u203a in it\n\u203a more\n* two\n",
        ),
        (ItemList(False, ((Figure(1),),)), "=> /g/1.jpg Picture 1: The tower\n"),
        (
            Table((((Run("a"),), (Run("bc"),)), ((Run("1"),), (Run("2"),))), True, (Run("Tides"),)),
            "``` Tides\na | bc\n--+---\n1 | 2\n```\n",
        ),
        (
            Table((((Run("a"),), (Run("b"),)), ((Run("x" * 60),), (Run("y" * 60),))), True),
            f"* a: {'x' * 60}; b: {'y' * 60}\n",
        ),
    ],
)
def test_a_block_is_written_as_its_lines(block: Block, lines: str) -> None:
    assert written(block) == lines


def test_links_stand_under_their_paragraph_each_once() -> None:
    runs = (
        Run("See "),
        Run("the ", href="http://x.example/b"),
        Run("tide", "i", "http://x.example/b"),
        Run(" and "),
        Run("mail", href="mailto:a@x.example"),
        Run("1", "u", "#1"),
    )
    assert written(Paragraph(runs)) == "See the tide and mail1\n=> /a/b the tide\n=> /a/e mail\n"
    assert written(Heading(2, runs[1:2])) == "## the\n=> /a/b the\n"
    assert written(Table(((runs[1:2], ()),))).endswith("```\n=> /a/b the\n")


@pytest.mark.parametrize(
    "hostile",
    [
        "=> gemini://evil.example/ Back",
        "=>gemini://evil.example/",
        "=: gemini://evil.example/",
        "# Heading",
        "### Heading",
        "* item",
        "> quote",
        "``` ",
        "```",
        "  => x",
        "\x00=> x",
        "\u200b=> x",
        "\ufeff# x",
        "\x1b=> x",
        "\u2028=> x",
        "a\r=> x",
        "a\x85=> x",
        "a\u2028=> x",
        "a\x0b=> x",
        "a\x0c# x",
        "a\n=> x",
        "a\n```\nb",
    ],
)
def test_no_text_is_a_line_of_another_kind(hostile: str) -> None:
    for block in (text(hostile), Quote((text(hostile),)), ItemList(False, ((text(hostile),),))):
        lines = written(block, text("after")).split("\n")
        assert not any(line.startswith(("=>", "=:", "```", "#")) for line in lines)
        if isinstance(block, Paragraph):
            assert not any(line.startswith(("*", ">")) for line in lines)
    assert all(len(each.splitlines()) <= 1 for each in written(text(hostile)).split("\n"))


def test_nothing_ends_what_is_preformatted_or_a_line_that_leads_on() -> None:
    lines = written(Preformatted("a\n```\n=> b\r```\u2028```")).split("\n")
    assert lines == ["```", "a", " ```", "=> b", " ```", " ```", "```", ""]
    assert str(link("/a\r\n=> b", "One\n=> two")) == "=> /a=>b One => two"
    assert str(heading(1, "One\n# two")) == "# One # two"
    assert [str(each) for each in preformatted(["x"], "a\n```")] == ["``` a ```", "x", "```"]
    assert written(Figure(1)).count("\n") == 1


def test_empty_lines_stand_alone_and_none_first_or_last() -> None:
    assert page([Line(), Line("", "a"), Line(), Line(), Line("", ""), Line("", "b"), Line(), Line()]) == "a\n\nb\n"


def test_pictures_that_stand_nowhere_are_told_apart() -> None:
    article = Article("http://x.example/", "Tide", (Figure(2),), IMAGES)
    writer = Gemtext(article, language("de"), str, str)
    assert next(map(str, writer.blocks(article.blocks))) == "=> http://x.example/2.jpg Bild 2: A ferry"
    assert [str(line) for line in writer.others()] == ["=> http://x.example/1.jpg Bild 1: The tower"]
