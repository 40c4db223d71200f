"""Stand-ins for the search engines on the loopback: each answers in the shape that its documentation has."""

import json
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from tests.origin import Origin

Row = tuple[str, str, str]
ROWS: tuple[Row, ...] = tuple(
    (
        f"https://example.org/lamp/{place}?a=1&b=2",
        f"Lamp {place} & <more>",
        f"Words on “lamp” {place}, which are long. ",
    )
    for place in range(10)
)
CHECK = {
    "duckduckgo": '<form id="challenge-form" action="//duckduckgo.com/anomaly.js?sv=html"><div class="anomaly-modal__title">'
    "Unfortunately, bots use DuckDuckGo too.</div></form>",
}


def searxng(rows: Sequence[Row], corrections: Sequence[str] = (), silent: Sequence[str] = ()) -> str:
    """Return an answer of SearXNG in JSON."""
    results = [{"url": url, "title": title, "content": words, "engine": "mojeek"} for url, title, words in rows]
    silence = [[name, "timeout"] for name in silent]
    answer = {"query": "q", "number_of_results": 0, "results": results, "answers": [], "corrections": list(corrections)}
    return json.dumps(answer | {"infoboxes": [], "suggestions": [], "unresponsive_engines": silence})


def _through(url: str) -> str:
    return f"//duckduckgo.com/l/?uddg={quote(url, safe='')}&amp;rut=0123abc"


def _next_form(offset: int) -> str:
    return (
        '<div class="nav-link"><form action="/html/" method="post"><input type="submit" value="Next">'
        f'<input type="hidden" name="q" value="lamp"><input type="hidden" name="s" value="{offset}">'
        '<input type="hidden" name="vqd" value="4-123"></form></div>'
    )


def duckduckgo(rows: Sequence[Row], offset: int = 0, suggestion: str = "") -> str:
    """Return DuckDuckGo's page of boxes, with an advert, and a form for the results from `offset` on."""
    boxes = "".join(
        '<div class="result results_links results_links_deep web-result "><div class="links_main result__body">'
        f'<h2 class="result__title"><a rel="nofollow" class="result__a" href="{_through(url)}">{escape(title)}</a></h2>'
        f'<a class="result__snippet" href="{_through(url)}">{escape(words)}<b>lamp</b></a></div></div>'
        for url, title, words in rows
    )
    advert = (
        '<div class="result results_links result--ad"><h2><a class="result__a" href="https://duckduckgo.com/y.js?ad=1">'
        'Buy lamps</a></h2><a class="result__snippet">Cheap</a></div>'
    )
    meant = f'<div id="did_you_mean">Did you mean <a href="/html/?q=x">{escape(suggestion)}</a>?</div>'
    nothing = "" if rows else '<div class="no-results">No results.</div>'
    more = _next_form(offset) if offset else ""
    return (
        f'<html><body>{meant if suggestion else ""}<div id="links">{advert}{boxes}{nothing}{more}</div></body></html>'
    )


def lite(rows: Sequence[Row], offset: int = 0) -> str:
    """Return DuckDuckGo's lite page."""
    lines = "".join(
        f'<tr><td>{place}.&nbsp;</td><td><a rel="nofollow" href="{_through(url)}" class=\'result-link\'>{escape(title)}</a>'
        f"</td></tr><tr><td>&nbsp;</td><td class='result-snippet'>{escape(words)}</td></tr>"
        f"<tr><td>&nbsp;</td><td><span class='link-text'>example.org</span></td></tr>"
        for place, (url, title, words) in enumerate(rows, 1)
    )
    advert = "<tr class='result-sponsored'><td>1.</td><td><a class='result-link' href='//duckduckgo.com/y.js'>Buy</a></td></tr>"
    nothing = "" if rows else "<tr><td><span class='no-results'>No results found.</span></td></tr>"
    return f"<html><body><table>{advert}{lines}{nothing}</table>{_next_form(offset) if offset else ''}</body></html>"


def mojeek(rows: Sequence[Row], suggestion: str = "") -> str:
    """Return Mojeek's page of results."""
    items = "".join(
        f'<li class="r{place}"><a class="ob" href="{escape(url)}"><p class="i"><span class="url">example.org</span></p></a>'
        f'<h2><a class="title" href="{escape(url)}">{escape(title)}</a></h2><p class="s">{escape(words)}</p></li>'
        for place, (url, title, words) in enumerate(rows, 1)
    )
    spelled = f'<p class="top-info spell">Did you mean: <em><a href="/search?q=x">{escape(suggestion)}</a></em></p>'
    found = f'<ul class="results-standard">{items}</ul>' if rows else "<p>No pages found matching: lamp</p>"
    return f'<html><body>{spelled if suggestion else ""}<div class="results">{found}</div></body></html>'


