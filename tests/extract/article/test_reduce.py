"""The chosen part of a page, reduced to the tags of a text and to a size that can be sanitised."""

import pytest

from app.extract.article import sanitize
from app.extract.article.reduce import reduce_markup
from app.extract.parse import own_fragment

BASE = "http://gazette.example/2024/03/27/tower?page=2"


def reduced(markup: str) -> str:
    """Return what is left, without the `div` around it and as a browser would read it."""
    found = sanitize.show(reduce_markup(own_fragment(markup), BASE))
    return found.removeprefix("<div>").removesuffix("</div>")


def test_a_page_of_very_much_text_is_cut_off_behind_its_beginning() -> None:
    found = reduced("".join(f"<p>part {number} {'word ' * 20_000}</p>" for number in range(20)))
    assert "<p>part 0 " in found
    assert "<p>part 5 " in found
    assert "part 19 " not in found


def test_a_text_in_very_deep_markup_is_kept_and_its_depth_is_not() -> None:
    found = reduced("<blockquote>" * 150 + "Words." + "</blockquote>" * 150)
    assert "Words." in found
    assert 0 < found.count("<blockquote>") < 100


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        ("<p>One <em>two</em>.</p>", "<p>One <em>two</em>.</p>"),
        ('<p class="x" id="y" onclick="go()" style="color: red">One</p>', "<p>One</p>"),
        ("<p><font color=red><span>One</span></font></p>", "<p>One</p>"),
        ("<section>One</section><aside>Two</aside>", "<div>One</div><div>Two</div>"),
        ("<menu><li>One</menu>", "<ul><li>One</li></ul>"),
        ("<xmp>One</xmp>", "<pre>One</pre>"),
        ("One<script>two()</script><style>three</style><textarea>four</textarea> five", "One five"),
        ('<figure data-n="7"></figure>', '<figure data-n="7"></figure>'),
        ('<figure data-n="x"></figure>', "<figure></figure>"),
        ('<p data-n="7">One</p>', "<p>One</p>"),
        ("<p>One\u200b \ue000two</p>", "<p>One two</p>"),
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a <b> & c</p>"),
    ],
)
def test_what_is_left_is_text_in_known_tags(markup: str, left: str) -> None:
    assert reduced(markup) == left


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/mill", "http://gazette.example/mill"),
        ("mill?id=7", "http://gazette.example/2024/03/27/mill?id=7"),
        (" HTTPS://Cliffs.example/ ", "https://cliffs.example/"),
        ("mailto:ada@gazette.example", "mailto:ada@gazette.example"),
        ("#notes", ""),
        ("javascript:go()", ""),
        ("file:///etc/hostname", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_an_absolute_address_or_is_none(href: str, address: str) -> None:
    attribute = f' href="{address}"' if address else ""
    assert reduced(f'<a href="{href}" target="_blank">One</a>') == f"<a{attribute}>One</a>"
