"""What an address looks like, without a look at what is there: a home page, a list, a section, one article. No I/O."""

import re
from urllib.parse import urlsplit

_HOME = re.compile(r"(?:index|default|home|start|main|front)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_LIST_NAME = re.compile(
    r"(?:archiv\w*|authors?|autor\w*|blog|categor\w+|kategorie\w*|labels?|latest|newest|news|page|people|profiles?|"
    r"rubri\w+|search|sections?|suche|tag(?:ged|s)?|themen?|topics?)",
    re.IGNORECASE,
)
# Files that are lists by their names, and those that stand for their folder.
_LIST_FILE = re.compile(
    r"(?:all-?posts|archives?|articles|author|blog|contents?|date|forum(?:display|s)?|gen-?index|links|maillist|messages?-?list|sitemap|"
    r"subject|threads?|toc|viewforum|forum-\d{1,9}-\d{1,9})"
    r"\.(?:aspx?|cgi|html?|jsp|php\d?)",
    re.IGNORECASE,
)
_INDEX_FILE = re.compile(r"(?:default|index|welcome)\.\w{2,5}", re.IGNORECASE)
_LIST_QUERY = re.compile(r"(?:^|&)(?:board|cat|category|forum|label|q|query|s|search|showforum|tag)=", re.IGNORECASE)
# The parts of a board, as its programs call them: phpBB, vBulletin, SMF, MyBB, IPB, XenForo, Discourse, Discuz.
_FORUM = re.compile(
    r"/(?:viewforum|forumdisplay)\.php|[?&;](?:board|fid|forum|showforum)=\d|/(?:forums?|boards?)/[^/?#\d]{0,80}\d{1,9}/?$|"
    r"/c/[a-z][a-z-]{0,80}/\d{1,9}$|/forum-\d{1,9}-\d{1,9}\.html$",
    re.IGNORECASE,
)
_TEXT_NAME = re.compile(r"\d{5}|\.s?html?$|[-_.][^\W_]*\d{4}", re.IGNORECASE)
_WORDS_OF_TEXT_NAME = 4  # with dashes between them: what an address of an article is mostly made of
# `sid` is the number of a story, or else that of a visit, which is long.
_TEXT_QUERY = re.compile(
    r"(?:^|&)(?:(?:[pt]|[pt]?id|article\w*|story\w*|item|(?:show)?topic|thread)=\w*\d|sid=\d{1,8}(?:&|$))",
    re.IGNORECASE,
)


def place_of(url: str) -> str:
    """Return what an address looks like: `home`, `list`, `section`, `text` (of one article) or nothing of these."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return ""
    names = [name for name in parts.path.split("/") if name]
    if _LIST_QUERY.search(parts.query):
        return "list"
    if _TEXT_QUERY.search(parts.query):
        return "text"
    if all(map(_HOME.fullmatch, names)):
        return "home"
    if _LIST_FILE.fullmatch(names[-1]):
        return "list"
    if _INDEX_FILE.fullmatch(names[-1]):  # the same as the folder that it is in
        del names[-1]
    if not names:
        return "home"
    is_text = _is_text(names[-1])
    if any(map(_LIST_NAME.fullmatch, names if not is_text else names[-2:-1])):
        return "list" if not is_text or names[-2].lower() not in ("news", "blog", "latest") else "text"
    if is_text:
        return "text"
    return "section" if len(names) <= 3 and all(map(_is_plain, names)) else ""


def is_forum(url: str) -> bool:
    """Say whether an address is that of one part of a board, with topics of its own."""
    return _FORUM.search(url) is not None


def _is_text(name: str) -> bool:
    words = name.replace("_", "-").split("-")
    return sum(map(bool, words[:-1])) >= _WORDS_OF_TEXT_NAME - 1 or _TEXT_NAME.search(name) is not None


def _is_plain(name: str) -> bool:
    return len(name) <= 30 and name.count("-") <= 2 and not any(map(str.isdigit, name)) and "." not in name
