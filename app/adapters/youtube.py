"""YouTube: what a film is called, whose it is and what it looks like, by oEmbed (https://oembed.com)."""

import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import Adapter, Groups, article_of
from app.models import Article, ArticleImage, Embed, Figure


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return the title, the channel and the picture of a film, and where it can be seen."""
    (film,) = answers
    title, channel = str(film["title"]), str(film["author_name"])
    url = f"https://www.youtube.com/watch?v={groups['id']}"
    images = (ArticleImage(str(film["thumbnail_url"])),) if film.get("thumbnail_url") else ()
    blocks = (*((Figure(1),) if images else ()), Embed("video", title, url))
    return article_of(groups, title, blocks, author=channel, site="YouTube", images=images)


ADAPTER = Adapter(
    "youtube",
    "YouTube",
    "https://www.youtube.com",
    re.compile(
        r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#&=]{1,30}=[^#&]{0,60}&){0,5}v=|shorts/|live/)|youtu\.be/)(?P<id>[\w-]{11})(?:[?&/#].*)?"
    ),
    ("/oembed?url=https://www.youtube.com/watch?v={id}&format=json",),
    article,
)
