"""Hacker News, by the items of its search (https://hn.algolia.com/api)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.adapters.adapter import Adapter, Comment, Groups, article_of, blocks_in, day_of, linked, thread
from app.models import Article, Paragraph

HOME = "https://news.ycombinator.com/"


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a story with what it links to, and its comments; of a comment, those that answer it."""
    (item,) = answers
    title = str(item.get("title") or f"Comment by {item['author']}")
    url, points = str(item.get("url") or ""), item.get("points")
    link = (Paragraph((linked(url, url),)),) if url.startswith(("http://", "https://")) else ()
    said = blocks_in(str(item.get("text") or ""), HOME)
    deck = f"{points} points" if isinstance(points, int) else ""
    blocks = (*link, *said, *thread(_comments(item)))
    author = str(item.get("author") or "")
    return article_of(
        groups, title, blocks, author=author, day=day_of(item.get("created_at")), site="Hacker News", deck=deck
    )


def _comments(item: Any) -> Iterator[Comment]:
    for each in item["children"]:
        if each.get("text"):
            said, day = blocks_in(str(each["text"]), HOME), day_of(each.get("created_at"))
            yield Comment(str(each.get("author") or ""), day, said, _comments(each))


ADAPTER = Adapter(
    "hacker-news",
    "Hacker News",
    "https://hn.algolia.com",
    re.compile(r"https?://news\.ycombinator\.com/item\?id=(?P<id>[0-9]{1,12})"),
    ("/api/v1/items/{id}",),
    article,
)
