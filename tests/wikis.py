"""Stand-ins for Wikipedia and Wiktionary on the loopback: their answers in the shape that their documentation has."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote, urlencode

from tests.engines import mediawiki
from tests.origin import Origin

EDIT = '<span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span>'
BOX = (
    '<table class="infobox vcard"><tbody><tr><th colspan="2" class="infobox-above">Kettle Point Light</th></tr>'
    '<tr><td colspan="2" class="infobox-image"><span typeof="mw:File"><a href="/wiki/File:Tower.jpg" class="mw-file-description">'
    '<img src="{tower}" width="250" height="190" alt="A tower"></a></span><div class="infobox-caption">The tower in 1911</div></td></tr>'
    '<tr><th class="infobox-label">Height</th><td class="infobox-data">24 m<sup class="reference"><a href="#n">[1]</a></sup></td></tr>'
    '<tr><th class="infobox-label">Keepers</th><td class="infobox-data"><div><ul><li>Ann Keeper</li><li>Bo Warden</li></ul></div></td></tr>'
    '<tr><th class="infobox-label">Place</th><td class="infobox-data">Kettle Point<br><a href="/wiki/Harbour">Harbour</a></td></tr></tbody></table>'
)
ENTRY = (
    '<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">'
    '<div class="shortdescription nomobile noexcerpt noprint" style="display:none">Lighthouse on rails</div>'
    '<div role="note" class="hatnote navigation-not-searchable">For the film, see <a href="/wiki/Lamp_(film)">Lamp (film)</a>.</div>'
    "<style>.x{}</style>"
    + BOX
    + '<p class="mw-empty-elt"></p><p>The <b>lamp</b> is a light by which “ships” find the <a href="/wiki/Harbour" title="Harbour">harbour</a> '
    'and its <a href="/wiki/AT%26T">people</a>.<sup class="reference"><a href="#cite">[2]</a></sup></p>'
    '<div id="toc" class="toc"><ul><li><a href="#History">History</a></li></ul></div><meta property="mw:PageProp/toc">'
    '<div class="mw-heading mw-heading2"><h2 id="History">History</h2>'
    + EDIT
    + '</div><p>It was lit in 1911, and moved since.</p><figure typeof="mw:File/Thumb"><a href="/wiki/File:Crew.jpg"><img src="{crew}" width="220" '
    'height="160"></a><figcaption>The crew, on rails</figcaption></figure><div class="mw-heading mw-heading3"><h3>The rails</h3></div>'
    "<p>They were laid twice.</p>"
    '<h2><span class="mw-headline" id="Light">Light</span></h2><ul class="gallery"><li class="gallerybox"><div class="thumb"><span><a href="/wiki/File:Lens.jpg">'
    '<img src="{lens}" width="120" height="90"></a></span></div><div class="gallerytext"><p>The lens</p></div></li></ul><p>Of oil, at first.</p>'
    '<div class="mw-heading mw-heading2"><h2>References</h2></div><div class="reflist"><ol class="references"><li>A book</li></ol></div>'
    '<div class="navbox"><table><tr><td>Lights of the coast</td></tr></table></div></div>'
)
CHOICE = (
    '<div class="mw-parser-output"><p><b>Lamp</b> may refer to:</p><ul><li><a href="/wiki/Kettle_lamp">Kettle lamp</a>, a light</li></ul>'
    '<div class="mw-heading mw-heading2"><h2>Other uses</h2></div><ul><li><a href="/wiki/Lamp_(film)">Lamp (film)</a>, of 1999</li></ul></div>'
)
LANGUAGES = (("de", "German", "Lampe"), ("fr", "French", "Lampe (éclairage)"), ("zh-min-nan", "Minnan", "Teng"))


def parsed(
    title: str,
    markup: str,
    languages: Sequence[tuple[str, str, str]] = (),
    redirected: str = "",
    properties: Mapping[str, str] | None = None,
) -> str:
    """Return an answer of `action=parse`."""
    links = [
        {"lang": code, "url": f"https://{code}.example/wiki/{title}", "langname": name, "autonym": name, "title": title}
        for code, name, title in languages
    ]
    led = [{"from": redirected, "to": title}] if redirected else []
    parse = {"title": title, "pageid": 7, "redirects": led, "text": markup, "langlinks": links}
    shown = {"displaytitle": f'<span class="mw-page-title-main">{escape(title)}</span>', "properties": properties or {}}
    return json.dumps({"parse": parse | shown})


def missing() -> str:
    """Return an answer of `action=parse` for a page that there is not."""
    return json.dumps({"error": {"code": "missingtitle", "info": "The page you specified doesn't exist."}})


def defined(parts: Sequence[tuple[str, str, Sequence[tuple[str, Sequence[str]]]]]) -> str:
    """Return an answer of Wiktionary's definitions: for each language its code, a part of speech, and meanings."""
    answer: dict[str, list[object]] = {}
    for code, part, meanings in parts:
        said = [
            {
                "definition": words,
                "examples": list(examples),
                "parsedExamples": [{"example": each} for each in examples],
            }
            for words, examples in meanings
        ]
        name = {"en": "English", "sv": "Swedish"}[code]
        answer.setdefault(code, []).append({"partOfSpeech": part, "language": name, "definitions": said})
    return json.dumps(answer)


