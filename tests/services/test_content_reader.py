import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from app.errors import (
    AddressRefused,
    BadImage,
    NoText,
    NotUnderstood,
    OriginBusy,
    OriginFailed,
    OriginMissing,
    Overloaded,
    TooManyReads,
)
from app.fetch.client import Client, FetchRules
from app.fetch.response import LOST_END
from app.isolation import TaskLimits, TaskPool
from app.models import Article, Content, FetchedPage, Screen, SourceImage
from app.net.hosts import NO_LISTS, HostLists
from app.services.admission import Admissions, ReadSlots
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.image_service import ImageService
from app.services.interpretation import interpret
from app.storage import SqliteStore, Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.storage.single_flight import InThread
from app.telemetry import request_fields
from tests.admissions import ANYBODY, AT_ONCE, NOBODY
from tests.clock import Clock
from tests.fetch.test_body import counted
from tests.fetch.test_client import raw
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Answer, Origin

FRESH, STALE, FAILURE = 900.0, 86400.0, 60.0
HERE = TaskPool(0, TaskLimits(5, 400 << 20))


def rules(*networks: str) -> FetchRules:
    return FetchRules(
        user_agent="test",
        via="test",
        allowed_networks=tuple(ip_network(each) for each in networks or ("127.0.0.0/8",)),
        allowed_ports=(80,),
        connect_seconds=3,
        deadline=5,
        max_html_bytes=4_000_000,
        max_image_bytes=4_000_000,
        max_file_bytes=4_000_000,
        max_redirects=5,
        host_concurrency=2,
        host_per_second=1,
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock)
    yield opened
    opened.close()


@pytest.fixture
def cache(store: Store, clock: Clock) -> Cache:
    return Cache(store, 10_000_000, clock)


@pytest.fixture
def reader(cache: Cache, clock: Clock) -> ContentReader:
    return ContentReader(Client(rules()), cache, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock)


def with_lists(cache: Cache, clock: Clock, lists: HostLists) -> ContentReader:
    """Return a reader of the same copies, after the operator has changed which hosts are read."""
    client = Client(replace(rules(), hosts=lists))
    return ContentReader(client, cache, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock)


class Counting(InThread):
    """A client who may cause any number of fetches, which are counted."""

    def __init__(self) -> None:
        self.counted = 0

    def count(self) -> None:
        self.counted += 1


def title(reader: ContentReader, url: str) -> str:
    content = reader.read(url, ANYBODY).content
    assert isinstance(content, Article)
    return content.title


def story(name: str) -> str:
    return modern_page(Story(name, "", LIGHTHOUSE.paragraphs))


