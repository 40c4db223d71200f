"""The addresses that stand in our pages: short, never with an `&`, and path only, except on a proxied page.

MicroWeb's whole request must fit 512 bytes and it does not decode entities in `href`; many old browsers send
no Host, so an absolute address of our own could not be known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from app.net.urls import checked, is_unchecked, secured
from app.net.wikis import Wiki

# What a link of ours may have, and an original's address that stands in one.
MAX_LINK = 80
# The address of a page that a browser asks its proxy for: MicroWeb sends 400 characters and not 511.
MAX_PROXIED = 250


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page.

    `profile` and `edition` are their parts of the path (`/~macplus`, `/in`), or empty for what is usual; `ids` maps
    each canonical address on the page to its short id. `site` is empty, or the address of this site for pages that
    stand under their own addresses (`http://68k.news`): then links to other pages are theirs. `when` is empty, or the
    digits of the moment of the past in which links to other pages stay (`app.net.moments`); with `stays` the browser is
    kept there by its proxy, whatever it asks for. Links to entries of `wikis` lead to those as we show them.
    `translation` is empty, or the part of the translation that the page shows (`/in/de`), with files of its own.
    `collection` is empty, or the part of the collection that the reader adds to (`/+secret`), which all links keep.
    """

    profile: str = ""
    edition: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    site: str = ""
    when: str = ""
    collection: str = ""
    wikis: tuple[Wiki, ...] = ()
    stays: bool = False
    translation: str = ""

    @property
    def prefix(self) -> str:
        """What every path of ours begins with."""
        return f"{self.site}{self.profile}{self.collection}{self.edition}"

    @property
    def front(self) -> str:
        """The front page of the edition."""
        return f"{self.prefix}/"

    @property
    def read(self) -> str:
        """Where the read form leads."""
        return f"{self.prefix}/read"

    @property
    def search(self) -> str:
        """Where the search form leads."""
        return f"{self.prefix}/search"

    @property
    def about(self) -> str:
        """The page about this site."""
        return f"{self.prefix}/about"

    @property
    def logo(self) -> str:
        """The sign of the site, a GIF."""
        return f"{self.prefix}/logo.gif"

    @property
    def setup(self) -> str:
        """The list of profiles."""
        return f"{self.prefix}/setup"

    def setup_page(self, number: int) -> str:
        """A page of the list of profiles."""
        return _numbered(self.setup, number)

    def tests(self, number: int = 1) -> str:
        """The test page for a browser, or a further page of it."""
        return _numbered(f"{self.setup}/test", number)

    def sample(self, spec: str, sample: str) -> str:
        """A sample of the test page for another profile."""
        return self.in_profile(spec, f"/setup/{sample}")

    @property
    def card(self) -> str:
        """The test card, without its suffix."""
        return f"{self.setup}/card"

    def found(self, query: str, number: int) -> str:
        """A page of what was found for `query`, or nothing where that would be too long an address.

        Its number is always there, since a query may begin with one (`24/7`).
        """
        path = f"{self.search}/{number}/{quote(query, safe='')}"
        return path if len(path) <= MAX_LINK else ""

    def searched(self, address: str, number: int = 1) -> str:
        """A page of what was found on the web by the search with this address (`app.search.queries`)."""
        return _numbered(f"{self.prefix}/find/{self.ids[address]}", number)

    def pictures(self, address: str, number: int = 1) -> str:
        """A page of the pictures that were found on the web by the search with this address."""
        return _numbered(f"{self.prefix}/pictures/{self.ids[address]}", number)

    def editions(self, number: int = 1) -> str:
        """The list of editions."""
        return _numbered(f"{self.prefix}/editions", number)

    def status(self, number: int = 1) -> str:
        """How the sources fare."""
        return _numbered(f"{self.prefix}/status", number)

    def plot(self, name: str) -> str:
        """A plot of how the site fares."""
        return f"{self.prefix}/status/{name}.gif"

    def in_edition(self, code: str) -> str:
        """The front page of another edition."""
        return f"{self.site}{self.profile}{self.collection}/{code}/"

    def in_profile(self, spec: str, path: str = "/") -> str:
        """A page of this edition for another profile."""
        return f"{self.site}/~{spec}{self.collection}{self.edition}{path}"

    def section(self, section: str, number: int = 1, since: str = "") -> str:
        """A section of the edition, or a further page of it; what is new `since` then (`202611262130`) is marked."""
        return _numbered(f"{self.prefix}/{section}{'/since/' if since else ''}{since}", number)

    def papers(self, number: int = 1) -> str:
        """The papers of the edition."""
        return _numbered(f"{self.prefix}/papers", number)

    def paper(self, key: str, number: int = 1) -> str:
        """The front page of a paper."""
        return _numbered(f"{self.prefix}/paper/{key}", number)

    def story(self, url: str, number: int = 1) -> str:
        """All headlines of the story that the one at `url` leads."""
        return _numbered(f"{self.prefix}/s/{self.ids[url]}", number)

    def feed(self, url: str, number: int = 1) -> str:
        """The feed at `url` as a front page of its own."""
        return _numbered(f"{self.prefix}/f/{self.ids[url]}", number)

    def own(self, own_id: str, number: int = 1) -> str:
        """A front page of one's own; it has no edition of its own."""
        return _numbered(f"{self.prefix}/my/{own_id}", number)

    def own_list(self, own_id: str) -> str:
        """The feeds of a front page of one's own as OPML."""
        return f"{self.prefix}/my/{own_id}.opml"

    def today(self, suffix: str, size: str = "") -> str:
        """Today in one file; `size` is that of a disk (`720k`), `suffix` that of a format (`txt`)."""
        return f"{self.prefix}/today{'-' if size else ''}{size}.{suffix}"

    @property
    def own_start(self) -> str:
        """Where a front page of one's own is begun."""
        return f"{self.prefix}/my"

    def own_edit(self, secret: str, *steps: str) -> str:
        """The page that changes a front page of one's own, or a step from there."""
        return "/".join((f"{self.prefix}/my/e/{secret}", *steps))

    def article(self, url: str, number: int = 1) -> str:
        """The page at `url` through the reader, or a further page of it."""
        if self.when:
            return self.then(url, number)
        if self.site and number == 1 and (own := as_typed(url)):
            return own
        if any(wiki.has_entry(url) for wiki in self.wikis):
            return self.entry(url, number=number)
        return _numbered(f"{self.prefix}/a/{self.ids[url]}", number)

    def part(self, url: str, number: int) -> str:
        """A page of the article at `url` that this page is one of."""
        return _numbered(self._own(url), number) if self.translation else self.article(url, number)

    def translated(self, url: str, tag: str) -> str:
        """The article at `url` in the language `tag`."""
        return f"{self.prefix}/a/{self.ids[url]}/in/{tag}"

    def _own(self, url: str) -> str:
        """The article at `url` by its short id, in the language in which this page has it."""
        return f"{self.prefix}/a/{self.ids[url]}{self.translation}"

    def entry(self, url: str, section: int = 0, number: int = 1) -> str:
        """The entry at `url` as we show it, or a section of it by its number from 1 on, or a further page of either."""
        part = f"{section}/{number}" if number > 1 else f"{section}" if section else ""
        return f"{self.prefix}/w/{self.ids[url]}{'/' if part else ''}{part}"

    def entry_languages(self, url: str, number: int = 1) -> str:
        """The languages in which there is the entry at `url`, or a further page of them."""
        return _numbered(f"{self.prefix}/w/{self.ids[url]}/languages", number)

    def look_up(self, work: str, words: str = "") -> str:
        """Where `words` are looked up, or asked for, in the encyclopedia (`wiki`) or the dictionary (`word`).

        Nothing is returned where that would be too long an address.
        """
        path = f"{self.prefix}/{work}" + (f"/{quote(words, safe='')}" if words else "")
        return path if len(path) <= MAX_LINK else ""

    def weather(self, words: str = "") -> str:
        """The weather of the place with a name, or where that is asked for; nothing where that is too long a name."""
        path = f"{self.prefix}/weather" + (f"/{quote(words, safe='')}" if words else "")
        return path if len(path) <= MAX_LINK else ""

    def weather_at(self, number: int) -> str:
        """The weather of the place with this number at GeoNames."""
        return f"{self.prefix}/weather/place/{number}"

    def week(self, north: float, east: float) -> str:
        """The weather of a week at these degrees, drawn, a GIF."""
        return f"{self.prefix}/weather/{north:.2f},{east:.2f}.gif"

    def rates(self, number: int = 1) -> str:
        """The exchange rates of the day, or a further page of them."""
        return _numbered(f"{self.prefix}/rates", number)

    def then(self, url: str, number: int = 1) -> str:
        """The page at `url` as it was at the moment of this page, or a further page of it."""
        if self.stays and number == 1 and (own := as_typed(url)):
            return own
        return _numbered(f"{self.prefix}/web/{self.when}/a/{self.ids[url]}", number)

    def whole(self, url: str) -> str:
        """The page at `url` on one page, however long."""
        return f"{self._own(url)}/all"

    def printed(self, url: str) -> str:
        """The page at `url` without links, for a printer."""
        return f"{self._own(url)}/print"

    def plain(self, url: str) -> str:
        """The page at `url` as plain text."""
        return f"{self._own(url)}.txt"

    def drawn(self, url: str, number: int = 1) -> str:
        """The text of the page at `url` as pictures, page by page."""
        return _numbered(f"{self.prefix}/a/{self.ids[url]}/drawn", number)

    def drawn_section(self, section: str) -> str:
        """The first headlines of a section of the edition as pictures."""
        return f"{self.prefix}/{section}/drawn"

    def drawn_file(self, url: str, number: int) -> str:
        """The picture of a page of the text at `url`."""
        return f"{self.prefix}/a/{self.ids[url]}/drawn-{number}.gif"

    def file(self, url: str, name: str) -> str:
        """The page at `url` as a file: `.rtf`, `.pdb`, `/flowing.txt`, or the list of these, `/files`."""
        return f"{self._own(url)}{name}"

    def own_collection(self, *steps: str) -> str:
        """The collection that the reader adds to, or a step from there; without one, where one is begun."""
        return "/".join((f"{self.prefix}/c", *steps))

    def collected(self, url: str) -> str:
        """Where the page at `url` is added to the collection of the reader, or to a new one."""
        return self.own_collection("add" if self.collection else "new", self.ids[url])

    def in_collection(self, secret: str) -> str:
        """The collection that this secret changes."""
        return f"{self.site}{self.profile}/+{secret}{self.edition}/c"

    def collection_page(self, own_id: str, number: int) -> str:
        """A page of the collection with this id as everybody can see it."""
        return _numbered(self.collection_file(own_id), number)

    def collection_file(self, own_id: str, suffix: str = "", size: str = "") -> str:
        """The collection with this id as everybody can see it, or as a file, of a disk's `size` at most (`720k`)."""
        path = f"{self.site}{self.profile}{self.edition}/c/{own_id}{'-' if size else ''}{size}"
        return f"{path}.{suffix}" if suffix else path

    def archived(self, url: str) -> str:
        """The Wayback Machine's newest copy of the page at `url`, through the reader."""
        return f"{self.prefix}/a/{self.ids[url]}/archive"

    def links_of(self, url: str, number: int = 1) -> str:
        """The list of all links of the page at `url`, or a further page of it."""
        return _numbered(f"{self.prefix}/a/{self.ids[url]}/links", number)

    def image(self, url: str, article: str = "", size: str = "") -> str:
        """The page of a picture, which leads back to the article it was found in, at a size other than the usual."""
        parts = [f"{self.prefix}/i/{self.ids[url]}", self.ids[article] if article else "", size]
        return "/".join(part for part in parts if part)

    def image_file(self, url: str, suffix: str, size: str = "") -> str:
        """The picture itself; `suffix` is that of a format (`gif`)."""
        return f"{self.prefix}/i/{self.ids[url]}{'-' if size else ''}{size}.{suffix}"

    def out(self, url: str) -> str:
        """The original: its own address, or ours that sends the browser there where that would not do in a link.

        A proxied page is at its own address already, so its original is what no proxy of ours reads: by https.
        """
        url = checked(url)
        shown = secured(url) if self.site else url
        return shown if is_direct(shown) else f"{self.prefix}/o/{self.ids[url]}"

    def form(self, url: str) -> str:
        """Where a form leads that is sent to `url` with what it asks for; on a proxied page that is `url` itself."""
        if self.site:
            return as_typed(url.partition("?")[0])
        return f"{self.prefix}/g/{self.ids[url]}"

    def posted(self, url: str) -> str:
        """Where a form leads that is posted to `url`, or nothing where only its own site could take it."""
        return as_typed(url) if self.site else ""

    def follow(self, href: str) -> str:
        """A link in the text: through the reader, except a mail address."""
        return href if href.startswith("mailto:") else self.article(href)


def is_direct(url: str) -> bool:
    """Say whether `url` may stand in a link as it is."""
    return "&" not in url and len(url) <= MAX_LINK


def as_typed(url: str) -> str:
    """Return the address under which a browser asks its proxy for `url`, or nothing where it cannot.

    Old browsers speak no TLS, so it begins with `http:`; another port than the usual would be that of TLS still. That a
    page is read unchecked is said by its short id alone.
    """
    scheme, _, rest = url.partition("://")
    has_port_of_tls = scheme == "https" and ":" in rest.partition("/")[0]
    if "&" in url or len(url) > MAX_PROXIED or has_port_of_tls or is_unchecked(url):
        return ""
    return f"http://{rest}"


def _numbered(path: str, number: int) -> str:
    return f"{path}/{number}" if number > 1 else path
