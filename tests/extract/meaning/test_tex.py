import pytest

from app.extract.meaning.tex import tex_line


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"E=mc^{2}", "E=mc^2"),
        (r"x^2+y^2=z^2", "x^2+y^2=z^2"),
        (r"{\displaystyle E=mc^{2}}", "E=mc^2"),
        (r"\frac{3}{4}", "3/4"),
        (r"\frac12", "1/2"),
        (r"\dfrac{a+b}{2c}", "(a+b)/(2c)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\sqrt{2}", "sqrt(2)"),
        (r"\sqrt[3]{x+1}", "(x+1)^(1/3)"),
        (r"\sum_{i=1}^{n} i^2", "sum_(i=1)^n i^2"),
        (r"\int_0^\infty e^{-x^2}\,dx", "int_0^∞ e^(-x^2) dx"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
        (r"f(x)=\begin{cases} 1 & \text{if } x>0 \\ 0 & x=0 \end{cases}", "f(x)={1 if x>0; 0 x=0}"),
        (r"2\pi r", "2 pi r"),
        (r"x^\alpha", "x^alpha"),
        (r"\left(1+\frac{r}{n}\right)^{nt}", "(1+r/n)^nt"),
        (r"{x+y}^2", "(x+y)^2"),
        (r"x_{i+1}^2", "x_(i+1)^2"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\vec{v}\cdot\hat{w}", "vec(v)·hat(w)"),
        (r"\forall x\in\mathbb{R}", "for all x in R"),
        (r"f'(x) \le 5~\text{m/s}", "f'(x) ≤ 5 m/s"),
        (r"\ce{H2O}", "H2O"),
        (r"$$a^{10}$$", "a^10"),
        (r"\(a_1\)", "a_1"),
        ("x²+y²", "x²+y²"),
        ("a price of 5 $", "a price of 5 $"),
        (r"\unknowncommand{x}", "unknowncommand x"),
    ],
)
def test_a_formula_is_read_as_a_line(source: str, text: str) -> None:
    assert tex_line(source) == text


@pytest.mark.parametrize("source", ["{", "}", "^", "_", "\\", r"\frac", r"\sqrt[3", r"\begin{", r"\end", "a^", "{}^{}"])
def test_what_is_broken_is_read_as_far_as_it_goes(source: str) -> None:
    assert len(tex_line(source)) <= 10


@pytest.mark.parametrize("part", ["{", "^", "\\sqrt", "\\frac", "_{", "\\begin{a}", "a^{b", "\\left("])
def test_depth_and_length_are_bounded(part: str) -> None:
    for count in (10, 500, 3_999 // len(part)):
        assert len(tex_line(part * count)) <= 20 * len(part * count) + 100


def test_a_long_formula_stays_as_it_is_written() -> None:
    assert tex_line("x^{2}" * 1_000) == "x^{2}" * 1_000
