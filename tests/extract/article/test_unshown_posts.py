"""What a script would write of a live blog, a thread or a job is read all the same."""

import json
from collections.abc import Mapping

from app.extract.article.unshown_posts import with_posts
from app.extract.metadata.posts import NO_POSTS, Post, Posts
from app.models import Heading, Paragraph, Run, text_of
from tests.extract.reading import extract_article
from tests.extract.scoring.pages import SENTENCES, prose, whole

UPDATES = tuple(Post(f"Hour {number}", (SENTENCES[number],)) for number in range(4))
LIVE = Posts(UPDATES, is_live=True)
LEAD = (Paragraph((Run("The storm is expected at noon."),)),)


def shown(*numbers: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(SENTENCES[number]),)) for number in numbers)


def test_updates_stand_behind_the_lead_under_their_headlines() -> None:
    blocks = with_posts(LEAD, LIVE, "Storm")
    assert blocks[:3] == (*LEAD, Heading(3, (Run("Hour 0"),)), Paragraph((Run(SENTENCES[0]),)))
    assert len(blocks) == 9


def test_only_those_are_added_that_a_page_does_not_show() -> None:
    assert [text_of(block) for block in with_posts(shown(0), LIVE, "")][1] == "Hour 1"
    assert len(with_posts(shown(0), LIVE, "")) == 7


def test_a_page_that_shows_half_of_them_stays() -> None:
    assert with_posts(shown(0, 2), LIVE, "") == shown(0, 2)
    assert with_posts(LEAD, NO_POSTS, "") == LEAD


def test_posts_of_a_thread_are_added_only_where_there_is_hardly_a_text() -> None:
    thread = Posts(UPDATES)
    assert len(with_posts(LEAD, thread, "")) == 9
    assert with_posts(shown(5, 6), thread, "") == shown(5, 6)


def test_a_headline_is_not_said_twice() -> None:
    assert text_of(with_posts((), Posts((Post("Storm!", ("It blows.",)),)), "Storm")[0]) == "It blows."


def page(node: Mapping[str, object], body: str) -> str:
    return whole(body, f'<script type="application/ld+json">{json.dumps(node)}</script>')


def said(markup: str) -> str:
    return " ".join(map(text_of, extract_article(markup, "http://x.example/live").blocks))


def test_a_live_blog_that_a_script_writes_is_read() -> None:
    updates = [{"@type": "BlogPosting", "articleBody": each} for each in SENTENCES]
    node = {"@type": "LiveBlogPosting", "headline": "Storm", "liveBlogUpdate": updates}
    text = said(page(node, "<article><h1>Storm</h1><p>The storm is expected at noon.</p><div id=live></div></article>"))
    assert text.startswith("The storm is expected")
    assert all(each in text for each in SENTENCES)


def test_a_job_that_a_script_describes_is_read_with_its_lists() -> None:
    described = f"{prose(0, 1)}<ul><li>You light it</li><li>You write</li></ul>"
    node = {"@type": "JobPosting", "title": "Keeper", "description": described}
    assert said(f"<html><head><title>Keeper</title><script type=application/ld+json>{json.dumps(node)}</script></head>"
                "<body><div id=root></div></body></html>").endswith("You light it You write")  # fmt: skip


def test_a_page_that_shows_its_job_is_read_as_it_is() -> None:
    node = {"@type": "JobPosting", "description": prose(0, 1)}
    assert said(page(node, f"<article><h1>Keeper</h1>{prose(0, 1)}<p>Call us at noon.</p></article>")).endswith("noon.")
