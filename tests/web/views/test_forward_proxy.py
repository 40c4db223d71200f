"""The site as the HTTP proxy of a browser, by the real servers."""

import os
import re
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app.fetch.client import Client
from app.news.aggregators.google_links import GoogleLinks
from app.render.html.links import MAX_PROXIED
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.page_reader import PageReader
from app.storage import open_store
from app.storage.cache import Cache
from app.web.app_factory import create_app
from app.web.context import EXTENSION
from config import Settings
from tests.extract.listing.shapes import card, headline, page, slug
from tests.fetch.test_deadline import CERTIFICATE, server_context
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin, loopback_rules
from tests.services.ladder import Ladder
from tests.serving import asked, nginx, quiet_site, raw_answer
from tests.validity import need, sgml_errors, stumbling_blocks

SITE = "http://68k.news"
# One of its links has an `&`, and may not stand in a page.
HOME = page("The Town Gazette", f"<main>{''.join(map(card, range(20)))}</main>").replace("-10011", "-10011?a=1&b=2")
OLD_PAGE = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Дом</title></head>'
    "<body><p>Старая страница о погоде &amp; <a href='/дом'>домах</a> <img src=/a.gif></body></html>"
)


@pytest.fixture(scope="module")
def served(place: Origin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a gunicorn that is a proxy, and believes what nginx says."""
    place.serve("/", HOME)
    place.serve("/notes.txt", "Notes\n\nOne < two.\n", "text/plain")
    place.serve("/tower.gif", bytes(range(256)), "image/gif")  # and is none
    body = BytesIO()
    Image.linear_gradient("L").resize((900, 600)).save(body, "WEBP")
    place.serve("/photo.html", body.getvalue(), "text/html")
    with quiet_site(tmp_path_factory.mktemp("store"), PROXY="on", PROXY_HOPS="1") as number:
        yield number


@pytest.fixture(scope="module")
def front(served: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of it."""
    with nginx(served, tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.fixture(params=["gunicorn", "nginx"])
def proxy(request: pytest.FixtureRequest) -> int:
    """The port of the proxy, without and with nginx."""
    port: int = request.getfixturevalue("served" if request.param == "gunicorn" else "front")
    return port


def got(port: int, url: str, *headers: str, method: str = "GET", version: str = "1.0") -> tuple[int, str, str]:
    """Return status, content type and body of what a proxy answers; a byte is a character."""
    lines = [f"{method} {url} HTTP/{version}", *headers, "", ""]
    status, fields, body = asked(port, "\r\n".join(lines))
    return int(status.split(" ")[1]), fields["content-type"], body.decode("latin-1")


def links(page: str) -> list[str]:
    return re.findall(r'(?:href|src|action)="([^"]*)"', page)


def test_an_article_stands_at_its_own_address_and_its_links_are_plain_http(proxy: int, place: Origin) -> None:
    status, kind, page = got(proxy, place.url("/lighthouse"))
    assert (status, kind) == (200, "text/html")
    assert LIGHTHOUSE.title in page
    assert '<a href="http://cliffs.example.org/rates">seventy winters</a>' in page
    # A link with an `&`, which may not stand in a page, is short, and leads to the reader.
    assert re.search(rf'<a href="{SITE}/a/[a-z2-7]{{10}}">sugar mill</a>', page)
    assert f'<a href="{SITE}/">&lt; Back to 68k.news US front page</a>' in page
    assert all(link.startswith("http://") for link in links(page))


def test_a_request_with_host_and_the_habits_of_a_proxy_gets_the_same(proxy: int, place: Origin) -> None:
    url = place.url("/lighthouse")
    host = f"Host: 127.0.0.1:{place.port}"
    plain = got(proxy, url)
    assert got(proxy, url, host, "Proxy-Connection: Keep-Alive", version="1.1") == plain
    assert got(proxy, url.replace("http:", "HTTP:"), host, "Pragma: no-cache") == plain
    status, _, body = got(proxy, url, method="HEAD")
    assert (status, body) == (200, "")


def test_http_0_9_gets_through_with_an_absolute_address(front: int, place: Origin) -> None:
    # As the first MicroWeb asks its proxy.
    page = raw_answer(front, f"GET {place.url('/lighthouse')}\r\n")
    assert page.startswith(b"<!DOCTYPE HTML")
    assert LIGHTHOUSE.title.encode() in page


def test_a_browser_gets_the_profile_that_its_name_says(proxy: int, place: Origin) -> None:
    page = got(proxy, place.url("/lighthouse"), "User-Agent: Mozilla/3.0 (Win95; I)")[2]
    assert "HTML 3.2" in page
    assert "HTML 2.0" in got(proxy, place.url("/lighthouse"))[2]


def test_our_own_pages_stand_under_our_own_name(proxy: int, place: Origin) -> None:
    assert f'<a href="{SITE}/in/editions">' in got(proxy, f"{SITE}/in/")[2]
    assert f'action="{SITE}/~mosaic/in/read"' in got(proxy, f"{SITE}/~mosaic/in/")[2]
    assert "Read any page" in got(proxy, SITE)[2]
    article = got(proxy, place.url("/lighthouse"))[2]
    plain = re.search(rf'href="({SITE}/a/[^"]*\.txt)"', article)
    picture = re.search(rf'href="({SITE}/i/[^"]*)">\[1\]', article)
    assert plain
    assert picture
    _, kind, text = got(proxy, plain[1])
    assert kind == "text/plain"
    assert LIGHTHOUSE.title in text
    page = got(proxy, picture[1])[2]
    back = re.search(r'<a href="([^"]*)">&lt; Back to article', page)
    assert back
    assert back[1] == place.url("/lighthouse")
    image = re.search(rf'<img src="({SITE}/i/[^"]*)"', page)
    assert image
    assert got(proxy, image[1])[1] == "image/gif"


def test_what_was_asked_directly_and_by_proxy_is_never_confused(proxy: int, place: Origin) -> None:
    proxied = got(proxy, f"{SITE}/read?url={place.url('/lighthouse')}")[2]
    direct = got(proxy, f"/read?url={place.url('/lighthouse')}")[2]
    assert f'href="{SITE}/' in proxied
    assert SITE not in direct
    assert got(proxy, f"{SITE}/in/world")[2] != got(proxy, "/in/world")[2]


def test_a_long_article_goes_on_under_our_own_name(proxy: int, place: Origin) -> None:
    long = replace(LIGHTHOUSE, paragraphs=LIGHTHOUSE.paragraphs * 12, images=())
    page = got(proxy, place.serve("/long", modern_page(long)), "User-Agent: MicroWeb 2.1")[2]
    assert "Page 1 of " in page
    following = re.search(rf'<a href="({SITE}/a/[^"]*/2)">Next', page)
    assert following
    page = got(proxy, following[1], "User-Agent: MicroWeb 2.1")[2]
    assert "Page 2 of " in page
    assert f'<a href="{place.url("/long")}">&lt; Previous</a>' in page


def test_a_home_page_is_the_list_of_its_headlines(proxy: int, place: Origin) -> None:
    listed = got(proxy, place.url("/"))[2]
    assert f'<a href="{place.url(f"/news/{slug(10)}-10010")}">{headline(10)}</a>' in listed
    assert re.search(rf'<a href="{SITE}/a/[a-z2-7]{{10}}">{headline(11)}</a>', listed)


def test_a_text_and_a_file_come_as_they_do_in_the_reader(proxy: int, place: Origin) -> None:
    assert "<p>One &lt; two.</p>" in got(proxy, place.url("/notes.txt"))[2]
    status, kind, body = got(proxy, place.url("/tides.bin"))
    assert (status, kind) == (200, "application/octet-stream")
    assert body.encode("latin-1") == bytes(range(256)) * 1000


@pytest.mark.parametrize(
    ("agent", "form", "kind"),
    [("", "GIF", "image/gif"), ("Mozilla/4.0 (compatible; MSIE 5.0; Windows 98)", "JPEG", "image/jpeg")],
)
def test_a_picture_is_converted_whatever_its_address_ends_with(
    proxy: int, place: Origin, agent: str, form: str, kind: str
) -> None:
    for path in ("/photo.html", "/pictures/tower.jpg"):
        status, declared, body = got(proxy, place.url(path), f"User-Agent: {agent}")
        assert (status, declared) == (200, kind)
        with Image.open(BytesIO(body.encode("latin-1"))) as picture:
            assert picture.format == form
            assert picture.width <= 640


@pytest.mark.parametrize(
    ("path", "accept"),
    [("/lost.gif?a=1", "*/*"), ("/tower.gif", ""), ("/lost", "image/gif, image/jpeg"), ("/LOST.JPG", "text/html, */*")],
)
def test_a_lost_picture_is_one_that_says_so(proxy: int, place: Origin, path: str, accept: str) -> None:
    status, kind, body = got(proxy, place.url(path), f"Accept: {accept}")
    assert (status, kind) == (200, "image/gif")
    assert body.startswith("GIF8")


def test_a_lost_page_is_one_with_a_form_for_the_address(proxy: int, place: Origin) -> None:
    # As Netscape asks for every page.
    accept = "Accept: image/gif, image/x-xbitmap, image/jpeg, */*"
    status, kind, page = got(proxy, place.url("/in/lost?a=1&b=2"), accept)
    assert (status, kind) == (404, "text/html")
    assert f'action="{SITE}/read"' in page
    assert f'value="{place.url("/in/lost?a=1&amp;b=2")}"' in page
    assert "US front page" in page


@pytest.mark.parametrize("agent", ["", "Mozilla/3.0 (Win95; I)", "MicroWeb 2.1", "CERN-LineMode/2.09 libwww/2.09"])
@pytest.mark.parametrize("path", ["/lighthouse", "/", "/lost"])
def test_every_kind_of_page_is_valid(served: int, place: Origin, tmp_path: Path, path: str, agent: str) -> None:
    page = got(served, place.url(path), f"User-Agent: {agent}")[2].encode("latin-1")
    assert sgml_errors(page, tmp_path) == ""
    # Other pages have their own addresses, which are longer than ours may be, but within what MicroWeb sends.
    assert [found for found in stumbling_blocks(page) if not found.startswith(f"the length of {place.url('')}")] == []
    assert max(map(len, links(page.decode("latin-1")))) <= MAX_PROXIED
    assert len(page) <= 24 * 1024 or "Mozilla" in agent


@pytest.mark.parametrize(
    ("url", "status", "sentence"),
    [
        ("https://example.org/", 400, "begin the address with http: and nothing else"),
        ("ftp://example.org/a", 400, "begin the address with http: and nothing else"),
        ("http://10.0.0.1/", 403, "is on a private network"),
        ("http://-a.example/", 400, "is not a web address"),
    ],
)
def test_what_is_not_served_is_a_sentence(proxy: int, url: str, status: int, sentence: str) -> None:
    found, kind, page = got(proxy, url)
    assert (found, kind) == (status, "text/html")
    assert sentence in page


def posted(port: int, url: str, form: str, kind: str = "application/x-www-form-urlencoded") -> tuple[int, str]:
    """Return status and body of what a proxy answers to a form."""
    head = f"POST {url} HTTP/1.0\r\nContent-type: {kind}\r\nContent-length: {len(form)}\r\n\r\n{form}"
    status, _, body = asked(port, head)
    return int(status.split(" ")[1]), body.decode("latin-1")


def test_a_simple_form_is_posted_to_its_site(proxy: int, place: Origin) -> None:
    before = len(place.requests)
    status, page = posted(proxy, place.url("/lighthouse"), "name=caf%E9+%26+tea&box=1&box=2&empty=")
    (sent,) = place.requests[before:]
    assert (sent.method, sent.path) == ("POST", "/lighthouse")
    assert sent.body == b"name=caf%C3%A9+%26+tea&box=1&box=2&empty="
    assert status == 200
    assert "lighthouse" in page


def test_after_a_form_its_site_may_send_the_browser_on(proxy: int, place: Origin) -> None:
    place.redirect("/vote", "/lighthouse", 303)
    status, page = posted(proxy, place.url("/vote"), "a=b")
    assert status == 200
    assert "lighthouse" in page


def test_what_a_form_is_answered_with_is_not_kept(proxy: int, place: Origin) -> None:
    before = place.hits("/lighthouse")
    posted(proxy, place.url("/lighthouse"), "a=b")
    posted(proxy, place.url("/lighthouse"), "a=b")
    assert place.hits("/lighthouse") == before + 2


def test_files_and_unknown_methods_are_not_sent(proxy: int, place: Origin) -> None:
    before = len(place.requests)
    status, page = posted(proxy, place.url("/lighthouse"), "--x--", "multipart/form-data; boundary=x")
    assert status == 400
    assert "no files" in page
    assert got(proxy, place.url("/lighthouse"), "Content-Length: 0", method="PUT")[0] == 405
    assert len(place.requests) == before


def test_connect_is_refused_with_a_sentence(served: int, front: int, tmp_path: Path) -> None:
    status, fields, body = asked(served, "CONNECT example.org:443 HTTP/1.0\r\nHost: example.org:443\r\n\r\n")
    assert status.split(" ")[1] == "405"
    assert fields["allow"] == "GET, HEAD, POST"
    assert b"begin the address with http: instead of https:" in body
    assert sgml_errors(body, tmp_path) == ""
    status, _, body = asked(front, "CONNECT example.org:443 HTTP/1.0\r\n\r\n")
    assert status.split(" ")[1] == "400"
    assert b"begins with https:" in body


def test_a_circle_ends(served: int, place: Origin) -> None:
    # Its own address is ours; another way to it is asked once, and refuses what it asked itself.
    assert "Read any page" in got(served, f"http://127.0.0.1:{served}/")[2]
    status, _, page = got(served, f"http://127.0.0.2:{served}/")
    assert status == 502
    assert "cannot be reached" in page or "cannot answer" in page
    status, _, page = got(served, place.url("/lighthouse"), "Via: 1.0 other, 1.1 68k.news")
    assert status == 508


def test_where_it_is_no_proxy_there_is_a_sentence_and_our_own_name_is_served(port: int, place: Origin) -> None:
    before = len(place.requests)
    status, _, page = got(port, place.url("/lighthouse"), f"Host: 127.0.0.1:{place.port}")
    assert status == 403
    assert "no proxy for browsers" in page
    assert all(link.startswith(SITE) for link in links(page))
    assert len(place.requests) == before
    assert got(port, "CONNECT.example:443", method="CONNECT")[0] == 405
    assert got(port, "/proxy.pac")[0] == 404
    own = got(port, f"{SITE}/in/")[2]
    assert 'action="/in/read"' in own
    assert got(port, f"http://127.0.0.1:{port}/in/")[2] == own


def test_only_what_a_front_says_is_believed(port: int, served: int, place: Origin) -> None:
    header = f"X-Absolute-URI: {place.url('/lighthouse')}"
    assert "Read any page" in got(port, "/in/", header)[2]
    assert LIGHTHOUSE.title in got(served, "/in/", header)[2]


def test_the_place_behind_is_nowhere(proxy: int) -> None:
    assert got(proxy, "/.proxied")[0] == 404
    assert got(proxy, "/.proxied?url=http://10.0.0.1/")[0] == 404


def test_a_browser_can_find_its_proxy(proxy: int) -> None:
    status, kind, text = got(proxy, "/proxy.pac", "Host: News.Lan:8000")
    assert (status, kind) == (200, "application/x-ns-proxy-autoconfig")
    assert 'return "PROXY news.lan:8000";' in text
    assert 'host == "news.lan"' in text
    assert 'return "PROXY [::1]:80";' in got(proxy, "/proxy.pac", "Host: [::1]")[2]
    assert got(proxy, "/proxy.pac", 'Host: a";alert(1)//')[0] == 400
    assert got(proxy, "/proxy.pac")[0] == 400
    assert got(proxy, f"{SITE}/proxy.pac", "Host: 68k.news")[0] == 400


def test_the_pac_file_names_the_address_that_the_operator_gave(settings: Settings) -> None:
    browser = create_app(replace(settings, PROXY="on", BASE_URL="http://news.lan:8080")).test_client()
    assert 'return "PROXY news.lan:8080";' in browser.get("/proxy.pac").get_data(as_text=True)


@pytest.mark.parametrize(
    "command", [["lynx", "-dump", "-width=100"], ["w3m", "-dump", "-cols", "100"]], ids=["lynx", "w3m"]
)
def test_text_browsers_of_today_read_through_it(proxy: int, place: Origin, command: list[str]) -> None:
    need(command[0])
    environment = {**os.environ, "http_proxy": f"http://127.0.0.1:{proxy}/", "no_proxy": ""}

    def shown(url: str) -> str:
        done = subprocess.run([*command, url], env=environment, capture_output=True, text=True, check=False, timeout=30)
        return " ".join(done.stdout.split())

    text = shown(place.url("/lighthouse"))
    assert "cut the tower from its footing, raised it by the height of a hand" in text
    assert "Read any page, by its address, or search the web:" in shown(f"{SITE}/in/")
    assert "One < two." in shown(place.url("/notes.txt"))


def proxied(browser: FlaskClient, url: str, agent: str = "") -> tuple[int, str, bytes]:
    """Return status, content type and body of what a proxy answers within this process."""
    answer = browser.get("/", environ_overrides={"RAW_URI": url}, headers={"User-Agent": agent})
    return answer.status_code, answer.headers["Content-Type"], answer.data


@pytest.fixture
def passing(settings: Settings, origin: Origin) -> FlaskClient:
    """A browser of a proxy that passes the pages of `origin` unread."""
    return create_app(replace(settings, PROXY="on", PASSTHROUGH_HOSTS=("127.0.0.1",))).test_client()


def test_a_site_for_old_browsers_passes_unread_in_the_set_of_the_browser(passing: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/old", OLD_PAGE.encode("cp1251"))
    bare = re.sub("<meta[^>]*>", "", OLD_PAGE).replace("'/дом'", '"/%D0%B4%D0%BE%D0%BC"')
    agent = "Mozilla/5.0 (X11; Linux) Gecko/20100101"
    assert proxied(passing, url, agent) == (200, "text/html; charset=utf-8", bare.encode())
    status, kind, body = proxied(passing, url)
    assert (status, kind) == (200, "text/html")
    assert b"<title>Dom</title>" in body
    assert b'Staraya stranitsa o pogode &amp; <a href="/%D0%B4%D0%BE%D0%BC">domakh</a> <img src=/a.gif>' in body
    assert origin.hits("/old") == 1


def test_its_pictures_and_files_pass_untouched_and_what_is_lost_says_so(passing: FlaskClient, origin: Origin) -> None:
    body = BytesIO()
    Image.new("RGB", (1000, 10)).save(body, "PNG")
    url = origin.serve("/a.png", body.getvalue(), "image/png")
    assert proxied(passing, url) == (200, "image/png", body.getvalue())
    assert proxied(passing, origin.url("/b.gif"))[1] == "image/gif"
    assert proxied(passing, origin.url("/page"))[0] == 404


def test_a_browser_that_a_site_sends_on_is_told_where_to(passing: FlaskClient, origin: Origin) -> None:
    origin.serve("/folder/", "<p>The folder, <a href=a.html>with a link</a>")
    url = origin.redirect("/folder", "/folder/")
    answer = passing.get("/", environ_overrides={"RAW_URI": url})
    assert answer.status_code == 302
    assert answer.headers["Location"] == origin.url("/folder/")
    assert b"<a href=a.html>" in proxied(passing, origin.url("/folder/"))[2]


@pytest.mark.usefixtures("within_a_minute")
def test_the_limit_of_reads_holds_for_a_proxy_too(settings: Settings, origin: Origin) -> None:
    few = replace(settings, PROXY="on", LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(few).test_client()
    origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    assert proxied(browser, origin.url("/lighthouse"))[0] == 200
    assert proxied(browser, origin.url("/other"))[0] == 429
    assert proxied(browser, origin.url("/lighthouse"))[0] == 200


def test_a_host_that_wants_https_is_asked_by_it_at_once(settings: Settings, origin: Origin, tmp_path: Path) -> None:
    with Origin(context=server_context()) as secure:
        ports = {80: origin.port, 443: secure.port}
        client = Client(
            loopback_rules(),
            resolve=lambda host, port: [("127.0.0.1", ports[port])],
            context=ssl.create_default_context(cafile=str(CERTIFICATE)),
        )
        app = create_app(replace(settings, PROXY="on"))
        store = open_store(f"sqlite:///{tmp_path}/b.sqlite3", 10**7)
        cache = Cache(store, 10**6)
        contents, google = ContentReader(client, cache, Lifetimes(900, 0, 60, 60)), GoogleLinks(client, store)
        ladder = Ladder(contents, client, cache)
        parts = app.extensions[EXTENSION]
        reader = PageReader(contents, google, parts.coverage, ladder.versions, ladder.wayback, ladder.articles)
        app.extensions[EXTENSION] = replace(parts, contents=contents, reader=reader)
        browser = app.test_client()
        for path in ("/first", "/second"):
            secure.serve(path, modern_page(LIGHTHOUSE))
            origin.redirect(path, f"https://secure.example{path}")
            status, _, page = proxied(browser, f"http://secure.example{path}")
            assert status == 200
            assert LIGHTHOUSE.title in page.decode()
        assert (origin.hits("/first"), origin.hits("/second")) == (1, 0)
        # What is read so is what the reader has at its own address.
        assert contents.cached("https://secure.example/second") is not None
        ports[443] = 9
        origin.serve("/third", modern_page(LIGHTHOUSE))
        assert proxied(browser, "http://secure.example/third")[0] == 200
