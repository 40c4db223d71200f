"""What stands high or low says the same in a line of text: no number changes its value."""

import pytest
from lxml.etree import tostring
from lxml.html import fromstring

from app.text.superscripts import raised, spell_superscripts


def spelled(markup: str) -> str:
    root = fromstring(f"<p>{markup}</p>")
    spell_superscripts(root)
    return "".join(str(text) for text in root.itertext())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup> litres", "10⁶ litres"),
        ("25 m<sup>2</sup> and 4 km<sup>3</sup>", "25 m² and 4 km³"),
        ("5 metres<sup>2</sup>", "5 metres²"),
        ("10<sup>-3</sup> to 10<sup>−12</sup>", "10⁻³ to 10⁻¹²"),
        ("E = mc<sup>2</sup>, R<sup>2</sup> = 0.9", "E = mc², R² = 0.9"),
        ("(a+b)<sup>2</sup>", "(a+b)²"),
        ("2<sup>n</sup>, e<sup>x</sup>, x<sup>n+1</sup>, 10<sup>2.5</sup>", "2ⁿ, e^x, x^(n+1), 10^2.5"),
        ("2<sup>2<sup>3</sup></sup>", "2^(2³)"),
        ("2<sup>10</sup>4", "2^(10)4"),
        ("Ca<sup>2+</sup> and H<sub>3</sub>O<sup>+</sup>", "Ca²⁺ and H3O⁺"),
        ("<sup>14</sup>C", "¹⁴C"),
        ("<b>10</b><sup>6</sup>, 10<sup><i>6</i></sup>, <i>x<sup>2</sup></i>", "10⁶, 10⁶, x²"),
    ],
)
def test_a_power_stays_one(markup: str, text: str) -> None:
    assert spelled(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("in 1923<sup>4</sup> by a firm", "in 1923[4] by a firm"),
        ("a footnote<sup>3</sup> here", "a footnote[3] here"),
        ("the end.<sup>12</sup> Then", "the end.[12] Then"),
        ("he said”<sup>7</sup>", "he said”[7]"),
        ("a word<sup>1, 2</sup> or <i>two</i><sup>3–5</sup>", "a word[1, 2] or two^(3–5)"),
        ("a word <sup>3</sup>, then", "a word [3], then"),
        ("2<sup><a href='#fn4'>4</a></sup>", "2[4]"),
        ("x<a href='/page.html#n1'><sup>1</sup></a>", "x[1]"),
        ("a word<sup>1</sup><sup>2</sup>", "a word[1][2]"),
        ("x<sup class=ref><a href='#c'>[4]</a></sup>", "x[4]"),
        ("x<sup><a href='#1'>1</a>,<a href='#2'>2</a></sup>", "x[1],[2]"),
        ("x<sup><a href='#a'>a</a></sup><sup><a href='#b'>b</a></sup>", "x[a][b]"),
        ("x<sup><a href='#s'>*</a></sup>, y<sup>†</sup>", "x*, y†"),
        ("<sup>1</sup> Smith, 2020", "[1] Smith, 2020"),
    ],
)
def test_a_note_stands_in_brackets(markup: str, text: str) -> None:
    assert spelled(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("H<sub>2</sub>O, CO<sub>2</sub>e, Ca(OH)<sub>2</sub>, PM<sub>2.5</sub>", "H2O, CO2e, Ca(OH)2, PM2.5"),
        ("x<sub>i</sub>, x<sub>i+1</sub>, v<sub>max</sub>", "x_i, x_(i+1), v_max"),
        ("101<sub>2</sub> and x<sub>1</sub>2", "101_2 and x_(1)2"),
        ("log<sub>10</sub>1000", "log_(10)1000"),
    ],
)
def test_what_stands_low_reads_on_or_is_marked(markup: str, text: str) -> None:
    assert spelled(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("$9<sup>99</sup>, 9<sup>99</sup> €, € 9,<sup>99</sup>", "$9.99, 9.99 €, € 9,99"),
        ("1<sup>1</sup>/<sub>2</sub> cups, <sup>3</sup>&frasl;<sub>4</sub> mile", "1 1/2 cups, 3⁄4 mile"),
        ("20<sup>o</sup>C, 70<sup>0</sup>F", "20°C, 70°F"),
        (
            "1<sup>st</sup>, 5<sup>th</sup>, XIX<sup>e</sup>, M<sup>me</sup> X, n<sup>o</sup> 5",
            "1st, 5th, XIXe, Mme X, no 5",
        ),
        ("Brand<sup>TM</sup>, Name<sup>®</sup>, Product<sup>NEW</sup>", "Brand™, Name®, Product NEW"),
    ],
)
def test_prices_fractions_degrees_and_endings_are_what_they_are(markup: str, text: str) -> None:
    assert spelled(markup) == text


def test_what_is_raised_by_its_style_is_raised() -> None:
    for attribute in ("style='font-size: 8px; vertical-align: super'", "class='x superscript'"):
        assert spelled(f"10<span {attribute}>6</span> litres") == "10⁶ litres"
    assert spelled("H<span style='vertical-align:sub'>2</span>O") == "H2O"
    assert spelled("10<span style='vertical-align: supertext' class=superb>6</span>") == "106"


def test_tags_and_links_stay_and_so_does_what_is_no_script() -> None:
    root = fromstring("<p>x<sup><a href='#1'>1</a></sup> <sup></sup><sup><img src=a></sup></p>")
    spell_superscripts(root)
    assert (
        tostring(root, method="html") == b'<p>x<sup><a href="#1">[1]</a></sup> <sup></sup><sup><img src="a"></sup></p>'
    )
    long = f"<sup>{'A text in small type, which is long. ' * 3}</sup>"
    assert spelled(f"10{long}") == f"10{'A text in small type, which is long. ' * 3}"


def test_of_thousands_each_is_spelled() -> None:
    assert spelled("<b>" + "x" * 100_000 + "</b>" + "<sup>1</sup>" * 5000) == "x" * 100_000 + "[1]" * 5000
    assert spelled("y" + "<sup>7</sup>" * 5000) == "y" + "⁷" * 5000
    assert spelled("x" + "<sup>" * 150 + "7" + "</sup>" * 150).startswith("x^(")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("⁶", "6"),
        ("^6", "6"),
        ("^(n+1)", "n+1"),
        ("⁻¹²", "-12"),
        ("_i", "i"),
        ("_(i+1)", "i+1"),
        ("[4]", "[4]"),
        ("th", "th"),
        ("(a)", "(a)"),
        ("2ⁿ", "2n"),
        ("", ""),
    ],
)
def test_what_is_raised_needs_no_sign(text: str, bare: str) -> None:
    assert raised(text) == bare


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("in the deep. <sup>25</sup>For he commandeth", "in the deep. 25 For he commandeth"),
        ("<sup>24&nbsp;</sup>In ships", "²⁴ In ships"),
        ("<sup>1</sup>See Smith", "1 See Smith"),
        ("<sup>3</sup>a ship", "3 a ship"),
        ("the <sup>235</sup>U and <sup>60</sup>Co of it", "the ²³⁵U and ⁶⁰Co of it"),
        ("<sup>131</sup>I was found", "¹³¹I was found"),
    ],
)
def test_the_number_of_a_verse_or_note_before_its_words_stands_apart(markup: str, text: str) -> None:
    assert spelled(markup) == text
