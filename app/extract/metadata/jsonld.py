"""What a page says of itself in JSON-LD (schema.org), the most trusted of its self-descriptions."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.extract.metadata.evidence import decoded

# The types of schema.org that say facts of an article, in lower case: the article itself, and what a page may be
# instead of one or beside it. Sorted.
ARTICLES = frozenset(
    "advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting "
    "liveblogposting newsarticle opinionnewsarticle report reportagenewsarticle reviewnewsarticle satiricalarticle "
    "scholarlyarticle socialmediaposting techarticle".split()
)
_OTHERS = (
    frozenset(
        "audioobject claimreview course creativework discussionforumposting event howto medicalscholarlyarticle "
        "medicalwebpage movie painting photograph podcastepisode question recipe review videoobject".split()
    ),
    frozenset("aboutpage checkoutpage collectionpage contactpage faqpage itempage profilepage qapage webpage".split()),
)
_MAX_NODES = 2000
_MAX_NAMES = 20
_MAX_DEPTH = 5
# `//<![CDATA[`, `/* <![CDATA[ */`, `<!--` and their ends.
_OPENING = re.compile(r"\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?\s*")
_CLOSING = re.compile(r"(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*\Z|;\s*\Z")
_LONGEST_CLOSING = 40  # characters
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
# What can be made out where the JSON cannot be mended: texts of an article behind their names.
_FACT = re.compile(r'"(headline|datePublished|dateModified|description)"\s*:\s*("(?:[^"\\]|\\.){1,2000}")')
_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]}]{0,300}?"name"\s*:\s*("(?:[^"\\]|\\.){1,200}")')
_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w+)"')
_DECODER = json.JSONDecoder(strict=False)

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """A name; `kind` is `person`, `organisation`, or empty where it is not said whose it is."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the JSON-LD of a page says of its article; what it does not say is empty."""

    headline: str = ""
    description: str = ""
    authors: tuple[Author, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    language: str = ""
    body: str = ""


def read_facts(scripts: Sequence[str], url: str) -> Facts:
    """Return the facts in the JSON-LD scripts of the page at `url`.

    Of several articles the one counts whose address is the page's, else the first; what it leaves open may be said
    of the page that it stands on.
    """
    nodes = [node for script in scripts for document in _documents(script) for node in _nodes(document)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    chosen = _chosen(nodes, url)

    def first(*keys: str) -> Any:
        return next((node[key] for node in chosen for key in keys if node.get(key)), None)

    return Facts(
        headline=text_of(first("headline") or (chosen[0].get("name") if chosen else None)),
        description=text_of(first("description")),
        authors=tuple(_authors(first("author", "creator"), by_id)),
        published=text_of(first("datePublished", "dateCreated", "uploadDate")),
        modified=text_of(first("dateModified")),
        publisher=next((author.name for author in _authors(first("publisher"), by_id)), ""),
        language=text_of(first("inLanguage")),
        body=body if isinstance(body := first("articleBody"), str) else "",
    )


def text_of(value: object, depth: int = 0) -> str:
    """Return the first text in a value that may be a text, a node with a name or a value, or a list of either."""
    if isinstance(value, str):
        return decoded(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return next(filter(None, (text_of(item, depth + 1) for item in value[:_MAX_NAMES])), "")
    if isinstance(value, dict) and depth < _MAX_DEPTH:
        return text_of(value.get("@value") or value.get("name") or value.get("alternateName"), depth + 1)
    return ""


def _authors(value: object, by_id: Mapping[str, Node], depth: int = 0) -> Iterator[Author]:
    """Yield the authors in a value: texts, nodes, references to nodes (`@id`), and lists of these."""
    if isinstance(value, list):
        for item in value[:_MAX_NAMES]:
            yield from _authors(item, by_id, depth)
    elif isinstance(value, str):
        if value in by_id and depth < _MAX_DEPTH:
            yield from _authors(by_id[value], by_id, depth + 1)
        elif name := decoded(value):
            yield Author(name)
    elif isinstance(value, dict):
        name = text_of(value)
        kinds = _types(value)
        reference = value.get("@id")
        if name:
            yield Author(name, _kind_of(kinds))
        elif isinstance(reference, str) and reference in by_id and depth < _MAX_DEPTH:
            yield from _authors(by_id[reference], by_id, depth + 1)


def _kind_of(types: Sequence[str]) -> str:
    if "person" in types:
        return "person"
    return "organisation" if any("organization" in each or each == "brand" for each in types) else ""


def _chosen(nodes: Sequence[Node], url: str) -> list[Node]:
    """Return the article's node, then what else describes the page."""
    articles = [node for node in nodes if ARTICLES.intersection(_types(node))]
    articles.sort(key=lambda node: not _is_at(node, url))
    kinds_here = {kind for node in nodes for kind in _types(node)}
    # The questions of a page of many say nothing of the page.
    beside = (_OTHERS[0] - {"question"}, _OTHERS[1]) if "faqpage" in kinds_here else _OTHERS
    others = [node for kinds in beside for node in nodes if kinds.intersection(_types(node))]
    return [*articles[:1], *others]


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [re.split(r"[/:#]", name)[-1].lower() for name in names if isinstance(name, str)]


def _is_at(node: Node, url: str) -> bool:
    page = _bare(url)
    addresses = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    addresses += [value.get("@id") for value in addresses if isinstance(value, dict)]
    return any(isinstance(address, str) and _bare(address) == page for address in addresses)


def _bare(address: str) -> str:
    """Return an address without its scheme, fragment, query and last slash."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address.lower()).rstrip("/")


def _documents(script: str) -> Iterator[object]:
    """Yield the JSON documents in a script: half of the web's JSON-LD has a wart, and it is only a hint."""
    text = _unwrapped(script)
    try:
        yield from _loaded(text)
    except (ValueError, RecursionError):
        mended = _TRAILING_COMMA.sub("", html.unescape(text) if '"' not in text else text)
        try:
            yield from _loaded(mended)
        except (ValueError, RecursionError):
            yield from _salvaged(text)


def _unwrapped(script: str) -> str:
    text = script.strip()
    while opening := _OPENING.match(text):
        text = text[opening.end() :]
    while text and text[-1] not in "]}" or text.endswith("]]"):
        closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
        if not closing:
            break
        text = text[: closing.start()].rstrip()
    return text


def _loaded(text: str) -> list[object]:
    """Return the documents in a text, which may stand one behind the other. Raises `ValueError`."""
    documents = []
    place = 0
    while place < len(text):
        document, place = _DECODER.raw_decode(text, place)
        documents.append(document)
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1
    return documents


def _salvaged(text: str) -> Iterator[Node]:
    """Yield what can be made out in broken JSON, if it is about an article."""
    kind = next((name for name in _TYPE.findall(text) if name.lower() in ARTICLES), "")
    if kind:
        node: dict[str, Any] = {"@type": kind, "author": _unquoted(_AUTHOR.findall(text))}
        for key, value in _FACT.findall(text):
            node.setdefault(key, next(iter(_unquoted([value])), ""))
        yield node


def _unquoted(texts: Sequence[str]) -> list[str]:
    found = []
    for text in texts:
        try:
            found.append(str(_DECODER.decode(text)))
        except ValueError:
            continue
    return found


def _nodes(value: object) -> Iterator[Node]:
    """Yield the nodes of a JSON-LD document breadth first: lists, `@graph` and the page's main entity are opened."""
    queue = [value]
    for place in range(_MAX_NODES):
        if place >= len(queue):
            return
        item = queue[place]
        if isinstance(item, list):
            queue.extend(item[:_MAX_NODES])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "author") if key in item)
