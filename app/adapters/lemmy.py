"""Lemmy: a post and its comments (https://join-lemmy.org/docs/contributors/04-api.html)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.adapters.adapter import Adapter, Comment, Groups, article_of, day_of, linked, markdown_in, thread
from app.models import Article, Paragraph


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a post with what it links to, and its comments."""
    found, comments = answers
    view = found["post_view"]
    post, home = view["post"], f"https://{groups['host']}/"
    url = str(post.get("url") or "")
    link = (Paragraph((linked(url, url),)),) if url.startswith(("http://", "https://")) else ()
    said = markdown_in(str(post.get("body") or ""), home)
    blocks = (*link, *said, *thread(list(_replies(comments["comments"], "0", home))))
    site = f"{groups['host']}, {view['community']['name']}"
    author, day = str(view["creator"]["name"]), day_of(post.get("published"))
    return article_of(groups, str(post["name"]), blocks, author=author, day=day, site=site)


def _replies(views: Sequence[Any], parent: str, home: str) -> Iterator[Comment]:
    """Yield the comments below `parent`, the path of numbers that stands in each (`0.12.34`)."""
    for view in views:
        comment = view["comment"]
        before, _, _ = str(comment["path"]).rpartition(".")
        if before == parent:
            behind = tuple(_replies(views, str(comment["path"]), home))
            words = markdown_in(str(comment["content"]), home)
            yield Comment(str(view["creator"]["name"]), day_of(comment.get("published")), words, behind)


ADAPTER = Adapter(
    "lemmy",
    "Lemmy",
    "https://{host}",
    re.compile(r"https?://(?P<host>[^/?#]+)/post/(?P<id>[0-9]{1,12})"),
    ("/api/v3/post?id={id}", "/api/v3/comment/list?post_id={id}&limit=50&max_depth=8&sort=Top"),
    article,
    leads=False,
)
