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
    "a word for those who listen": (
        '<p>The wheel turns.<span class="sr-only">opens in a new window</span></p>',
        "opens in a new",
    ),
    "a label for those who listen": (
        '<div><span class="visually-hidden">Image caption follows</span></div>',
        "Image caption follows",
    ),
    "a request to load something from elsewhere": (
        "<div><p>An dieser Stelle finden Sie einen von unserer Redaktion ausgewählten, externen Inhalt, der den Artikel für "
        "Sie mit zusätzlichen Informationen anreichert. Sie können sich hier den externen Inhalt mit einem Klick anzeigen lassen "
        "oder wieder ausblenden.</p></div>",
        "An dieser Stelle finden",
    ),
    "a question before a post of another site": (
        "<div><p>This article contains content provided by Chirper. We ask for your permission before anything is loaded, "
        "as they may be using cookies and other technologies.</p></div>",
        "your permission before",
    ),
    "a headline in capitals": (
        '<p><a href="/2024/03/01/storm">STORM TAKES THE PIER OF THE NEXT TOWN: "NOTHING IS LEFT"</a></p>',
        "STORM TAKES",
    ),
    "a box that opens over a name": (
        '<p>The mayor, <span class="rollover-people"><a href="/people/finch">Ada Finch</a><span class="rollover-people-block">'
        '<a href="/1">Mayor opens a bridge</a> <a href="/2">Mayor closes a road</a></span></span>, was there.</p>',
        "opens a bridge",
    ),
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


REMARKS = (
    "My grandfather told me about the rats, which were as large as cats, and about the miller who fed them.",
    "Where can one buy this flour? I would like to try it.",
    "It is a pity that nobody asked those who live beside it, since the wheel can be heard all night long.",
)
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
    "comments without a list": (
        '<div id="disqus_thread" class="comments-area">'
        + "".join(
            f'<div class="comment"><span class="comment-author">Reader {n}</span><p>{words}</p></div>'
            for n, words in enumerate(REMARKS)
        )
        + "</div>",
        "grandfather told me",
    ),
    "another whole story": (
        f"<article><h1>The bell of the harbour</h1>{''.join(f'<p>{words}</p>' for words in REMARKS * 3)}</article>",
        "grandfather told me",
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


def test_what_stands_before_the_headline_is_left_out_however_long_it_is() -> None:
    blurb = "This site tells of the creek and its people, with thanks to all who send us their letters. " * 12
    header = f'<div id="header"><div class="description"><p>{blurb}</p></div></div>'
    for headline in (f"<h1>{TITLE}</h1>", f'<h3 class="post-title">{TITLE}</h3>'):
        found = text(whole(f'{header}<div class="post">{headline}<div class="post-body">{prose(0, 1)}</div></div>'))
        assert SENTENCES[0] in found
        assert "This site tells" not in found


def test_posts_of_which_none_is_the_page_are_all_kept() -> None:
    posts = "".join(f"<article><h1>Reply {n}</h1>{prose(n, n + 1)}</article>" for n in range(0, 8, 2))
    found = text(whole(f"<main>{posts}</main>"))
    assert [sentence for sentence in SENTENCES if sentence not in found] == []


ABOUT_SUBJECTS = {
    "cookies": ("Rules for cookies", "The regulator said on Tuesday that sites must ask for consent before they set cookies, and that the button to accept all cookies must not be the larger one."),
    "newsletters": ("Why every newsletter looks the same", "Sign up for our newsletter, say all the sites in the same words, and nobody knows who wrote that sentence first or why."),
    "subscriptions": ("Subscribers leave the papers", "Subscribe now to continue reading, says a box on nine of ten pages, and fewer and fewer readers do what it asks them to."),
}  # fmt: skip


@pytest.mark.parametrize("name", ABOUT_SUBJECTS)
def test_where_the_title_names_them_prose_about_notices_and_invitations_is_text(name: str) -> None:
    title, said = ABOUT_SUBJECTS[name]
    body = f"<article><h1>{title}</h1><p>{said}</p>{prose(0, 1)}<p>Also: {said}</p>{prose(2)}</article>"
    found = text(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert found.count(said) == 2


def test_a_short_invitation_under_such_a_title_is_none() -> None:
    body = (
        f"<article><h1>Rules for cookies</h1>{prose(0, 1, 2)}<p>Sign up for our newsletter!</p>{prose(3, 4)}</article>"
    )
    found = text(f"<html><head><title>Rules for cookies</title></head><body>{body}</body></html>")
    assert "Sign up" not in found


ELSEWHERE = (
    "اقرأ أيضا:", "إقرأ أيضًا:", "بیشتر بخوانید:", "یہ بھی پڑھیں:", "یہ بھی پڑھیے:", "यह भी पढ़ें-", "ये भी पढ़ें:", "আরও পড়ুন:",
    "διαβάστε επίσης:", "קראו גם:", "อ่านเพิ่มเติม:", "관련기사:", "あわせて読みたい:", "延伸阅读:", "相關新聞:",
    "читайте ще:", "Прочетете още:", "Pročitajte i:", "Preberite tudi:", "Prečítajte si:", "Loe ka:", "Lasi arī:",
    "Taip pat skaitykite:", "Bunu da okuyun:", "Đọc thêm:",
)  # fmt: skip


@pytest.mark.parametrize("words", ELSEWHERE)
def test_read_also_is_known_in_many_languages_where_a_link_follows(words: str) -> None:
    line = "<p><strong>{} {}</strong></p>"
    link = '<a href="/2024/03/02/lamp">The keeper of the lamp tells his story</a>'
    found = text(inside(line.format(words, link)))
    assert "keeper of the lamp" not in found
    assert "keeper of the lamp" in text(inside(f"<p>{words} {SENTENCES[6]} The keeper of the lamp.</p>"))


@pytest.mark.parametrize(
    "words",
    [
        "Подписывайтесь на наш канал в Telegram, чтобы не пропустить главное.",
        "Підписуйтесь на наш канал, щоб не пропустити головне.",
        "Sign up with your email address to receive news and updates.",
    ],
)
def test_invitations_to_a_channel_or_a_letter_are_none_of_the_text(words: str) -> None:
    assert words not in text(inside(f"<p>{words}</p>"))
