"""The application put together: what every request and every response goes through."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.extract.site_rules import SiteRulesError
from app.news.sources import SourcesError
from app.storage import StoreError
from app.web.app_factory import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


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
