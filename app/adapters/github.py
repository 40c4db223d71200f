"""GitHub: an issue or a pull request with what is said on it (https://docs.github.com/rest/issues)."""

import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of, day_of, heading, markdown_in
from app.models import Article, Block


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return what was reported, whether it is open, and each comment under who wrote it."""
    issue, comments = answers
    home = f"https://github.com/{groups['repo']}/"
    blocks: list[Block] = list(markdown_in(str(issue.get("body") or ""), home))
    for each in comments:
        blocks += [heading(f"{each['user']['login']} {day_of(each.get('created_at'))}".strip(), 3)]
        blocks += markdown_in(str(each.get("body") or ""), home)
    title = f"{issue['title']} ({groups['repo']} #{groups['id']}, {issue['state']})"
    author, day = str(issue["user"]["login"]), day_of(issue.get("created_at"))
    return article_of(groups, title, blocks, author=author, day=day, site="GitHub")


ADAPTER = Adapter(
    "github",
    "GitHub",
    "https://api.github.com",
    re.compile(
        r"https?://(?:www\.)?github\.com/(?P<repo>[\w.-]{1,100}/[\w.-]{1,100})/(?:issues|pull)/(?P<id>[0-9]{1,9})(?:[?#].*)?"
    ),
    ("/repos/{repo}/issues/{id}", "/repos/{repo}/issues/{id}/comments?per_page=100"),
    article,
)
