"""Links to what readers say of an entry: kept beside it, and told from the page that it is about."""

from html import escape

import pytest

from tests.feeds.written import atom, only, rss

PAGE, TALK = "https://paper.example/story", "https://talk.example/item?id=7"


def item(rest: str, link: str = PAGE) -> str:
    return rss(f"<item><title>One</title><link>{escape(link)}</link>{rest}</item>")


def test_the_element_of_rss() -> None:
    entry = only(item(f"<comments>{escape(TALK)}</comments><description>It rains.</description>"))
    assert (entry.url, entry.comments, entry.summary) == (PAGE, TALK, "It rains.")


def test_a_text_that_is_nothing_but_the_link_is_no_summary() -> None:
    markup = escape(f'<p><a href="{escape(TALK)}">Comments</a></p>')
    entry = only(item(f"<comments>{escape(TALK)}</comments><description>{markup}</description>"))
    assert (entry.comments, entry.summary) == (TALK, "")
    assert only(item(f"<description>{markup}</description>")).comments == TALK


def test_an_entry_about_another_page_leads_to_that_page() -> None:
    text = (
        'An old one, submitted by <a href="https://talk.example/user/a"> /u/a </a> <br/> '
        f'<span><a href="{PAGE}">[link]</a></span> &#32; <span><a href="{escape(TALK)}">[comments]</a></span>'
    )
    entry = only(
        atom(
            f'<entry><title>One</title><link href="{escape(TALK)}"/><content type="html">{escape(text)}</content></entry>'
        )
    )
    assert (entry.url, entry.comments) == (PAGE, TALK)
    assert entry.summary == "An old one, submitted by /u/a"


def test_a_page_that_is_its_own_discussion_has_no_second_link() -> None:
    text = escape(f'<a href="{escape(TALK)}">[link]</a> <a href="{escape(TALK)}">[comments]</a>')
    entry = only(item(f"<description>{text}</description>", TALK))
    assert (entry.url, entry.comments) == (TALK, "")


def test_replies_of_atom() -> None:
    link = '<link rel="replies" type="{}" href="/talk/1"/>'
    entry = '<entry><title>One</title><link href="https://paper.example/story"/>{}</entry>'
    base = '<title>Paper</title><link href="https://paper.example/"/>'
    assert only(atom(entry.format(link.format("text/html")), base)).comments == "https://paper.example/talk/1"
    assert only(atom(entry.format(link.format("application/atom+xml")), base)).comments == ""


@pytest.mark.parametrize(
    "rest",
    [
        f"<comments>{PAGE}#respond</comments>",
        '<slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">12</slash:comments>',
        "<comments>javascript:alert(1)</comments>",
        "<comments>http://[</comments>",
        "<description>No more comments</description>",
        f"<description>{escape('<a name=x>Comments</a>')}</description>",
    ],
)
def test_what_is_no_other_page_is_no_link(rest: str) -> None:
    entry = only(item(rest))
    assert (entry.url, entry.comments) == (PAGE, "")


def test_a_summary_that_ends_with_the_word_keeps_it() -> None:
    rest = f"<comments>{escape(TALK)}</comments><description>The mayor made no comments</description>"
    assert only(item(rest)).summary == "The mayor made no comments"
