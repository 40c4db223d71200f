"""What do browsers make of our pages? `python -m bench.browsers FOLDER [browser ...]`.

Each browser is driven to each page of a stand-in newspaper, by the gunicorn that serves it, and what it shows is
put into the folder: a small PNG, or the text of a terminal. Then it searches for a word with an accent, and the
answer must have that word. What it sends is in `wire.txt`.
"""

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from bench.drivers import BROWSERS, Browser, Visit
from bench.front import town_settings
from bench.screen import Screen, screen
from bench.server import get, gunicorn
from bench.tap import Tap, tap
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.news.town import Paper, town
from tests.wikis import Works, defined

# What is shown: the name, the page that leads there, and the link on it; or no such page, and the path. `{paper}` is
# the address of a paper, `{edit}` and others are earlier paths. What begins with `http:` is asked for with our server
# as the browser's proxy.
PAGES = (
    ("front", "", "/"),
    ("section", "front", r'<a href="([^"]*)">World</a>'),
    ("article", "front", r'<h3><a href="([^"]*)">'),
    ("picture", "article", r'<a href="([^"]*)">\[1\]</a>'),
    ("text", "article", r'<a href="([^"]*)">This article as plain text</a>'),
    ("kinds", "", "/read?url={paper}/kinds"),
    ("long", "", "/read?url={paper}/long"),
    ("netscape", "", "/~netscape/read?url={paper}/kinds"),
    ("macplus", "", "/~macplus/read?url={paper}/long"),
    ("second", "macplus", r'<a href="([^"]*)">Next'),
    ("mono", "macplus", r'<a href="([^"]*)">\[1\]</a>'),
    ("part", "mono", r'<a href="([^"]*)">Full size in parts</a>'),
    ("arabic", "", "/~netscape-utf8/read?url={paper}/arabic"),
    ("japanese", "", "/~netscape/read?url={paper}/japanese"),
    ("offers", "", "/~macplus/read?url={paper}/japanese"),
    ("drawn", "offers", r'<a href="([^"]*/drawn)">'),
    ("proxied", "", "{paper}/long"),
    ("setup", "front", r'<a href="([^"]*)">Setup</a>'),
    ("tests", "setup", r'<a href="([^"]*)">test page</a>'),
    ("card", "", "/~netscape/setup/card"),
    ("search", "front", r'<a href="([^"]*)">Search</a>'),
    ("ask", "", "/~netscape/read"),
    ("results", "", "/~netscape/read?url=tower+on+rails"),
    ("word", "", "/~netscape/wiki"),
    ("entry", "", "/~netscape/wiki/Lighthouse"),
    ("meanings", "", "/word/lighthouse"),
    ("year", "", "/~netscape/web/1999/harbour.example/"),
    ("editions", "front", r'<a href="([^"]*)">Change</a>'),
    ("about", "front", r'<a href="([^"]*)">About '),
    ("refused", "", "/read?url=http://10.0.0.1/"),
    ("coverage", "front", r'<a href="([^"]*)">\d+ more headlines? on this'),
    ("made", "", "/my?name=My+news"),
    ("edit", "made", r'"([^"]*/my/e/[a-z2-7]+)"'),
    ("filled", "", "{edit}?add=in/world"),
    ("own", "filled", r'href="([^"]*/my/[a-z2-7]{10})"'),
    ("macfront", "", "/~macplus/in/"),
    ("today", "", "/~lynx/in/today.txt"),
)
# An article of every kind of block and of many alphabets.
KINDS = """<ul><li>Granite, nine hundred tonnes</li><li>Rails, from a <a href="/mill">mill</a></li></ul>
<ol><li>Lift</li><li>Push<ul><li>and stop</li></ul></li></ol>
<blockquote><p>You persuade it.</p></blockquote><pre>level  0.02
beam   17</pre>
<table><caption>The way of the tower</caption><tr><th>Day</th><th>Metres</th><th>Stops</th></tr>
<tr><td>Monday</td><td>31</td><td>2</td></tr><tr><td>Tuesday</td><td>44</td><td>1</td></tr></table>
<p>Café, naïve, £5, 20 €, ½, 90°; “quoted” – dashed — and so on… Łódź, Čapek, Москва,
Αθήνα, 東京.</p>"""
# Articles in scripts of other parts of the world: the name, the title, and a paragraph.
SCRIPTS = (
    (
        "arabic",
        "المنار الذي انتقل إلى الداخل",
        "نقل المهندسون برجا وزنه تسعمئة طن إلى الداخل على قضبان حديدية، وسار أهل البلدة إلى جانبه أسبوعا كاملا. "
        "قالت رئيسة الفريق إن المنار لا يُدفع بل يُقنع، وإنه توقف إحدى عشرة مرة في سنة 2026.",
    ),
    (
        "japanese",
        "線路の上を動いた灯台",
        "九百トンの塔が線路の上を内陸へ運ばれ、町の人々は一週間その横を歩いた。「灯台は押すものではない、説得するものだ」と"
        "作業を率いた技師は語った。ランプは日曜日の夜に再び灯され、三隻の漁船が汽笛で答えた。",
    ),
)
FOUND = (
    ("/long", "The long way", "How a tower of nine hundred tonnes was moved inland on rails, and who pushed it."),
    (
        "/kinds",
        "Lighthouse of Kettle Point moved inland on rails",
        "The lamp is lit again, 400 metres away.",
    ),
)
HARBOUR = """<html><head><title>Harbour</title></head><body bgcolor="#c0c0ff" text=black link=blue><center>
<h1>The harbour of 1999</h1><img src=lamp.gif alt=Lamp><hr width=60%><table border=1 bgcolor=white><tr><td>
<a href="tides.html">Tides</a></td><td><a href="boats.html">Boats</a></td><td><a href="guests.html">Guests</a></td></tr>
</table><p><b>New!</b> Our pages are on the World Wide Web.<p><i>Best seen at 640 x 480.</i></center></body></html>"""
ENCYCLOPEDIA = """<div class="mw-parser-output"><table class="infobox"><tr><th>Kind</th><td>Tower</td></tr>
<tr><th>Height</th><td>24 m</td></tr><tr><th>Lit</th><td>1911</td></tr></table><p>A <b>lighthouse</b> is a tower with a
light by which ships find their way along a coast and into a <a href="/wiki/Harbour">harbour</a>. Most of them work
without keepers today.</p><figure><img src="{tower}" width="250" height="190"><figcaption>The tower of Kettle
Point</figcaption></figure><h2>History</h2><p>The first were fires on hills.</p><h2>Light</h2><p>Of oil, at
first.</p><h2>Keepers</h2><p>They trimmed the wicks.</p></div>"""
FORM = "search"
PATIENCE = 60.0  # seconds; a front page without some of its papers is made anew after half of it
WORDS = "café"


