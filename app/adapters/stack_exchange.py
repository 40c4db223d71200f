"""The sites of Stack Exchange: a question and its answers, the best first (https://api.stackexchange.com/docs)."""

import html
import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of, blocks_in, day_of, heading, posts
from app.models import Article

_HOSTS = r"(?P<site>stackoverflow|superuser|serverfault|askubuntu|[a-z0-9-]+\.stackexchange)\.com"


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a question, and each answer under its votes and who wrote it; the accepted one is named."""
    questions, replies = answers
    question = questions["items"][0]
    home = f"https://{groups['site']}.com/"
    blocks = (
        *blocks_in(str(question["body"]), home),
        *posts((heading(_by(each)), *blocks_in(str(each["body"]), home)) for each in replies["items"]),
    )
    title, author = html.unescape(str(question["title"])), _name(question)
    day = day_of(question.get("creation_date"))
    return article_of(groups, title, blocks, author=author, day=day, site=f"{groups['site']}.com")


def _by(answer: Any) -> str:
    accepted = ", accepted" if answer.get("is_accepted") else ""
    by = ", ".join(filter(None, (_name(answer), day_of(answer.get("creation_date")))))
    return f"{by} ({answer['score']} votes{accepted})"


def _name(post: Any) -> str:
    return html.unescape(str((post.get("owner") or {}).get("display_name") or ""))


ADAPTER = Adapter(
    "stack-exchange",
    "Stack Exchange",
    "https://api.stackexchange.com",
    re.compile(rf"https?://{_HOSTS}/(?:q|questions)/(?P<id>[0-9]{{1,10}})(?:/[^?#]*)?(?:\?.*)?"),
    (
        "/2.3/questions/{id}?site={site}&filter=withbody",
        "/2.3/questions/{id}/answers?site={site}&filter=withbody&order=desc&sort=votes&pagesize=30",
    ),
    article,
)
