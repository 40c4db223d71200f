from app.models import (
    Article,
    ArticlePicture,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Table,
)
from app.typeset.plain import plain_text
from app.typeset.profiles import UNIVERSAL

LONG = "The lamp was lit again on Sunday evening, and three fishing boats answered with their horns."
LINK = Run("lit again", "", "http://x.example/lamp?a=1&b=2")


def plain(*blocks: object, **facts: str) -> str:
    article = Article(
        url="http://x.example/",
        title=facts.get("title", "Title"),
        blocks=blocks,  # type: ignore[arg-type]
        pictures=(ArticlePicture("http://x.example/p.jpg", caption="The tower"),) if Figure(1) in blocks else (),
        byline=facts.get("byline", ""),
        date=facts.get("date", ""),
        site=facts.get("site", ""),
    )
    return plain_text(article, article.url, UNIVERSAL).decode("ascii")


def test_the_head_has_title_source_and_date() -> None:
    head = plain(title="Café – a title", site="The Gazette", byline="Ada B.", date="2024-03-27")
    assert head == "Cafe - a title\n==============\n\nThe Gazette\nAda B.\n2024-03-27\nhttp://x.example/\n"


def test_text_is_wrapped_at_72_columns_and_links_are_numbered_notes() -> None:
    found = plain(Paragraph((Run("The lamp was "), LINK, Run(" on Sunday, and again " * 5), LINK)))
    assert max(map(len, found.split("\n"))) <= 72
    assert " ".join(found.split()).count("lit again [1]") == 2
    assert "\n[1] http://x.example/lamp?a=1&b=2\n" in found


def test_every_block_has_a_form() -> None:
    found = plain(
        Heading(2, (Run("Head"),)),
        Figure(1),
        Embed("video", "The lamp", "https://www.x.example/v"),
        Quote((Paragraph((Run(LONG),)),)),
        ItemList(True, ((Paragraph((Run(LONG),)),), (Paragraph((Run("b"),)),))),
        Preformatted("10 PRINT"),
        Table(rows=(((Run("a"),), (Run("b"),)), ((Run("cc"),), (Run("d"),)))),
    )
    assert "\n\nHead\n====\n\n[picture 1: The tower]\n\n[Video: The lamp, x.example] [1]\n\n" in found
    assert "\n[1] https://www.x.example/v\n" in found
    assert (
        "\n> The lamp was lit again on Sunday evening, and three fishing boats\n> answered with their horns.\n" in found
    )
    assert (
        "\n1. The lamp was lit again on Sunday evening, and three fishing boats\n   answered with their horns.\n2. b\n"
        in found
    )
    assert "\n\n10 PRINT\n\n" in found
    assert "\n\na  | b\ncc | d\n" in found
    assert found.endswith("[picture 1] http://x.example/p.jpg\n")
