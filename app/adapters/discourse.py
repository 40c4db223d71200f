"""Discourse: the posts of a topic in their order (https://docs.discourse.org/)."""

import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of, blocks_in, day_of, heading
from app.models import Article, Block


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a topic: each post under who wrote it, and when."""
    (topic,) = answers
    home, blocks = f"https://{groups['host']}/", list[Block]()
    posts = topic["post_stream"]["posts"]
    for number, post in enumerate(posts):
        day = day_of(post.get("created_at"))
        blocks += [heading(f"{post['username']} {day}".strip(), 3)] if number else []
        blocks += blocks_in(str(post["cooked"]), home)
    first = posts[0]
    author, day = str(first["username"]), day_of(first.get("created_at"))
    return article_of(groups, str(topic["title"]), blocks, author=author, day=day, site=groups["host"])


ADAPTER = Adapter(
    "discourse",
    "Discourse",
    "https://{host}",
    re.compile(r"https?://(?P<host>[^/?#]+)/t/[^/?#]+/(?P<id>[0-9]{1,9})(?:/[0-9]{1,6})?"),
    ("/t/{id}.json",),
    article,
    leads=False,
)
