"""The addresses of the old site, which are in people's bookmarks."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


@pytest.fixture
def story(origin: Origin) -> str:
    return origin.serve("/lighthouse", modern_page(LIGHTHOUSE))


def page(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("query", ["loc=IN&a={}", "a={}&loc=IN", "loc=IN&amp;a={}"])
def test_an_article_opens_in_its_edition(browser: FlaskClient, story: str, query: str) -> None:
    for address in (story, quote(story, safe="")):
        text = page(browser, f"/article.php?{query.format(address)}")
        assert f"<h1>{LIGHTHOUSE.title}</h1>" in text
        assert "Back to 68k.news IN front page" in text


def test_an_address_with_signs_of_its_own_is_taken_as_a_whole(browser: FlaskClient, origin: Origin) -> None:
    origin.serve("/story?id=7&view=full", modern_page(LIGHTHOUSE))
    assert LIGHTHOUSE.title in page(browser, f"/article.php?loc=IN&a={origin.url('/story?id=7&view=full')}")


def test_a_picture_has_its_page(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/tower.png", drawing(), "image/png")
    assert "480 x 320 pixels" in page(browser, f"/image.php?loc=US&i={url}")


@pytest.mark.parametrize(
    ("query", "edition", "section"),
    [
        ("", "US Edition", "TOP"),
        ("?loc=IN", "IN Edition", "TOP"),
        ("?section=world&loc=IN", "IN Edition", "WORLD"),
        ("?section=WORLD&loc=in", "IN Edition", "WORLD"),
        ("?section=nonsense&loc=IN", "IN Edition", "TOP"),
        ("?loc=UK", "GB Edition", "TOP"),
    ],
)
def test_a_front_page_is_that_of_the_edition_and_the_section(
    browser: FlaskClient, query: str, edition: str, section: str
) -> None:
    text = page(browser, f"/index.php{query}")
    assert edition in text
    assert f"<strong>{section}</strong>" in text


@pytest.mark.parametrize("name", ["index.htm", "index.html"])
def test_a_front_page_has_the_names_that_people_type(browser: FlaskClient, name: str) -> None:
    assert "US Edition" in page(browser, f"/{name}")


def test_the_list_of_editions_is_there(browser: FlaskClient) -> None:
    assert "United Kingdom" in page(browser, "/choose_edition.php")


def test_profiles_stand_in_front_of_them_too(browser: FlaskClient) -> None:
    assert 'action="/~dos/in/read"' in page(browser, "/~dos/index.php?loc=IN")


@pytest.mark.parametrize(
    "path", ["/article.php", "/article.php?loc=IN", "/article.php?loc=IN&a=", "/image.php?i=ftp://x/"]
)
def test_what_names_no_address_is_a_page_with_the_form(browser: FlaskClient, path: str) -> None:
    assert 'name="url"' in page(browser, path, 400)


def test_an_edition_that_does_not_exist_is_said_to_be_none(browser: FlaskClient) -> None:
    assert 'There is no edition "xx" here.' in page(browser, "/index.php?loc=XX", 404)


@pytest.mark.parametrize("path", ["/my/", "/~lynx/my/", "/my/top", "/MY/top", "/index.html?loc=MY"])
def test_malaysia_has_its_front_page_though_a_page_has_its_code(browser: FlaskClient, path: str) -> None:
    text = page(browser, path)
    assert "68k.news MY" in text
    assert "<strong>TOP</strong>" in text


@pytest.mark.parametrize(
    "path",
    ["/my/business", "/my/technology", "/MY/Entertainment/", "/~lynx/my/health", "/my/editions", "/my/business/1"],
)
def test_malaysia_has_its_sections_though_their_names_could_be_ids(browser: FlaskClient, path: str) -> None:
    text = page(browser, path)
    assert "68k.news MY" in text


@pytest.mark.parametrize("path", ["/my", "/in/my", "/in/my/", "/my/my", "/my/my/"])
def test_a_front_page_of_ones_own_is_begun_without_a_slash_or_in_an_edition(browser: FlaskClient, path: str) -> None:
    assert "A front page of your own" in page(browser, path)


def test_without_malaysia_one_of_ones_own_is_begun_in_either_way(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('[in.feeds]\ntop = ["http://127.0.0.1:9/"]\n')
    few = replace(settings, DEFAULT_EDITION="in", SOURCES_FILE=str(tmp_path / "sources.toml"))
    assert "A front page of your own" in page(create_app(few).test_client(), "/my/")
    page(create_app(replace(few, OWN_PAGES="off")).test_client(), "/my/", 404)
