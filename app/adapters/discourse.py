"""Discourse: the posts of a topic in their order (https://docs.discourse.org/)."""

import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of, blocks_in, day_of, heading, posts
from app.models import Article, Blocks


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a topic: each post under who wrote it, and when."""
    (topic,) = answers
    found, home = topic["post_stream"]["posts"], f"https://{groups['host']}/"
    first = found[0]
    blocks = list(posts(_said(each, home, each is not first) for each in found))
    author, day = str(first["username"]), day_of(first.get("created_at"))
    return article_of(groups, str(topic["title"]), blocks, author=author, day=day, site=groups["host"])


def _said(post: Any, home: str, is_named: bool) -> Blocks:
    by = f"{post['username']} {day_of(post.get('created_at'))}".strip()
    return (*((heading(by, 3),) if is_named else ()), *blocks_in(str(post["cooked"]), home))


ADAPTER = Adapter(
    "discourse",
    "Discourse",
    "https://{host}",
    re.compile(r"https?://(?P<host>[^/?#]+)/t/[^/?#]+/(?P<id>[0-9]{1,9})(?:/[0-9]{1,6})?"),
    ("/t/{id}.json",),
    article,
    leads=False,
)
