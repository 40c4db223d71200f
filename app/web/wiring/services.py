"""All parts of the program, wired together."""

from ipaddress import ip_network

from app.fetch.https_hosts import HttpsHosts
from app.isolation import Control
from app.render.pages import Pages
from app.services.admission import CONVERSIONS, GUESSES, Admissions, ReadSlots
from app.services.collections import ReaderCollections
from app.services.conversions import Conversions
from app.services.day_figures import DayFigures
from app.services.digest_pictures import DigestPictures
from app.services.digests import Digests
from app.services.gathering import Gathering
from app.services.password import PasswordCheck
from app.services.site_status import SiteStatus
from app.services.site_watch import SiteWatch
from app.services.text_pictures import TextPictures
from app.services.translations import Translations
from app.services.web_search import WebSearch
from app.storage.collections import collections
from app.storage.inheritance import Inherited
from app.storage.secret import secret_of
from app.storage.short_links import ShortLinks
from app.web.context import Services
from app.web.wiring.almanac import build_almanac
from app.web.wiring.fetching import host_lists
from app.web.wiring.groundwork import Groundwork, lay_groundwork
from app.web.wiring.limits import build_limits
from app.web.wiring.newspaper import Newspaper, build_newspaper
from app.web.wiring.reading import Reading, build_reading, image_service, page_reader
from app.web.wiring.searching import build_reference, build_web_search
from app.web.wiring.translating import build_translations
from config import ROOT, Settings


def build_services(settings: Settings, inherited: Inherited | None = None, zygote: Control | None = None) -> Services:
    """Return the parts of the program, wired together; `zygote` is one that is there already.

    Raises `SiteRulesError`, `SourcesError` and `StoreError`.
    """
    ground = lay_groundwork(settings, inherited, zygote)
    secret = inherited.secret if inherited else secret_of(ground.store, settings.SECRET)
    reading = build_reading(ground)
    newspaper = build_newspaper(ground, reading.client, reading.texts, reading.google)
    images = image_service(ground, reading)
    gathering = Gathering(ground.store, ground.claims, "today ")
    limits = build_limits(settings, ground.store)
    exempt = [ip_network(each) for each in settings.LIMIT_EXEMPT_NETWORKS]
    slots = ReadSlots(settings.READ_CONCURRENCY, settings.LIMIT_READS_AT_ONCE, ground.claims)
    web_search, translations = build_web_search(ground), build_translations(ground)
    return Services(
        settings=settings,
        cache=ground.cache,
        almanac=build_almanac(ground),
        reader=page_reader(ground, reading, newspaper.coverage),
        contents=reading.contents,
        coverage=newspaper.coverage,
        collections=ReaderCollections(collections(ground.store)),
        digests=_digests(ground, reading, newspaper, gathering),
        digest_pictures=DigestPictures(images, gathering, ground.store),
        gathering=gathering,
        image_service=images,
        conversions=Conversions(limits[CONVERSIONS], settings.IMAGE_CONVERSIONS, settings.IMAGE_QUEUE, exempt),
        links=ShortLinks(ground.store, secret, inherited.standby if inherited else None),
        store=ground.store,
        admissions=Admissions(slots, limits, exempt),
        front_pages=newspaper.front_pages,
        news_search=newspaper.search,
        own_pages=newspaper.own,
        papers=newspaper.papers,
        page_refresher=newspaper.refresher,
        source_check=newspaper.check,
        site_status=_site_status(ground, reading, web_search, translations),
        source_status=newspaper.status,
        pages=Pages(ROOT / "templates"),
        reference=build_reference(ground),
        text_pictures=TextPictures(ground.cache, ground.tasks),
        translations=translations,
        web_search=web_search,
        picture_search=build_web_search(ground, pictures=True),
        verbatim=reading.verbatim,
        tasks=ground.tasks,
        https_hosts=HttpsHosts(),
        password=PasswordCheck(settings.PASSWORD, limits[GUESSES]) if settings.PASSWORD else None,
    )


def _digests(ground: Groundwork, reading: Reading, newspaper: Newspaper, gathering: Gathering) -> Digests:
    return Digests(
        newspaper.front_pages,
        lambda url, admit: reading.articles.whole(reading.contents.read(url, admit), admit),
        reading.google.is_link,
        gathering,
        ground.cache,
        namespace=host_lists(ground.settings).digest,
        permits=reading.client.permits,
    )


def _site_status(ground: Groundwork, reading: Reading, web_search: WebSearch, translations: Translations) -> SiteStatus:
    watch = SiteWatch(DayFigures(ground.store), ground.store)
    google = reading.google if ground.settings.GOOGLE_NEWS == "on" else None
    return SiteStatus(watch, web_search, reading.wayback, google, translations)
