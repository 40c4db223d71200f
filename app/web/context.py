"""What the views work with, made once for each application."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import cast

from flask import current_app, g, request
from werkzeug.local import LocalProxy

from app.fetch.https_hosts import HttpsHosts
from app.isolation import TaskPool
from app.net.urls import ID_PATTERN, checked, is_unchecked
from app.news.editions import current_code, find_edition
from app.news.sources import EditionSources
from app.render.charsets.charsets import Charset
from app.render.charsets.form_fields import decode_field
from app.render.html.links import Links
from app.render.language import Language, language_for
from app.render.pages import Pages
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import UNIVERSAL
from app.render.template import Frame
from app.services.admission import READS, SEARCHES, Admission, Admissions
from app.services.almanac import Almanac
from app.services.collections import ReaderCollections
from app.services.content_reader import ContentReader
from app.services.conversions import Conversions
from app.services.coverage import Coverage
from app.services.digest_pictures import DigestPictures
from app.services.digests import Digests
from app.services.front_pages import FrontPages
from app.services.gathering import Gathering
from app.services.image_service import ImageService
from app.services.news_search import NewsSearch
from app.services.own_front_pages import OwnFrontPages
from app.services.page_reader import PageReader
from app.services.page_refresher import PageRefresher
from app.services.papers import Papers
from app.services.password import PasswordCheck
from app.services.reference import Reference
from app.services.site_status import SiteStatus
from app.services.source_check import SourceCheck
from app.services.source_status import SourceStatus
from app.services.text_pictures import TextPictures
from app.services.translations import Translations
from app.services.web_search import WebSearch
from app.storage import Store
from app.storage.cache import Cache
from app.storage.short_links import ShortLinks
from app.text.charset_family import family_of
from app.web.middleware.forward_proxy import SITE
from app.web.middleware.moment_asked import WHEN
from app.web.middleware.profile_prefix import COLLECTION
from app.web.server.outgoing import parking_of
from config import Settings

EXTENSION = "news68k"
# What Werkzeug has in place of bytes of a path that are no UTF-8.
NOT_UTF_8 = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the program that a view calls.

    `reader` reads what a person asks for, `contents` any address as it is, `verbatim` what passes unread; `tasks` does
    the work that can be ended; `https_hosts` knows which hosts are asked by https; `password` is there where the site
    is private; `store` tells how it fares itself.
    """

    settings: Settings
    cache: Cache
    almanac: Almanac
    reader: PageReader
    contents: ContentReader
    coverage: Coverage
    digests: Digests
    digest_pictures: DigestPictures
    gathering: Gathering
    image_service: ImageService
    collections: ReaderCollections
    conversions: Conversions
    links: ShortLinks
    store: Store
    admissions: Admissions
    front_pages: FrontPages
    news_search: NewsSearch
    own_pages: OwnFrontPages
    papers: Papers
    page_refresher: PageRefresher
    source_check: SourceCheck
    site_status: SiteStatus
    source_status: SourceStatus
    pages: Pages
    reference: Reference
    text_pictures: TextPictures
    translations: Translations
    web_search: WebSearch
    picture_search: WebSearch
    verbatim: ContentReader
    tasks: TaskPool
    https_hosts: HttpsHosts
    password: PasswordCheck | None


def services() -> Services:
    """Return the services of the application that answers this request."""
    found: Services = current_app.extensions[EXTENSION]
    return found


def _admission(kind: str) -> Admission:
    return services().admissions.of(request.remote_addr or "", kind, parking_of(request.environ))


#: What the client that asks may cause by reading, and by searching.
admit = cast(Admission, LocalProxy(lambda: _admission(READS)))
admit_search = cast(Admission, LocalProxy(lambda: _admission(SEARCHES)))


def turn() -> AbstractContextManager[Callable[[], None]]:
    """Return the turn of the client that asks to have a picture converted. Raises `TooManyReads` and `Overloaded`."""
    return services().conversions.turn(request.remote_addr or "")


def profile() -> Profile:
    """Return whom this request is answered for."""
    found: Profile | None = g.get("profile")
    return found or UNIVERSAL


def edition() -> EditionSources:
    """Return the edition in the path of this request, else the default one."""
    found: EditionSources | None = g.get("edition")
    return found or services().front_pages.default