def marginalia(rows: Sequence[Row], number: int = 1, pages: int = 1) -> str:
    """Return an answer of Marginalia's API."""
    results = [{"url": url, "title": title, "description": words, "quality": 3.1} for url, title, words in rows]
    return json.dumps({"license": "CC-BY-NC-SA 4.0", "query": "q", "page": number, "pages": pages, "results": results})


def brave(rows: Sequence[Row], has_more: bool = False, altered: str = "") -> str:
    """Return an answer of Brave's API."""
    results = [
        {"type": "search_result", "title": title, "url": url, "description": words} for url, title, words in rows
    ]
    query = {"original": "q", "more_results_available": has_more} | ({"altered": altered} if altered else {})
    web = {"web": {"type": "search", "results": results}} if rows else {}
    return json.dumps({"type": "search", "query": query} | web)


def wiby(rows: Sequence[Row], offset: int = 0) -> str:
    """Return an answer of Wiby."""
    results = [{"URL": url, "Title": title, "Snippet": words, "Description": ""} for url, title, words in rows]
    return json.dumps([*results, *([{"NextOffset": str(offset)}] if offset else [])])


def mediawiki(titles: Sequence[str], offset: int = 0, suggestion: str = "") -> str:
    """Return an answer of MediaWiki's search."""
    rows = [
        {"ns": 0, "title": each, "pageid": 7, "snippet": f'The <span class="searchmatch">{escape(each)}</span> is old'}
        for each in titles
    ]
    info = {"searchinfo": {"suggestion": suggestion, "suggestionsnippet": suggestion} if suggestion else {}}
    more = {"continue": {"sroffset": offset, "continue": "-||"}} if offset else {}
    return json.dumps({"batchcomplete": True} | more | {"query": info | {"search": rows}})


#: Pictures: the page, the title, the small picture and the whole one.
PICTURES: tuple[tuple[str, str, str, str], ...] = tuple(
    (
        f"https://example.org/lamp/{place}",
        f"Lamp {place} & <more>",
        f"https://small.example/{place}",
        f"https://example.org/{place}.jpg",
    )
    for place in range(8)
)


def searxng_pictures(rows: Sequence[tuple[str, str, str, str]]) -> str:
    """Return an answer of SearXNG in JSON for the category of images."""
    results = [
        {
            "url": page,
            "title": title,
            "thumbnail_src": small,
            "img_src": whole,
            "content": "",
            "template": "images.html",
        }
        for page, title, small, whole in rows
    ]
    return json.dumps(json.loads(searxng(())) | {"results": results})


def brave_pictures(rows: Sequence[tuple[str, str, str, str]]) -> str:
    """Return an answer of Brave's API for images."""
    results = [
        {"type": "image_result", "title": title, "url": page, "thumbnail": {"src": small}, "properties": {"url": whole}}
        for page, title, small, whole in rows
    ]
    return json.dumps({"type": "images", "query": {"original": "q"}, "results": results})


#: Where each is asked for pictures, and its answer with `PICTURES`, and without any.
PICTURE_SHAPES: dict[str, tuple[str, str, str]] = {
    "brave": ("/res/v1/images/search", brave_pictures(PICTURES), brave_pictures(())),
    "searxng": ("/search", searxng_pictures(PICTURES), searxng_pictures(())),
}

#: Where each is asked, and its answer with `ROWS`, and without any.
SHAPES: dict[str, tuple[str, str, str]] = {
    "brave": ("/res/v1/web/search", brave(ROWS), brave(())),
    "duckduckgo": ("/html/", duckduckgo(ROWS), duckduckgo(())),
    "duckduckgo-lite": ("/lite/", lite(ROWS), lite(())),
    "marginalia": ("/search", marginalia(ROWS), marginalia(())),
    "mojeek": ("/search", mojeek(ROWS), mojeek(())),
    "searxng": ("/search", searxng(ROWS), searxng(())),
    "wiby": ("/json/", wiby(ROWS), wiby(())),
    "wikipedia": ("/w/api.php", mediawiki([title for _, title, _ in ROWS]), mediawiki(())),
    "wiktionary": ("/w/api.php", mediawiki([title for _, title, _ in ROWS]), mediawiki(())),
}


def serve(origin: Origin, name: str, rows: bool = True) -> str:
    """Let the stand-in of an engine answer at a place of its own; return what `SEARCH_ENGINES` has for it."""
    path, full, empty = SHAPES[name]
    kind = "text/html" if full.startswith("<") else "application/json"
    origin.serve(f"/{name}{path}", full if rows else empty, kind)
    return f"{name}={origin.url(f'/{name}')}"
