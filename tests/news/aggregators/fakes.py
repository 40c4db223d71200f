"""Stand-ins for Google News and Bing News on the loopback, which can fail in every way that those do.

    with GoogleNews() as google:
        link = google.add_story("a bridge opens", "https://post.test/bridge")
        google.publish("US:en", google_item("A bridge opens", "The Valley Post", link))
        google.fail(Mode.LIMITED, "/rss/articles/")

What is published is in every feed of its edition. A failure is of all paths that begin as it says, until
`mend` is called. Clients need `to_loopback` to find the wall of consent.
"""

import base64
import json
import re
import socket
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto
from html import escape
from urllib.parse import parse_qs, urlsplit

from tests.origin import MISSING, MOST_HEAD, Answer, Origin, Recorded, read_request

HTML, JSON, RSS = "text/html; charset=utf-8", "application/json; charset=utf-8", "application/xml; charset=utf-8"
ARTICLE_PATHS = ("/rss/articles/", "/articles/")
EXCHANGE_PATH = "/_/DotsSplashUi/data/batchexecute"
WALLS = ("/m", "/sorry/index")
SIGNED_AT = 1_790_000_000
DATE, PUBLISHED = "Mon, 23 Nov 2026 10:00:00 GMT", 1_795_428_000.0


class Mode(Enum):
    """How a stand-in fails."""

    CONSENT = auto()  # a redirect to the wall where Europeans consent
    EMPTY = auto()  # nothing at all
    GARBAGE = auto()  # neither markup nor JSON
    HANGING = auto()  # no answer
    HTML = auto()  # a page where something else was asked for
    LIMITED = auto()  # status 429
    REFUSED = auto()  # nobody listens, whatever the path
    SORRY = auto()  # a redirect to the page that asks whether we are human


FAILURES = {
    Mode.EMPTY: Answer(b"", RSS, 200, {}),
    Mode.GARBAGE: Answer(b"<rss><channel><item>]]> &nothing; [[[{", RSS, 200, {}),
    Mode.HTML: Answer(b"<!doctype html><title>News</title><p>All the news.</p>", HTML, 200, {}),
    Mode.LIMITED: Answer(b"<h1>Too many requests</h1>", HTML, 429, {}),
}


def to_loopback(host: str, port: int) -> Sequence[tuple[str, int]]:
    """Find every name on the loopback."""
    return [("127.0.0.1", port)]


class Aggregator(Origin):
    """What both stand-ins have in common; `forms` holds what was posted."""

    def __init__(self) -> None:
        """Open the port."""
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self._failures: dict[str, Mode] = {}

    @property
    def base(self) -> str:
        """The address that is configured as the aggregator's."""
        return self.url("")

    def fail(self, mode: Mode, prefix: str = "/") -> None:
        """Fail in this way on every path that begins with `prefix`."""
        self._failures[prefix] = mode
        if mode is Mode.REFUSED:
            with suppress(OSError):  # not every system can shut a listener down
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()

    def mend(self) -> None:
        """Work again."""
        if Mode.REFUSED in self._failures.values():
            self._listener = socket.create_server((self.host, self.port), backlog=64)
            self._start(self._accept)
        self._failures.clear()

    def answer(self, request: Recorded, form: dict[str, list[str]]) -> Answer:
        """Return the answer to a request that does not fail."""
        raise NotImplementedError

    def _answer(self, channel: socket.socket) -> None:
        form = _posted(channel)
        request = read_request(channel)
        if request is None:
            return
        self.requests.append(request)
        self.forms += [form] if form else []
        mode = self._mode(request.path)
        if mode is Mode.HANGING:
            self.stopped.wait(30)
            return
        answer = self._failure(mode, request) if mode else self.answer(request, form)
        channel.sendall(answer.wire(request.method))

    def _mode(self, path: str) -> Mode | None:
        failing = [prefix for prefix in self._failures if path.startswith(prefix) and path not in WALLS]
        return self._failures[max(failing, key=len)] if failing else None

    def _failure(self, mode: Mode, request: Recorded) -> Answer:
        walls = {
            Mode.CONSENT: self.url("/m?continue=back", host="consent.localhost"),
            Mode.SORRY: self.url("/sorry/index?continue=back"),
        }
        if mode in walls:
            return Answer(b"<p>Elsewhere.</p>", HTML, 302, {"Location": walls[mode]})
        return FAILURES[mode]


