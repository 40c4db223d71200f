"""Articles and lists that are larger than anything: every page stays within its budget, and nothing is lost."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.render.profiles.spec import read_spec
from app.web.app_factory import create_app
from config import Settings
from tests.news.town import silent_sources
from tests.origin import Origin
from tests.render.everything import NEXT, feed_of
from tests.validity import all_sgml_errors, stumbling_blocks

SPECS = ("c64", "dos", "macplus-inline", "palm", "universal")
PROSE = "It was a day like any other, and nobody at the “harbour” thought of the tower. "


def article(body: str, title: str = "A hostile article", byline: str = "", deck: str = "") -> str:
    """Return a page with an article that has `body` in its midst."""
    head = f'<meta name="description" content="{deck}"><meta name="author" content="{byline}">'
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{PROSE * 8}</p>{body}<p>{PROSE * 8}</p></article></body></html>"
    )


def _pictures(count: int, caption: str) -> str:
    return "".join(
        f"<figure><img src='/p/{place}.jpg' width='900' height='600' alt='{place}'><figcaption>{caption}</figcaption></figure><p>{PROSE * 2}</p>"
        for place in range(count)
    )


LONG_LINK = "https://far.example/" + "way/" * 960
HOSTILE = {
    "one word": article(f"<p>{'abcdefghij' * 6000}</p>"),
    "one word of another script": article(f"<p>{'длинноеслово' * 2000}</p>"),
    "no sentence": article(f"<p>{'word and word ' * 4000}</p>"),
    "emphasis": article(f"<p>{'<b>word</b> and <i>word</i>. ' * 2000}</p>"),
    "pictures": article(_pictures(300, "A picture")),
    "captions": article(_pictures(30, "😀" * 600)),
    "title": article("", title="A title of “many” words " * 210),
    "title without a space": article("", title="Żółć" * 1250),
    "accents": article("", title="é" * 5000, deck="É" * 20000, byline="ü" * 2000),
    "emoji": article("", title="😀" * 5000, deck="🎉" * 20000, byline="👩‍🚀" * 700),
    "deck": article("", deck="Of “this” and that, é. " * 900),
    "byline": article("", byline="Ada Łódź, " * 200),
    "rows": article(
        "<table><tr><th>Name</th><th>Number</th></tr>"
        + "".join(f"<tr><td>Row {place}</td><td>{place * place}</td></tr>" for place in range(2000))
        + "</table>"
    ),
    "cells": article("<table><tr><th>Name</th><th>Text</th></tr>" + f"<tr><td>x</td><td>{PROSE * 150}</td></tr>" * 4 + "</table>"),
    "wide table": article("<table>" + ("<tr>" + "<td>a cell of words</td>" * 500 + "</tr>") * 4 + "</table>"),
    "heads alone": article(f"<table><caption>{PROSE * 150}</caption><tr>" + f"<th>{PROSE * 30}</th>" * 8 + "</tr></table>"),
    "items": article("<ul>" + f"<li>{PROSE * 38}</li>" * 300 + "</ul>"),
    "counted items": article("<ol>" + "<li>An item of few words, which is counted</li>" * 3000 + "</ol>"),
    "an item of everything": article(f"<ul><li><p>{PROSE * 200}</p><ul>{f'<li>{PROSE * 20}</li>' * 40}</ul></li></ul>"),
    "a line of code": article(f"<pre>{'x = f(x); ' * 3000}</pre>"),
    "code": article("<pre>" + "\n".join(f"line {place} &lt;{'=' * 60}&gt;" for place in range(2000)) + "</pre>"),
    "quotes": article("<blockquote>" * 40 + f"<p>{PROSE * 300}</p>" + "</blockquote>" * 40),
    "lists in lists": article(f"<ul><li>{PROSE * 3}" * 40 + "</li></ul>" * 40),
    "subheads": article("".join(f"<h2>Subhead {place}</h2>" for place in range(900)) + f"<p>{PROSE}</p>"),
    "a subhead": article(f"<h2>{PROSE * 300}</h2><p>{PROSE}</p>"),
    "links": article(f"<p>{f'<a href=`{LONG_LINK}{{}}`>{PROSE}</a> '.replace('`', chr(34)) * 60}</p>"),
    "mail": article(f"<p><a href='mailto:a@b.example?subject={'x' * 3000}&body=é'>mail</a> {PROSE * 20}</p>"),
    "breaks": article(f"<p>{'a<br>' * 8000}</p>"),
    "references": article(f"<p>{'éèê ' * 6000}</p>"),
    "signs": article(f"<p>{'&amp;&lt;&gt; ' * 6000}</p>"),
    "rules": article("<hr>".join(f"<p>{place}, {PROSE}</p>" for place in range(600))),
    "embeds": article(
        "".join(f"<iframe src='https://www.youtube.com/embed/{place:011}' width='640' height='360' title='{'t' * 900}'></iframe><p>{PROSE}</p>" for place in range(60))
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def origin() -> Iterator[Origin]:
    with Origin() as server:
        for place, page in enumerate(HOSTILE.values()):
            server.serve(f"/{place}", page)
        cyrillic = [f"{place} " + "Маяк переехал, “и вот” " * 44 for place in range(500)]
        server.serve("/feed", feed_of(cyrillic, server.url("/far"), title="Ж" * 3000), "application/rss+xml")
        yield server


@pytest.fixture(scope="module")
def browser(origin: Origin, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("hostile")
    sources = folder / "sources.toml"
    sources.write_text(silent_sources().replace("http://127.0.0.1:9/us", origin.url("/feed")))
    settings = Settings(
        SEARCH_ENGINES=(),
        STORE_URL=f"sqlite:///{folder}/store.sqlite3",
        FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",),
        SOURCES_FILE=str(sources),
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
        BING_NEWS_URL="http://127.0.0.1:7",
    )
    return create_app(settings).test_client()


def checked(browser: FlaskClient, start: str, spec: str, tmp_path: Path) -> list[str]:
    """Return pages from `start` on, the first, the last and some between, which are right and within the budget."""
    path, pages = start, dict[str, str]()
    while path:
        answer = browser.get(path)
        label = answer.headers["Content-Type"].partition("charset=")[2] or "latin-1"
        text = answer.data.decode(label)
        assert len(answer.data) <= read_spec(spec).budget, path
        assert stumbling_blocks(answer.data, label) == [], path
        pages[f"page {len(pages) + 1} of {path}"] = text
        path = following(text)
    assert all_sgml_errors(pages, tmp_path) == ""
    return list(pages.values())


def following(text: str) -> str:
    """Return the path of the page to look at after this one; of very many pages most are passed over."""
    links = NEXT.findall(text)
    here, count = map(int, (re.findall(r"Page (\d+) of (\d+)", text) or [(1, 1)])[0])
    if here < 3 or not links:
        return links[0] if links else ""
    return re.sub(r"\d+$", str(min(count, here + 1 + count // 3)), links[0])


@pytest.mark.parametrize("name", HOSTILE)
def test_every_page_of_a_hostile_article_is_within_its_budget(
    browser: FlaskClient, origin: Origin, name: str, tmp_path: Path
) -> None:
    address = quote(origin.url(f"/{list(HOSTILE).index(name)}"), safe="")
    for spec in SPECS:
        pages = checked(browser, f"/~{spec}/read?url={address}", spec, tmp_path)
        assert len(pages) < 2 or "Page 2 of" in pages[1]


@pytest.mark.parametrize("spec", SPECS)
def test_hostile_lists_and_addresses_are_within_the_budget(
    browser: FlaskClient, origin: Origin, spec: str, tmp_path: Path
) -> None:
    feed = quote(origin.url("/feed"), safe="")
    for path in (
        f"/read?url={feed}",
        "/us/",
        "/us/status",
        f"/us/search?q={quote('é“' * 3000)}",
        f"/read?url={quote('жé' * 2000)}",
    ):
        pages = checked(browser, f"/~{spec}{path}", spec, tmp_path)
        assert pages
