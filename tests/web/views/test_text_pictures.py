"""The text of a page as pictures, offered where nothing else can show it."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app.web.app_factory import create_app
from config import Settings
from tests.origin import Origin
from tests.validity import sgml_errors, stumbling_blocks

ARABIC = (
    "انتقل المنار القديم في كيتل بوينت إلى الداخل على قضبان حديدية وسار معه أهل المدينة لمدة أسبوع كما قال المهندس. "
)
PAGE = (
    '<html lang="ar"><head><title>المنار الذي انتقل</title></head><body><article><h1>المنار الذي انتقل</h1>'
    + "".join(f"<p>{ARABIC * 3}</p>" for _ in range(12))
    + "</article></body></html>"
)


@pytest.fixture
def address(browser: FlaskClient, origin: Origin) -> str:
    """The path of an article in Arabic, for a Mac Plus."""
    url = origin.serve("/manar", PAGE)
    page = browser.get(f"/~macplus-bare/read?url={url}").get_data(as_text=True)
    found = re.search(r'<a href="(/~macplus-bare/a/[a-z2-7]+/drawn)">the text as pictures</a>', page)
    assert found
    return found[1]


def test_the_text_is_offered_and_had_page_by_page(browser: FlaskClient, address: str, tmp_path: Path) -> None:
    path, pages = address, 0
    while path:
        answer = browser.get(path)
        assert answer.status_code == 200
        text = answer.get_data(as_text=True)
        assert not sgml_errors(answer.data, tmp_path)
        assert not stumbling_blocks(answer.data, "ascii")
        found = re.search(r'<img src="([^"]+)" width="(\d+)" height="(\d+)" alt="(\[[^"]+\])">', text)
        assert found
        picture = browser.get(found[1])
        assert picture.content_type == "image/gif"
        assert Image.open(BytesIO(picture.data)).size == (int(found[2]), int(found[3])) == (496, int(found[3]))
        assert len(picture.data) < 24 * 1024
        pages += 1
        following = re.search(r'<a href="([^"]+)">Next', text)
        path = following[1] if following else ""
    assert pages > 1
    assert browser.get(f"{address}/{pages + 1}").status_code == 404


def test_a_picture_that_is_not_there_is_one_that_says_so(browser: FlaskClient, address: str) -> None:
    answer = browser.get(f"{address}-99.gif")
    assert answer.status_code == 200
    assert answer.content_type == "image/gif"


def test_it_is_not_offered_without_letters_or_pictures(
    browser: FlaskClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = address.removesuffix("/drawn").replace("~macplus-bare", "~lynx")
    assert "drawn" not in browser.get(article).get_data(as_text=True)
    monkeypatch.setattr("app.render.pages.unsupported_script.can_set", lambda family: False)
    monkeypatch.setattr("app.web.views.text_pictures.can_set", lambda family: False)
    assert "drawn" not in browser.get(article.replace("~lynx", "~mosaic")).get_data(as_text=True)
    assert browser.get(address).status_code == 404


def test_it_is_set_apart_from_the_server(settings: Settings, origin: Origin) -> None:
    browser = create_app(replace(settings, TASK_PROCESSES=1)).test_client()
    page = browser.get(f"/~macplus-bare/read?url={origin.serve('/manar', PAGE)}").get_data(as_text=True)
    found = re.search(r'<a href="([^"]+/drawn)">', page)
    assert found
    assert "Page 1 of" in browser.get(found[1]).get_data(as_text=True)


def test_headlines_are_pictures_too_and_lead_to_texts_that_are(
    settings: Settings, origin: Origin, tmp_path: Path
) -> None:
    titles = [f"المنار القديم ينتقل إلى الداخل {place}" for place in range(20)]
    items = "".join(
        f"<item><title>{title}</title><link>{origin.url(f'/{place}')}</link></item>"
        for place, title in enumerate(titles)
    )
    feed = origin.serve("/feed", f"<rss><channel><title>x</title>{items}</channel></rss>", "application/rss+xml")
    for place in range(20):
        origin.serve(f"/{place}", PAGE)
    sources = tmp_path / "arabic.toml"
    sources.write_text(f'[eg]\nlanguage = "ar"\n[eg.feeds]\ntop = ["{feed}"]\n')
    browser = create_app(replace(settings, SOURCES_FILE=str(sources), DEFAULT_EDITION="eg")).test_client()
    offer = re.search(r'<a href="(/~macplus/eg/top/drawn)">', browser.get("/~macplus/eg/").get_data(as_text=True))
    assert offer
    answer = browser.get(offer[1])
    text = answer.get_data(as_text=True)
    assert sgml_errors(answer.data, tmp_path) == ""
    pictures = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)"', text)
    assert 1 <= len(pictures) <= 3
    for source, width, height in pictures:
        assert Image.open(BytesIO(browser.get(source).data)).size == (int(width), int(height))
    links = re.findall(r'<li><a href="([^"]+/drawn)">', text)
    assert len(links) == 9
    assert "drawn-1.gif" in browser.get(links[0]).get_data(as_text=True)
    assert browser.get("/~macplus/eg/top/drawn-9.gif").content_type == "image/gif"
