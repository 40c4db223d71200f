"""What is made of feeds: `entries` for a judge, and `python -m bench.feeds FOLDER` for a look at files of one's own."""

import re
import sys
from pathlib import Path
from typing import Any

from app.errors import NoText
from app.feeds.parse import home_of, source_feed
from app.feeds.source import links_of
from app.feeds.text import plain, plain_title
from app.fetch.decode import decode
from app.fetch.sniff import kind_of
from app.models import Kind

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.I)


def entries(data: bytes, url: str, content_type: str = "") -> list[dict[str, Any]]:
    """Return the entries of the feed that `url` answered with, in order: title, link, date and summary of each.

    Texts are plain, and empty where an entry has none. A link is absolute and has its fragment, but is not yet
    canonical; a date is in seconds since the epoch, or None. What is no feed has no entries.
    """
    charset = _CHARSET.search(content_type)
    text = decode(data, charset[1] if charset else "")
    try:
        feed = source_feed(text)
    except (NoText, ValueError):  # the latter from JSON
        return []
    home = home_of(feed, url)
    return [
        {
            "title": plain_title(item.title),
            "link": next(links_of(item, home), ""),
            "date": item.published or None,
            "summary": plain(item.summary),
        }
        for item in feed.items
    ]


def main() -> None:
    """Print for each file of a folder how many entries it has, and how many have a title, a link and a date."""
    total = dict.fromkeys(("entries", "title", "link", "date"), 0)
    for path in sorted(each for each in Path(sys.argv[1]).rglob("*") if each.is_file()):
        data = path.read_bytes()
        found = entries(data, f"https://example.org/{path.name}") if kind_of("", data) is Kind.FEED else []
        counts = {name: sum(bool(entry[name]) for entry in found) for name in ("title", "link", "date")}
        counts["entries"] = len(found)
        total = {name: total[name] + counts[name] for name in total}
        print(f"{path.name[:50]:50} " + "  ".join(f"{name} {counts[name]:4}" for name in total))
    print(f"{'all':50} " + "  ".join(f"{name} {number:4}" for name, number in total.items()))


if __name__ == "__main__":
    main()
