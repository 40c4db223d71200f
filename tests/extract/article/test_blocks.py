import pytest

from app.extract.article.blocks import blocks_of
from app.models import Figure, Heading, ItemList, Paragraph, Preformatted, Quote, Rule, Run, Table


def plain(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def test_paragraphs_and_inline_looks() -> None:
    assert blocks_of('<p>One <b>two <i>three</i></b> <a href="http://x.example/">four</a>.</p>') == (
        Paragraph(
            (
                Run("One "),
                Run("two ", "b"),
                Run("three", "bi"),
                Run(" "),
                Run("four", "", "http://x.example/"),
                Run("."),
            )
        ),
    )


def test_white_space_is_folded_across_elements() -> None:
    assert blocks_of("<p>  a <em> b</em>\n c </p>") == (Paragraph((Run("a "), Run("b", "i"), Run(" c"))),)


def test_a_break_is_a_line_and_two_breaks_a_paragraph() -> None:
    assert blocks_of("<div>a<br>b <br> <br>c</div>") == (plain("a\nb"), plain("c"))


def test_loose_text_between_blocks_is_a_paragraph() -> None:
    assert blocks_of("<div>a<p>b</p>c<div>d</div></div>") == (plain("a"), plain("b"), plain("c"), plain("d"))


def test_headings_have_no_bold_and_never_the_first_level() -> None:
    assert blocks_of("<h1><b>A</b></h1><h4>B</h4><h3> </h3>") == (Heading(2, (Run("A"),)), Heading(4, (Run("B"),)))


LINK, HERE = '<a href="http://x.example/">', "http://x.example/"


@pytest.mark.parametrize(
    "card", ["<h3>A</h3><p>B</p>", "<div><h3>A</h3><p>B</p></div>", "<div><div><h3>A</h3></div><p>B</p></div>"]
)
def test_the_heading_of_a_card_leads_where_the_card_does(card: str) -> None:
    assert blocks_of(f"{LINK}{card}</a><p>C</p>") == (Heading(3, (Run("A", "", HERE),)), plain("B"), plain("C"))


@pytest.mark.parametrize("card", ["<p>A</p>", "<div><div>A</div></div>"])
def test_a_small_link_around_blocks_leads_from_their_words(card: str) -> None:
    assert blocks_of(f"{LINK}{card}</a>") == (Paragraph((Run("A", "", HERE),)),)


def test_a_link_that_was_left_open_does_not_lead_from_all_that_follows() -> None:
    assert blocks_of(f"{LINK}{'<h2>A</h2><p>B</p>' * 9}</a>")[:2] == (Heading(2, (Run("A"),)), plain("B"))


def test_a_picture_inside_a_heading_stands_behind_it() -> None:
    assert blocks_of('<h2>A<figure data-n="1"></figure></h2>') == (Heading(2, (Run("A"),)), Figure(1))


def test_what_is_raised_or_lowered_is_marked() -> None:
    (found,) = blocks_of("<p>10<sup>⁶</sup> H<sub>2</sub>O x<sup><b>^n</b></sup></p>")
    assert found == Paragraph((Run("10"), Run("⁶", "u"), Run(" H"), Run("2", "s"), Run("O x"), Run("^n", "bu")))


def test_quotes_rules_and_definitions() -> None:
    assert blocks_of("<blockquote><p>a</p></blockquote><hr><dl><dt>b</dt><dd>c</dd></dl><p><q>d</q></p>") == (
        Quote((plain("a"),)),
        Rule(),
        Paragraph((Run("b", "b"),)),
        plain("c"),
        plain('"d"'),
    )


def test_preformatted_text_keeps_its_spaces_and_lines() -> None:
    assert blocks_of("<pre>\ndef f():\n\treturn 1<br>x  \n</pre>") == (Preformatted("def f():\n        return 1\nx"),)


def test_lines_of_preformatted_text_may_be_elements() -> None:
    assert blocks_of("<pre><ol><li>a</li><li>  b\n</li><li>c</li></ol></pre>") == (Preformatted("a\n  b\nc"),)


def test_a_table_of_data_stays_a_table() -> None:
    (found,) = blocks_of(
        "<table><caption>Prices</caption><tr><th>Item</th><th>Price</th></tr><tr><td>Tea</td><td>2 <b>EUR</b></td></tr></table>"
    )
    assert found == Table(
        rows=(((Run("Item"),), (Run("Price"),)), ((Run("Tea"),), (Run("2 "), Run("EUR", "b")))),
        header=True,
        caption=(Run("Prices"),),
    )


def test_a_table_for_the_layout_is_its_contents() -> None:
    assert blocks_of("<table><tr><td><p>a</p></td></tr><tr><td><p>b</p><p>c</p></td></tr></table>") == (
        plain("a"),
        plain("b"),
        plain("c"),
    )


def test_only_web_and_mail_addresses_are_links() -> None:
    for href in ("javascript:123", "data:1", "http:relative", "mailto:a@b.example?subject=x", "HTTP://X/"):
        assert blocks_of(f'<p><a href="{href}">x</a></p>') == (plain("x"),)
    assert blocks_of('<p><a href="mailto:a@b.example">x</a></p>') == (Paragraph((Run("x", "", "mailto:a@b.example"),)),)


def test_hidden_characters_come_back_as_text_and_never_as_markup() -> None:
    assert blocks_of("<p>a \ue001b\ue002 \ue000amp; c</p>") == (plain("a <b> &amp; c"),)


def test_a_heading_in_an_item_is_bold_text() -> None:
    (found,) = blocks_of("<ul><li><h3>A</h3><p>b</p></li></ul>")
    assert found == ItemList(False, ((Paragraph((Run("A", "b"),)), plain("b")),))


MENU = f"(TXT) {LINK}About</a>\n(DIR) {LINK}Soft</a>\n(DIR) {LINK}Log</a>\n(BIN) {LINK}x.lha</a>\n"


def test_lines_of_preformatted_text_that_lead_on_are_links() -> None:
    menu = [
        Run("\n") if number % 2 else Run(name, "", HERE) for number, name in enumerate("A \n B \n C \n D".split(" "))
    ]
    lines = "\n".join(f"  {LINK}{name}</a>" for name in "ABCD")
    assert blocks_of(f"<pre>   Welcome\n\n{lines}</pre>") == (plain("Welcome"), Paragraph(tuple(menu)))


@pytest.mark.parametrize("text", [MENU + "x = 1\n" * 9, f"See {LINK}About</a>\nand more"])
def test_preformatted_text_with_a_few_links_stays_as_it_is_written(text: str) -> None:
    assert [type(block) for block in blocks_of(f"<pre>{text}</pre>")] == [Preformatted]
