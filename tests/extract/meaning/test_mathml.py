import pytest
from lxml.html import fragment_fromstring

from app.extract.meaning.mathml import mathml_line

ROOTS = (
    "<mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>-</mo>"
    "<mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>"
)
MATRIX = (
    "<mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
    "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>)</mo>"
)
SUM = "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E = mc^2"),
        ("<mfrac><mn>3</mn><mn>4</mn></mfrac>", "3/4"),
        ("<mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "1 1/2"),
        ("<msqrt><mn>2</mn></msqrt>", "sqrt(2)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "(x)^(1/3)"),
        (ROOTS, "x = (-b ± sqrt(b^2 - 4ac))/(2a)"),
        (SUM, "sum_(i = 1)^n i"),
        (MATRIX, "(a, b; c, d)"),
        ("<mn>2</mn><mi>π</mi><mi>r</mi>", "2 pi r"),
        ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi>", "sin x"),
        ("<msup><mi>sin</mi><mn>2</mn></msup><mo>\u2061</mo><mi>x</mi>", "sin^2 x"),
        ("<msub><mi>x</mi><mi>i</mi></msub><mo>∈</mo><mi>A</mi>", "x_i in A"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "bar(x)"),
        ("<msup><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>", "(a + b)^2"),
        ("<mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>14</mn></mmultiscripts>", "_6^14C"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
        ("<mi>a</mi><mtext>if</mtext><mi>b</mi>", "a if b"),
        ("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", "n choose k"),
        ("<mi>f</mi><mo>′</mo><mphantom><mi>g</mi></mphantom>", "f′"),
        (
            "<semantics><mrow><mi>a</mi></mrow><annotation encoding=application/x-tex>b</annotation></semantics>",
            "a",
        ),
        ("<semantics><apply></apply><annotation encoding=application/x-tex>a^{2}</annotation></semantics>", "a^2"),
    ],
)
def test_a_formula_is_read_as_a_line(markup: str, text: str) -> None:
    assert mathml_line(fragment_fromstring(f"<math>{markup}</math>")) == text


def test_names_with_the_prefix_of_publishers_are_known() -> None:
    math = fragment_fromstring("<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac></mml:math>")
    assert mathml_line(math) == "a/b"


def test_its_own_words_stand_for_a_formula_without_presentation() -> None:
    assert mathml_line(fragment_fromstring('<math alttext="x^{2}"></math>')) == "x^2"