def known_edition(code: str) -> EditionSources:
    """Return the edition with this code, old or new, in small or capital letters. Raises `UnknownPlace`."""
    return services().front_pages.edition(current_code(code))


def edition_family() -> str:
    """Return the family of the language of the edition, in which its front pages and forms are."""
    sizes = find_edition(edition().code)
    return sizes.family if sizes else family_of(edition().language, "")


def archives() -> bool:
    """Return whether readers may ask for copies of the Wayback Machine."""
    return services().settings.WAYBACK != "off"


def form_charset() -> Charset:
    """Return the set of the pages that hold our forms, in which browsers send them back."""
    return profile().charset(edition_family())


def typed_in_path(words: str) -> str:
    """Return words that stand at the end of the path: in UTF-8, or from an old browser in the set of our pages."""
    if NOT_UTF_8 not in words:
        return words
    parts = str(request.environ["PATH_INFO"]).encode("latin-1").split(b"/")
    return decode_field(b"/".join(parts[-1 - words.count("/") :]), form_charset())


def raw_behind(begin: str) -> str:
    """Return what stands behind `begin` in the address of this request as it came, or nothing where that is not known.

    In it `%2F` is no slash yet, bytes are in whatever set they are, and the query is there.
    """
    return str(request.environ.get("RAW_URI", "")).partition(begin)[2]


def title_in_path(words: str) -> str:
    """Return words likewise that are looked up, without the slash that any address may end with."""
    return typed_in_path(words).rstrip("/") or words


def living_in() -> str:
    """Return the moment of the past in which all that this client asks for is answered, or nothing."""
    return str(request.environ.get(WHEN, "")) if archives() else ""


def collection_secret() -> str:
    """Return the secret of the collection that the reader adds to, as the path names it, or nothing."""
    found = request.environ.get(COLLECTION, "")
    return found if ID_PATTERN.fullmatch(found) else ""


def link_parts() -> tuple[str, str, str, str, str, bool]:
    """Return what stands in links: the profile's and the edition's part, the site, the moment of the past, and the
    collection's part.

    Each is empty where there is none. Last, whether a browser whose proxy this is stays in that moment by itself.
    """
    spec, site, when = f"/~{profile().name}" if g.get("profile_in_path") else "", site_asked(), g.get("when", "")
    secret = collection_secret()
    edition_part, collection = f"/{g.edition.code}" if g.get("edition") else "", f"/+{secret}" if secret else ""
    stays = bool(site and when) and living_in() == when
    return spec, edition_part, site, when, collection, stays


def site_asked() -> str:
    """Return the address of our own site for pages that stand at other addresses, or nothing."""
    return str(request.environ.get(SITE, ""))


def _with_originals(urls: Iterable[str]) -> Iterator[str]:
    """Yield `urls` but empty ones, and the address of the original behind each that is read unchecked."""
    for url in filter(None, urls):
        yield url
        if is_unchecked(url):
            yield checked(url)


def wanted_language() -> Language:
    """Return the language of our own words: of the profile's name, else of the setting, else of the edition."""
    forced = profile().language or services().settings.INTERFACE_LANGUAGE
    return language_for(forced, edition().language, edition().code)


def interface_language(charset: Charset) -> Language:
    """Return the language of our own words where they stand alone, in `charset`."""
    return wanted_language().or_english(charset)


def frame(urls: Iterable[str] = (), family: str = "", looks_up: bool = False) -> Frame:
    """Return the frame of a page that links to `urls`, in a family of languages; else in that of the edition.

    With `looks_up` its links to entries of encyclopedias and dictionaries lead to those as we show them.
    """
    spec, code, site, when, collection, stays = link_parts()
    wikis = services().reference.wikis if looks_up and not when else ()
    ids = services().links.ids_for(_with_originals(urls))
    links = Links(spec, code, ids, site, when, collection, wikis, stays)
    settings, searches = services().settings, services().web_search.is_on
    return Frame(
        settings.SITE_NAME,
        edition().code.upper(),
        links,
        profile(),
        family or edition_family(),
        searches,
        archives(),
        wanted_language(),
        own_pages=settings.OWN_PAGES == "on",
        today_files=settings.TODAY_FILES == "on",
        works=services().reference.names,
        almanac=services().almanac.names,
    )
