"""A page of markup to what it is: an article, a list of things to read, or the frames that it is made of."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from app.errors import BadAddress, NoText, Walled
from app.extract.article.main_pages import main_page_of_wiki
from app.extract.article.pipeline import article_in, base_of
from app.extract.listing.addresses import place_of
from app.extract.listing.classify import index_listing, is_index
from app.extract.listing.data_lists import entries_in_data
from app.extract.listing.directories import directory
from app.extract.listing.link_lists import link_list
from app.extract.listing.named_feeds import feeds_named
from app.extract.listing.older import older_page_in
from app.extract.listing.own_words import says
from app.extract.listing.page_links import page_links
from app.extract.listing.short_lists import short_list
from app.extract.metadata import read_metadata
from app.extract.metadata.dates import iso_day
from app.extract.metadata.evidence import is_jsonld
from app.extract.next_page import next_page_in, single_page_in
from app.extract.parse import parse_held
from app.extract.site_rules import NO_RULES, SiteRules
from app.extract.site_rules.apply import body_of, link_at, replaced, strip, text_at, texts_at
from app.extract.versions import versions_in
from app.extract.walls import MOST_WORDS, Kind, evidence_in, may_be_cut, paywall_in, wall_of_page
from app.models import Article, Entry, Listing, Paragraph, Run, text_of
from app.net.urls import host_of, resolve
from app.sentences import Sentence
from app.text.normalize import line

LARGEST = 1_000_000  # characters of a page of few words that may be a wall
_FEWEST = 5  # a list with fewer entries is no list worth having in place of the text
_PLAIN_FILE = re.compile(r"\A[a-z]{4,5}://[^/]{1,300}/(?:[a-z_]{1,30}/){0,5}[a-z_]{1,20}\.s?html?\Z", re.IGNORECASE)
_FEW_WORDS = 60  # of an article; a page that shows no more may be a list that scripts write
_LINKS_ALONE = Sentence("This page has no text that could be read without its scripts. These are its links.")
_FEEDS_ALONE = Sentence("This page has no text that could be read without its scripts. Its feed has what it is about.")


def extract_page(text: str, url: str, rules: SiteRules = NO_RULES) -> Article | Listing:
    """Return what the decoded page `text` from `url` holds, by the rules of its site.

    Raises `NoText`, `BadMarkup`, or `Walled` where it is a page that stands in front of another.
    """
    text = replaced(text, rules)
    held = parse_held(text)
    root = held[0]
    # To look at again when the tree is used up; a copy costs a tenth of what another parse does.
    again = deepcopy(root)
    strip(root, rules)
    base = base_of(root, url)
    versions = versions_in(root, base, url)
    next_page = link_at(root, rules.next_page_link, base) or next_page_in(root, base, url)
    single_page = link_at(root, rules.single_page_link, base)
    if not single_page and next_page:
        single_page = single_page_in(root, base, url)
    title, byline = text_at(root, rules.title), ", ".join(texts_at(root, rules.author))
    day = iso_day(text_at(root, rules.date))
    try:
        found = _read(root, again, text, url, base, rules)
    except (NoText, Walled) as error:
        error.versions = versions
        raise
    if isinstance(found, Listing):
        return replace(found, versions=versions) if found.summary == _LINKS_ALONE else found
    return replace(
        found,
        title=title or found.title,
        byline=byline or found.byline,
        date=day or found.date,
        versions=versions,
        next_page=next_page,
        single_page=single_page if single_page != url else "",
    )


def _read(root: HtmlElement, again: HtmlElement, text: str, url: str, base: str, rules: SiteRules) -> Article | Listing:
    """Return what the page says, if it is no wall, and whether it was cut by one; `again` is what `text` was parsed to.

    Both trees are used up.
    """
    try:
        body = body_of(root, rules)
        found = article_in(root, url, base, body) if body is not None else _page(root, again, text, url, base)
    except NoText:
        _refuse_wall(again, text, url, "")
        raise
    shown = _words_of(found)
    if len(shown.split()) > MOST_WORDS:
        return found
    if len(text) > LARGEST:
        return found
    is_pictured = isinstance(found, Article) and bool(found.images)
    has_feeds = isinstance(found, Listing) and found.summary == _FEEDS_ALONE
    _refuse_wall(again, text, url, shown, is_pictured=is_pictured, has_feeds=has_feeds)
    if isinstance(found, Listing) or not may_be_cut(again, found.words):
        return found
    paywall = paywall_in(again)
    if not paywall.cuts(found.words):
        return found
    return replace(found, cut=paywall.sentence(url))


def _refuse_wall(
    root: HtmlElement, text: str, url: str, shown: str, *, is_pictured: bool = False, has_feeds: bool = False
) -> None:
    """Raise `Walled` where the page `text`, in which `shown` was found, with pictures or without, is a wall.

    None is looked for on a page that is so large that its signs would cost more than they tell. Whoever only asks for
    scripts may have feeds that say without them what the page is about (`has_feeds`).
    """
    if len(text) > LARGEST:
        return
    wall = wall_of_page(evidence_in(root, text, url), shown, is_pictured)
    if wall is not None and not (has_feeds and wall.kind is Kind.SCRIPTS):
        raise Walled(wall.sentence(url))


def _words_of(found: Article | Listing) -> str:
    if isinstance(found, Listing):
        return ". ".join(entry.title for entry in found.entries)
    return ". ".join(map(text_of, found.blocks))


def _page(root: HtmlElement, again: HtmlElement, text: str, url: str, base: str) -> Article | Listing:
    """Return what the page `text` says, of which there are two trees; `base` is what its links are relative to."""
    files = directory(root, url, base)
    if files is not None:
        return files
    links = page_links(root, base)
    if is_index(root, url):
        listing = index_listing(root, url, base)
        if len(listing.entries) >= _FEWEST:
            following = older_page_in(root, base, url, is_list=True)
            return replace(_with_older(listing, following), feeds=_feeds(root, base), links=links)
    title = line(root.findtext(".//title") or "") or host_of(url)
    page = Listing(url, title, tuple(frames_in(root, base)), links=links)
    older = None if place_of(url) == "text" else older_page_in(root, base, url, is_list=False)
    try:
        article = article_in(root, url, base, main_page_of_wiki(root, text))
    except NoText:
        found = _listing_without_text(again, page)
        if found is None:
            raise
        return found
    instead = _listing_for_few_words(again, url, base, article.words) if article.words < _FEW_WORDS else None
    return replace(instead or _with_older_posts(article, older), links=links)


def _with_older(listing: Listing, older: Entry | None) -> Listing:
    """Return a list with the link to where it goes on as its last entry."""
    if older is None or any(entry.url == older.url for entry in listing.entries):
        return listing
    return replace(listing, entries=(*listing.entries, older))


def _with_older_posts(article: Article, older: Entry | None) -> Article:
    """Return the posts of a blog with the link to older ones as their last line."""
    if older is None:
        return article
    return replace(article, blocks=(*article.blocks, Paragraph((Run(older.title, href=older.url),))))


def _feeds(root: HtmlElement, base: str) -> tuple[Entry, ...]:
    return tuple(Entry(title or "Feed", address) for title, address in feeds_named(root, base))


def _listing_without_text(root: HtmlElement, page: Listing) -> Listing | None:
    """Return what there is of a page without a text: its frames, the list that its scripts would write, or its links.

    `page` has the frames as its entries. One that is an article by what it says, or by its address, is none of these.
    A page without links that names feeds is the list of these.
    """
    if page.entries:
        return page
    is_plain = _PLAIN_FILE.search(page.url) is not None  # `news.htm` may be that of an article, and of all the news
    if says(root) == "one" if is_plain else _is_article(root, page.url):
        return None
    found = _listing_or_short_list(root, page.url, base_of(root, page.url), 0)
    if found is not None:
        return replace(found, links=page.links)
    entries = tuple(Entry(words, address) for address, _, words in (link.partition(" ") for link in page.links))
    feeds = _feeds(root, base_of(root, page.url))
    if len(entries) >= _FEWEST:
        return replace(page, entries=entries, summary=_LINKS_ALONE, links=(), feeds=feeds)
    return replace(page, entries=feeds, summary=_FEEDS_ALONE) if feeds else None


def _is_article(root: HtmlElement, url: str) -> bool:
    """Say whether a page is an article by its address or by what it says; many sites say that of their lists too."""
    place = place_of(url)
    return place == "text" or (place != "list" and says(root) == "one")


def _listing_for_few_words(root: HtmlElement, url: str, base: str, words: int) -> Listing | None:
    """Return what a page with a text of hardly any `words` lists, which is no article by address or what it says."""
    return None if _is_article(root, url) else _listing_or_short_list(root, url, base, words)


def _listing_or_short_list(root: HtmlElement, url: str, base: str, words: int) -> Listing | None:
    """Return what a page lists, be it as little as a heading or two that say as much as the `words` of its text."""
    found = _listing_instead(root, url, base)
    if found is not None:
        return found
    entries = short_list(root, url, base)
    said = sum(len(f"{entry.title} {entry.summary}".split()) for entry in entries)
    return _listing_of(root, url, base, entries) if entries and said >= words else None


def _listing_instead(root: HtmlElement, url: str, base: str) -> Listing | None:
    """Return what a page lists in its data, or as links that are nearly all of it."""
    unseen = _unseen_listing(root, url, base)
    if unseen is not None:
        return unseen
    entries, introduction = link_list(root, base)
    return _listing_of(root, url, base, entries, introduction) if entries else None


def _listing_of(root: HtmlElement, url: str, base: str, entries: tuple[Entry, ...], introduction: str = "") -> Listing:
    metadata = read_metadata(root, url)
    return Listing(url, metadata.title, entries, metadata.deck or introduction, _feeds(root, base))


def _unseen_listing(root: HtmlElement, url: str, base: str) -> Listing | None:
    """Return the list of things to read in the data of a page."""
    scripts = [script for script in root.iter("script") if script.text]
    jsonld = [script.text for script in scripts if is_jsonld(script)]
    others = [script.text for script in scripts if not is_jsonld(script)]
    entries = entries_in_data(jsonld, others, url, base)
    if not entries:
        return None
    return _listing_of(root, url, base, entries)


def frames_in(root: HtmlElement, base: str) -> Iterator[Entry]:
    """Yield the frames of a page of the nineties, each under its name (HTML 4.01, section 16)."""
    for frame in root.iter("frame"):
        try:
            address = resolve(base, frame.get("src") or "")
        except BadAddress:
            continue
        yield Entry(line(frame.get("title") or frame.get("name") or "") or address, address)
