"""Image maps: the links that lie on a picture (HTML 3.2, `map`), which are all the links of many an old home page."""

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.listing.page_links import name_of, words_of
from app.models import Run
from app.net.urls import resolve

MOST_AREAS = 60


def areas_of(image: HtmlElement, base: str) -> tuple[Run, ...]:
    """Return the links of the map of an `img`, each address once, by their words; `base` is what they start from."""
    name = (image.get("usemap") or "").strip().lstrip("#").lower()
    if not name:
        return ()
    maps = image.getroottree().iter("map")
    found = next((each for each in maps if name in _names(each)), None)
    links: dict[str, str] = {}
    for area in found.iter("area", "a") if found is not None else ():
        try:
            url = resolve(base, area.get("href") or "")
        except BadAddress:
            continue
        if area.get("href") and len(links) < MOST_AREAS:
            links.setdefault(url, words_of(area))
    return tuple(Run(words or name_of(url), href=url) for url, words in links.items())


def _names(element: HtmlElement) -> set[str]:
    return {(element.get(name) or "").strip().lower() for name in ("name", "id")}
