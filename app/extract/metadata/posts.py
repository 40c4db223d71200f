"""Texts of many parts as JSON-LD has them: updates of a live blog, posts of a thread, answers to a question.

Many sites have a script write them, and search engines have them say it here once more
(https://schema.org/LiveBlogPosting, DiscussionForumPosting, QAPage).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.extract.metadata.evidence import decoded
from app.extract.metadata.guides import lines_of

MOST = 300  # posts of a page
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Post:
    """A part of such a text: what stands over it, a headline or a name, or nothing; and its paragraphs."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a page in their order; `is_live` are those of a live blog, of which the page may show some."""

    posts: tuple[Post, ...] = ()
    is_live: bool = False

    def __bool__(self) -> bool:
        return bool(self.posts)


NO_POSTS = Posts()

Typed = Sequence[tuple[frozenset[str], Mapping[str, Any]]]


def posts_of(nodes: Typed) -> Posts:
    """Return the posts that nodes of JSON-LD hold, each with its types in lower case: of the first that has any."""
    for types, node in nodes:
        if "liveblogposting" in types and (found := _read(node.get("liveBlogUpdate"))):
            return Posts(found, is_live=True)
        if not types.isdisjoint({"discussionforumposting", "question"}):
            answers = (
                each for key in ("acceptedAnswer", "suggestedAnswer", "comment") for each in _listed(node.get(key))
            )
            if found := _read(list(answers)):
                return Posts((*_read({**node, "headline": ""}), *found))
    return NO_POSTS


def _read(value: object) -> tuple[Post, ...]:
    return tuple(islice(_posts(_listed(value)), MOST))


def _posts(values: Iterable[object]) -> Iterator[Post]:
    for each in values:
        if isinstance(each, dict):
            lines = tuple(lines_of(each.get("articleBody") or each.get("text")))
            if lines:
                yield Post(_heading(each), lines)


def _heading(node: Mapping[str, Any]) -> str:
    """Return the headline of a post, or who wrote it."""
    said = node.get("headline")
    author = next(iter(_listed(node.get("author"))), None)
    name = author.get("name") if isinstance(author, dict) else author
    found = said if isinstance(said, str) and said else name
    return decoded(found)[:_LONGEST_HEADING] if isinstance(found, str) else ""


def _listed(value: object) -> list[Any]:
    return value[:MOST] if isinstance(value, list) else [value] if value else []
