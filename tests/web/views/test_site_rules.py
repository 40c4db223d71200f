"""Rules that a host wrote, from the file to the page."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from app.web.app_factory import create_app
from config import Settings
from tests.origin import Origin

RULES = """
# Written by the host.
[127.0.0.1]
title: //p[@class='head']
body: //div[@id='text']
strip_id_or_class: promo
http_header(cookie): seen=1
"""
PAGE = (
    "<html><head><title>Wrong</title></head><body><p class='head'>The ferry sails</p><p>Something else, at length.</p>"
    "<div id='text'><p>It sails again.</p><p class='promo-box'>Buy a ticket.</p></div></body></html>"
)


def test_a_page_is_asked_for_and_read_by_the_rules_of_its_site(
    settings: Settings, origin: Origin, tmp_path: Path
) -> None:
    (tmp_path / "rules").write_text(RULES)
    browser = create_app(replace(settings, SITES_FILE=str(tmp_path / "rules"))).test_client()
    shown = browser.get(f"/read?url={quote(origin.serve('/ferry', PAGE), safe='')}").get_data(as_text=True)
    assert "<title>The ferry sails</title>" in shown
    assert "It sails again." in shown
    assert "Something else" not in shown
    assert "Buy a ticket" not in shown
    assert origin.requests[0].headers["cookie"] == "seen=1"
