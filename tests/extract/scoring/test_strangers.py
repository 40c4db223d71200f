"""What is none of the article's text is left out, each class in several shapes."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

CARDS = "".join(
    f'<li><a href="/2024/03/{n}/other-story"><h3>Another story of the day, number {n}</h3></a></li>' for n in range(4)
)
# What stands between the paragraphs of an article, and words of it that must not be seen.
BETWEEN = {
    "buttons to share": (
        '<div class="share-buttons"><span>Share this</span><a href="https://facebook.com/sharer">Facebook</a>'
        '<a href="https://twitter.com/intent/tweet">Twitter</a></div>',
        "Facebook",
    ),
    "a list to share": (
        '<ul class="social"><li><a href="https://facebook.com/sharer">Share on Facebook</a></li>'
        '<li><a href="mailto:?subject=x">Email this article</a></li></ul>',
        "Share on Facebook",
    ),
    "a newsletter box": (
        '<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>Get the best of the Gazette in your inbox.</p></div>',
        "in your inbox",
    ),
    "a newsletter line": (
        "<p><em>Sign up for our daily newsletter and get the latest news in your inbox.</em></p>",
        "in your inbox",
    ),
    "read also": (
        '<p><a href="/2024/03/01/storm">Read also: The storm that took the pier</a></p>',
        "The storm that took",
    ),
    "read more with a label": (
        '<p><strong>Read more:</strong> <a href="/2024/03/01/storm">The storm that took the pier</a></p>',
        "The storm that took",
    ),
    "related stories": (
        f'<div class="related-stories"><h2>Related stories</h2><ul>{CARDS}</ul></div>',
        "Another story",
    ),
    "related stories in an aside": (f"<aside><h2>More from us</h2><ul>{CARDS}</ul></aside>", "Another story"),
    "a word over an advert": ('<div class="ad-slot"><span>Advertisement</span></div>', "Advertisement"),
    "a cookie notice": (
        '<div id="cookie-banner" class="cookie-consent"><p>We use cookies to give you the best experience. By going on you agree to our policy.</p></div>',
        "We use cookies",
    ),
}


@pytest.mark.parametrize("name", BETWEEN)
def test_what_stands_between_and_is_no_part_of_it_is_left_out(name: str) -> None:
    middle, unwanted = BETWEEN[name]
    found = text(inside(middle))
    assert SENTENCES[2] in found
    assert SENTENCES[3] in found
    assert unwanted not in found


# What stands behind the article.
BEHIND = {
    "tags": (
        '<ul class="tags"><li><a href="/tag/mills">Mills</a></li><li><a href="/tag/tides">Tides</a></li></ul>',
        "Tides",
    ),
    "the author": (
        '<div class="author-bio"><p>Ada Finch is a reporter at the Gazette. Follow her on Twitter.</p></div>',
        "Ada Finch is a reporter",
    ),
    "comments": (
        '<section id="comments"><h2>2 comments</h2><ol class="comment-list"><li class="comment"><cite>Bob</cite><p>I remember my '
        "grandfather telling me about the mill when I was a small child, and it was always about the rats.</p></li>"
        '<li class="comment"><cite>Eve</cite><p>Where can one buy this flour, please?</p></li></ol></section>',
        "about the rats",
    ),
    "more stories": (f'<section class="more-stories"><h2>More stories</h2><ul>{CARDS}</ul></section>', "Another story"),
    "the most read": (f'<div class="sidebar"><h2>Most read</h2><ol>{CARDS}</ol></div>', "Another story"),
    "the way on": (
        '<nav class="pagination"><a href="/older">Older post</a> <a href="/newer">Newer post</a></nav>',
        "Older post",
    ),
}


@pytest.mark.parametrize("name", BEHIND)
def test_what_stands_behind_is_left_out(name: str) -> None:
    behind, unwanted = BEHIND[name]
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4, 5)}</article>{behind}"))
    assert SENTENCES[5] in found
    assert unwanted not in found


def test_title_deck_and_byline_are_not_said_again() -> None:
    deck = "After ninety years of silence, a wheel turns in the creek once more."
    head = f'<meta name="description" content="{deck}"><meta name="author" content="Ada Finch">'
    found = text(
        whole(
            f'<article><h1>{TITLE}</h1><p class="standfirst">{deck}</p><p class="byline">By Ada Finch | 27 March 2024</p>{prose(0, 1, 2, 3)}</article>',
            head,
        )
    )
    assert found.count(deck) == 1
    assert "By Ada Finch" not in found
    assert TITLE not in found


def test_a_menu_and_a_foot_are_never_text() -> None:
    found = text(whole(f"<div><h1>{TITLE}</h1>{prose(0, 1, 2)}</div>"))
    assert "Weather" not in found
    assert "All rights reserved" not in found
