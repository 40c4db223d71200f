"""The RSS of the aggregators, read strictly: programs write it, so anything else is a refusal or an error page."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from app.errors import OriginFailed
from app.models import Headline
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.normalize import tidy

MOST_HEADLINES = 200


def channel(text: str, source: str) -> Any:
    """Return the channel of an RSS document, which is to be well formed and without a document type.

    So nothing is guessed, and no entity is declared. Raises `OriginFailed`.
    """
    text = tidy(text).strip()  # a control character in one item would cost us all of them
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    news = None
    if "<!DOCTYPE" not in text:
        with suppress(etree.XMLSyntaxError):
            news = etree.fromstring(text.encode(), parser).find("channel")
    if news is None:
        raise OriginFailed(Sentence("%(host)s sent something else than its list of news.", host=host_of(source)))
    return news


def items(news: Any) -> list[Any]:
    """Return the items of a channel, no more than anybody reads."""
    return list(news.findall("item"))[:MOST_HEADLINES]


def distinct(found: Iterable[Headline | None]) -> tuple[Headline, ...]:
    """Return the headlines that were found, each address once."""
    unique: dict[str, Headline] = {}
    for each in found:
        if each is not None:
            unique.setdefault(each.url, each)
    return tuple(unique.values())


def published(item: Any) -> float:
    """Return when an item was published, in seconds since the epoch, or 0 where it does not say (RFC 822)."""
    with suppress(ValueError, OverflowError):
        moment = parsedate_to_datetime(item.findtext("pubDate", "").strip())
        return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    return 0
