"""A collection begun, filled and shown by following links alone, as a browser without cookies does it."""

import re
import time

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.web.views.test_article import read


@pytest.fixture
def stories(origin: Origin) -> list[str]:
    return [
        origin.serve("/lighthouse", modern_page(LIGHTHOUSE)),
        origin.serve("/mill", modern_page(LIGHTHOUSE).replace(LIGHTHOUSE.title, "The mill that stood still")),
    ]


def page(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def link(text: str, words: str) -> str:
    found = re.search(rf'<a href="([^"]*)">{re.escape(words)}</a>', text)
    assert found, (words, text)
    return found[1]


def begun(browser: FlaskClient, prefix: str, story: str) -> str:
    """Return the address of a new collection with one article."""
    files = page(browser, link(read(browser, story, prefix), "Other files"))
    answer = browser.get(link(files, "Begin a collection with it"))
    assert answer.status_code == 302
    # Browsers that follow no redirect have a link.
    place = answer.headers["Location"]
    assert link(answer.get_data(as_text=True), "A collection of articles") == place
    return place


def test_a_collection_is_begun_with_an_article_and_each_further_one_has_a_link(
    browser: FlaskClient, stories: list[str]
) -> None:
    own = begun(browser, "/~macplus", stories[0])
    assert re.fullmatch(r"/~macplus/[+][a-z2-7]{16}/c", own)
    assert LIGHTHOUSE.title in page(browser, own)
    second = read(browser, stories[1], own.removesuffix("/c"))
    added = page(browser, link(second, "Add to your collection"))
    assert "It was added." in added
    assert added.count("<li>") == 2
    assert link(added, "Go on reading") == own.removesuffix("c")


def test_an_article_is_taken_out_by_a_link(browser: FlaskClient, stories: list[str]) -> None:
    text = page(browser, begun(browser, "", stories[0]))
    gone = page(browser, link(text, "take out"))
    assert "It was taken out." in gone
    assert "There is nothing in it yet." in gone


def test_who_has_its_id_can_read_it_and_change_nothing(browser: FlaskClient, stories: list[str]) -> None:
    own = begun(browser, "", stories[0])
    shared = re.search(r'<a href="(/c/[a-z2-7]{10})">', page(browser, own))
    assert shared
    text = page(browser, shared[1])
    assert LIGHTHOUSE.title in text
    assert "take out" not in text
    assert own.split("/")[1][1:] not in text


def test_links_keep_the_collection_and_no_cache_keeps_its_pages(browser: FlaskClient, stories: list[str]) -> None:
    own = begun(browser, "/~macplus", stories[0])
    inside = own.removesuffix("/c")
    answer = browser.get(f"{inside}/in/editions")
    text = answer.get_data(as_text=True)
    assert set(re.findall(r'href="/~macplus([^/]*/[+]?)', text)) == {"/+"}
    assert answer.headers["Cache-Control"] == "private"
    assert "Cache-Control" not in browser.get("/~macplus/in/editions").headers


def filed(browser: FlaskClient, path: str) -> TestResponse:
    """Return a file as soon as its texts are there."""
    for _ in range(200):
        answer = browser.get(path)
        if answer.status_code != 202:
            assert answer.status_code == 200, answer.get_data(as_text=True)
            return answer
        assert f'href="{path}"' in answer.get_data(as_text=True)
        assert "oday" not in answer.get_data(as_text=True)
        time.sleep(0.05)
    raise AssertionError("nothing came")


def test_the_articles_come_as_one_file_of_each_kind(browser: FlaskClient, stories: list[str]) -> None:
    own = begun(browser, "/~macplus", stories[0])
    text = page(browser, link(read(browser, stories[1], own.removesuffix("/c")), "Add to your collection"))
    files = dict(re.findall(r'href="([^"]*)">([a-z]+(?: 720k)?)</a>', text))
    assert sorted(files.values()) == ["epub", "html", "pdb", "rtf", "txt", "txt 720k", "zip", "zip 720k"]
    for path in files:
        body = filed(browser, path).data
        assert body
        if path.endswith("txt"):
            assert b"2 stories, 2 of them with their texts." in body.replace(b"\r", b" ")
            assert b"The mill that stood still" in body


def test_a_collection_that_changes_is_another_file(browser: FlaskClient, stories: list[str]) -> None:
    own = begun(browser, "", stories[0])
    path = link(page(browser, own), "txt")
    assert b"1 story, 1 of them" in filed(browser, path).data
    page(browser, link(read(browser, stories[1], own.removesuffix("/c")), "Add to your collection"))
    assert b"2 stories, 2 of them" in filed(browser, path).data


@pytest.mark.parametrize(
    "path", ["/+aaaaaaaaaaaaaaaa/c", "/c/page/1", "/c/add/aaaaaaaaaa", "/c/drop/aaaaaaaa", "/c/aaaaaaaaaa"]
)
def test_a_collection_that_is_not_there_is_said(browser: FlaskClient, path: str) -> None:
    assert "no such collection here" in page(browser, path, 404) or "no longer known" in page(browser, path, 404)


def test_without_one_it_is_said_what_a_collection_is(browser: FlaskClient) -> None:
    start = page(browser, "/c")
    assert "nobody needs an account" in start
    answer = browser.get(link(start, "Begin a collection"))
    assert "There is nothing in it yet." in page(browser, answer.headers["Location"])


def test_a_page_that_cannot_be_read_is_not_added(browser: FlaskClient, stories: list[str], origin: Origin) -> None:
    own = begun(browser, "", stories[0])
    browser.get(f"/read?url={origin.url('/nothing')}")
    assert page(browser, own).count("<li>") == 1
