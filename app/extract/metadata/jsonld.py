"""What a page says of itself in JSON-LD (schema.org), the most trusted of its self-descriptions."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.extract.metadata.evidence import decoded
from app.extract.metadata.guides import NO_GUIDE, Guide, answers_of, instruction_of, recipe_of
from app.extract.metadata.node_pictures import picture_of
from app.extract.metadata.posts import NO_POSTS, Posts, posts_of

# The types of schema.org, in lower case since pages write them in any: those that are an article; sorted.
ARTICLE_TYPES = frozenset(
    "advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting "
    "liveblogposting newsarticle opinionnewsarticle report reportagenewsarticle reviewnewsarticle satiricalarticle "
    "scholarlyarticle socialmediaposting techarticle".split()
)
# Those that say facts of what a page is instead of an article, or of the page that an article stands on.
_WORKS = frozenset(
    "audioobject claimreview course creativework discussionforumposting event howto medicalscholarlyarticle "
    "medicalwebpage movie podcastepisode question recipe review videoobject".split()
)
_PAGES = frozenset(
    "aboutpage checkoutpage collectionpage contactpage faqpage itempage profilepage qapage webpage".split()
)
_MAX_NODES = 2000
_MAX_NAMES = 20
_MAX_DEPTH = 5
_LONGEST_NUMBER = 20  # figures

# `//<![CDATA[`, `/* <![CDATA[ */`, `<!--`, and their ends.
_OPENING = re.compile(r"(?://|/\*)?\s?(?:<!\[CDATA\[|<!--)\s?(?:\*/)?")
_CLOSING = re.compile(r"(?:(?://|/\*)?\s?(?:\]\]>|-->)\s?(?:\*/)?|;)\Z")
_LONGEST_CLOSING = 12  # characters
_MOST_MARKS = 4  # of them at either end
_TRAILING_COMMA = re.compile(r",(?=\s{0,100}[}\]])")
# A type as written, with or without an address before it.
WRITTEN_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:[^"\s]{0,50}[/:])?(\w{1,50})"')
_FACT = re.compile(r'"(headline|datePublished|dateModified)"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.){1,300}")')
_AUTHOR = re.compile(r'"author"\s{0,9}:\s{0,9}[\[{][^\]}"]{0,20}(?:"(?!name)[^"]{0,50}"[^\]}"]{0,9}){0,8}'
                     r'"name"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.){1,200}")')  # fmt: skip
_BODY = re.compile(r'"articleBody"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*")')
_BARE_ADDRESS = re.compile(r"https?://(?:www\.)?([^?#]{0,2000})", re.IGNORECASE)
_DECODER = json.JSONDecoder(strict=False)

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """A name; `kind` is `person`, `organisation`, or empty where it is not said whose it is."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the JSON-LD of a page says of its article; what it does not say is empty.

    `claims` are what a page that checks one says of it: the claim, and its rating. `job` is the description of a
    place to be filled, which may be markup.
    """

    headline: str = ""
    description: str = ""
    authors: tuple[Author, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    language: str = ""
    body: str = ""
    claims: tuple[str, ...] = ()
    guide: Guide = NO_GUIDE
    picture: str = ""
    posts: Posts = NO_POSTS
    job: str = ""


def read_facts(scripts: Sequence[str], url: str) -> Facts:
    """Return the facts in the JSON-LD scripts of the page at `url`.

    Of several articles the one counts whose address is the page's, else the first; what it leaves open may be said
    of the page that it stands on.
    """
    nodes = [node for script in scripts for document in documents_in(script) for node in _nodes(document)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    chosen = _chosen(nodes, url)

    def first(*keys: str) -> Any:
        return next((node[key] for node in chosen for key in keys if node.get(key)), None)

    body = first("articleBody")
    return Facts(
        headline=_text(first("headline") or (chosen[0].get("name") if chosen else None)),
        description=_text(first("description")),
        authors=tuple(_authors(first("author", "creator"), named)),
        published=_text(first("datePublished", "dateCreated", "uploadDate")),
        modified=_text(first("dateModified")),
        publisher=next((author.name for author in _authors(first("publisher"), named)), ""),
        language=_text(first("inLanguage")),
        body=body if isinstance(body, str) else "",
        claims=tuple(_claims(nodes)),
        guide=_guide(nodes),
        picture=picture_of(first("image", "primaryImageOfPage"), nodes),
        posts=posts_of([(frozenset(_types(node)), node) for node in nodes]),
        job=next(_jobs(nodes), ""),
    )


def _text(value: object, depth: int = 0) -> str:
    """Return the first text in a value that may be a text, a node with a name or a value, or a list of either."""
    if isinstance(value, str):
        return decoded(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)[:_LONGEST_NUMBER]
    if isinstance(value, list):
        return next(filter(None, (_text(item, depth + 1) for item in value[:_MAX_NAMES])), "")
    if isinstance(value, dict) and depth < _MAX_DEPTH:
        said = value.get("@value") or value.get("name") or _full_name(value) or value.get("alternateName")
        return _text(said, depth + 1)
    return ""


def _full_name(person: Node) -> str:
    """Return the name of a person of whom it is said in two parts, the one of the family behind."""
    parts = (person.get(key) for key in ("givenName", "familyName"))
    return " ".join(part.strip() for part in parts if isinstance(part, str)).strip()


def _authors(value: object, named: Mapping[str, Node], depth: int = 0) -> Iterator[Author]:
    """Yield the authors in a value: texts, nodes, references to nodes (`@id`), and lists of these."""
    if depth > _MAX_DEPTH:
        return
    value = value.get("@list", value) if isinstance(value, dict) else value  # JSON-LD 1.1, section 4.3.1
    if isinstance(value, list):
        for item in value[:_MAX_NAMES]:
            yield from _authors(item, named, depth + 1)
    elif isinstance(value, str):
        if value in named:
            yield from _authors(named[value], named, depth + 1)
        elif name := decoded(value):
            yield Author(name)
    elif isinstance(value, dict):
        if name := _text(value):
            yield Author(name, _kind_of(_types(value)))
        elif isinstance(value.get("@id"), str) and value["@id"] in named:
            yield from _authors(named[value["@id"]], named, depth + 1)


def _kind_of(types: Sequence[str]) -> str:
    if "person" in types:
        return "person"
    return "organisation" if any("organization" in each or each == "brand" for each in types) else ""


def _chosen(nodes: Sequence[Node], url: str) -> list[Node]:
    """Return the article's node, then what else describes the page."""
    articles = [node for node in nodes if ARTICLE_TYPES.intersection(_types(node))]
    articles.sort(key=lambda node: not _is_at(node, url))
    here = {kind for node in nodes for kind in _types(node)}
    # The questions of a page of many say nothing of the page.
    works = _WORKS - {"question"} if "faqpage" in here else _WORKS
    others = [node for kinds in (works, _PAGES) for node in nodes if kinds.intersection(_types(node))]
    return [*articles[:1], *others]


