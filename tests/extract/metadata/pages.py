"""Small pages whose metadata are looked at."""

import json
from datetime import UTC, datetime, timedelta

from app.extract.metadata import Metadata, read_metadata
from app.extract.parse import parse

URL = "https://www.gazette.example/story"
PROSE = "".join(
    f"<p>Paragraph {number} is long enough to be the text of an article, which tells of the tower that was moved inland "
    "from the cliff on which it had stood for a hundred years, of those who moved it, and of what the town has paid them "
    "for that, since there is no other way to tell a text from a line that says who wrote it.</p>"
    for number in (1, 2, 3)
)


def metadata(head: str = "", body: str = "<p>text</p>", lang: str = "", url: str = URL) -> Metadata:
    """Return the metadata of a page of this head and body."""
    return read_metadata(parse(f"<html {lang}><head>{head}</head><body>{body}</body></html>"), url)


def signed(
    byline: str, title: str = "Tower moves inland", head: str = "", lang: str = 'lang="en"', url: str = URL
) -> Metadata:
    """Return the metadata of an article under whose headline `byline` stands."""
    page = f"<title>{title}</title>{head}"
    return metadata(page, f"<main><h1>{title}</h1>{byline}{PROSE}</main>", lang, url)


def ld(**facts: object) -> str:
    """Return a script of JSON-LD about an article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


def meta(name: str, content: str) -> str:
    """Return a meta tag."""
    return f'<meta property="{name}" content="{content}">'


def ahead(days: int) -> str:
    """Return the day in so many days."""
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()
