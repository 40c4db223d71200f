"""Whatever markup an origin or a caller sends, only tags, attributes and addresses of our own come out.

Judged by two parsers that have nothing to do with the sanitiser: html5lib, as today's browsers read, and lxml.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import html5lib
import lxml.html
import pytest
from flask.testing import FlaskClient

from app.extract.as_it_was import KEPT
from app.net.urls import canonical
from app.web.app_factory import create_app
from config import Settings
from tests.engines import searxng
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE
from tests.origin import Origin
from tests.payloads import payloads

PAYLOADS = list(payloads())
AT_ONCE = 24
# What our pages are made of, in HTML 2.0 and 3.2; sorted.
TAGS = frozenset(
    """a address b big blockquote body br caption center cite code dd div dl dt em font form h1 h2 h3 h4 h5 h6 head hr html
    i img input isindex kbd li ol option p pre samp select small strong sub sup table tbody td textarea th title tr tt u ul
    var""".split()
)
ATTRIBUTES = frozenset(
    """action align alt background bgcolor border cellpadding cellspacing checked clear color colspan cols compact content
    face height href hspace link maxlength method name noshade nowrap prompt rowspan rows selected size src start text
    type valign value vlink vspace width wrap""".split()
)
ADDRESS = re.compile(r"/[^\s\"'<>`&]*|#[\w-]+|https?://[^\s\"'<>`&]+|mailto:[^\s\"'<>`&]+")
# What an old parser takes for a tag is one: our own, in small letters, with double quotation marks.
TAG = re.compile(r"<(?:!DOCTYPE [^<>]*|/?[a-z][a-z0-9]*(?: [a-z]+(?:=(?:\"[^\"<>]*\"))?)*)>")
pytestmark = pytest.mark.filterwarnings("ignore::html5lib.constants.DataLossWarning")
PROFILES = ("macplus", "netscape", "modern", "lynx")


def story_of(chosen: list[str], number: int) -> str:
    """Return an article with payloads in its text, title, deck, byline, pictures and links, raw and as texts."""
    words = [f"<p>{LIGHTHOUSE.paragraphs[place % 3]} {each}</p>" for place, each in enumerate(chosen)]
    texts = [html.escape(each) for each in chosen]
    pictures = [
        f'<figure><img src="/pictures/{number}-{place}.png?{each}" alt="{each}" width="640" height="480">'
        f"<figcaption>{each}</figcaption></figure>"
        for place, each in enumerate(texts[:4])
    ]
    links = [f'<p>{LIGHTHOUSE.paragraphs[3]} <a href="{each}" title="{each}">{each}</a></p>' for each in texts[4:8]]
    head = (
        f'<title>{texts[0]} {number}</title><meta name=author content="{texts[1]}">'
        f'<meta property="og:site_name" content="{texts[2]}"><meta name=description content="{texts[3]}">'
    )
    body = "".join([*words, *pictures, *links])
    return f"<html><head>{head}</head><body><article><h1>{texts[0]} {number}</h1>{body}</article></body></html>"


def feed_of(chosen: list[str], base: str) -> str:
    items = (
        "".join(
            f"<item><title>{html.escape(html.escape(each))} {place}</title><link>{base}/{place}</link>"
            f"<description>{html.escape(each)}</description><author>{html.escape(each)}</author></item>"
            for place, each in enumerate(chosen)
        )
        .replace("\x00", "")
        .replace("\x01", "")
    )
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


@pytest.fixture(scope="module")
def place() -> Iterator[Origin]:
    with Origin() as origin:
        yield origin


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, place: Origin) -> FlaskClient:
    folder: Path = tmp_path_factory.mktemp("site")
    sources = folder / "sources.toml"
    sources.write_text(f'[in]\nlanguage = "en"\n[in.feeds]\ntop = ["{place.url("/feed")}"]\n')
    place.serve("/feed", feed_of(PAYLOADS[:150], place.url("/far")), "application/rss+xml")
    return create_app(
        Settings(
            STORE_URL=f"sqlite:///{folder}/store.sqlite3",
            FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",),
            SOURCES_FILE=str(sources),
            GOOGLE_NEWS_URL="http://127.0.0.1:9",
            BING_NEWS_URL="http://127.0.0.1:7",
            SEARCH_ENGINES=("wiby=http://127.0.0.1:9",),
            DEFAULT_EDITION="in",
            TASK_PROCESSES=0,
        )
    ).test_client()


def faults(body: bytes, tags: frozenset[str] = TAGS, attributes: frozenset[str] = ATTRIBUTES) -> list[str]:
    """Return what in a page is none of ours, by either parser and by the eye of an old one."""
    text = body.decode("utf-8", "surrogateescape") if b"utf-8" in body[:400].lower() else body.decode("latin-1")
    found = [f"<{piece[:60]}" for piece in TAG.sub("", text).split("<")[1:]]
    modern = html5lib.parse(text, treebuilder="lxml", namespaceHTMLElements=False).getroot()
    for tree in (modern, lxml.html.fromstring(text)):
        for element in tree.iter():
            found += _faults_of(element, tags, attributes)
    # What html5lib makes of `<isindex>`, as browsers did.
    return [each for each in found if each != "tag label"] if "<isindex" in text else found


def _faults_of(element: Any, tags: frozenset[str], attributes: frozenset[str]) -> Iterator[str]:
    if not isinstance(element.tag, str):
        if element.tag is not lxml.etree.Comment or element.getparent() is not None:
            yield f"no element: {lxml.etree.tostring(element)[:80]!r}"
        return
    if element.tag not in tags:
        yield f"tag {element.tag}"
    for name, value in element.attrib.items():
        if name not in attributes:
            yield f"attribute {name} of {element.tag}"
        if name in {"href", "src", "action", "background"} and not ADDRESS.fullmatch(value):
            yield f"address {value!r}"


def test_there_are_payloads_of_many_kinds() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 500


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), AT_ONCE))
def test_markup_of_an_article_comes_out_as_ours_in_every_view(browser: FlaskClient, place: Origin, first: int) -> None:
    url = place.serve(f"/story/{first}", story_of(PAYLOADS[first : first + AT_ONCE], first))
    profile = PROFILES[first // AT_ONCE % len(PROFILES)]
    page = browser.get(f"/~{profile}/read?url={quote(url, safe='')}")
    assert page.status_code == 200
    assert faults(page.data) == []
    article = re.search(rb'href="(/~[a-z]+/a/[a-z2-7]+)/(?:files|links|print|all|2)', page.data)
    key = article[1].decode() if article else ""
    assert key
    for view in ("/all", "/print", "/links", "/files"):
        answer = browser.get(f"{key}{view}")
        assert answer.status_code == 200
        assert faults(answer.data) == [], view
    plain = browser.get(f"{key}.txt")
    assert plain.headers["Content-Type"].startswith("text/plain")
    assert plain.headers["X-Content-Type-Options"] == "nosniff"


def test_markup_in_headlines_comes_out_as_ours(browser: FlaskClient) -> None:
    for path in ("/in/", "/~macplus/in/", "/~netscape/in/", "/in/2", "/in/status"):
        assert faults(browser.get(path).data) == [], path


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 40))
def test_markup_in_addresses_and_search_words_comes_out_as_ours(browser: FlaskClient, first: int) -> None:
    for payload in PAYLOADS[first : first + 40]:
        for path in (
            f"/read?url={quote(payload)}",
            f"/read?url={quote(f'ftp://x.example/{payload}')}",
            f"/{quote(payload)}",
        ):
            answer = browser.get(path)
            assert 400 <= answer.status_code < 600, path
            assert answer.status_code != 500, path
            assert faults(answer.data) == [], path
    found = browser.get(f"/search?q={quote(PAYLOADS[first])}")
    assert faults(found.data) == []


@pytest.mark.parametrize("payload", PAYLOADS[:: len(PAYLOADS) // 40])
def test_markup_in_the_name_of_a_file_stays_in_its_header(browser: FlaskClient, place: Origin, payload: str) -> None:
    url = place.serve(f"/{quote(payload, safe='')}.bin", bytes(range(256)), "application/octet-stream")
    answer = browser.get(f"/read?url={quote(canonical(url), safe='')}")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert re.fullmatch(r'attachment; filename="[^"\\<>]*"', answer.headers["Content-Disposition"])
    assert answer.data == bytes(range(256))


def test_markup_in_what_an_engine_found_comes_out_as_ours(settings: Settings, place: Origin) -> None:
    browser = create_app(replace(settings, SEARCH_ENGINES=(f"searxng={place.url('/engine')}",))).test_client()
    for first in range(0, len(PAYLOADS), 100):
        rows = [(f"https://x.example/{quote(each)}", each, each) for each in PAYLOADS[first : first + 100]]
        place.serve("/engine/search", searxng(rows, [PAYLOADS[first]]), "application/json")
        page = browser.get(f"/find?q=word{first}")
        more = re.search(rb'<a href="(/find/[a-z2-7]+/)2">More', page.data)
        assert more
        assert faults(page.data) == []
        for number in range(2, 10):
            assert faults(browser.get(f"{more[1].decode()}{number}").data) == []


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), AT_ONCE))
def test_markup_of_an_early_page_runs_nothing(settings: Settings, place: Origin, first: int) -> None:
    browser = create_app(replace(settings, WAYBACK_URL=place.url("").rstrip("/"))).test_client()
    url = f"http://x.example/{first}"
    place.serve(f"/web/19990701120000id_/{url}", story_of(PAYLOADS[first : first + AT_ONCE], first))
    profile = PROFILES[first // AT_ONCE % len(PROFILES)]
    page = browser.get(f"/~{profile}/web/1999/{url}")
    assert page.status_code == 200
    assert b"copy of 1 July 1999" in page.data
    known = frozenset().union(*KEPT.values())
    assert faults(page.data, TAGS | frozenset(KEPT), ATTRIBUTES | known) == []


def test_the_judge_sees_what_is_none_of_ours() -> None:
    page = "<html><head><title>t</title></head><body>{}</body></html>"
    for bad in PAYLOADS:
        if bad.isprintable() and re.search(r"<(?:script|svg|iframe|object|embed|applet|img[ /])", bad, re.IGNORECASE):
            assert faults(page.replace("{}", bad).encode()), bad


@pytest.fixture(scope="module", autouse=True)
def _pictures(place: Origin) -> None:
    place.serve("/pictures/x.png", drawing(), "image/png")
