"""What a page says of itself to Parse.ly as one object of JSON (the tag `parsely-page`), as its single tags say it."""

import json
from collections.abc import Iterator

TAG = "parsely-page"
_LONGEST = 20_000  # characters
# Its keys, and the tags that say the same.
_TAGS = (
    ("author", "parsely-author"),
    ("authors", "parsely-author"),
    ("image_url", "parsely-image-url"),
    ("pub_date", "parsely-pub-date"),
    ("title", "parsely-title"),
)


def tags_in(content: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each tag that the object in `content` stands for; none if it is no object."""
    try:
        facts = json.loads(content[:_LONGEST])
    except (ValueError, RecursionError):
        return
    for key, tag in _TAGS if isinstance(facts, dict) else ():
        said = facts.get(key)
        for each in said if isinstance(said, list) else [said]:
            if isinstance(each, str):
                yield tag, each
