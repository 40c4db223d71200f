import pytest
from lxml.html import HtmlElement

from app.extract.meaning.formulas import open_wrappers, spell_formulas
from tests.extract.meaning.spelled import spelled, tree


def written(root: HtmlElement) -> None:
    open_wrappers(root)
    spell_formulas(root)


SQUARE = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
KATEX = (
    f'<span class="katex"><span class="katex-mathml">{SQUARE}</span>'
    '<span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span>'
)
MATHJAX_2 = (
    '<span class="MathJax_Preview"></span><span class="MathJax"><nobr aria-hidden="true">x2</nobr>'
    f'<span class="MJX_Assistive_MathML">{SQUARE}</span></span><script type="math/tex">x^2</script>'
)
MATHJAX_3 = (
    '<mjx-container class="MathJax"><mjx-math aria-hidden="true"><mjx-mi>x2</mjx-mi></mjx-math>'
    f"<mjx-assistive-mml>{SQUARE}</mjx-assistive-mml></mjx-container>"
)
WIKIPEDIA = (
    f'<span class="mwe-math-element"><span class="mwe-math-mathml-a11y" style="display: none">{SQUARE}</span>'
    '<img src="/render/svg/x" class="mwe-math-fallback-image-inline" alt="{x^{2}}"></span>'
)


@pytest.mark.parametrize(
    "markup",
    [
        SQUARE,
        KATEX,
        MATHJAX_2,
        MATHJAX_3,
        WIKIPEDIA,
        '<script type="math/tex">x^{2}</script>',
        '<script type="math/tex; mode=display">x^{2}</script>',
        '<span class="MathJax" data-mathml="<math><msup><mi>x</mi><mn>2</mn></msup></math>"><nobr>x2</nobr></span>',
        f'{SQUARE}<img class="math-fallback" src="x.png" alt="x^2">',
        '<mjx-container class="MathJax" aria-label="x^2"><mjx-math></mjx-math></mjx-container>',
        '<img class="latex" src="x.png" alt="x^2">',
        '<img src="https://tex.example/latex.php?latex=x%5E2&amp;bg=fff">',
        '<img src="https://latex.codecogs.com/gif.latex?x^2" alt="$x^{2}$">',
    ],
)
def test_a_formula_stands_once_in_its_sentence(markup: str) -> None:
    assert spelled(f"<p>Let {markup} be four.</p>", written) == "Let x^2 be four."


def test_hidden_mathml_is_no_longer_hidden() -> None:
    assert not tree(f"<p>Let {WIKIPEDIA} be.</p>", written).xpath("//*[@style]")


def test_tex_in_the_text_is_read_where_a_script_would_draw_it() -> None:
    text = r"<p>Let \(x^{2}\) and $$\frac{1}{2}$$ be, at 5 $ and 6 $.</p><pre>\(x^{2}\)</pre>"
    for script in (
        '<script src="/js/MathJax.js?config=x"></script>',
        '<script>window.MathJax = {tex: {}}; load("/m.js")</script>',
    ):
        assert spelled(text + script, written).startswith(r"Let x^2 and 1/2 be, at 5 $ and 6 $.\(x^{2}\)")
    assert spelled(text, written) == r"Let \(x^{2}\) and $$\frac{1}{2}$$ be, at 5 $ and 6 $.\(x^{2}\)"


@pytest.mark.parametrize(
    "picture", ['<img src="a.jpg" alt="The quay at dawn">', '<img class="hero" src="math-teacher.jpg" alt="A teacher">']
)
def test_other_pictures_stay(picture: str) -> None:
    assert spelled(f"<p>See {picture} here.</p>", written) == "See here."