@dataclass(frozen=True, slots=True)
class Site:
    """The site that is shown: the tap before it, its pages, and the paths of these by name."""

    tap: Tap
    server: int
    paths: dict[str, str]

    def page(self, path: str) -> str:
        """Return the page at `path`, as it came."""
        return get(self.server, path)[1].decode("latin-1")


def main() -> None:
    """Show the pages, and print how long it took."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:] or list(BROWSERS)
    folder.mkdir(parents=True, exist_ok=True)
    with newspaper() as site, screen() as shown:
        for name in wanted:
            start, browser = time.perf_counter(), BROWSERS[name]
            if browser.missing:
                print(f"{name}: {', '.join(browser.missing)} missing; apt-get install {browser.package}")
                continue
            pages = show_pages(name, browser, site, shown, folder)
            form = search(name, browser, site, shown, folder)
            print(f"{name}: {pages}, {form}; {time.perf_counter() - start:.0f} s")
        (folder / "wire.txt").write_text("\n\n".join(site.tap.heads) + "\n")


@contextmanager
def newspaper() -> Iterator[Site]:
    """Serve the stand-in papers and our own site of them."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        for paper in papers:
            illustrate(paper)
        settings = {**town_settings(papers, Path(folder)), **elsewhere(papers[0]), "NEWS68K_PROXY": "on"}
        with gunicorn("wsgi:app", settings) as (port, _), tap(port) as tapped:
            yield Site(tapped, port, paths_by_name(port, papers[0].origin.url("")))


def elsewhere(paper: Paper) -> dict[str, str]:
    """Serve what is asked beside papers; return settings.

    These are a search engine that finds articles of the paper, an encyclopedia and a dictionary with an entry each, and
    an archive with pages of 1999.
    """
    base = paper.origin.url("").rstrip("/")
    found = [{"URL": f"{base}{path}", "Title": title, "Snippet": words} for path, title, words in FOUND]
    paper.origin.serve("/wiby/json/", json.dumps(found), "application/json")
    copies = "/web/19990701120000id_/http://harbour.example/"
    paper.origin.serve(copies, HARBOUR)
    paper.origin.serve(f"{copies}tides.html", "<title>Tides</title><h1>Tides of 1999</h1><a href=./>Harbour</a>")
    paper.origin.serve(f"{copies}lamp.gif", drawing(200, 120), "image/png")
    works = Works(paper.origin)
    for asked in ("", "lighthouse"):
        works.add("Lighthouse", ENCYCLOPEDIA, asked=asked)
    works.define("lighthouse", defined([("en", "Noun", [("A tower with a light for ships.", ["It was moved."])])]))
    for name in works.pictures:
        paper.origin.serve(f"/media/{name}.jpg", drawing(), "image/png")
    engines = {"SEARCH_ENGINES": json.dumps([f"wiby={base}/wiby"]), "WAYBACK_URL": base}
    return {f"NEWS68K_{name}": value for name, value in (engines | works.settings).items()}