def test_a_copy_is_fresh_for_a_while_and_then_asked_for_again(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    assert title(reader, url) == "First"
    origin.serve("/x", story("Second"))
    clock.now += FRESH - 1
    assert title(reader, url) == "First"
    clock.now += 2
    assert title(reader, url) == "Second"
    assert origin.hits("/x") == 2


def test_an_unchanged_page_is_not_sent_again(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/x", story("First"), headers={"ETag": '"1"', "Last-Modified": "Wed, 27 Mar 2024 09:30:00 GMT"})
    reader.read(url, ANYBODY)
    origin.serve("/x", b"", status=304)
    clock.now += FRESH + 1
    assert title(reader, url) == "First"
    asked = origin.requests[-1].headers
    assert asked["if-none-match"] == '"1"'
    assert asked["if-modified-since"] == "Wed, 27 Mar 2024 09:30:00 GMT"
    clock.now += FRESH - 1
    assert title(reader, url) == "First"
    assert origin.hits("/x") == 2


def test_an_old_copy_serves_for_a_day_while_the_original_fails(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    assert reader.read(url, ANYBODY).age == 0
    origin.serve("/x", "down", status=500)
    clock.now += FRESH + 60
    copy = reader.read(url, ANYBODY)
    assert isinstance(copy.content, Article)
    assert copy.age == FRESH + 60
    hits = origin.hits("/x")
    reader.read(url, ANYBODY)
    assert origin.hits("/x") == hits
    clock.now += FAILURE + 1
    reader.read(url, ANYBODY)
    assert origin.hits("/x") == hits + 1
    clock.now += STALE
    with pytest.raises(OriginFailed):
        reader.read(url, ANYBODY)


def test_the_date_of_a_page_moves_by_the_minute_once_it_says_how_old_it_is(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url, read_at = origin.serve("/page", story("Only")), clock.now
    assert reader.read(url, ANYBODY).modified == read_at
    clock.now += FRESH - 1
    assert reader.read(url, ANYBODY).modified == read_at
    origin.serve("/page", "out of order", status=503)
    clock.now += 61
    assert reader.read(url, ANYBODY).modified == read_at + FRESH + 60
    clock.now += 59
    assert reader.read(url, ANYBODY).modified == read_at + FRESH + 60
    clock.now += 1
    assert reader.read(url, ANYBODY).modified == read_at + FRESH + 120


def age(reader: ContentReader, url: str) -> float:
    kept = reader.cached(url)
    assert kept is not None
    return kept.age


def test_what_is_kept_has_an_age_once_it_is_no_longer_fresh(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/page", story("Only"))
    assert reader.cached(url) is None
    assert reader.read(url, ANYBODY).age == 0
    clock.now += FRESH - 1
    assert [age(reader, url), reader.read(url, ANYBODY).age] == [0, 0]
    clock.now += 11
    assert age(reader, url) == FRESH + 10
    assert origin.hits("/page") == 1


def test_a_failure_is_remembered_for_a_minute(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/x", "no", status=404)
    for _ in range(3):
        with pytest.raises(OriginMissing):
            reader.read(url, ANYBODY)
    assert origin.hits("/x") == 1
    origin.serve("/x", story("Back"))
    clock.now += FAILURE + 1
    assert title(reader, url) == "Back"


def cut(name: str) -> bytes:
    """Return an answer with a story of that name that breaks off before its end."""
    return counted(story(name).encode().partition(b"The lamp was lit")[0])


def said(reader: ContentReader, url: str) -> tuple[str, str]:
    content = reader.read(url, ANYBODY).content
    assert isinstance(content, Article)
    return content.title, content.cut


def test_what_broke_off_is_kept_as_short_as_a_failure(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve_raw("/x", raw(cut("First")))
    assert said(reader, url) == ("First", LOST_END)
    origin.serve("/x", story("Second"))
    clock.now += FAILURE - 1
    assert said(reader, url) == ("First", LOST_END)
    clock.now += 2
    assert said(reader, url) == ("Second", "")
    assert "if-none-match" not in origin.requests[-1].headers
    clock.now += FRESH - 1
    assert said(reader, url) == ("Second", "")


def test_a_whole_copy_is_better_than_a_later_one_that_broke_off(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    assert said(reader, url) == ("First", "")
    origin.serve_raw("/x", raw(cut("Second")))
    clock.now += FRESH + 1
    assert said(reader, url) == ("First", "")
    clock.now += STALE
    assert said(reader, url) == ("Second", LOST_END)
    origin.serve_raw("/x", raw(cut("Third")))
    clock.now += FAILURE + 1
    assert said(reader, url) == ("Third", LOST_END)


def test_what_broke_off_serves_while_the_original_fails(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve_raw("/x", raw(cut("First")))
    assert said(reader, url) == ("First", LOST_END)
    origin.serve("/x", "no", status=503)
    clock.now += FRESH + 60
    copy = reader.read(url, ANYBODY)
    assert isinstance(copy.content, Article)
    assert (copy.content.cut, copy.age) == (LOST_END, FRESH + 60)


def test_an_original_that_asks_to_wait_is_left_alone_for_as_long(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", "slower", status=429, headers={"Retry-After": "600"})
    for wait in (0, 599, 2):
        clock.now += wait
        with pytest.raises(OriginBusy):
            reader.read(url, ANYBODY)
    assert origin.hits("/x") == 2


def test_many_readers_of_one_address_cause_one_fetch(reader: ContentReader, origin: Origin) -> None:
    url = origin.serve("/x", story("First"))
    titles: list[str] = []
    threads = [threading.Thread(target=lambda: titles.append(title(reader, url))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["First"] * 12
    assert origin.hits("/x") == 1


def test_an_original_is_left_alone_for_half_of_the_time_that_it_has_failed(
    cache: Cache, origin: Origin, clock: Clock
) -> None:
    patient = ContentReader(Client(rules()), cache, Lifetimes(FRESH, STALE, FAILURE, 3600), clock)
    url = origin.serve("/x", story("First"))
    patient.read(url, ANYBODY)
    origin.serve("/x", "down", status=500)
    clock.now += FRESH + 300
    patient.read(url, ANYBODY)
    assert origin.hits("/x") == 2
    clock.now += (FRESH + 300) / 2 - 1
    patient.read(url, ANYBODY)
    assert origin.hits("/x") == 2
    clock.now += 2
    patient.read(url, ANYBODY)
    assert origin.hits("/x") == 3


def test_readers_of_one_address_cause_one_fetch_whatever_process_serves_them(
    tmp_path: Path, origin: Origin, clock: Clock
) -> None:
    def late(connection: socket.socket) -> None:
        origin.stopped.wait(0.3)
        connection.sendall(Answer(story("First").encode(), "text/html", 200, {}).wire("GET"))

    url = origin.serve_raw("/x", late)
    stores = [SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock) for _ in range(4)]
    titles: list[str] = []

    def process(store: Store) -> ContentReader:
        lifetimes, kept = Lifetimes(FRESH, STALE, FAILURE, FAILURE), Cache(store, 10_000_000, clock)
        return ContentReader(Client(rules()), kept, lifetimes, clock, claims=Claims(store))

    readers = [process(store) for store in stores] * 5
    threads = [threading.Thread(target=lambda one=one: titles.append(title(one, url))) for one in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()
    assert titles == ["First"] * 20
    assert origin.hits("/x") == 1


def test_a_client_who_may_not_fetch_gets_what_is_kept(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/x", story("First"))
    with pytest.raises(TooManyReads):
        reader.read(url, NOBODY)
    assert title(reader, url) == "First"
    clock.now += FRESH + 1
    assert reader.read(url, NOBODY).age > 0
    assert origin.hits("/x") == 1


def test_only_who_causes_a_fetch_is_counted_for_it(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    asked, answer = threading.Event(), threading.Event()

    def late(connection: socket.socket) -> None:
        asked.set()
        assert answer.wait(5)
        connection.sendall(Answer(story("First").encode(), "text/html", 200, {}).wire("GET"))

    url = origin.serve_raw("/x", late)
    clients = [Counting() for _ in range(4)]
    threads = [threading.Thread(target=reader.read, args=(url, client)) for client in clients]
    threads[0].start()
    assert asked.wait(5)
    for thread in threads[1:]:
        thread.start()
    answer.set()
    for thread in threads:
        thread.join(5)
    assert [client.counted for client in clients] == [1, 0, 0, 0]
    reader.read(url, clients[1])
    assert [client.counted for client in clients] == [1, 0, 0, 0]
    assert origin.hits("/x") == 1


def test_who_may_not_wait_gets_the_copy_that_there_is_and_else_a_refusal(
    reader: ContentReader, store: Store, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    nobody_waits = Admissions(ReadSlots(0, 4, Claims(store)), {}, [ip_network("127.0.0.0/8")]).of("127.0.0.1")
    with pytest.raises(Overloaded):
        reader.read(url, nobody_waits)
    reader.read(url, ANYBODY)
    assert reader.read(url, nobody_waits).age == 0
    clock.now += FRESH + 60
    assert reader.read(url, nobody_waits).age == FRESH + 60
    assert origin.hits("/x") == 1


def test_a_copy_survives_a_restart(
    cache: Cache, reader: ContentReader, origin: Origin, clock: Clock, tmp_path: Path
) -> None:
    url = origin.serve("/x", story("First"))
    reader.read(url, ANYBODY)
    again = Cache(SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock), 10_000_000, clock)
    assert (
        title(ContentReader(Client(rules()), again, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock), url) == "First"
    )
    assert origin.hits("/x") == 1


def test_a_picture_is_fetched_and_converted_once(
    reader: ContentReader, cache: Cache, store: Store, origin: Origin
) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    image_service = ImageService(reader, cache, store, HERE, 25_000_000)
    first = image_service.image(url, Screen(480, 0, "GIF"), ANYBODY, AT_ONCE)
    assert (first.format, first.width, first.height) == ("GIF", 480, 320)
    assert image_service.image(url, Screen(480, 0, "GIF"), NOBODY, AT_ONCE) is first
    assert image_service.image(url, Screen(240, 0, "JPEG"), NOBODY, AT_ONCE).width == 240
    assert origin.hits("/p.png") == 1


def test_what_is_no_picture_is_not_converted(reader: ContentReader, cache: Cache, store: Store, origin: Origin) -> None:
    url = origin.serve("/x", story("First"))
    with pytest.raises(BadImage):
        ImageService(reader, cache, store, HERE, 25_000_000).image(url, Screen(480, 0, "GIF"), ANYBODY, AT_ONCE)


def test_an_original_that_goes_on_failing_is_asked_less_and_less(cache: Cache, origin: Origin, clock: Clock) -> None:
    patient = ContentReader(Client(rules()), cache, Lifetimes(FRESH, STALE, FAILURE, 3600), clock)
    url = origin.serve("/x", "no", status=500)
    hours = []
    for _ in range(24):
        for _ in range(60):
            with pytest.raises(OriginFailed):
                patient.read(url, ANYBODY)
            clock.now += 60
        hours.append(origin.hits("/x"))
    assert hours[0] < 20
    assert hours[23] - hours[22] <= 1


def test_what_nobody_foresaw_is_a_sentence_and_a_line_in_the_log_and_is_remembered(
    cache: Cache, origin: Origin, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(url: str, page: FetchedPage) -> Content:
        if b"Second" in page.body:
            raise RecursionError("no end\nof it")
        return interpret(page)

    reader = ContentReader(Client(rules()), cache, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock, interpret=stumble)
    url = origin.serve("/second", story("Second"))
    for _ in range(2):
        with pytest.raises(NotUnderstood, match=r"^This page could not be understood here\.$"):
            reader.read(url, ANYBODY)
    assert origin.hits("/second") == 1
    assert len(caplog.messages) == 1
    assert url in caplog.text
    assert r"RecursionError('no end\nof it')" in caplog.messages[0]
    assert "test_content_reader.py" in caplog.messages[0]


def test_a_copy_that_was_understood_outlives_a_page_that_is_not(cache: Cache, origin: Origin, clock: Clock) -> None:
    def stumble(url: str, page: FetchedPage) -> Content:
        if b"Second" in page.body:
            raise ValueError
        return interpret(page)

    reader = ContentReader(Client(rules()), cache, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock, interpret=stumble)
    url = origin.serve("/x", story("First"))
    assert title(reader, url) == "First"
    origin.serve("/x", story("Second"))
    clock.now += FRESH + 1
    assert title(reader, url) == "First"


def test_a_picture_whose_file_stands_in_its_page_is_read_out_of_the_copy(reader: ContentReader, origin: Origin) -> None:
    drawn = '<figure><svg width="400" height="200"><rect width="400" height="200" fill="red"/></svg></figure>'
    url = origin.serve(
        "/drawn", modern_page(LIGHTHOUSE).replace("A railway for one passenger", "A railway</h2>" + drawn)
    )
    article = reader.read(url, ANYBODY).content
    assert isinstance(article, Article)
    address = article.embedded[0].url
    assert address in [image.url for image in article.images]
    asked = len(origin.requests)
    picture = reader.read(address, NOBODY).content
    assert isinstance(picture, SourceImage)
    assert picture.body.startswith(b"<svg")
    assert len(origin.requests) == asked
    with pytest.raises(NotUnderstood, match="no longer"):
        reader.read(f"{url}#picture-0", NOBODY)


def test_a_copy_of_a_host_that_is_now_denied_is_not_served(
    reader: ContentReader, origin: Origin, cache: Cache, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    assert title(reader, url) == "First"
    for lists in (HostLists.of(["127.0.0.1"], []), HostLists.of([], ["good.example"])):
        strict = with_lists(cache, clock, lists)
        with pytest.raises(AddressRefused, match=r"127\.0\.0\.1"):
            strict.read(url, ANYBODY)
        assert strict.cached(url) is None
    assert title(with_lists(cache, clock, NO_LISTS), url) == "First"
    assert origin.hits("/x") == 1


@pytest.mark.parametrize("kind", ["page", "list", "picture", "file"])
def test_a_copy_that_a_redirect_brought_from_a_host_now_denied_is_not_served(
    reader: ContentReader, origin: Origin, cache: Cache, clock: Clock, kind: str
) -> None:
    bodies: dict[str, tuple[bytes | str, str]] = {
        "page": (story("First"), "text/html"),
        "list": (
            "<rss><channel><title>News</title><item><title>One</title><link>http://a.example/</link></item></channel></rss>",
            "text/xml",
        ),
        "picture": (drawing(), "image/png"),
        "file": (b"\x00\x01\x02" * 99, "application/octet-stream"),
    }
    origin.serve("/there", *bodies[kind])
    url = origin.redirect("/here", origin.url("/there", "localhost"))
    reader.read(url, ANYBODY)
    strict = with_lists(cache, clock, HostLists.of(["localhost"], []))
    with pytest.raises(AddressRefused, match="not to read localhost"):
        strict.read(url, ANYBODY)
    assert strict.cached(url) is None


def test_a_refused_host_costs_nobody_a_read(cache: Cache, clock: Clock) -> None:
    counting = Counting()
    with pytest.raises(AddressRefused):
        with_lists(cache, clock, HostLists.of(["bad.example"], [])).read("http://bad.example/", counting)
    assert counting.counted == 0


ELSEWHERE = "10.0.0.0/8"


def reader_that_allows(network: str, store: Store, clock: Clock) -> ContentReader:
    """Return a reader with a memory of its own, which goes only there; it stands for a start with other settings."""
    cache = Cache(store, 10_000_000, clock)
    return ContentReader(Client(rules(network)), cache, Lifetimes(FRESH, STALE, FAILURE, FAILURE), clock)


@pytest.mark.parametrize("later", [0, FRESH + 1])
def test_a_copy_of_a_network_that_is_no_longer_allowed_is_not_served(
    reader: ContentReader, store: Store, origin: Origin, clock: Clock, later: float
) -> None:
    url = origin.serve("/x", story("First"))
    reader.read(url, ANYBODY)
    clock.now += later
    strict = reader_that_allows(ELSEWHERE, store, clock)
    assert strict.cached(url) is None
    with pytest.raises(AddressRefused):
        strict.read(url, ANYBODY)
    assert origin.hits("/x") == 1


def test_one_address_on_the_way_that_is_no_longer_allowed_is_enough(store: Store, origin: Origin, clock: Clock) -> None:
    with Origin("127.0.0.2") as other:
        other.serve("/x", story("First"), headers={"ETag": '"1"'})
        url = origin.redirect("/old", other.url("/x"))
        assert title(reader_that_allows("127.0.0.0/8", store, clock), url) == "First"
        assert reader_that_allows("127.0.0.2/32", store, clock).cached(url) is None
        # An answer that nothing has changed takes nothing back.
        clock.now += FRESH + 1
        origin.redirect("/old", origin.serve("/x", status=304))
        assert title(reader_that_allows("127.0.0.0/8", store, clock), url) == "First"
        assert reader_that_allows("127.0.0.1/32", store, clock).cached(url) is None
        assert reader_that_allows("127.0.0.0/30", store, clock).cached(url) is not None


@pytest.mark.parametrize(("body", "status"), [("", 404), ("<p>", 200)])
def test_why_a_page_failed_is_not_told_where_it_may_no_longer_be_asked(
    reader: ContentReader, store: Store, origin: Origin, clock: Clock, body: str, status: int
) -> None:
    url = origin.serve("/x", body, status=status)
    with pytest.raises((OriginMissing, NoText)):
        reader.read(url, ANYBODY)
    with pytest.raises(AddressRefused):
        reader_that_allows(ELSEWHERE, store, clock).read(url, ANYBODY)


def test_a_clock_that_is_set_back_makes_nothing_fresh(
    reader: ContentReader, store: Store, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    cached = reader.read(url, ANYBODY)
    clock.now -= 3 * 86400
    origin.serve("/x", story("Second"))
    assert title(reader, url) == "Second"
    assert title(reader_that_allows("127.0.0.0/8", store, clock), url) == "Second"
    assert reader.read(url, ANYBODY).fetched_at == clock.now < cached.fetched_at
    assert origin.hits("/x") == 2


def test_while_the_original_fails_a_copy_from_the_future_serves_and_is_not_asked_after_by_every_reader(
    reader: ContentReader, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/x", story("First"))
    reader.read(url, ANYBODY)
    clock.now -= 3 * 86400
    origin.serve("/x", status=500)
    assert [title(reader, url) for _ in range(3)] == ["First"] * 3
    assert origin.hits("/x") == 2
    cached = reader.cached(url)
    assert cached is not None
    assert (cached.fetched_at, cached.age) == (clock.now, 0)


def test_a_failure_from_the_future_is_forgotten(reader: ContentReader, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/x", status=404)
    with pytest.raises(OriginMissing):
        reader.read(url, ANYBODY)
    clock.now -= 3600
    origin.serve("/x", story("First"))
    assert title(reader, url) == "First"


@pytest.mark.parametrize(
    ("wait", "status", "result"),
    [(0, 200, "hit"), (FRESH + 1, 200, "miss"), (FRESH + 1, 500, "stale"), (2 * (FRESH + STALE), 200, "miss")],
)
def test_a_read_is_counted_by_whether_it_was_there(
    reader: ContentReader, origin: Origin, clock: Clock, wait: float, status: int, result: str
) -> None:
    url = origin.serve("/x", story("First"))
    token = request_fields.begin("1")
    reader.read(url, ANYBODY)
    assert request_fields.gathered()["cache"] == "miss"
    clock.now += wait
    origin.serve("/x", story("Second"), status=status)
    reader.read(url, ANYBODY)
    assert request_fields.gathered()["cache"] == result
    request_fields.end(token)
