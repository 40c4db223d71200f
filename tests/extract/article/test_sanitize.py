import re

import pytest
from bleach.sanitizer import Cleaner
from hypothesis import given
from hypothesis import strategies as st

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


def opening_tags(markup: str) -> set[str]:
    return set(re.findall(r"<[a-z][^>]*>", markup))


PIECES = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<hr>",
    "<ul><li>",
    "</li></ul>",
    '<a href="http://x.example/?a=1&amp;b=2">',
    '<a href="mailto:ada@x.example">',
    "</a>",
    '<figure data-n="3"></figure>',
    "words",
    '"',
    "\ue000",
    "&",
    "<",
    ">",
    "<script>",
    '<a href="javascript:x()">',
    '<a href="http://x.example" onclick="x()">',
    '<p class="x">',
    "<!-- x -->",
    "</br>",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_from_what_the_grammar_accepts_bleach_would_take_nothing(markup: str) -> None:
    if sanitize.is_clean(markup):
        cleaner = Cleaner(tags=sanitize.TAGS, attributes=sanitize.ATTRIBUTES, protocols=sanitize.PROTOCOLS, strip=True)
        assert opening_tags(str(cleaner.clean(markup))) >= opening_tags(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<div><p>a <a href="http://x.example/?a=1&amp;b=2">b</a><br>c</p><figure data-n="12"></figure></div>',
        "<table><tbody><tr><th>a</th><td></td></tr></tbody></table>",
        "",
    ],
)
def test_the_usual_form_is_accepted(markup: str) -> None:
    assert sanitize.is_clean(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a",
        "a</p>",
        "<p><b>a</p></b>",
        "<P>a</P>",
        "<br></br>",
        "a & b",
        "a &lt; b",
        "<p id=x>a</p>",
        '<p id="x">a</p>',
        "<script>x</script>",
        "<!-- a -->",
        '<a href="javascript:x()">a</a>',
        '<a href=" http://x.example/">a</a>',
        '<a href="http://x.example/&lt;">a</a>',
        '<a href="http://x.example/" href="http://y.example/">a</a>',
        '<figure data-n="1x"></figure>',
    ],
)
def test_any_other_form_is_left_to_bleach(markup: str) -> None:
    assert not sanitize.is_clean(markup)
