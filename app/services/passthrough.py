"""Sites that suit old browsers as they are: they pass unread, and only their character set is fixed."""

from collections.abc import Mapping

from app.fetch.decode import markup_of, text_of
from app.fetch.sniff import UNKNOWN
from app.models import Download, FetchedPage, Kind

# Sites that were made for old browsers, or at their time, and the reasons; sorted. What a host is called without
# `www.` counts.
PACKAGED: Mapping[str, str] = {
    "68k.news": "the newspaper that this one is like, where this one goes by another name: HTML 2.0",
    "frogfind.com": "a search engine for old computers, by the author of 68k.news",
    "info.cern.ch": "the first site of all, with pages of 1992",
    "textfiles.com": "texts of bulletin boards, in lists as of 1998",
    "theoldnet.com": "the Web of earlier years, out of the Internet Archive, made for browsers of those years",
    "wiby.me": "a search engine for simple pages, which itself is one",
}


def verbatim_download(url: str, page: FetchedPage) -> Download:
    """Return a page as it came, to be passed on; what is text in it is UTF-8, with a type that begins with `text/`."""
    kind, declared = page.kind, page.content_type
    if kind not in (Kind.HTML, Kind.TEXT):
        return Download(page.url, _raw_type(declared), page.name, page.body)
    text = markup_of(page) if kind is Kind.HTML else text_of(page)
    if page.cut:
        text += f"\n<p>[{page.cut}]</p>\n" if kind is Kind.HTML else f"\n[{page.cut}]\n"
    written = declared if kind is Kind.TEXT and declared.startswith("text/") else "text/plain"
    return Download(page.url, "text/html" if kind is Kind.HTML else written, page.name, text.encode("utf-8"))


def _raw_type(declared: str) -> str:
    """Return the type of what is no text to us, and passes in its own bytes."""
    if declared.startswith("text/"):
        return "application/xml" if declared == "text/xml" else UNKNOWN
    return declared or UNKNOWN
