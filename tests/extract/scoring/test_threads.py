"""The thread of a forum: all posts are its text, as boards of several makers mark them up."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, text, whole
from tests.extract.scoring.test_choice import LINE, chosen

NAMES = ("ann", "bob", "cy", "dee")
BOARDS = {
    "cells": "<article class=message><section class=message-user><h4 class=message-name>{name}</h4><p>Joined 2018</p></section>"
    "<div class=message-body><div class=wrapper>{said}</div></div></article>",
    "tables": "<div align=center><table id=post{number}><tr><td><a class=bigusername href=/m>{name}</a></td>"
    "<td><div id=post_message_{number}>{said}</div></td></tr></table></div>",
    "columns": "<article class=cPost><aside class=author-pane><h3 class=pane_author>{name}</h3></aside>"
    "<div class=column><div class=cPost_wrap><div class=rich>{said}</div></div></div></article>",
    "crawled": "<div class=topic-body itemtype=http://schema.org/Comment><span class=creator>{name}</span>"
    "<div class=post>{said}</div></div>",
}


def board(pattern: str, *said: str) -> str:
    posts = (pattern.format(name=NAMES[n], number=n, said=words) for n, words in enumerate(said))
    return f"<div class=thread>{''.join(posts)}</div>"


@pytest.mark.parametrize("pattern", BOARDS.values(), ids=BOARDS)
def test_short_answers_to_a_long_first_post_stay(pattern: str) -> None:
    first = "<br><br>".join(SENTENCES[:4])
    page = whole(f"<main><h1>A question</h1>{board(pattern, first, SENTENCES[4], SENTENCES[5], SENTENCES[6])}</main>")
    found = text(page)
    assert [each for each in SENTENCES[:7] if each not in found] == []
    assert "dee" in found


def posts(*, name: str = "post", head: str = "") -> str:
    each = "<div class={0}><p class=username>ann</p>{2}<div class=said>{1}</div></div>"
    return "".join(each.format(name, f"{LINE} {number}", head) for number in range(2))


def test_the_rest_of_a_thread_is_kept_with_its_first_post() -> None:
    assert f"{LINE} 1" in chosen(posts(), 0.02, 0.9, 0.02, 0.1)


def test_what_readers_say_under_a_text_is_none_of_it() -> None:
    assert f"{LINE} 1" not in chosen(f"<p>{LINE}</p>{posts(name='comment')}", 0.9, 0.02, 0.1, 0.02, 0.1)


def test_boxes_with_headlines_are_stories_and_no_posts() -> None:
    assert f"{LINE} 1" not in chosen(posts(head="<h2>A story</h2>"), 0.02, 0.02, 0.9, 0.02, 0.02, 0.1)


def test_boxes_that_nobody_signs_or_that_are_not_named_so_are_no_posts() -> None:
    assert f"{LINE} 1" not in chosen(posts().replace("username", "line"), 0.02, 0.9, 0.02, 0.1)
    assert f"{LINE} 1" not in chosen(posts(name="panel"), 0.02, 0.9, 0.02, 0.1)


def test_a_title_that_is_kept_before_the_posts_is_none_of_them() -> None:
    heading = f"<table><tr><td><a href=/mill>{TITLE}</a></td></tr></table>"
    post = "<tr class='athing comtr'><td><a class=hnuser>{name}</a></td><td><div class=comment>{said}</div></td></tr>"
    rows = "".join(post.format(name=NAMES[n % 4], said=f"<div class=commtext>{SENTENCES[n]}</div>") for n in range(8))
    found = text(whole(f"<center><table><tr><td>{heading}<table>{rows}</table></td></tr></table></center>"))
    assert [each for each in SENTENCES if each not in found] == []