class GoogleNews(Aggregator):
    """Feeds of every edition that has something published, the pages of added stories, and the exchange.

    `exchanged` is what the exchange says in place of a true answer, `exchanged_status` the status it has;
    `redirects` are the addresses to which paths send us on. Where it `asks_consent`, it does so until it is given the
    cookie of an answer to its question; `consented` says which answers it got.
    """

    def __init__(self) -> None:
        """Open the port, with nothing published."""
        super().__init__()
        self.exchanged = ""
        self.exchanged_status = 200
        self.redirects: dict[str, str] = {}
        self.asks_consent = False
        self.consented: list[str] = []
        self._items: dict[str, list[str]] = {}
        self._targets: dict[str, str] = {}

    def add_story(self, name: str, target: str) -> str:
        """Return a link of the new kind, which the exchange resolves to `target`."""
        article_id = new_id(name)
        self._targets[article_id] = target
        return self.url(f"/rss/articles/{article_id}?oc=5")

    def publish(self, google: str, *items: str) -> None:
        """Have these items in every feed of an edition such as `US:en`."""
        self._items.setdefault(google, []).extend(items)

    def withdraw(self, google: str) -> None:
        """Have nothing in the feeds of an edition any longer."""
        self._items.pop(google)

    def answer(self, request: Recorded, form: dict[str, list[str]]) -> Answer:
        """Return a feed, the page of a story, the answer to an exchange or what stands at a wall."""
        path = request.path
        if self.asks_consent and path in {"/m", "/save"}:
            return self._question(request, form)
        if self.asks_consent and "SOCS=" not in request.headers.get("cookie", ""):
            return Answer(b"", HTML, 302, {"Location": self.url("/m?continue=back&gl=DE", host="consent.localhost")})
        if path in WALLS:
            return Answer(b"<h1>Before you continue</h1>", HTML, 200 if path == "/m" else 429, {})
        if path == EXCHANGE_PATH and request.method == "POST":
            return self._exchanged(form)
        if path in self.redirects:
            return Answer(b"", HTML, 302, {"Location": self.redirects[path]})
        if path.startswith(ARTICLE_PATHS):
            return self._page(path.rpartition("/")[2])
        return self._feed(request) if path.startswith("/rss") else MISSING

    def _question(self, request: Recorded, form: dict[str, list[str]]) -> Answer:
        """Return the question, or what follows on an answer to it, which has to come whole."""
        if request.path == "/m":
            return Answer(consent_page().encode(), HTML, 200, {})
        if request.method != "POST" or not {"bl", "x", "gl", "continue", "set_eom"} <= form.keys():
            return Answer(b"<h1>400</h1>", HTML, 400, {})
        refused = form["set_eom"] == ["true"]
        self.consented.append("no" if refused else "yes")
        cookie = f"SOCS={'CAESHA' if refused else 'CAISHA'}; path=/; secure; HttpOnly"
        return Answer(b"", HTML, 303, {"Location": self.url("/"), "Set-Cookie": cookie.replace("; secure", "")})

    def _feed(self, request: Recorded) -> Answer:
        asked = parse_qs(urlsplit(request.target).query)
        google = asked.get("ceid", ["US:en"])[0]
        language = asked.get("hl", ["en-US"])[0]
        text = google_feed(google, language, *self._items.get(google, []))
        return Answer(text.encode(), RSS, 200, {})

    def _page(self, article_id: str) -> Answer:
        if article_id not in self._targets:
            return MISSING
        markup = (
            '<!doctype html><title>News</title><c-wiz><div data-n-a-id="1" data-n-a-ts="7"></div>'
            f'<div data-n-a-id="{article_id}" data-n-a-sg="{_signature(article_id)}" data-n-a-ts="{SIGNED_AT}">'
            "</div></c-wiz>"
        )
        return Answer(markup.encode(), HTML, 200, {})

    def _exchanged(self, form: dict[str, list[str]]) -> Answer:
        """Answer as Google does where id, time and signature belong together, else with an empty row."""
        [[[call, inner, _, kind]]] = json.loads(form["f.req"][0])
        name, context, article_id, moment, signature = json.loads(inner)
        sent = (call, kind, name, len(context), moment, signature)
        fits = sent == ("Fbv4je", "generic", "garturlreq", 12, SIGNED_AT, _signature(article_id))
        found = json.dumps(["garturlres", self._targets[article_id], 1]) if fits else None
        rows = [["wrb.fr", "Fbv4je", found, None, None, None, "generic"], ["di", 21], ["af.httprm", 21, "-7", 5]]
        text = self.exchanged or f")]}}'\n\n{json.dumps(rows)}"
        headers = {"Location": "/elsewhere"} if self.exchanged_status == 302 else {}
        return Answer(text.encode(), JSON, self.exchanged_status, headers)


class BingNews(Aggregator):
    """One list of items, whatever is searched for."""

    def __init__(self) -> None:
        """Open the port, with nothing published."""
        super().__init__()
        self._items: list[str] = []

    def publish(self, *items: str) -> None:
        """Have these items in every feed."""
        self._items.extend(items)

    def answer(self, request: Recorded, form: dict[str, list[str]]) -> Answer:
        """Return the feed of a search, or what stands at a wall."""
        if request.path != "/news/search":
            return Answer(b"<h1>Before you continue</h1>", HTML, 200, {}) if request.path in WALLS else MISSING
        return Answer(bing_feed(self.url(request.target), *self._items).encode(), RSS, 200, {})


