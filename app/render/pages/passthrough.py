"""Other people's pages that pass unread: their markup stays, but goes out in a set that the browser knows."""

import re
from urllib.parse import quote

from app.models import Page
from app.render.charsets.charsets import Charset
from app.render.charsets.tables import QUOTES
from app.render.profiles.profile import Profile
from app.text.charset_family import family_of

# What is looked at to tell in which script a page is, before its tags are taken out.
SAMPLE = 16_384

_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_ANY_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"""\b(?:action|background|href|src)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_ASCII = "".join(map(chr, range(128)))
_SINGLE = re.compile(r"=\s*'([^'\"]*)'")
_QUOTES = re.compile(f"[{QUOTES}]")
# What a page says of its own set is no longer true; and Netscape up to 4 draws a page twice that says it here.
_META = re.compile(r"<meta\b[^<>]*>\s*", re.I)
_CHARSET = re.compile(r"\bcharset\s*=", re.I)
_PROLOG = re.compile(r"\s*<\?xml\b[^<>]*>\s*")


def passthrough_page(text: str, profile: Profile) -> Page:
    """Return a page of HTML for `profile`: nothing is rewritten but signs that its set lacks."""
    charset = charset_of(text, profile)
    prolog = _PROLOG.match(text)
    bare = _META.sub(_other_meta, text[prolog.end() :] if prolog else text)
    return Page(charset.encode_page(_TAG.sub(_safe, bare)), profile.html_type(charset))


def charset_of(markup: str, profile: Profile) -> Charset:
    """Return the set in which a page goes out."""
    return profile.charset(family_of("", _ANY_TAG.sub(" ", markup[:SAMPLE])))


def passthrough_text(text: str, media_type: str, profile: Profile) -> Page:
    """Return a text for `profile`; only a plain one has its set declared, where the profile declares sets."""
    charset = profile.text_charset(family_of("", text[:SAMPLE]))
    declared = profile.text_type(charset) if media_type == "text/plain" else media_type
    return Page(charset.encode_text(text), declared)


def _other_meta(tag: re.Match[str]) -> str:
    return "" if _CHARSET.search(tag[0]) else tag[0]


def _safe(tag: re.Match[str]) -> str:
    """Return a tag in which nothing that is spelled anew ends a value, and addresses are not spelled at all.

    Quotation marks may be spelled `"`, and letters `'`: a Russian soft sign is one.
    """
    if tag[0].isascii():
        return tag[0]
    addressed = _ADDRESS.sub(lambda found: quote(found[0], safe=_ASCII), tag[0])
    return _SINGLE.sub(r'="\1"', _QUOTES.sub("&quot;", addressed))
