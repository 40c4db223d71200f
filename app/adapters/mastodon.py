"""Mastodon and what speaks its interface: a status with what it answers and its answers
(https://docs.joinmastodon.org/methods/statuses/)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.adapters.adapter import Adapter, Comment, Groups, article_of, blocks_in, day_of, heading, posts, thread
from app.models import Article, ArticleImage, text_of

TITLE_LENGTH = 80


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a status: first what it answers, then its words and pictures, then what answers it."""
    status, context = answers
    home = f"https://{groups['host']}/"
    words = blocks_in(str(status["content"]), home)
    above = ((heading(_name(each), 3), *blocks_in(str(each["content"]), home)) for each in context["ancestors"])
    before = list(posts(above))
    before += [heading(_name(status), 3)] if before else []
    images = tuple(
        ArticleImage(str(each["url"]), str(each.get("description") or ""))
        for each in status.get("media_attachments") or ()
        if each.get("type") == "image" and each.get("url")
    )
    said = " ".join(map(text_of, words))
    title = f"{_name(status)}: {said[:TITLE_LENGTH]}{'...' if len(said) > TITLE_LENGTH else ''}"
    blocks = (*before, *words, *thread(_replies(_by_parent(context["descendants"]), str(status["id"]), home)))
    day, name = day_of(status["created_at"]), _name(status)
    return article_of(groups, title, blocks, author=name, day=day, site=groups["host"], images=images)


def _name(status: Any) -> str:
    account = status["account"]
    return str(account.get("display_name") or account["acct"])


def _by_parent(statuses: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
    """Return statuses by what they answer."""
    found = defaultdict[str, list[Any]](list)
    for each in statuses:
        found[str(each.get("in_reply_to_id"))].append(each)
    return found


def _replies(statuses: Mapping[str, Sequence[Any]], parent: str, home: str) -> Iterator[Comment]:
    for each in statuses.get(parent, ()):
        said, day = blocks_in(str(each["content"]), home), day_of(each["created_at"])
        yield Comment(_name(each), day, said, _replies(statuses, str(each["id"]), home))


ADAPTER = Adapter(
    "mastodon",
    "Mastodon",
    "https://{host}",
    re.compile(r"https?://(?P<host>[^/?#]+)/@[\w.-]{1,64}(?:@[\w.-]{1,255})?/(?P<id>[0-9]{5,25})"),
    ("/api/v1/statuses/{id}", "/api/v1/statuses/{id}/context"),
    article,
    leads=False,
)
