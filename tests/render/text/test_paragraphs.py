"""The text of an article without marks."""

from app.models import (
    Article,
    ArticleImage,
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
from app.render.text.paragraphs import paragraphs_of


def test_every_block_with_text_is_a_paragraph_or_several() -> None:
    def text(words: str) -> tuple[Run, ...]:
        return (Run(words[:3], "b"), Run(words[3:]))

    blocks = (
        Heading(2, text("Heading")),
        Paragraph(text("Line one\nline two")),
        Figure(1),
        Figure(2),
        Rule(),
        Quote((Paragraph(text("Quoted")),)),
        ItemList(True, ((Paragraph(text("First")), Paragraph(text("more"))), ())),
        ItemList(False, ((Paragraph(text("Plain")),),)),
        Table(((text("Pier"), text("East")),), False, text("A table")),
        Preformatted("a\nb"),
        Embed("video", "Waves", "http://x.example/v"),
        Form("http://x.example/f"),
    )
    images = (ArticleImage("http://x.example/1", "A tower"), ArticleImage("http://x.example/2"))
    article = Article("http://x.example/", "Title", blocks, images)
    assert list(paragraphs_of(article, blocks)) == [
        "Heading",
        "Line one",
        "line two",
        "[1: A tower]",
        "[2]",
        "Quoted",
        "1. First",
        "more",
        "2. ",
        "* Plain",
        "A table",
        "Pier | East",
        "a",
        "b",
        "[Video: Waves, x.example]",
    ]
