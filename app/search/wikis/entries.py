"""An entry by the API of MediaWiki: its text, the same in other languages, and whether it is a list of meanings
(https://www.mediawiki.org/wiki/API:Parsing_wikitext).
"""

from urllib.parse import urlsplit

from app.errors import BadAddress, NoSuchEntry, OriginBusy, OriginFailed
from app.feeds.text import plain_title
from app.models import Entry, ReferencePage
from app.net.wikis import Wiki
from app.search.engine import NO_SENSE, Question, asking, object_in
from app.search.engines import mediawiki
from app.search.wikis.markup import entry_in
from app.sentences import Sentence

NOT_THERE = Sentence("%(work)s has no page of this name.")
PARSING: dict[str, str | int] = {
    "action": "parse",
    "format": "json",
    "formatversion": 2,
    "redirects": 1,
    "prop": "text|langlinks|displaytitle|properties",
    "disableeditsection": 1,
    "disablelimitreport": 1,
    "disabletoc": 1,
}
# Errors of the API (https://www.mediawiki.org/wiki/API:Errors_and_warnings).
_MISSING = frozenset({"invalidtitle", "missingtitle", "nosuchpageid", "pagecannotexist"})
_BUSY = frozenset({"maxlag", "ratelimited", "readonly"})
MOST_LANGUAGES = 400


def address(wiki: Wiki, language: str, title: str) -> str:
    """Return where the page with this title is asked for."""
    return asking(f"{wiki.home(language)}/w/api.php", {**PARSING, "page": title})


def suggestions_address(wiki: Wiki, language: str, title: str) -> str:
    """Return where pages are asked for whose title or text has these words."""
    return mediawiki.address(wiki.base, Question(title, language))


def entry(wiki: Wiki, url: str, text: str) -> ReferencePage:
    """Read an answer. Raises `NoSuchEntry` where there is none, `OriginBusy`, and `OriginFailed`."""
    answer = object_in(text)
    error, parsed = answer.get("error"), answer.get("parse")
    if isinstance(error, dict):
        raise _failure(wiki, str(error.get("code")))
    if not isinstance(parsed, dict) or not isinstance(parsed.get("text"), str):
        raise OriginFailed(NO_SENSE)
    language = wiki.language_of(url) or ""
    title = str(parsed.get("title") or "")
    own = wiki.address(language, title)
    properties = parsed.get("properties")
    is_choice = isinstance(properties, dict) and "disambiguation" in properties
    found = entry_in(parsed["text"], own, is_choice)
    if not found.summary and not found.sections:
        raise OriginFailed(NO_SENSE)
    return ReferencePage(
        own,
        plain_title(str(parsed.get("displaytitle") or "")) or title,
        wiki.name,
        language,
        found.summary,
        found.facts,
        found.sections,
        found.images,
        _languages(wiki, parsed.get("langlinks")),
        _redirected(parsed.get("redirects")),
        is_choice,
    )


def _failure(wiki: Wiki, code: str) -> NoSuchEntry | OriginBusy | OriginFailed:
    if code in _MISSING:
        return NoSuchEntry(NOT_THERE.of(work=wiki.name))
    return OriginBusy(NO_SENSE) if code in _BUSY else OriginFailed(NO_SENSE)


def _languages(wiki: Wiki, links: object) -> tuple[Entry, ...]:
    """Return the same entry in other languages, each with its language and title."""
    found = []
    for link in links if isinstance(links, list) else ():
        name, title = (str(link.get(key) or "") for key in ("lang", "title")) if isinstance(link, dict) else ("", "")
        language = str(link.get("langname") or link.get("autonym") or name) if name else ""
        url = _address_of(wiki, name, title)
        if url:
            found.append(Entry(f"{language}: {title}", url))
    return tuple(found[:MOST_LANGUAGES])


def _address_of(wiki: Wiki, language: str, title: str) -> str:
    """Return the address of a page in another language, or nothing where that is none of this wiki."""
    try:
        url = wiki.address(language, title)
    except BadAddress:
        return ""
    return url if wiki.language_of(url) == language else ""


def _redirected(redirects: object) -> str:
    """Return the title from which the reader was led on, or nothing."""
    first = redirects[0] if isinstance(redirects, list) and redirects else None
    return str(first.get("from") or "") if isinstance(first, dict) else ""


def is_address(url: str) -> bool:
    """Say whether an entry is asked for at `url`."""
    return urlsplit(url).path.endswith("/w/api.php") and "action=parse" in urlsplit(url).query
