"""A site that has a page of every kind: articles with every kind of block, in many languages, and front pages."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flask.testing import FlaskClient

from app.adapters.table import ADAPTERS
from app.net.urls import canonical
from app.render.profiles.profile import Profile
from app.search.queries import Query
from app.web.app_factory import create_app
from app.web.context import EXTENSION
from config import Settings
from tests import libretranslate
from tests.adapters.test_gutenberg import long_book
from tests.adapters.test_table import SITES, encoded, site_of
from tests.engines import searxng, searxng_pictures
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import Paper
from tests.origin import Origin
from tests.skies import Row, Skies, daily_rates
from tests.wikis import ENTRY, Works, defined

BLOCKS = (
    "<h2>Łódź, “quotes” &amp; ＜tags＞ — €5 <em>and</em> emoji 😀</h2><ul><li>A list, with some words in it<ol><li>and another list, inside</li></ol></li>"
    "<li><p>An item of two paragraphs, of which this is the first.</p><p>And this the second.</p></li></ul>"
    "<blockquote>A quotation without a paragraph, <b>with <i>nested</i> looks</b>, and a <a href='/a?b=1&c=2'>link</a></blockquote>"
    "<table><caption>A table</caption><tr><th>Year</th><th>Metres &lt; ten</th></tr><tr><td>2022</td><td><a href='/q?x=1&y=2'>three</a></td></tr></table>"
    "<table><tr><td>" + "A long cell of many words. " * 6 + "</td><td>two, and more</td></tr><tr><td>three, and so on</td><td>four, and so on</td></tr></table>"
    "<pre>if (a &lt; b &amp;&amp; c) {\n    puts(\"é\");\n}</pre><hr><p>Line one<br>line two, <code>code</code>, <a href='mailto:a@b.example'>mail</a>, "
    "<a href='#note'>a note</a>, <a href='javascript:1'>a script</a>.</p><dl><dt>A term</dt><dd>Its definition, in some words</dd></dl>"
    "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ?a=1&b=2' width='640' height='360' title='The tower “moves”'></iframe>"
    "<form action='/find'><label>Words: <input name='q' value='“é” &amp; x'></label><select name='s'><option value='1'>One<option selected>Two</select>"
    "<input type='checkbox' name='c' checked> all</form><ol type='a' start='3'><li>Lettered, with <del>an old</del> word</li><li>And <ruby>漢<rt>かん</rt></ruby></li></ol>"
    "<p>A formula, <math><mfrac><mi>α</mi><mn>4</mn></mfrac><mo>∈</mo><mi>R</mi></math>, and verse:<br>&nbsp;&nbsp;&nbsp;&nbsp;set in,<br>or not.</p>"
    "<blockquote><p id='note'>Words of somebody.</p><footer>Ann Keeper</footer></blockquote><table><tr><th colspan='2'>Pier</th></tr><tr><td rowspan='2'>East</td><td>Anna</td></tr><tr><td>Berta</td></tr></table>"
    "<h3>A subhead</h3><p>Звезда, 北京, العربية, हिन्दी, and ¿qué? ½ × ± © ® “and” ‘so’ on … </p>"
)  # fmt: skip
RICH = replace(LIGHTHOUSE, title=f"{LIGHTHOUSE.title} — “Żółć” & <more>", extra=BLOCKS)


def _items(count: int) -> str:
    return "".join(
        f"<li>begin{place} An item of a list, number {place}, which goes on for a while and <a href='/item/{place % 5}?n=1&m=2'>leads "
        f"elsewhere</a>, with “quotes” and an é. It has two sentences, or three. finish{place}</li>"
        for place in range(count)
    )


def _rows(count: int) -> str:
    return "".join(
        f"<tr><td>begin{1000 + place}</td><td>{place * 7} metres</td><td>finish{1000 + place}</td></tr>"
        for place in range(count)
    )


PARAGRAPH = (
    "The tower stood where it stood, “said” the <b>keeper</b>, and the sea went on as it does. Nobody had asked the "
    "gulls; they never do. <a href='/tides?of={0}&in=march'>The tides of {0}</a> were higher than those before, by the width of a hand. "
)
LONG = replace(
    LIGHTHOUSE,
    title="A long one: all that is known of the lighthouse, in “many” pages",
    extra="".join(
        f"<h2>Part {part} of the tale</h2><h3>In which things happen</h3><p>{PARAGRAPH.format(part) * (1 + part % 9)}</p>"
        f"<blockquote><p>{PARAGRAPH.format(part)}</p></blockquote>"
        for part in range(60)
    )
    + f"<ul>{_items(150)}</ul><h2>The pictures</h2>"
    + "".join(
        f"<figure><img src='/pictures/shot{place}.jpg' width='900' height='600' alt='Tower \"{place}\"'>"
        f"<figcaption>The tower, taken for the “{place}th” time</figcaption></figure><p>{PARAGRAPH.format(place)}</p>"
        for place in range(8)
    ),
)
TABLES = replace(
    LIGHTHOUSE,
    title="An article of tables and counted lists",
    extra=f"<ol>{_items(90)}</ol><h2>The table</h2><table><caption>Heights</caption>"
    f"<tr><th>Place</th><th>Height</th><th>Last</th></tr>{_rows(300)}</table>",
)
# A sentence in each language, the family of its character sets, and its tag.
TONGUES: Mapping[str, tuple[str, str, str]] = {
    "arabic": ("ar", "arabic", "قال رئيس المدينة إن المنارة القديمة نقلت إلى مكان جديد بعيدا عن البحر، وإن الناس فرحوا بها كثيرا. "),
    "chinese": ("zh-cn", "chinese-simplified", "灯塔管理员说，这座古老的灯塔已经搬到了离大海更远的新地方，全城的人都来看热闹。"),
    "georgian": ("ka", "georgian", "შუქურა ახალ ადგილას გადაიტანეს, ზღვისგან შორს, და მთელი ქალაქი ერთი კვირა მის გვერდით მიდიოდა. "),
    "greek": ("el", "greek", "Ο φάρος μεταφέρθηκε σε νέα θέση, μακριά από τη θάλασσα, και όλη η πόλη περπάτησε δίπλα του. "),
    "hebrew": ("he", "hebrew", "ראש העיר אמר כי המגדלור הישן (מ-1923) הועבר על מסילה למקום חדש, 20 מטר מן הים, וכל העיר צעדה לצדו שבוע שלם. "),
    "japanese": ("ja", "japanese", "古い灯台は、海から離れた新しい場所に移されました。町の人々はみな、そのそばを一週間歩きました。"),
    "korean": ("ko", "korean", "오래된 등대는 바다에서 멀리 떨어진 새로운 곳으로 옮겨졌고, 온 마을 사람들이 그 옆을 걸었습니다. "),
    "polish": ("pl", "central", "Latarnia została przesunięta w głąb lądu, a całe miasto szło obok niej przez tydzień, żółć i źdźbło. "),
    "russian": ("ru", "cyrillic", "Маяк перенесли на новое место, подальше от моря, и весь город шёл рядом с ним целую неделю. "),
    "thai": ("th", "thai", "ประภาคารเก่าถูกย้ายไปยังที่ใหม่ห่างจากทะเลและคนทั้งเมืองเดินไปข้างๆเป็นเวลาหนึ่งสัปดาห์ "),
    "turkish": ("tr", "turkish", "Deniz feneri raylar üzerinde içeriye taşındı, bütün şehir bir hafta boyunca yanında yürüdü, ışık şöyle. "),
}  # fmt: skip
HOME = (
    "<html><head><title>Town &amp; &lt;Gazette&gt;</title><link rel='alternate' type='application/rss+xml' title='All \"news\"' href='/feed?a=1&b=2'></head><body><main>"
    + "".join(
        f"<article><h2><a href='/2024/03/{day % 28 + 1}/{day}?x={day}&y=2'>Łódź & the story of day {day}, which is “long”</a></h2><p>It was quite a day, they say.</p></article>"
        for day in range(10, 150)
    )
    + "</main></body></html>"
)
CUT = (
    '<title>The ferry</title><script type="application/ld+json">{"isAccessibleForFree": false}</script><h1>The ferry</h1>'
    f"<p>{'The ferry is repaired in the dock behind the market. ' * 9}</p><h3>Subscribe to continue reading</h3>"
)
NOTES = "A <title>\n\nText & more\n\n a   b\n"
# Sites that need a hand, a page of each kind that differs from others by what stands in it.
SITES_READ = ("arxiv", "github readme", "gutenberg", "hacker-news")
NEXT = re.compile(r'<a href="([^"]*)">Next &gt;</a>')
RICH_PATH = "/rich?a=1&b=2"


@dataclass(frozen=True)
class Kind:
    """A kind of page: where it is, without profile, the family of its languages, and the status it answers with."""

    path: str
    family: str = "western"
    status: int = 200
    budgeted: bool = True
    images: int = 3
    listed: bool = False

    @property
    def begins_with_text(self) -> bool:
        """Whether its first page has no line of navigation above: front pages and articles."""
        front = r"/(?:in|jp)/(?:(?:world|science)(?:/since/[0-9]+)?)?"
        article = r"/(?:in|jp)/a/[a-z2-7]+(?:/in/[a-z]+)?"
        old = r"/index\.php.*|/article\.php.*"
        past = r"/in/web/2009/http://.*/(?:rich|long)"
        return not self.listed and bool(re.fullmatch(f"{front}|{article}|{old}|{past}", self.path))


def feed_of(titles: list[str], base: str, title: str = "A &lt;feed&gt; — “é”") -> str:
    """Return a feed with an entry of each title, which lead to addresses that begin with `base`."""
    items = "".join(
        f"<item><title>{escape(each)}</title><link>{base}/{place}?a=1&amp;b=2</link><description>Words ＆ more of “{place}”.</description></item>"
        for place, each in enumerate(titles)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><description>Of &amp;amp; about</description>{items}</channel></rss>'


def tongue_page(tongue: str) -> str:
    """Return the page of an article in another language."""
    tag, _, sentence = TONGUES[tongue]
    body = "".join(f"<p>{sentence * 5}</p>" for _ in range(30))
    return f"<html lang='{tag}'><title>{sentence}</title><article><h1>{sentence}</h1>{body}</article></html>"


class Everything:
    """The site, a newspaper for it, and the paths of all kinds of pages."""

    def __init__(self, origin: Origin, settings: Settings, folder: Path) -> None:
        """Serve everything, and visit it once, so that all its short addresses are known."""
        self._origin = origin
        self._serve()
        sources = folder / "sources.toml"
        sources.write_text(self._sources())
        bing = origin.url("/bing")
        engines = self._engines()
        self.app = create_app(
            replace(
                settings,
                SOURCES_FILE=str(sources),
                BING_NEWS_URL=bing,
                SEARCH_ENGINES=(engines,),
                WAYBACK_URL=origin.url("").rstrip("/"),
                TRANSLATE_URL=libretranslate.serve(origin),
                ADAPTERS=self._sites(),
                **self._works(),  # type: ignore[arg-type]
                **self._skies(),  # type: ignore[arg-type]
            )
        )
        self.browser: FlaskClient = self.app.test_client()
        self._visit()

    def _serve(self) -> None:
        origin = self._origin
        self.paper = Paper(origin, 3, time.time())
        base = origin.url("/far")
        many = [
            f"Łódź & the “{place}” things of {place * 17}, <b>{chr(97 + place % 26) * 9}</b>" for place in range(90)
        ]
        origin.serve("/rich-feed", feed_of(many, base), "application/rss+xml")
        origin.serve("/world-feed", feed_of(many, base), "application/rss+xml")
        origin.serve("/bing/news/search", feed_of([f"A story {each}" for each in many], base), "application/rss+xml")
        origin.serve("/feed", feed_of(["One &lt;story&gt;", "Two"], base), "application/rss+xml")
        japanese = [TONGUES["japanese"][2] + str(place) for place in range(40)]
        origin.serve("/japanese-feed", feed_of(japanese, base), "application/rss+xml")
        for name in ("tower.jpg", "crew.png", *(f"shot{place}.jpg" for place in range(0, 8, 2))):
            origin.serve(f"/pictures/{name}", drawing(1300, 1000), "image/png")
        origin.serve("/home", HOME)
        origin.serve("/find", modern_page(LIGHTHOUSE))
        origin.serve("/t.txt", NOTES, "text/plain")
        for name, story in {"/rich": RICH, "/long": LONG, "/tables": TABLES}.items():
            origin.serve(name, modern_page(story))
        for name in ("/a", "/q", "/tides", "/2023/mill", *(f"/item/{place}" for place in range(5))):
            origin.serve(name, modern_page(LIGHTHOUSE))
        origin.serve("/cut", CUT)
        for name, story in {"/rich": RICH, "/long": LONG}.items():
            origin.serve(f"/web/20090701120000id_/{self.url(name)}", modern_page(story))
        origin.serve(f"/web/20090701120000id_/{self.url('/home')}", HOME)
        for tongue in TONGUES:
            origin.serve(f"/{tongue}", tongue_page(tongue))

    def _engines(self) -> str:
        """Serve a search engine with long results and with none; return its row."""
        words = "Łódź & “the <b>lamp</b>” of many words, which goes on for a while. " * 9
        rows = [(self._origin.url(f"/far/{'long/' * 60}{place}?a=1&b=2"), words, words) for place in range(25)]
        path, kind = "/engine/search", "application/json"
        self._origin.serve(path, searxng(rows, [words[:190]]), kind)
        seen = [
            (url, words, self._origin.url("/pictures/crew.png"), self._origin.url(f"/pictures/tower.jpg?n={place}"))
            for place, (url, _, _) in enumerate(rows)
        ]
        query = "q=lamp&format=json&language=en&safesearch=1&pageno=1&categories=images"
        self._origin.serve(f"{path}?{query}", searxng_pictures(seen), kind)
        query = "q=none&format=json&language=en&safesearch=1&pageno=1"
        self._origin.serve(f"{path}?{query}", searxng(()), kind)
        return f"searxng={self._origin.url('/engine')}"

    def _sites(self) -> tuple[str, ...]:
        """Serve what sites that need a hand answer; return their rows."""
        base = self._origin.url("").rstrip("/")
        for name in SITES_READ:
            url, answers, _ = SITES[name]
            asked = ADAPTERS[site_of(name)][-1].addresses(url, base)
            for address, answer in zip(asked, answers, strict=True):
                self._origin.serve(address.removeprefix(base), encoded(answer), "application/json")
        self._origin.serve("/cache/epub/77/pg77.txt", long_book(16).encode(), "text/plain; charset=utf-8")
        return tuple(f"{site_of(name)}={base}" for name in SITES_READ)

    def site_key(self, name: str) -> str:
        """Return the short id of a page of a site that needs a hand."""
        url = SITES[name][0]
        links: Any = self.browser.application.extensions[EXTENSION].links
        return str(links.ids_for([url])[url])

    def _works(self) -> dict[str, str]:
        """Serve an encyclopedia and a dictionary with long entries; return the settings."""
        works, more = Works(self._origin), f"<h2>{'“Łódź” & more ' * 30}</h2>{BLOCKS}<p>{PARAGRAPH * 30}</p>"
        works.lack_the_rest()
        links = "".join(
            f'<li><a href="/wiki/Lamp_{place}">“Lamp” &amp; {place}</a>, a light</li>' for place in range(60)
        )
        markup = ENTRY.replace("</h2>", f"</h2>{more}", 1) + "".join(
            f"<h2>Part {each}</h2><p>It.</p>" for each in range(40)
        )
        works.add("Lamp", markup)
        works.add("Lamp", markup, asked="Łódź & lamp")
        works.add("Lampe", "<p>Wörter “auf” Deutsch — überall, größer.</p>", "de")
        works.add("Лампа", f"<p>{TONGUES['russian'][2] * 40}</p><h2>История</h2><p>Слова.</p>", "ru")
        works.add("Lamps", f"<p>Lamps may be:</p><ul>{links}</ul>", properties={"disambiguation": ""})
        works.found("nothing & “nobody”", [f"“Łódź” & {'long ' * 40}{place}" for place in range(12)])
        meanings = [(f"A <b>light</b> “{place}” of many words. " * 4, ["It <i>was</i> “lit”."]) for place in range(50)]
        works.define("lamp", defined([("en", "Noun", meanings), ("sv", "Noun", meanings)]))
        for name in works.pictures:
            self._origin.serve(f"/media/{name}.jpg", drawing(1300, 1000), "image/png")
        self.works = works
        return works.settings

    def _skies(self) -> dict[str, str]:
        """Serve ten places of one long name, their weather, and the rates of sixty currencies; return the settings."""
        skies = Skies(self._origin)
        rows: list[Row] = [
            (7000 + each, f"“Łódź” & {'long ' * 30}{each}", "Москва", "Région <b>", 10.5, 20.25) for each in range(10)
        ]
        skies.find("Łódź & lamp", *rows)
        skies.find("nothing & “nobody”")
        codes = [
            *"USD CHF JPY PLN KRW IDR".split(),
            *(f"X{first}{second}" for first in "ABCDEFGHI" for second in "ABCDEF"),
        ]
        self._origin.serve(skies.RATES, daily_rates(dict.fromkeys(codes, "1234.5678")), "text/xml")
        return skies.settings

    def _sources(self) -> str:
        url = self._origin.url
        top = f'top = ["{self.paper.feed}", "{url("/rich-feed")}", "http://127.0.0.1:9/"]'
        silent = "".join(f'"http://127.0.0.1:9/{"long/" * 20}{place}?a=1&b=2", ' for place in range(40))
        world = f'world = ["{url("/world-feed")}"]\nscience = [{silent}]'
        japanese = f'[jp]\nlanguage = "ja"\n[jp.feeds]\ntop = ["{url("/japanese-feed")}"]\n'
        return f'[us]\n[us.feeds]\n{top}\n{world}\n[in]\nlanguage = "en"\n[in.feeds]\n{top}\n{world}\n{japanese}'

    def url(self, path: str) -> str:
        """Return the canonical address of a path of the site."""
        return canonical(self._origin.url(path))

    def key(self, path: str) -> str:
        """Return the short id of a path of the site."""
        url = canonical(self.url(path))
        links: Any = self.browser.application.extensions[EXTENSION].links
        return str(links.ids_for([url])[url])

    def entry_key(self, title: str, language: str = "en") -> str:
        """Return the short id of an entry of the encyclopedia."""
        url = canonical(self.works.address(title, language))
        links: Any = self.browser.application.extensions[EXTENSION].links
        return str(links.ids_for([url])[url])

    def search_key(self, words: str) -> str:
        """Return the short id of a search."""
        url = Query(words, "searxng").address
        links: Any = self.browser.application.extensions[EXTENSION].links
        return str(links.ids_for([url])[url])

    def reading(self, path: str) -> str:
        """Return the path under which a path of the site is read."""
        return f"/read?url={quote(self.url(path), safe='')}"

    def _visit(self) -> None:
        for path in (RICH_PATH, "/long", "/tables", "/home", "/t.txt", "/feed", *(f"/{each}" for each in TONGUES)):
            assert self.browser.get("/in" + self.reading(path)).status_code == 200, path
        for name in SITES_READ:
            assert self.browser.get(f"/in/read?url={quote(SITES[name][0], safe='')}").status_code == 200, name
        for path in ("/in/", "/in/world", "/in/science", "/in/search?q=story", "/in/status", "/jp/", "/jp/status"):
            assert self.browser.get(path).status_code == 200, path
        self._make_own_page()
        self._collect()
        while self.browser.get("/in/today.html").status_code == 202:
            time.sleep(0.1)
        page = self.browser.get(f"/in/a/{self.key(RICH_PATH)}").get_data(as_text=True)
        self.tower, self.crew = re.findall(r'href="/in/i/([a-z2-7]+)/[^"]*">\[\d\]', page)

    def _make_own_page(self) -> None:
        """Make a front page of a reader's own, with every paper and section in it."""
        text = self.browser.get("/in/my?name=" + quote("My “é” page")).get_data(as_text=True)
        self.secret = re.findall(r"/my/e/([a-z2-7]+)", text)[0]
        self.own = re.findall(r"/my/([a-z2-7]+)", text)[0]
        for source in ("in/top", "in/world", "jp/top", quote(self.url("/rich-feed"), safe="")):
            assert self.browser.get(f"/in/my/e/{self.secret}?add={source}").status_code == 200
        assert self.browser.get(f"/in/my/{self.own}").status_code == 200

    def _collect(self) -> None:
        """Begin a collection with an article."""
        place = self.browser.get(f"/in/c/new/{self.key(RICH_PATH)}").headers["Location"]
        self.collecting = place.removesuffix("/in/c")
        self.collection = re.findall("/c/([a-z2-7]{10})", self.browser.get(place).get_data(as_text=True))[0]

    @property
    def kinds(self) -> dict[str, Kind]:
        """All kinds of pages by name, without their edition: it is `/in`."""
        rich, tower = self.key(RICH_PATH), self.tower
        lost = self.key("/far/1?a=1&b=2")
        return {
            "front": Kind("/in/"),
            "section": Kind("/in/world"),
            "section with marks": Kind("/in/world/since/200001010000"),
            "papers": Kind("/in/papers"),
            "paper": Kind(
                f"/in/paper/{re.findall('/in/paper/([a-z2-7]+)', self.browser.get('/in/papers').get_data(as_text=True))[0]}",
                "central",
            ),
            "section with many sources": Kind("/in/science"),
            "search form": Kind("/in/search"),
            "search": Kind("/in/search?q=" + quote('a "story" <é>')),
            "web search": Kind("/in/read?url=" + quote("the “lamp” & <é>"), "central"),
            "pictures": Kind(f"/in/pictures/{self.search_key('lamp')}", "central", images=6),
            "more pictures": Kind(f"/in/pictures/{self.search_key('lamp')}/2", "central", images=6),
            "more of a web search": Kind(f"/in/find/{self.search_key('story')}/3", "central"),
            "entry": Kind("/in/wiki/Lamp"),
            "entry that was led to": Kind("/in/wiki?q=" + quote("Łódź & <lamp>")),
            "section of an entry": Kind(f"/in/w/{self.entry_key('Lamp')}/1"),
            "languages of an entry": Kind(f"/in/w/{self.entry_key('Lamp')}/languages"),
            "entry in German": Kind(f"/in/w/{self.entry_key('Lampe', 'de')}"),
            "entry in Russian": Kind(f"/in/w/{self.entry_key('Лампа', 'ru')}", "cyrillic"),
            "what an entry may be": Kind("/in/wiki/Lamps"),
            "no entry": Kind("/in/wiki?q=" + quote("nothing & “nobody”"), status=404),
            "no section": Kind(f"/in/w/{self.entry_key('Lamp')}/99", status=404),
            "meanings": Kind("/in/word/lamp"),
            "form for words": Kind("/in/wiki"),
            "weather": Kind("/in/weather/Paris"),
            "weather in the United States": Kind("/weather/Paris"),
            "weather of long names": Kind("/in/weather?q=" + quote("Łódź & lamp")),
            "weather of a place": Kind("/in/weather/place/4717560"),
            "no place": Kind("/in/weather?q=" + quote("nothing & “nobody”"), status=404),
            "form for places": Kind("/in/weather"),
            "rates": Kind("/in/rates"),
            "rates in Japan": Kind("/jp/rates", "japanese"),
            "weather in Japan": Kind("/jp/weather/Paris", "japanese"),
            "web search without results": Kind("/in/find?q=none"),
            "web search beyond its end": Kind(f"/in/find/{self.search_key('story')}/99", status=404),
            "feed": Kind(f"/in/f/{self.key('/rich-feed')}", "central"),
            "story": Kind(f"/in/s/{lost}"),
            "lost story": Kind(f"/in/s/{rich}", status=404),
            "status": Kind("/in/status"),
            "missed": Kind(f"/in/a/{lost}", status=404),
            "way out": Kind(f"/in/o/{rich}", status=302),
            "listing": Kind(f"/in/a/{self.key('/home')}", "central", listed=True),
            "listed feed": Kind(f"/in/a/{self.key('/feed')}", listed=True),
            "article": Kind(f"/in/a/{rich}"),
            "long article": Kind(f"/in/a/{self.key('/long')}"),
            "tables": Kind(f"/in/a/{self.key('/tables')}"),
            "whole article": Kind(f"/in/a/{rich}/all", budgeted=False),
            "whole long article": Kind(f"/in/a/{self.key('/long')}/all", budgeted=False),
            "print": Kind(f"/in/a/{rich}/print", budgeted=False),
            "files of an article": Kind(f"/in/a/{rich}/files"),
            "plain article": Kind(f"/in/a/{self.key('/t.txt')}"),
            "translated article": Kind(f"/in/a/{self.key('/russian')}/in/en"),
            "translated long article": Kind(f"/in/a/{self.key('/long')}/in/de"),
            "article in Hebrew": Kind(f"/in/a/{rich}/in/he", "hebrew"),
            "article in Japanese": Kind(f"/jp/a/{rich}/in/ja", "japanese"),
            "article in Russian": Kind(f"/in/a/{rich}/in/ru", "cyrillic"),
            "whole translated article": Kind(f"/in/a/{rich}/in/ru/all", "cyrillic", budgeted=False),
            "print of a translated article": Kind(f"/in/a/{self.key('/russian')}/in/en/print", budgeted=False),
            "files of a translated article": Kind(f"/in/a/{self.key('/russian')}/in/en/files"),
            "no translation": Kind(f"/in/a/{rich}/in/el", status=404),
            "text as pictures": Kind(f"/in/a/{self.key('/arabic')}/drawn", "arabic"),
            "picture": Kind(f"/in/i/{tower}/{rich}"),
            "picture by itself": Kind(f"/in/i/{tower}"),
            "picture, 320 wide": Kind(f"/in/i/{tower}/{rich}/w320"),
            "first part": Kind(f"/in/i/{tower}/{rich}/t1x1"),
            "part": Kind(f"/in/i/{tower}/{rich}/t2x1"),
            "lost picture": Kind(f"/in/i/{lost}/{rich}", status=404),
            "start of a collection": Kind("/in/c"),
            "collection": Kind(f"/in/c/{self.collection}"),
            "collection of one's own": Kind(f"{self.collecting}/in/c"),
            "own page": Kind(f"/in/my/{self.own}", "central"),
            "beginning of an own page": Kind("/in/my"),
            "change of an own page": Kind(f"/in/my/e/{self.secret}"),
            "editions for an own page": Kind(f"/in/my/e/{self.secret}/editions"),
            "papers for an own page": Kind(f"/in/my/e/{self.secret}/of/in"),
            "long mistake on an own page": Kind(
                f"/in/my/e/{self.secret}?add=" + quote("ftp://x.example/" + "é" * 4000), status=400
            ),
            "today": Kind("/in/today.html", budgeted=False),
            "about": Kind("/in/about"),
            "ask": Kind("/in/read"),
            "editions": Kind("/in/editions"),
            "setup": Kind("/in/setup"),
            "test": Kind("/in/setup/test"),
            "characters": Kind("/in/setup/characters"),
            "sample of order": Kind("/in/setup/order", "hebrew"),
            "sample table": Kind("/in/setup/table"),
            "card": Kind("/in/setup/card"),
            "error": Kind("/in/read?url=" + quote('ftp://x.example/"<é>&'), status=400),
            "long error": Kind("/in/read?url=" + quote("ftp://x.example/" + "é" * 4000), status=400),
            "lost page": Kind("/in" + self.reading("/gone/the-ferry-is-repaired?a=1&b=2"), status=404),
            "lost copy": Kind(f"/in/a/{rich}/archive", status=404),
            "article of 2009": Kind(f"/in/web/2009/{self.url('/rich')}"),
            "long article of 2009": Kind(f"/in/web/2009/{self.url('/long')}"),
            "listing of 2009": Kind(f"/in/web/2009/{self.url('/home')}", "central"),
            "lost page of 1999": Kind(f"/in/web/1999/{self.url('/rich')}", status=404),
            "ask for a page of 1999": Kind("/in/web/1999"),
            "no day": Kind("/in/web/soon/example.org", status=400),
            **{name: Kind(f"/in/a/{self.site_key(name)}") for name in SITES_READ},
            "cut article": Kind("/in" + self.reading("/cut")),
            "missing": Kind("/in/nothing", status=404),
            "unknown id": Kind("/in/a/aaaaaaaaaa", status=404),
            "unknown page": Kind(f"/in/a/{rich}/99", status=404),
            "front in Japanese": Kind("/jp/", "japanese"),
            **{each: Kind(f"/in/a/{self.key('/' + each)}", family) for each, (_, family, _) in TONGUES.items()},
            "old front": Kind("/index.php?section=world&loc=in"),
            "old article": Kind(f"/article.php?loc=in&a={quote(self.url(RICH_PATH), safe='')}"),
            "old picture": Kind(f"/image.php?loc=IN&i={self.url('/pictures/tower.jpg?w=1280')}"),
            "old editions": Kind("/choose_edition.php"),
        }


def in_profile(profile: Profile, path: str) -> str:
    """Return the path of a page in a profile."""
    return f"/~{profile.name}{path}"
