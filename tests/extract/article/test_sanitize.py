import re

import pytest

from app.extract.article import sanitize


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">x</a>',
        '<p onclick="x()" style="color: red" class="y" id="z">x</p>',
        '<img src="x" onerror="alert(1)">',
        "<iframe src='http://example.org'></iframe>",
        "<!-- <script>x</script> -->",
        "<svg><script>alert(1)</script></svg>",
        '<math><mtext></mtext><mglyph><style><img src onerror="x()"></style></mglyph></math>',
        '<figure data-n="1" data-evil="2">x</figure>',
        '<form action="/x"><input name="y"></form>',
    ],
)
def test_nothing_but_the_allow_list_comes_through(markup: str) -> None:
    cleaned = sanitize.clean(markup)
    for tag, attributes in re.findall(r"<([a-z0-9]+)([^>]*)>", cleaned):
        assert tag in sanitize.TAGS
        names = re.findall(r" ([a-z-]+)=", attributes)
        assert set(names) <= set(sanitize.ATTRIBUTES.get(tag, []))
    assert "javascript:" not in cleaned


def test_allowed_markup_is_kept() -> None:
    markup = '<p>A <a href="http://example.org/?a=1">link</a>, <em>and</em> <code>code</code>.</p>'
    assert sanitize.clean(markup) == markup


def test_hidden_characters_are_text_before_and_after() -> None:
    text = 'a & b < c > d &amp; "e"'
    hidden = sanitize.hide(text)
    assert not set("&<>") & set(hidden)
    assert sanitize.show(sanitize.clean(hidden)) == text
