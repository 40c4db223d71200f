import pytest

from app.extract.meaning.apart import set_apart
from tests.extract.meaning.spelled import spelled, tree


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><span>Monday</span><span>Tuesday</span></p>", "Monday Tuesday"),
        ("<li><strong>Length</strong><span>120 m</span></li>", "Length 120 m"),
        ("<li><b>Length</b><span>of ship</span></li>", "Length of ship"),
        ("<p><a href=/a>home</a><a href=/b>news</a></p>", "home news"),
        ("<p><time>26 May</time><span>5 min</span></p>", "26 May 5 min"),
        ("<p><span>120</span><span>metres</span></p>", "120 metres"),
        ("<li><span>[1]</span><span>Stone, Ships, 1950.</span></li>", "[1] Stone, Ships, 1950."),
        ('<p><span class="user">ann</span><span class="text">hello</span></p>', "ann hello"),
        ('<p><span style="display:inline-block">one</span><span>two</span></p>', "one two"),
        (
            '<li><span class="amount">200</span><span class="unit">g</span><span class="name">flour</span></li>',
            "200g flour",
        ),
        ('<p><span class="whole">9</span><span class="price-cents">50</span></p>', "9 50"),
        ('<p><span class="was">£50.00</span><span class="now">£30.00</span></p>', "£50.00 £30.00"),
        ('<li><span class="fare-cell">4.20</span><span class="fare-cell">2.10</span></li>', "4.20 2.10"),
        ("<li><span>4.20</span><span>2.10</span></li>", "4.20 2.10"),
        ('<li><span class="td1">12</span><span class="td2">9</span></li>', "12 9"),
        ('<p><span class="hw">quay</span><span class="pron">/kiː/</span><span>noun</span></p>', "quay /kiː/ noun"),
        ('<p><span class="number">1</span><span class="sense">a stone wall</span></p>', "1 a stone wall"),
        ('<p><span class="int">9</span><span class="dec">50</span></p>', "9 50"),
        ('<li><span class="amount">½</span><span class="unit">tsp</span></li>', "½ tsp"),
        ("<p><button>menu</button><span>the</span></p>", "menu the"),
        ('<p><b style="float:left">5</b><span>metres</span></p>', "5 metres"),
        ('<p>row <b style="float:left">A</b><span>metres</span></p>', "row A metres"),
        ('<p><span class="no">(2)</span><span class="text">A ferry must sail.</span></p>', "(2) A ferry must sail."),
        ("<p><b>a)</b><span>boats</span></p>", "a) boats"),
        ('<p><span class="rn">12</span>Ropes are long.</p>', "12 Ropes are long."),
        ("<p><b>1a</b>„Seile“ sind lang.</p>", "1a „Seile“ sind lang."),
        ("<p><b>1.2.</b><span>“Ferry” is a ship.</span></p>", "1.2. “Ferry” is a ship."),
        ("<p><span>(iv)</span><em>and so on</em></p>", "(iv) and so on"),
        ('<p><span class="number">98%</span><span class="label">on time</span></p>', "98% on time"),
        ('<p><span class="number">500+</span><span class="label">boats</span></p>', "500+ boats"),
        ("<table><tr><th>Fare<small>EUR</small></th></tr></table>", "Fare EUR"),
        ('<table><tr><th>Port<span class="unit">name</span></th></tr></table>', "Port name"),
        ('<p><span class="number">§ 3.</span><span class="heading">Fees</span></p>', "§ 3. Fees"),
        (
            '<p><span class="heading">Fees.</span><span class="text">The master pays.</span></p>',
            "Fees. The master pays.",
        ),
        ('<p><span class="heading">Fees.</span><span class="part">(1) All pay.</span></p>', "Fees. (1) All pay."),
    ],
)
def test_words_that_a_style_sheet_sets_apart_are_apart(markup: str, text: str) -> None:
    assert spelled(markup, set_apart) == text


@pytest.mark.parametrize(
    "markup",
    [
        '<p><span class="dropcap">T</span><span>he ferry</span></p>',
        '<p><span class="name">Node.</span><span class="end">js</span></p>',
        '<dt><span class="prename">harbour.crane.</span><span class="name">Crane</span></dt>',
        "<p><span>Fees.</span><span>The</span></p>",
        "<table><tr><th>N<small>o</small></th></tr></table>",
        "<table><tr><th>Fer<span>ri</span>es</th></tr></table>",
        "<table><tr><td>Ferr<span>ies</span></td></tr></table>",
        '<p><span class="century">20</span><span class="year">25</span></p>',
        "<p><span>1</span><span>9</span><span>7</span></p>",
        "<p><span>and</span><span>/or</span></p>",
        '<p><span class="letter">g</span><span class="letter">old</span></p>',
        '<p><span style="float:left;font-size:60px">N</span><span class="sc">OBODY</span></p>',
        '<p><b style="float: left">T</b><i>he</i></p>',
        "<p>the <b>ferr</b><span>ies</span> of</p>",
        '<p><span class="c1">ferr</span><span class="c2">ies</span></p>',
        "<p><b>F</b><i>erry</i></p>",
        "<p><span>5</span><span>th</span></p>",
        "<p><span>19</span><span>23</span></p>",
        "<p><span>H</span><sub>2</sub><span>O</span></p>",
        "<p><span>MP</span><span>3</span></p>",
        "<p><b>3</b>D and <b>4</b>K</p>",
        "<p>of <b>12</b>Ropes</p>",
        "<p><b>1</b>st of May</p>",
        "<pre><span>let</span><span>X</span></pre>",
        "<p><code><span>camel</span><span>Case</span></code></p>",
        "<p><span>end.</span><span>Begin</span></p>",
    ],
)
def test_parts_of_a_word_stay_together(markup: str) -> None:
    assert spelled(markup, set_apart) == spelled(markup, lambda root: None)


def test_elements_that_are_shown_as_blocks_are_lines() -> None:
    body = tree('<p>a <span style="display: block">b</span><span class="d-block">c</span> d</p>', set_apart)
    assert [each.tag for each in body[0]] == ["br", "span", "br", "span", "br"]


def test_parts_that_are_named_paragraphs_are_lines() -> None:
    body = tree('<p><span class="p">One.</span><span class="p">Two.</span></p>', set_apart)
    assert [each.tag for each in body[0]].count("br") >= 1


def test_keys_that_are_pressed_together_are_keys_of_their_own() -> None:
    assert spelled("<p>Press <kbd>Ctrl</kbd><kbd>C</kbd> now</p>", set_apart) == "Press Ctrl C now"
