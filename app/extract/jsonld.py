"""What a page says of itself in JSON-LD (schema.org), the most trusted of its self-descriptions."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

# The types of schema.org that are an article, sorted.
ARTICLE_TYPES = frozenset(
    "AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle BlogPosting "
    "LiveBlogPosting NewsArticle OpinionNewsArticle Report ReportageNewsArticle ReviewNewsArticle ScholarlyArticle "
    "SocialMediaPosting TechArticle".split()
)
_MAX_NODES = 2000
_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_LONGEST_BODY = 500_000


def article_node(root: HtmlElement) -> dict[str, Any]:
    """Return the first node of the page's JSON-LD that is an article, or an empty dict."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        for node in _nodes(_loaded(script.text or "")):
            if ARTICLE_TYPES.intersection(strings(node.get("@type"))):
                return node
    return {}


def article_body(root: HtmlElement) -> str:
    """Return the longest `articleBody` of the page's JSON-LD, found by its name: half of all JSON-LD has a wart."""
    found = ""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if "articleBody" in text:
            found = max([found, *_BODY.findall(text)], key=len)[:_LONGEST_BODY]
    try:
        return str(json.loads(f'"{found}"', strict=False))
    except ValueError:
        return found


def strings(value: object) -> list[str]:
    """Return the texts in a JSON-LD value that may be a text, a node with a name, or a list of either."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for item in value[:20] for text in strings(item)]
    if isinstance(value, dict):
        return strings(value.get("name") or value.get("url") or value.get("@id"))
    return []


def first(value: object) -> str:
    """Return the first text in a JSON-LD value, or an empty string."""
    return next(iter(strings(value)), "")


def _loaded(text: str) -> object:
    """Return the JSON in a script, or None: half of the web's JSON-LD has a wart, and it is only a hint."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a JSON-LD document breadth first: lists, `@graph` and `mainEntity` are opened."""
    queue = [value]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)