def illustrate(paper: Paper) -> None:
    """Serve the pictures of a paper's articles, an article of many kinds of blocks, and a long one."""
    for name, _ in LIGHTHOUSE.images:
        kind = "JPEG" if name.endswith(".jpg") else "PNG"
        paper.origin.serve(f"/pictures/{name}", drawing(file_format=kind), f"image/{kind.lower()}")
    paper.origin.serve(
        "/kinds", modern_page(replace(LIGHTHOUSE, paragraphs=LIGHTHOUSE.paragraphs[:2], images=(), extra=KINDS))
    )
    for name, title, paragraph in SCRIPTS:
        paper.origin.serve(f"/{name}", modern_page(Story(title, "", (paragraph,) * 6, byline="")))
    text = tuple(f"{words} ({place})" for place, words in enumerate(LIGHTHOUSE.paragraphs * 12))
    paper.origin.serve("/long", modern_page(replace(LIGHTHOUSE, paragraphs=text)))


def paths_by_name(port: int, paper: str) -> dict[str, str]:
    """Return the path of each of `PAGES`, found by following links. Raises `LookupError`."""
    paths: dict[str, str] = {}
    for name, before, link in PAGES:
        if not before:
            paths[name] = link.format(paper=paper, **paths)
            gathered(port, paths[name])
            continue
        paths[name] = _link_on(port, paths[before], link)
    return paths


def gathered(port: int, path: str) -> None:
    """Wait until a page is there that is made behind the readers' backs."""
    end = time.monotonic() + PATIENCE
    while path.startswith("/") and get(port, path)[0] == 202 and time.monotonic() < end:
        time.sleep(1)


def _link_on(port: int, path: str, link: str) -> str:
    """Return where a link on a page leads. Raises `LookupError` where there is none.

    On a machine that is busy, papers are late for the first front page, and stand on the next one.
    """
    end = time.monotonic() + PATIENCE
    while not (found := re.search(link, get(port, path)[1].decode("latin-1"), re.IGNORECASE)):
        if time.monotonic() > end:
            raise LookupError(f"{path} has no link {link}")
        time.sleep(1)
    return found[1]


def show_pages(name: str, browser: Browser, site: Site, shown: Screen, folder: Path) -> str:
    """Put what a browser shows of each page into `folder`; return in words how many it asked for."""
    asked = 0
    for page, path in site.paths.items():
        with tempfile.TemporaryDirectory() as home:
            visit = planned(site, path, Path(home), shown)
            (folder / f"{name}-{page}.{browser.kind}").write_bytes(browser.show(visit))
            asked += visit.asked()
    return f"{asked} of {len(site.paths)} pages"


def search(name: str, browser: Browser, site: Site, shown: Screen, folder: Path) -> str:
    """Let a browser send the search form; return in words what came of it.

    Where accents cannot be typed, they stand in the form already, and a blank is typed behind them.
    """
    path = site.paths[FORM] if browser.accents else f"{site.paths[FORM]}?q={quote(WORDS)}"
    with tempfile.TemporaryDirectory() as home:
        visit = planned(site, path, Path(home), shown, WORDS if browser.accents else " ")
        known = len(site.tap.heads)
        (folder / f"{name}-found.{browser.kind}").write_bytes(browser.show(visit))
    forms = [target for target in site.tap.targets()[known:] if is_answer(target, path)]
    if not forms:
        return "no form came"
    came = WORDS.replace("é", "&#233;") in site.page(forms[0])
    return f"{forms[0]} {'came back' if came else 'DID NOT COME BACK'}"


def planned(site: Site, path: str, home: Path, shown: Screen, words: str = "") -> Visit:
    """Return the visit of a page, at which `words` are typed into its first text field and sent, if there are any."""
    known = len(site.tap.heads)
    before, _, _ = site.page(path).partition("<input ")

    def asked() -> bool:
        return path in site.tap.targets()[known:]

    def sent() -> bool:
        return not words or any(is_answer(target, path) for target in site.tap.targets()[known:])

    here = f"127.0.0.1:{site.tap.port}"
    url, proxy = (path, here) if path.startswith("http:") else (f"http://{here}{path}", "")
    return Visit(url, home, shown, asked, sent, words, before.count("<a href"), proxy)


def is_answer(target: str, path: str) -> bool:
    """Say whether `target` is what the form on the page at `path` asks for; it leads to that page itself."""
    return target != path and target.startswith(f"{path.partition('?')[0]}?")


if __name__ == "__main__":
    main()
