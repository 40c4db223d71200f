from app.extract.article.places import settle_places
from app.models import Heading, ItemList, Paragraph, Quote, Run, Table
from tests.extract.reading import extract_article

TO, AT = Run("to", href="#1"), Run("at", name="1")


def test_links_and_places_that_belong_together_stay_wherever_they_stand() -> None:
    for block in (
        Paragraph((AT,)),
        Heading(2, (AT,)),
        Quote((Paragraph((AT,)),)),
        ItemList(True, ((Paragraph((AT,)),),), (3,), "a"),
        Table((((AT,),),)),
        Table((((Run("x"),),),), caption=(AT,)),
    ):
        blocks = (Paragraph((TO,)), block)
        assert settle_places(blocks) == blocks


def test_a_link_to_a_place_that_is_gone_is_text() -> None:
    assert settle_places((Paragraph((TO,)),)) == (Paragraph((Run("to"),)),)


def test_a_place_that_nothing_leads_to_is_text() -> None:
    assert settle_places((Paragraph((AT, Run("b", href="http://x.example/"))),)) == (
        Paragraph((Run("at"), Run("b", href="http://x.example/"))),
    )


TEXT = "".join(
    f"<p>Sentence {number}: the council agreed that the old ferry, which carries people over the bay, will be mended.</p>"
    for number in range(6)
)


def test_notes_of_an_article_are_led_to() -> None:
    page = (
        f'<title>Ferry</title><article>{TEXT}<p>It was old<sup><a href="#n1">1</a></sup> by then.</p>{TEXT}'
        '<ol><li id="n1">Built in 1923 &amp; <b>later</b>. <a href="#r1">back</a></li></ol></article>'
    )
    article = extract_article(page, "http://x.example/a")
    assert article.blocks[6] == Paragraph((Run("It was old"), Run("[1]", "u", "#1"), Run(" by then.")))
    item = Paragraph((Run("Built in 1923 & ", name="1"), Run("later", "b"), Run(".")))
    assert article.blocks[-1] == ItemList(True, ((item,),))


def test_a_place_in_code_and_in_a_table_leaves_no_sign() -> None:
    page = (
        f'<title>Ferry</title><article><p><a href="#a">a</a> and <a href="#b">b</a></p>{TEXT}<pre id="a">code</pre>'
        f'<table><tr><td id="b">1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>{TEXT}</article>'
    )
    blocks = extract_article(page, "http://x.example/a").blocks
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows[0][0] == (Run("1", name="2"),)
    assert blocks[0] == Paragraph((Run("a and "), Run("b", href="#2")))
