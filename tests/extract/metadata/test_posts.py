"""Live blogs, threads and answers in JSON-LD."""

import json
from collections.abc import Mapping

import pytest

from app.extract.metadata.jsonld import read_facts
from app.extract.metadata.posts import MOST, NO_POSTS, Post, Posts


def posts(*nodes: Mapping[str, object]) -> Posts:
    return read_facts([json.dumps(list(nodes))], "http://x.example/a").posts


def test_a_live_blog_has_its_updates() -> None:
    live = {
        "@type": "LiveBlogPosting",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "The gate is shut", "articleBody": "At noon.\nThe wind rises."},
            {"@type": "BlogPosting", "articleBody": "<p>It is over &amp; done.</p>"},
            {"@type": "BlogPosting", "headline": "No words"},
            "http://x.example/b",
        ],
    }
    found = (Post("The gate is shut", ("At noon.", "The wind rises.")), Post("", ("It is over & done.",)))
    assert posts(live) == Posts(found, is_live=True)


@pytest.mark.parametrize("given", [None, "x", 3, [], [[]], {"articleBody": 3}, [{"text": ["a", 1]}]])
def test_what_is_no_update_is_left_out(given: object) -> None:
    assert len(posts({"@type": "LiveBlogPosting", "liveBlogUpdate": given}).posts) <= 1


def test_a_question_has_its_answers_under_the_names_of_who_gave_them() -> None:
    question = {
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": "Which rope?",
            "text": "My rope is wet.",
            "author": {"name": "Nell"},
            "acceptedAnswer": {"@type": "Answer", "text": "Hemp.", "author": [{"name": "Ida"}]},
            "suggestedAnswer": [{"@type": "Answer", "text": "None.", "author": "Maud"}],
        },
    }
    assert posts(question).posts == (
        Post("Nell", ("My rope is wet.",)), Post("Ida", ("Hemp.",)), Post("Maud", ("None.",)),
    )  # fmt: skip


def test_a_thread_has_its_posts_and_one_without_answers_none() -> None:
    thread = {"@type": "DiscussionForumPosting", "headline": "Wet", "text": "It is wet.", "author": {"name": "Nell"}}
    assert posts(thread) == NO_POSTS
    assert posts({**thread, "comment": [{"text": "Dry it."}]}).posts == (
        Post("Nell", ("It is wet.",)), Post("", ("Dry it.",)),
    )  # fmt: skip


def test_there_are_no_more_than_anybody_reads() -> None:
    updates = [{"articleBody": f"Update {number}."} for number in range(3 * MOST)]
    assert len(posts({"@type": "LiveBlogPosting", "liveBlogUpdate": updates}).posts) == MOST


def test_a_place_to_be_filled_is_described() -> None:
    node = {"@type": "JobPosting", "title": "Keeper", "description": "<p>You keep a light.</p>"}
    assert read_facts([json.dumps(node)], "http://x.example/a").job == "<p>You keep a light.</p>"
    assert read_facts([json.dumps({**node, "description": ["x"]})], "http://x.example/a").job == ""
