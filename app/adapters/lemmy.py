"""Lemmy: a post and its comments (https://join-lemmy.org/docs/contributors/04-api.html)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    blocks = (*link, *said, *thread(_replies(_by_parent(comments["comments"]), "0", home)))
    site = f"{groups['host']}, {view['community']['name']}"
    author, day = str(view["creator"]["name"]), day_of(post.get("published"))
    return article_of(groups, str(post["name"]), blocks, author=author, day=day, site=site)


def _by_parent(views: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
    """Return comments by the path of numbers that stands before their own (`0.12` of `0.12.34`)."""
    found = defaultdict[str, list[Any]](list)
    for view in views:
        found[str(view["comment"]["path"]).rpartition(".")[0]].append(view)
    return found


def _replies(views: Mapping[str, Sequence[Any]], parent: str, home: str) -> Iterator[Comment]:
    for view in views.get(parent, ()):
        comment = view["comment"]
        words, day = markdown_in(str(comment["content"]), home), day_of(comment.get("published"))
        yield Comment(str(view["creator"]["name"]), day, words, _replies(views, str(comment["path"]), home))


ADAPTER = Adapter(
    "lemmy",
    "Lemmy",
    "https://{host}",
    re.compile(r"https?://(?P<host>[^/?#]+)/post/(?P<id>[0-9]{1,12})"),
    ("/api/v3/post?id={id}", "/api/v3/comment/list?post_id={id}&limit=50&max_depth=8&sort=Top"),
    article,
    leads=False,
)
