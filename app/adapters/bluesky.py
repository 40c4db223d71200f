"""Bluesky: a post and its answers, by the public interface of AT Protocol (https://docs.bsky.app/docs/api)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.adapters.adapter import LONGEST_POST, Adapter, Comment, Groups, article_of, day_of, paragraph, thread
from app.models import Article, ArticleImage, Paragraph

TITLE_LENGTH = 80


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a post with its pictures and what answers it."""
    (answer,) = answers
    view = answer["thread"]
    post = view["post"]
    text = str(post["record"]["text"])
    images = tuple(
        ArticleImage(str(each["fullsize"]), str(each.get("alt") or ""))
        for each in (post.get("embed") or {}).get("images") or ()
    )
    line = " ".join(text.split())
    title = f"{_name(post)}: {line[:TITLE_LENGTH]}{'...' if len(line) > TITLE_LENGTH else ''}"
    blocks = (*_paragraphs(text), *thread(_replies(view)))
    day = day_of(post["record"].get("createdAt"))
    return article_of(groups, title, blocks, author=_name(post), day=day, site="Bluesky", images=images)


def _name(post: Any) -> str:
    return str(post["author"].get("displayName") or post["author"]["handle"])


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(paragraph(each.strip()) for each in text[:LONGEST_POST].split("\n\n") if each.strip())


def _replies(view: Any) -> Iterator[Comment]:
    for each in view.get("replies") or ():
        if "post" in each:  # one that is blocked or gone has none
            post = each["post"]
            day, words = day_of(post["record"].get("createdAt")), _paragraphs(str(post["record"].get("text") or ""))
            yield Comment(_name(post), day, words, _replies(each))


ADAPTER = Adapter(
    "bluesky",
    "Bluesky",
    "https://public.api.bsky.app",
    re.compile(r"https?://bsky\.app/profile/(?P<who>[\w.:-]{1,253})/post/(?P<id>[a-z0-9]{1,30})"),
    ("/xrpc/app.bsky.feed.getPostThread?uri=at://{who}/app.bsky.feed.post/{id}&depth=6",),
    article,
)
