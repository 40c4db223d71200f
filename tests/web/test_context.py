"""Whom a request is answered for, in which edition and set of characters, and whose reads it counts among."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


def page(browser: FlaskClient, path: str, **headers: str) -> str:
    answer = browser.get(path, headers=headers)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_usual_edition_is_the_one_that_is_set(settings: Settings) -> None:
    french = replace(settings, DEFAULT_EDITION="fr", INTERFACE_LANGUAGE="en")
    assert "FR Edition" in page(create_app(french).test_client(), "/")


def test_where_the_usual_edition_has_no_sources_it_is_the_first_that_has(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "two.toml").write_text('[jp]\ngoogle = "JP:ja"\n[in]\ngoogle = "IN:en"\n')
    browser = create_app(replace(settings, SOURCES_FILE=str(tmp_path / "two.toml"))).test_client()
    assert "JP Edition" in page(browser, "/")


@pytest.mark.parametrize(
    ("path", "links"),
    [("/", "/"), ("/in/", "/in/"), ("/~macplus/", "/~macplus/"), ("/~macplus/IN/", "/~macplus/in/")],
)
def test_links_begin_with_what_the_path_named_and_nothing_else(browser: FlaskClient, path: str, links: str) -> None:
    text = page(browser, path)
    assert f'href="{links}about"' in text
    assert f'action="{links}read"' in text


@pytest.mark.parametrize(
    ("path", "charset"), [("/~netscape/jp/", "Shift_JIS"), ("/~netscape/ru/", "windows-1251"), ("/~netscape/in/", "")]
)
def test_a_form_stands_on_a_page_in_the_set_of_the_language_of_its_edition(
    browser: FlaskClient, path: str, charset: str
) -> None:
    declared = browser.get(path).headers["Content-Type"].partition("charset=")[2]
    assert declared.lower() == charset.lower() or (not charset and declared.lower() in ("", "iso-8859-1"))


@pytest.mark.usefixtures("within_a_minute")
def test_each_client_has_reads_of_its_own(settings: Settings, origin: Origin) -> None:
    urls = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(3)]
    limited = replace(settings, LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(limited).test_client()

    def status(url: str, address: str) -> int:
        return browser.get(f"/read?url={url}", environ_base={"REMOTE_ADDR": address}).status_code

    assert [status(urls[0], "192.0.2.1"), status(urls[1], "192.0.2.1"), status(urls[1], "198.51.100.1")] == [
        200,
        429,
        200,
    ]
