"""Paths in capitals lead where those in small letters do, and what somebody typed in them stays as it is."""

import re

import pytest
from flask.testing import FlaskClient

from app.web.middleware.capitals import with_small_letters
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


@pytest.mark.parametrize(
    ("path", "small"),
    [
        ("/IN/World/2", "/in/world/2"),
        ("/~MACPLUS/+ABC/A/ML52BYKDFH.TXT", "/~macplus/+abc/a/ml52bykdfh.txt"),
        ("/Wiki/AT&T/History", "/wiki/AT&T/History"),
        ("/SEARCH/1/NATO", "/search/1/NATO"),
        ("/Word/Polish", "/word/Polish"),
        ("/WEB/1999/Harbour.example/Tides.HTML", "/web/1999/Harbour.example/Tides.HTML"),
        ("/IN/Http://Harbour.example/Tides", "/in/Http://Harbour.example/Tides"),
        ("/IN/http:Harbour.example/Tides", "/in/http:Harbour.example/Tides"),
        ("/\xc3\x80", "/\xc3\x80"),
        ("/", "/"),
        ("", ""),
    ],
)
def test_the_part_of_a_path_that_is_ours_has_small_letters(path: str, small: str) -> None:
    assert with_small_letters(path) == small


@pytest.mark.parametrize("path", ["/IN/WORLD", "/About", "/~MacPlus/Setup", "/Editions/", "/ROBOTS.TXT"])
def test_a_page_opens_by_its_path_in_capitals(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).data == browser.get(path.lower()).data
    assert browser.get(path).status_code == 200


def test_a_short_address_opens_in_capitals(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/Story?Id=A", modern_page(LIGHTHOUSE))
    assert LIGHTHOUSE.title in browser.get(f"/READ?url={url}").get_data(as_text=True)
    short = re.search(r"/a/([a-z2-7]+)/files", browser.get(f"/HTTP{url[4:]}").get_data(as_text=True))
    assert short
    assert LIGHTHOUSE.title in browser.get(f"/A/{short[1].upper()}.TXT").get_data(as_text=True)
    assert origin.hits("/Story") == 1
