"""What looks bold or italic is."""

import pytest

from app.extract.article import sanitize
from app.extract.article.reduce import reduce_markup
from app.extract.parse import own_fragment


def reduced(markup: str) -> str:
    return (
        sanitize.show(reduce_markup(own_fragment(markup), "http://x.example/"))
        .removeprefix("<div>")
        .removesuffix("</div>")
    )


@pytest.mark.parametrize(
    ("look", "tag"),
    [
        ('style="font-weight:bold"', "b"),
        ('style="color: red; font-weight: 700;"', "b"),
        ('style="font: italic bold 12px/30px Georgia"', "b"),
        ('style="font-style: italic !important"', "i"),
        ('class="text-red font-semibold"', "b"),
        ('class="fst-italic"', "i"),
    ],
)
@pytest.mark.parametrize("element", ["span", "font"])
def test_words_that_look_so_are_bold_or_italic(element: str, look: str, tag: str) -> None:
    markup = f"<p>You must <{element} {look}>not</{element}> go.</p>"
    assert reduced(markup) == f"<p>You must <{tag}>not</{tag}> go.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        '<p>You must <span style="font-weight:400">not</span> go.</p>',
        '<p>You must <span style="font-family: Bold">not</span> go.</p>',
        '<p>You must <span class="bolder-text">not</span> go.</p>',
        '<h2>You must <span style="font-weight:bold">not</span> go.</h2>',
        '<p>You must <b><span style="font-weight:bold">not</span></b> go.</p>',
        f'<p><span style="font-weight:bold">{"not " * 90}</span></p>',
        '<div><span style="font-weight:bold"><p>not</p></span></div>',
    ],
)
def test_other_words_stay_as_they_are(markup: str) -> None:
    assert reduced(markup).count("<b>") == markup.count("<b>")
    assert "<i>" not in reduced(markup)


def test_what_a_style_makes_plain_is_plain() -> None:
    markup = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>You must '
        '<span style="font-weight:700">not</span> <i style="font-style: normal">go</i>.</p></b>'
    )
    assert reduced(markup) == "<p>You must <b>not</b> go.</p>"
    assert reduced('<p><em style="font-style:normal; font-weight:bold">Go</em>.</p>') == "<p><b>Go</b>.</p>"
    assert reduced('<p><b style="color: red">Go</b>.</p>') == "<p><b>Go</b>.</p>"