class Works:
    """An encyclopedia and a dictionary at one origin, of several languages."""

    def __init__(self, origin: Origin) -> None:
        """Take the origin; nothing is served yet."""
        self.origin = origin
        self.pictures = {name: origin.url(f"/media/{name}.jpg") for name in ("crew", "lens", "tower")}

    @property
    def settings(self) -> dict[str, str]:
        """The settings by which they are asked."""
        return {
            "WIKIPEDIA_URL": self.origin.url("/pedia/{language}"),
            "WIKTIONARY_URL": self.origin.url("/words/{language}"),
        }

    def address(self, title: str, language: str = "en", work: str = "pedia") -> str:
        """Return the address of a page."""
        return self.origin.url(f"/{work}/{language}/wiki/{quote(title.replace(' ', '_'))}")

    def answer(self, title: str, body: str, language: str = "en", work: str = "pedia", status: int = 200) -> str:
        """Let the API answer so when asked for a page; return the path."""
        path = f"/{work}/{language}/w/api.php"
        fields = {"action": "parse", "format": "json", "formatversion": 2, "redirects": 1}
        what = {"prop": "text|langlinks|displaytitle|properties", "disableeditsection": 1}
        less = {"disablelimitreport": 1, "disabletoc": 1, "page": title}
        query = urlencode(fields | what | less)
        self.origin.serve(f"{path}?{query}", body, "application/json", status)
        return f"{path}?{query}"

    def add(
        self,
        title: str,
        markup: str = ENTRY,
        language: str = "en",
        work: str = "pedia",
        asked: str = "",
        properties: Mapping[str, str] | None = None,
    ) -> None:
        """Have a page, for whoever asks for its title or for `asked`, which is led on to it."""
        text = markup
        for name, url in self.pictures.items():
            text = text.replace(f"{{{name}}}", url)
        text = text.replace('href="/wiki/', f'href="/{work}/{language}/wiki/')
        self.answer(asked or title, parsed(title, text, LANGUAGES, asked, properties), language, work)

    def lack_the_rest(self, language: str = "en", work: str = "pedia") -> None:
        """Let each other page be missing."""
        self.origin.serve(f"/{work}/{language}/w/api.php", missing(), "application/json")

    def found(self, words: str, titles: Sequence[str], language: str = "en", work: str = "pedia") -> None:
        """Let the search for `words` find these titles."""
        fields = {"action": "query", "format": "json", "formatversion": 2, "list": "search", "srlimit": 20}
        more = {"srinfo": "suggestion", "srprop": "snippet", "sroffset": 0, "srsearch": words}
        path = f"/{work}/{language}/w/api.php?{urlencode(fields | more)}"
        self.origin.serve(path, mediawiki(titles), "application/json")

    def define(self, word: str, body: str, language: str = "en", status: int = 200) -> None:
        """Let the definitions answer so for a word."""
        path = f"/words/{language}/api/rest_v1/page/definition/{quote(word.replace(' ', '_'))}"
        self.origin.serve(path, body, "application/json", status)
