"""Reddit: a post and its comments, by the `.json` behind every page (https://www.reddit.com/dev/api)."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.adapters.adapter import Adapter, Comment, Groups, article_of, blocks_in, day_of, linked, thread
from app.models import Article, ArticleImage, Paragraph

HOME = "https://www.reddit.com/"
_PICTURE = re.compile(r"https?://[^?#]+\.(?:gif|jpe?g|png|webp)(?:[?#].*)?", re.IGNORECASE)


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return a post, what it links to or shows, and its comments."""
    ((posts, comments),) = answers
    post = posts["data"]["children"][0]["data"]
    text = blocks_in(html.unescape(str(post.get("selftext_html") or "")), HOME)
    url = str(post.get("url_overridden_by_dest") or "")
    is_picture = bool(_PICTURE.fullmatch(url))
    images = (ArticleImage(html.unescape(url)),) if is_picture else ()
    link = (Paragraph((linked(url, url),)),) if url.startswith("http") and not is_picture else ()
    blocks = (*link, *text, *thread(_comments(comments)))
    return article_of(
        groups,
        html.unescape(str(post["title"])),
        blocks,
        author=str(post.get("author") or ""),
        day=day_of(post.get("created_utc")),
        site=f"Reddit, r/{post['subreddit']}",
        images=images,
    )


def _comments(listing: Any) -> Iterator[Comment]:
    """Yield the comments of a listing; what only says that there are more is left out."""
    for child in listing["data"]["children"] if isinstance(listing, dict) else ():
        if child["kind"] == "t1":
            data = child["data"]
            markup = html.unescape(str(data.get("body_html") or ""))
            said, day = blocks_in(markup, HOME), day_of(data.get("created_utc"))
            yield Comment(str(data.get("author") or ""), day, said, _comments(data.get("replies")))


ADAPTER = Adapter(
    "reddit",
    "Reddit",
    "https://www.reddit.com",
    re.compile(
        r"https?://(?:www\.|old\.|new\.|m\.)?reddit\.com(?P<path>/r/[\w-]{1,50}/comments/[a-z0-9]{1,12})(?:/[^?#]*)?(?:\?.*)?"
    ),
    ("{path}.json?limit=200&raw_json=0",),
    article,
)