def _claims(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield each claim that is checked, and the words for its rating; its number says nothing."""
    for node in nodes:
        if "claimreview" in _types(node):
            rating = node.get("reviewRating")
            words = rating.get("alternateName") if isinstance(rating, dict) else None
            yield from filter(None, (_text(node.get("claimReviewed")), _text(words)))


def _jobs(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield what each place to be filled is described with (https://schema.org/JobPosting)."""
    described = (node.get("description") for node in nodes if "jobposting" in _types(node))
    yield from (each for each in described if isinstance(each, str))


def _guide(nodes: Sequence[Node]) -> Guide:
    """Return the recipe or instruction of a page, if it has a single one, else its questions with their answers."""
    for kind, read in (("recipe", recipe_of), ("howto", instruction_of)):
        found = [node for node in nodes if kind in _types(node)]
        if found:
            return read(found[0]) if len(found) == 1 else NO_GUIDE
    return answers_of(node for node in nodes if "faqpage" in _types(node))


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rpartition("/")[2].rpartition(":")[2].lower() for name in names if isinstance(name, str)]


def _is_at(node: Node, url: str) -> bool:
    said = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    said += [value.get("@id") for value in said if isinstance(value, dict)]
    return _bare(url) in [_bare(address) for address in said if isinstance(address, str)]


def _bare(address: str) -> str:
    """Return an address without its scheme, `www`, fragment, query and last slash."""
    found = _BARE_ADDRESS.match(address)
    return found[1].lower().rstrip("/") if found else address


def documents_in(script: str) -> Iterator[object]:
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
    """Return a script without the marks of CDATA and of comments around it."""
    text = script.strip()
    for _ in range(_MOST_MARKS):
        if opening := _OPENING.match(text):
            text = text[opening.end() :].lstrip()
        if closing := _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING)):
            text = text[: closing.start()].rstrip()
    return text


def _loaded(text: str) -> list[object]:
    """Return the documents in a text, which may stand one behind the other. Raises `ValueError`, `RecursionError`."""
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
    kind = next((name for name in WRITTEN_TYPE.findall(text) if name.lower() in ARTICLE_TYPES), "")
    if kind:
        node: dict[str, Any] = {"@type": kind, "author": [_unquoted(name) for name in _AUTHOR.findall(text)]}
        for key, value in _FACT.findall(text):
            node.setdefault(key, _unquoted(value))
        if body := _BODY.match(text, max(0, text.find('"articleBody"'))):
            node["articleBody"] = _unquoted(body[1])
        yield node


def _unquoted(text: str) -> str:
    try:
        return str(_DECODER.decode(text))
    except ValueError:
        return text.strip('"')


def _nodes(value: object) -> Iterator[Node]:
    """Yield the nodes of a JSON-LD document breadth first: lists, `@graph`, the page's main entity and authors."""
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