def consent_page(action: str = "/save", *, refuses: bool = True) -> str:
    """Return the question for consent, with a form that agrees, and one that `refuses`."""
    hidden = {
        "bl": "boq_identityfrontenduiserver",
        "x": "8",
        "gl": "DE",
        "m": "0",
        "pc": "n",
        "continue": "https://x.test/",
    }
    answers = {"Alle ablehnen": {"set_eom": "true"}} if refuses else {}
    answers |= {"Alle akzeptieren": {"set_eom": "false", "set_aps": "true", "set_sc": "true"}}
    forms = []
    for words, fields in answers.items():
        inputs = (
            f'<input type="hidden" name="{name}" value="{value}">' for name, value in {**hidden, **fields}.items()
        )
        button = f'<button aria-label="{words}"><span>{words}</span></button>'
        forms.append(f'<form action="{action}" method="POST">{"".join(inputs)}{button}</form>')
    return f"<!doctype html><title>Bevor Sie fortfahren</title><h1>Bevor Sie zu Google weitergehen</h1>{''.join(forms)}"


def google_feed(google: str, language: str, *items: str) -> str:
    """Return a feed of an edition as Google writes it."""
    link = escape(f"https://news.google.com/?hl={language}&gl={google.partition(':')[0]}&ceid={google}")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><generator>NFE/5.0</generator>'
        f"<title>Top stories - Google News</title><link>{link}</link><language>{language}</language>"
        "<image><title>Google News</title><link>https://news.google.com/</link></image>"
        f"<description>Google News</description>{''.join(items)}</channel></rss>"
    )


def google_item(title: str, publisher: str, link: str, description: str = "", date: str = DATE) -> str:
    """Return an item of such a feed; `description` is markup, such as `cluster` makes it."""
    return (
        f'<item><title>{escape(title)} - {escape(publisher)}</title><link>{escape(link)}</link><guid isPermaLink="false">'
        f"{new_id(title)}</guid><pubDate>{date}</pubDate><description>{escape(description)}</description>"
        f'<source url="https://publisher.test">{escape(publisher)}</source></item>'
    )


def cluster(*stories: tuple[str, str, str]) -> str:
    """Return the markup that lists titles, publishers and links on one event."""
    return "<ol>" + "".join(f"<li>{single(*story)}</li>" for story in stories) + "</ol>"


def single(title: str, publisher: str, link: str) -> str:
    """Return the markup for an event that one publisher has."""
    anchor = f'<a href="{escape(link)}" target="_blank">{escape(title)}</a>'
    return f'{anchor}&nbsp;&nbsp;<font color="#6f6f6f">{escape(publisher)}</font>'


def bing_feed(url: str, *items: str) -> str:
    """Return a feed as Bing writes it: the namespace is the address of the search itself."""
    return (
        f'<?xml version="1.0" encoding="utf-8" ?><rss version="2.0" xmlns:News="{escape(url)}"><channel>'
        f"<title>news - BingNews</title><link>{escape(url)}</link><description>Search results</description>"
        f"<image><title>news</title></image>{''.join(items)}</channel></rss>"
    )


def bing_item(title: str, publisher: str, link: str, description: str = "", date: str = DATE) -> str:
    """Return an item of such a feed; `link` is to be one of Bing's."""
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><description>{escape(description)}</description>"
        f"<pubDate>{date}</pubDate><News:Source>{escape(publisher)}</News:Source>"
        "<News:Image>http://www.bing.com/th?id=1</News:Image></item>"
    )


def old_id(url: str, rest: bytes = b"\xd2\x01\x00") -> str:
    """Return an id that holds `url`."""
    text, length = url.encode(), b""
    size = len(text)
    while size >= 0x80:
        length, size = length + bytes([size & 0x7F | 0x80]), size >> 7
    data = b"\x08\x13\x22" + length + bytes([size]) + text + rest
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def new_id(name: str) -> str:
    """Return an id that only Google can read."""
    return old_id("AU_yqL" + base64.urlsafe_b64encode(name.encode()).decode().rstrip("=") * 3)


def _signature(article_id: str) -> str:
    return f"AZ5r3eS_{sum(article_id.encode())}"


def _posted(channel: socket.socket) -> dict[str, list[str]]:
    """Return the form of the request that arrives, and leave all of it to be read."""
    data = b""
    while b"\r\n\r\n" not in data:
        size = len(data)
        data = channel.recv(MOST_HEAD, socket.MSG_PEEK)
        if len(data) == size:
            return {}
    length = re.search(rb"content-length: *(\d+)", data.partition(b"\r\n\r\n")[0], re.I)
    if not length:
        return {}
    whole = data.index(b"\r\n\r\n") + 4 + int(length[1])
    body = channel.recv(whole, socket.MSG_PEEK | socket.MSG_WAITALL).partition(b"\r\n\r\n")[2]
    return parse_qs(body.decode("ascii"))
