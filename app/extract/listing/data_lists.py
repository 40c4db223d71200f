"""Lists of things to read in the data of a page that scripts write: JSON-LD's `ItemList`, `__NEXT_DATA__` and its like.

What such lists share, whatever their names: an array whose objects each have a headline and an address.
"""

import re
from collections.abc import Iterator, Sequence

from app.errors import BadAddress
from app.extract.article.script_values import values_in
from app.extract.listing.headlines import is_headline
from app.extract.metadata.dates import iso_day
from app.extract.metadata.evidence import decoded
from app.extract.metadata.jsonld import documents_in
from app.models import Entry
from app.net.urls import resolve
from app.text.normalize import cut, line

FEWEST, MOST = 5, 150  # entries
MAX_TITLE, MAX_SUMMARY = 300, 300  # characters
_MOST_NODES = 60_000
_FEWEST_WORDS = 3  # of an address that is made of a title
_SHARE = 0.6  # of an array's objects that have a headline and an address

# Where an object of such an array keeps what it is about, if not in itself (schema.org, GraphQL, Strapi).
_WRAPPED = ("item", "node", "attributes", "content", "article", "story", "post")
_TITLES = ("headline", "title", "name", "label")
_ADDRESS = re.compile(
    r"(?:article|canonical|full|page|permanent|relative|share|story|web)?[-_]?(?:href|link|path|uri|url)|permalink|@id|slug",
    re.IGNORECASE,
)
_SUMMARIES = ("summary", "description", "excerpt", "deck", "dek", "teaser", "standfirst", "abstract", "lead")
_DATES = ("datepublished", "publishedat", "published", "date", "pubdate", "datemodified", "updatedat", "createdat")
# Types of schema.org whose parts are no things to read, in lower case.
_MENUS = frozenset({"breadcrumblist", "sitenavigationelement", "menu", "offercatalog", "wpheader", "wpfooter"})


def entries_in_data(jsonld: Sequence[str], scripts: Sequence[str], page: str, base: str) -> tuple[Entry, ...]:
    """Return the things to read that the JSON-LD scripts name, or else the other `scripts`; fewer than five are none.

    `page` is the address of the page itself, which is none of them, and `base` what links start from.
    """
    told = [document for script in jsonld for document in documents_in(script)]
    for documents in (told, (value for script in scripts for value in values_in(script))):
        entries: dict[str, Entry] = {}
        for document in documents:
            for entry in _listed(document, base):
                if entry.url != page:
                    entries.setdefault(entry.url, entry)
        if len(entries) >= FEWEST:
            return tuple(entries.values())[:MOST]
    return ()


def _listed(document: object, base: str) -> Iterator[Entry]:
    """Yield the entries of every array in a document that is a list of things to read, in its order."""
    todo: list[object] = [document]
    for _ in range(_MOST_NODES):
        if not todo:
            return
        node = todo.pop()
        if isinstance(node, dict):
            if not _MENUS & {kind.lower() for kind in _strings(node.get("@type"))}:
                items = list(node.values())
                found = _entries(items, base)  # some keep objects by their numbers in place of a list
                yield from found if len(found) >= FEWEST else ()
                todo.extend(reversed(items if len(found) < FEWEST else []))
        elif isinstance(node, list):
            found = _entries(node, base)
            yield from found
            todo.extend(reversed(node if not found else []))


def _entries(items: list[object], base: str) -> list[Entry]:
    """Return the things to read among `items`, or none where most of them are something else."""
    objects = [item for item in items if isinstance(item, dict)]
    found = [entry for entry in (_entry(item, base) for item in objects) if entry is not None]
    return found if len(found) >= _SHARE * len(objects) else []


def _entry(item: dict[str, object], base: str) -> Entry | None:
    """Return what an object stands for, or None where it is nothing to read."""
    inner = next((value for name in _WRAPPED if isinstance(value := item.get(name), dict)), {})
    both = {str(name).lower(): value for name, value in (*item.items(), *inner.items())}
    if _MENUS & {kind.lower() for kind in _strings(both.get("@type"))}:
        return None
    title = next(filter(None, (_text(both.get(name)) for name in _TITLES)), "")[:MAX_TITLE]
    url = next(filter(None, (_address(name, value, base) for name, value in both.items())), "")
    url = url or _address("url", item.get("item"), base)
    if not title and "listitem" in map(str.lower, _strings(both.get("@type"))):
        title = _title_in(url)  # a list for search engines names no more than addresses
    if not url or not is_headline(url, title, 0):
        return None
    summary = next(filter(None, (_text(both.get(name)) for name in _SUMMARIES)), "")
    days = (iso_day(value) for name in _DATES if isinstance(value := both.get(name), str))
    return Entry(title, url, cut(summary, MAX_SUMMARY), next(filter(None, days), ""))


def _text(value: object) -> str:
    """Return a text, which some keep under another name once more."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("text") or value.get("default")
    return line(decoded(value)) if isinstance(value, str) else ""


def _address(name: str, value: object, base: str) -> str:
    """Return the address in a value that is named like one; a bare word is none, since its place is not known."""
    if not isinstance(value, str) or not _ADDRESS.fullmatch(name):
        return ""
    if not value.startswith(("/", "./", "http://", "https://")):
        return ""
    try:
        return resolve(base, value)
    except BadAddress:
        return ""


def _title_in(url: str) -> str:
    """Return the title that an address is made of, `the-tower-moves-inland`, or an empty string."""
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    words = [word for word in name.split("-") if word and not word.isdigit()]
    return " ".join(words).capitalize() if len(words) >= _FEWEST_WORDS else ""


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]
