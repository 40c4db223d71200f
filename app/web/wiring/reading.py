"""Who reads the pages of the web, their other versions and their pictures, wired together."""

from dataclasses import dataclass

from app.fetch.client import Client
from app.news.aggregators.google_links import GoogleLinks
from app.services.adapted_reader import AdaptedReader
from app.services.content_reader import ContentReader
from app.services.coverage import Coverage
from app.services.feed_texts import FeedTexts
from app.services.image_service import ImageService
from app.services.isolated import done_in, interpret_in
from app.services.other_versions import OtherVersions
from app.services.page_reader import PageReader
from app.services.passthrough import verbatim_download
from app.services.refusals import explained_in
from app.services.wayback import PicturesOfCopies, Wayback
from app.services.whole_article import WholeArticles
from app.web.wiring.adapting import build_adapted
from app.web.wiring.groundwork import Groundwork
from app.web.wiring.searching import build_wayback


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads pages: `contents` any address as it is, `adapted` some by their sites' interfaces, `verbatim` unread.

    `texts` are those that feeds have, `articles` are of all their pages, `google` knows the links of its news.
    """

    client: Client
    contents: ContentReader
    adapted: AdaptedReader
    verbatim: ContentReader
    texts: FeedTexts
    articles: WholeArticles
    wayback: Wayback
    google: GoogleLinks


def build_reading(ground: Groundwork) -> Reading:
    """Return who reads pages, all by one client."""
    settings, tasks = ground.settings, ground.tasks
    client = ground.client(ground.sites.headers)
    texts = FeedTexts(ground.cache, settings.NEWS_STALE_SECONDS, interpret_in(tasks), client.permits)
    kept = texts.kept(interpret_in(tasks, ground.sites))
    contents = ground.reader(client, "", kept, explain=explained_in(tasks))
    exchanges = settings.GOOGLE_LINKS_PER_DAY if settings.GOOGLE_NEWS == "on" else 0
    return Reading(
        client,
        contents,
        build_adapted(ground, contents),
        ground.reader(client, "verbatim ", done_in(tasks, verbatim_download)),
        texts,
        WholeArticles(contents, settings.FETCH_DEADLINE, ground.sites),
        build_wayback(ground, client),
        GoogleLinks(client, ground.store, settings.GOOGLE_NEWS_URL.rstrip("/"), daily_exchanges=exchanges),
    )


def page_reader(ground: Groundwork, reading: Reading, coverage: Coverage) -> PageReader:
    """Return who reads what a person asks for, by every version that there is of it."""
    settings = ground.settings
    at_once = settings.WAYBACK == "at-once"
    versions = OtherVersions(reading.contents, reading.texts, reading.wayback, at_once, settings.FETCH_DEADLINE)
    return PageReader(
        reading.adapted, reading.google, coverage, versions, reading.wayback, reading.articles, ground.claims
    )


def image_service(ground: Groundwork, reading: Reading) -> ImageService:
    """Return who converts pictures, those of archived pages too."""
    pictures = PicturesOfCopies(reading.contents, reading.wayback)
    return ImageService(pictures, ground.cache, ground.store, ground.tasks, ground.settings.IMAGE_MAX_PIXELS)
