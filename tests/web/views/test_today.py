"""Today in one file: asked for, waited for, and taken home on a disk."""

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE
from tests.news.town import EVENTS, Paper, newspaper_of, town

WORDS = re.findall(r"\w+", LIGHTHOUSE.paragraphs[0])[3]


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found[:2]


@pytest.fixture
def browser(settings: Settings, papers: list[Paper], tmp_path: Path) -> FlaskClient:
    return create_app(newspaper_of(papers, settings, tmp_path)).test_client()


def gathered(browser: FlaskClient, path: str) -> TestResponse:
    """Come back until the file is there."""
    end = time.monotonic() + 30
    answer = browser.get(path)
    while answer.status_code == 202 and time.monotonic() < end:
        time.sleep(0.1)
        answer = browser.get(path)
    return answer


def test_the_first_page_says_how_far_it_is_and_leads_back(browser: FlaskClient) -> None:
    answer = browser.get("/~netscape/in/today-720k.txt")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 202
    assert answer.mimetype == "text/html"
    assert int(answer.headers["Retry-After"]) > 0
    assert '<a href="/~netscape/in/today-720k.txt">Come back</a>' in text


def test_the_text_has_every_headline_and_the_words_of_its_story(browser: FlaskClient) -> None:
    answer = gathered(browser, "/~macplus/in/today.txt")
    text = answer.data.decode("mac-roman")
    assert answer.mimetype == "text/plain"
    assert all(text.count(event) >= 2 for event in EVENTS)
    assert text.count(WORDS) >= len(EVENTS)
    assert "\r" in text
    assert "\n" not in text
    assert "http://" not in text
    assert max(map(len, text.split("\r"))) <= 80


def test_the_page_has_its_contents_as_links_within_itself_alone(browser: FlaskClient) -> None:
    text = gathered(browser, "/~netscape/in/today.html").get_data(as_text=True)
    links, names = set(re.findall(r'href="([^"]*)"', text)), set(re.findall(r'name="([^"]*)"', text))
    assert {link.removeprefix("#") for link in links} == names
    assert text.count(WORDS) >= len(EVENTS)
    assert "<img" not in text


def test_the_book_has_a_chapter_for_each_story(browser: FlaskClient) -> None:
    answer = gathered(browser, "/~palm/in/today.epub")
    assert answer.mimetype == "application/epub+zip"
    with ZipFile(io.BytesIO(answer.data)) as book:
        chapters = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    assert all(any(event in chapter for chapter in chapters) for event in EVENTS)
    assert sum(WORDS in chapter for chapter in chapters) >= len(EVENTS)
    small = browser.get("/~palm/in/today-10k.epub").data
    assert len(small) <= 10_000


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_a_file_has_room_on_the_disk_that_is_named(browser: FlaskClient, suffix: str) -> None:
    whole = gathered(browser, f"/in/today.{suffix}").data
    small = browser.get(f"/in/today-10k.{suffix}").data
    assert len(small) <= 10_000 < len(whole)
    assert len(small) > 5_000
    assert b"had no room" in small
    assert b"had no room" not in whole


@pytest.mark.parametrize("path", ["/in/today-9k.txt", "/in/today-99999k.txt", "/in/today-0720k.txt", "/in/today.pdf"])
def test_there_are_no_other_sizes_and_formats(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_a_file_is_written_once_for_all_who_ask_alike(browser: FlaskClient, papers: list[Paper]) -> None:
    first = gathered(browser, "/in/today.txt")
    again = browser.get("/in/today.txt")
    assert (again.data, again.headers["Last-Modified"]) == (first.data, first.headers["Last-Modified"])
    assert browser.get("/~macplus/in/today.txt").data != first.data
    assert browser.get("/in/today.html").data != first.data
    assert papers[0].origin.hits("/story/0") + papers[1].origin.hits("/story/0") == 1


def test_the_archive_has_the_page_with_small_pictures_beside_it(browser: FlaskClient, papers: list[Paper]) -> None:
    for paper in papers:
        paper.origin.serve("/pictures/tower.jpg", drawing(1300, 1000), "image/png")
    answer = gathered(browser, "/~netscape/in/today-100k.zip")
    assert answer.mimetype == "application/zip"
    with ZipFile(io.BytesIO(answer.data)) as archive:
        sizes = [info.file_size for info in archive.infolist()]
        page = archive.read("TODAY.HTM").decode("latin-1")
        pictures = {name: archive.read(name) for name in archive.namelist() if name != "TODAY.HTM"}
    assert pictures
    assert set(re.findall(r'<img src="([^"]+)" width="\d+" height="\d+"', page)) == set(pictures)
    assert sum(sizes) <= 100_000
    assert len(answer.data) <= 100_000
    assert page.count(WORDS) >= len(EVENTS)
