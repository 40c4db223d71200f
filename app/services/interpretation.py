"""From what came for an address to what it holds, by its kind."""

from dataclasses import replace

from app.errors import NoText
from app.extract.article.plain_text import plain_article
from app.extract.page import extract_page
from app.extract.site_rules import NO_RULES, SiteRules
from app.feeds.parse import parse as parse_feed
from app.fetch.decode import markup_of, text_of
from app.models import Article, Content, Download, FetchedPage, Kind, Listing, SourceImage
from app.sentences import Sentence
from app.services.marked_files import marked_article

NOT_REACHED = Sentence("What came before that has no text.")


def interpret(page: FetchedPage, rules: SiteRules = NO_RULES) -> Content:
    """Return what a fetched page holds, by the rules of its site. Raises `ReaderError` where that cannot be shown."""
    match page.kind:
        case Kind.HTML:
            found = _read(page, rules)
            return replace(found, cut=page.cut or found.cut)
        case Kind.TEXT:
            text = text_of(page)
            marked = marked_article(text, page.url, page.content_type)
            return replace(marked or plain_article(text, page.url), cut=page.cut)
        case Kind.FEED:
            return replace(parse_feed(page, text_of(page)), cut=page.cut)
        case Kind.IMAGE:
            return SourceImage(page.url, page.body)
    return Download(page.url, page.content_type, page.name, page.body)


def _read(page: FetchedPage, rules: SiteRules) -> Article | Listing:
    """Return what a page says. Of one that was cut before its text, that is what is said."""
    try:
        return extract_page(markup_of(page), page.url, rules)
    except NoText as error:
        if page.cut:
            told = NoText(Sentence.joined(page.cut, NOT_REACHED))
            told.versions = error.versions
            raise told from error
        raise
