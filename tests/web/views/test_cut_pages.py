"""Pages of which the end is missing: what came is shown, it is said, and the next reader gets the whole."""

import gzip
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.fetch.test_body import chunked, counted, head, in_a_chunk, packed
from tests.fetch.test_client import raw
from tests.fetch.test_deadline import dripping
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Origin

SENTENCE = "The end of this page did not arrive."
WALK = (
    "Mile {}: the path follows the dyke for a while, nobody comes the other way, and the wind is from the west again."
)
LONG = Story("A long walk", "", tuple(map(WALK.format, range(90))))
FEED = "<rss version='2.0'><channel><title>Tides</title>{}</channel></rss>"
ITEMS = "".join(f"<item><title>High water {n}</title><link>http://x.example/{n}</link></item>" for n in range(1, 9))


def read(browser: FlaskClient, url: str, status: int = 200) -> str:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def half(page: str, after: str) -> bytes:
    """Return a page up to somewhere behind `after`, in the middle of a tag."""
    return page[: page.index(after) + len(after)].encode() + b' and so it went on.</p><p class="bod'


@pytest.mark.parametrize("broken", [counted, chunked, in_a_chunk, packed])
def test_half_an_article_is_shown_and_its_page_says_that_the_end_did_not_arrive(
    browser: FlaskClient, origin: Origin, broken: object
) -> None:
    assert callable(broken)
    url = origin.serve_raw("/page", raw(broken(half(modern_page(LONG), "Mile 40: the path"))))
    page = read(browser, url)
    assert "Mile 30: the path" in page
    assert "Mile 50" not in page
    assert page.count(SENTENCE) == 1
    assert page.index("Mile 30") < page.index(SENTENCE) < page.index("<hr>")
    assert "bod" not in page.replace("body", "")


def test_every_form_of_the_article_says_so_at_its_end(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve_raw("/page", raw(counted(half(modern_page(LONG), "Mile 85: the path"))))
    key = re.search(r"/a/([a-z2-7]+)\.txt", read(browser, url))
    assert key
    for path in (f"/a/{key[1]}/all", f"/a/{key[1]}/print", f"/a/{key[1]}.txt", f"/~macplus/a/{key[1]}/2"):
        text = browser.get(path).get_data(as_text=True)
        assert text.count(SENTENCE) == 1, path
        assert text.index("Mile 84") < text.index(SENTENCE)
    assert SENTENCE not in browser.get(f"/~macplus/a/{key[1]}").get_data(as_text=True)


def test_a_page_that_came_whole_says_nothing_of_a_missing_end(browser: FlaskClient, origin: Origin) -> None:
    page = read(browser, origin.serve_raw("/page", raw(counted(modern_page(LIGHTHOUSE).encode()))))
    assert LIGHTHOUSE.deck in page
    assert SENTENCE not in page


@pytest.mark.parametrize(
    "came", ["<!doctype html><html><head><title>The lamp</title>", "<html><body><p>The lamp was lit"]
)
def test_of_a_page_with_next_to_nothing_it_is_said_what_happened(
    browser: FlaskClient, origin: Origin, came: str
) -> None:
    page = read(browser, origin.serve_raw("/page", raw(counted(came.encode()))), 502)
    assert "127.0.0.1 broke off in the middle of its answer." in page


def test_what_came_of_a_slow_page_within_the_deadline_is_shown(settings: Settings, origin: Origin) -> None:
    browser = create_app(replace(settings, FETCH_DEADLINE=0.6)).test_client()
    start = head("text/html") + half(modern_page(LONG), "Mile 40: the path")
    page = read(browser, origin.serve_raw("/slow", dripping(origin, start, b" ")))
    assert "Mile 30" in page
    assert SENTENCE in page
    slow = dripping(origin, head("text/html") + b"<html><body><p>The lamp", b" ")
    assert "did not answer within 1 second" in read(browser, origin.serve_raw("/slower", slow), 504)


def test_of_a_page_that_is_too_long_the_beginning_is_shown(settings: Settings, origin: Origin) -> None:
    browser = create_app(replace(settings, FETCH_MAX_HTML_BYTES=20 * 1024)).test_client()
    story = replace(LONG, paragraphs=tuple(f"{n}: {'All the way to the sea. ' * 20}" for n in range(200)))
    page = read(browser, origin.serve("/long", modern_page(story)))
    assert "0: All the way" in page
    assert "This page is longer than 20 KB, and its end is left out." in page


def test_a_list_that_broke_off_has_the_entries_that_came_whole(browser: FlaskClient, origin: Origin) -> None:
    feed = FEED.format(ITEMS)
    came = feed[: feed.index("x.example/7") + 5].encode()
    page = read(browser, origin.serve_raw("/feed", raw(counted(came, "application/rss+xml"))))
    assert page.count("<h3>") == 6
    assert page.index("High water 6") < page.index(SENTENCE)
    whole = read(browser, origin.serve_raw("/whole", raw(counted(feed.encode(), "application/rss+xml"))))
    assert whole.count("<h3>") == 8
    assert SENTENCE not in whole


def test_a_text_that_broke_off_is_shown_with_the_sentence(browser: FlaskClient, origin: Origin) -> None:
    text = "\n\n".join(f"Verse {n}: and the tide came in, and the tide went out." for n in range(20))
    page = read(browser, origin.serve_raw("/verses.txt", raw(counted(text.encode(), "text/plain"))))
    assert page.index("Verse 19") < page.index(SENTENCE)


def test_a_photograph_that_broke_off_is_shown_as_far_as_it_came(browser: FlaskClient, origin: Origin) -> None:
    body = drawing(file_format="JPEG")
    page = read(browser, origin.serve_raw("/tower.jpg", raw(counted(body[: len(body) // 2], "image/jpeg"))))
    assert "480 x 320 pixels" in page


def test_a_page_that_passes_unread_says_so_too(settings: Settings, origin: Origin) -> None:
    browser = create_app(replace(settings, PROXY="on", PASSTHROUGH_HOSTS=("127.0.0.1",))).test_client()
    url = origin.serve_raw("/old", raw(counted(b"<html><body><p>Welcome to my home page<p>It is ma")))
    page = browser.get("/", environ_overrides={"RAW_URI": url}).get_data(as_text=True)
    assert "Welcome to my home page" in page
    assert page.rstrip().endswith(f"<p>[{SENTENCE}]</p>")


def test_rubbish_behind_a_break_is_not_shown(browser: FlaskClient, origin: Origin) -> None:
    whole = modern_page(LONG)
    data = gzip.compress(whole.encode())
    data = data[: len(data) * 2 // 3] + bytes(range(256)) * 8
    answer = head("text/html", "Content-Encoding: gzip", f"Content-Length: {len(data)}") + data
    page = read(browser, origin.serve_raw("/page", raw(answer)))
    shown = re.sub("<[^>]*>", " ", page[page.index("Mile 1:") : page.index(SENTENCE)])
    assert "Mile 20" in shown
    assert set(re.findall(r"\w+", shown)[:-1]) <= set(re.findall(r"\w+", whole))
