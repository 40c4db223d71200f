"""The search engines that there are, a row each, by the names that `SEARCH_ENGINES` has."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from app.fetch.decode import text_of
from app.models import FetchedPage, SearchResults
from app.search.engine import Engine
from app.search.engines import brave, duckduckgo, marginalia, mediawiki, mojeek, searxng, wiby

#: Sorted by name.
ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "brave": Engine(
            "Brave", "https://api.search.brave.com", brave.address, brave.results, ("brave",), brave.KEY_HEADER
        ),
        "duckduckgo": Engine(
            "DuckDuckGo",
            "https://html.duckduckgo.com",
            duckduckgo.html_address,
            duckduckgo.html_results,
            ("ddg", "duckduckgo"),
        ),
        "duckduckgo-lite": Engine(
            "DuckDuckGo", "https://lite.duckduckgo.com", duckduckgo.lite_address, duckduckgo.lite_results
        ),
        "marginalia": Engine(
            "Marginalia",
            "https://api2.marginalia-search.com",
            marginalia.address,
            marginalia.results,
            ("marginalia", "mar"),
            "API-Key",
        ),
        "mojeek": Engine("Mojeek", "https://www.mojeek.com", mojeek.address, mojeek.results, ("mojeek",)),
        "searxng": Engine("SearXNG", "", searxng.address, searxng.results, ("searx", "searxng")),
        "wiby": Engine("Wiby", "https://wiby.me", wiby.address, wiby.results, ("wiby",), knows_sites=False),
        "wikipedia": Engine(
            "Wikipedia",
            "https://{language}.wikipedia.org",
            mediawiki.address,
            mediawiki.results,
            ("w", "wiki", "wikipedia"),
            knows_sites=False,
        ),
        "wiktionary": Engine(
            "Wiktionary",
            "https://{language}.wiktionary.org",
            mediawiki.address,
            mediawiki.results,
            ("wt", "wiktionary", "define"),
            knows_sites=False,
        ),
    }
)


#: Those that find pictures, under the same names. DuckDuckGo's pages without scripts have none.
PICTURE_ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "brave": replace(ENGINES["brave"], address=brave.pictures_address, results=brave.pictures_in),
        "searxng": replace(ENGINES["searxng"], address=searxng.pictures_address, results=searxng.pictures_in),
    }
)


def answered(name: str, pictures: bool, url: str, page: FetchedPage) -> SearchResults:
    """Return what the engine `name` answered at `url`, of pages or of pictures. Raises `OriginFailed` and `Walled`."""
    return (PICTURE_ENGINES if pictures else ENGINES)[name].results(url, text_of(page))


def answers_of(name: str, pictures: bool = False) -> partial[SearchResults]:
    """Return what reads the answers of the engine `name`, for a process of its own."""
    return partial(answered, name, pictures)
