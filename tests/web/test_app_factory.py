"""The application put together: what every request and every response goes through."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.extract.site_rules import SiteRulesError
from app.news.sources import SourcesError
from app.storage import StoreError
from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("path", ["/in", "/in/", "/IN/", "/in/world", "/in/world/", "/in/about/"])
def test_a_slash_at_the_end_and_capital_letters_make_no_redirect(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 200


@pytest.mark.usefixtures("within_a_minute")
def test_behind_a_proxy_each_reader_counts_by_himself(settings: Settings, origin: Origin) -> None:
    urls = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(2)]
    behind = replace(settings, PROXY_HOPS=1, LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(behind).test_client()
    codes = [
        browser.get(f"/read?url={url}", headers={"X-Forwarded-For": reader}).status_code
        for url, reader in ((urls[0], "192.0.2.1"), (urls[1], "192.0.2.1"), (urls[1], "198.51.100.1"))
    ]
    assert codes == [200, 429, 200]


def test_what_cannot_be_opened_stops_the_start(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("[in]\n")
    with pytest.raises(SourcesError):
        create_app(replace(settings, SOURCES_FILE=str(tmp_path / "wrong.toml")))
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        create_app(replace(settings, STORE_URL=f"sqlite:///{tmp_path}/file/store.sqlite3"))


def test_a_wrong_file_of_rules_stops_the_start(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("[harbour.example]\nbody: //p[")
    with pytest.raises(SiteRulesError, match="line 2"):
        create_app(replace(settings, SITES_FILE=str(tmp_path / "rules")))


@pytest.mark.parametrize(
    ("changes", "paths", "words"),
    [
        ({"OWN_PAGES": "off"}, ("/my", "/in/my", "/my/aaaaaaaa", "/my/e/aaaaaaaa"), "Your own"),
        ({"OWN_PAGES": "off"}, ("/c", "/in/c", "/c/new", "/c/aaaaaaaa", "/+aaaaaaaaaaaaaaaa/c"), "Collect"),
        ({"TODAY_FILES": "off"}, ("/in/today.txt", "/today.html", "/in/today-800k.zip"), "Today in one file"),
    ],
)
def test_what_is_turned_off_is_neither_offered_nor_there(
    settings: Settings, changes: dict[str, str], paths: tuple[str, ...], words: str
) -> None:
    usual, without = (create_app(each).test_client() for each in (settings, replace(settings, **changes)))  # type: ignore[arg-type]
    assert words in usual.get("/in/").get_data(as_text=True)
    assert words not in without.get("/in/").get_data(as_text=True)
    for path in paths:
        answer = without.get(path)
        assert answer.status_code == 404
        assert "This site " in answer.get_data(as_text=True)


def test_a_site_that_keeps_no_pages_of_readers_does_not_speak_of_them(settings: Settings) -> None:
    without = create_app(replace(settings, OWN_PAGES="off")).test_client()
    assert "of your own" in create_app(settings).test_client().get("/about").get_data(as_text=True)
    assert "of your own" not in without.get("/about").get_data(as_text=True)


@pytest.mark.parametrize("profile", ["netscape", "netscape-inline", "macplus-inline"])
def test_without_inline_pictures_nobody_has_one_in_a_text(settings: Settings, origin: Origin, profile: str) -> None:
    url = origin.serve("/story", modern_page(LIGHTHOUSE))
    origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    usual = create_app(settings).test_client()
    without = create_app(replace(settings, INLINE_PICTURES="off")).test_client()
    path = f"/~{profile}/read?url={url}"
    assert "<img" in usual.get(path).get_data(as_text=True)
    page = without.get(path).get_data(as_text=True)
    assert "<img" not in page
    picture = re.search(r'href="(/~[a-z-]+/i/[^"]+)"', page)
    assert picture
    assert "<img" in without.get(picture[1]).get_data(as_text=True)


def test_a_site_that_is_no_proxy_fetches_nothing_for_who_takes_it_for_one(settings: Settings, origin: Origin) -> None:
    origin.serve("/story", modern_page(LIGHTHOUSE))
    asked = {"REQUEST_URI": origin.url("/story"), "RAW_URI": origin.url("/story")}
    assert create_app(settings).test_client().get("/story", environ_overrides=asked).status_code == 403
    assert origin.hits("/story") == 0


SELDOM = ("app.doors.commands", "bleach", "charset_normalizer", "markdown_it", "redis")


def test_what_hardly_anybody_needs_is_not_imported_with_the_application() -> None:
    told = "import sys, app.web.app_factory; print(*sorted(set(sys.argv[1:]).intersection(sys.modules)))"
    command = [sys.executable, "-c", told, *SELDOM]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
    assert done.stderr == ""
