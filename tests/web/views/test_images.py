import re
from dataclasses import replace
from io import BytesIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app.web.app_factory import create_app
from app.web.views.images import BY_SUFFIX
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


@pytest.fixture
def links(browser: FlaskClient, origin: Origin) -> list[str]:
    """The links of an article with two pictures, of which the second does not exist."""
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    page = browser.get(f"/in/read?url={quote(url, safe='')}").get_data(as_text=True)
    return re.findall(r'<a href="([^"]*)">\[\d\]</a>', page)


def test_each_number_leads_to_the_page_of_its_picture(browser: FlaskClient, links: list[str]) -> None:
    page = browser.get(links[0]).get_data(as_text=True)
    assert "<h1>Picture 1 of 2</h1>" in page
    assert "Back to article" in page
    assert LIGHTHOUSE.images[0][1] in page
    assert re.search(r"GIF: 480 x 320 pixels, \d+ KB", page)
    assert page.count("<img") == 1
    source = re.escape(links[0].rsplit("/", 1)[0])
    assert re.search(rf'<img src="{source}\.gif" width="480" height="320" alt="\[Picture', page)
    assert f'<a href="{links[1]}">Next picture' in page
    assert "Previous" not in page
    back = re.search(r'<a href="(/in/a/[^"]*)">&lt; Back to article', page)
    assert back
    assert LIGHTHOUSE.title in browser.get(back[1]).get_data(as_text=True)


@pytest.mark.parametrize(("suffix", "file_format"), [("gif", "GIF"), ("jpg", "JPEG")])
def test_the_picture_comes_in_either_form_with_its_size_as_said(
    browser: FlaskClient, links: list[str], suffix: str, file_format: str
) -> None:
    page = browser.get(links[0]).get_data(as_text=True)
    link = re.search(rf'<a href="([^"]*\.{suffix})">{file_format}</a>', page)
    said = re.search(r"GIF: 480 x 320 pixels, (\d+) KB", page)
    assert link
    assert said
    answer = browser.get(link[1])
    assert answer.headers["Content-Type"] == f"image/{file_format.lower()}"
    assert len(answer.data) == int(answer.headers["Content-Length"])
    if file_format == "GIF":
        assert round(len(answer.data) / 1024) == int(said[1])
    with Image.open(BytesIO(answer.data)) as image:
        assert (image.format, image.size) == (file_format, (480, 320))


def test_a_picture_that_cannot_be_had_gets_a_page_that_says_why(browser: FlaskClient, links: list[str]) -> None:
    answer = browser.get(links[1])
    assert answer.status_code == 404
    page = answer.get_data(as_text=True)
    assert "<h1>Picture 2 of 2</h1>" in page
    assert LIGHTHOUSE.images[1][1] in page
    assert "<img" not in page
    assert f'<a href="{links[0]}">&lt; Previous picture</a>' in page


@pytest.mark.parametrize("size", ["", "-w320", "-160x120", "-t2x1", "-w321", "-t0x9", "-500x400"])
def test_an_inline_picture_never_fails(browser: FlaskClient, links: list[str], size: str) -> None:
    for lost in (links[1].rsplit("/", 1)[0], "/in/i/abcdefghij"):
        answer = browser.get(f"{lost}{size}.png")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/gif"
        with Image.open(BytesIO(answer.data)) as image:
            assert image.format == "GIF"
            assert image.size == (160, 120) if size == "-160x120" else image.width > 200


def test_the_page_of_a_picture_leads_to_other_sizes_and_formats(browser: FlaskClient, links: list[str]) -> None:
    page = browser.get(f"/~macplus{links[0]}").get_data(as_text=True)
    larger = re.search(r'<a href="(/~macplus/in/i/[^"]*/w640)">Bigger</a>', page)
    smaller = re.search(r'<a href="(/~macplus/in/i/[^"]*/w480)">Smaller</a>', page)
    assert larger
    assert smaller
    assert "GIF: 640 x 427 pixels" in browser.get(larger[1]).get_data(as_text=True)
    assert "GIF: 480 x 320 pixels" in browser.get(smaller[1]).get_data(as_text=True)
    files = re.findall(r'<a href="([^"]*\.(bmp|gif|jpg|mac|pcx|pct|png|xbm))">[A-Z]', page)
    assert len(files) == 8
    for link, suffix in files:
        answer = browser.get(link)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == BY_SUFFIX[suffix].media_type


def test_a_large_picture_is_seen_at_full_size_in_parts_with_a_map(browser: FlaskClient, links: list[str]) -> None:
    page = browser.get(f"/~macplus{links[0]}").get_data(as_text=True)
    parts = re.search(r'<a href="([^"]*/t1x1)">Full size in parts</a>', page)
    assert parts
    first = browser.get(parts[1]).get_data(as_text=True)
    assert "Column 1 of 2, row 1 of 2" in first
    assert 'width="496" height="342"' in first
    assert first.count("[ ]</a>") == 3
    right = re.search(r'<a href="([^"]*/t2x1)">right</a>', first)
    assert right
    assert "left</a>" not in first
    second = browser.get(right[1]).get_data(as_text=True)
    assert 'width="404" height="342"' in second
    source = re.search(r'<img src="([^"]*)"', second)
    assert source
    with Image.open(BytesIO(browser.get(source[1]).data)) as image:
        assert image.size == (404, 342)
    answer = browser.get(parts[1].replace("t1x1", "t3x1"))
    assert answer.status_code == 404
    assert "This picture has 2 x 2 parts" in answer.get_data(as_text=True)


def test_a_picture_of_few_colours_can_be_had_in_other_dots(browser: FlaskClient, links: list[str]) -> None:
    path = links[0].removeprefix("/in")
    page = browser.get(f"/~macplus/in{path}").get_data(as_text=True)
    assert f'<a href="/~macplus-ordered/in{path}">in a pattern</a>' in page
    assert "Atkinson's" not in page
    other = browser.get(f"/~macplus-ordered/in{path}").get_data(as_text=True)
    assert f'<a href="/~macplus-atkinson/in{path}">Atkinson\'s</a>' in other
    assert "Other dots" not in browser.get(f"/~netscape/in{path}").get_data(as_text=True)


def test_a_pasted_picture_gets_its_page(browser: FlaskClient, origin: Origin) -> None:
    for path in ("read?url=", "image.php?i="):
        url = origin.serve("/view.png", drawing(300, 200), "image/png")
        page = browser.get(f"/{path}{quote(url, safe='')}").get_data(as_text=True)
        assert "<h1>Picture</h1>" in page
        assert "300 x 200 pixels" in page


def test_what_is_no_picture_is_said_to_be_none(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/page", modern_page(LIGHTHOUSE))
    answer = browser.get(f"/image.php?i={quote(url, safe='')}")
    assert answer.status_code == 502
    assert "no picture at this address" in answer.get_data(as_text=True)


@pytest.fixture
def one_a_minute(settings: Settings, within_a_minute: None) -> FlaskClient:
    """A browser that may have one picture a minute converted."""
    return create_app(replace(settings, LIMIT_CONVERSIONS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())).test_client()


def test_conversions_are_counted_and_what_is_kept_is_free(one_a_minute: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/view.png", drawing(300, 200), "image/png")
    page = one_a_minute.get(f"/read?url={quote(url, safe='')}").get_data(as_text=True)
    source = re.search(r'<img src="([^"]*)\.gif"', page)
    assert source
    for _ in range(3):
        kept = one_a_minute.get(f"{source[1]}.gif")
        with Image.open(BytesIO(kept.data)) as image:
            assert image.size == (300, 200)
        assert "Retry-After" not in kept.headers
    refused = one_a_minute.get(f"{source[1]}-160x107.gif")
    assert refused.status_code == 200  # an inline picture never fails
    assert refused.headers["Content-Type"] == "image/gif"
    assert 0 < int(refused.headers["Retry-After"]) <= 61  # a minute, rounded up
    assert refused.headers["Expires"] == "Thu, 01 Jan 1970 00:00:00 GMT"
    answer = one_a_minute.get(f"/~macplus{source[1]}")
    assert answer.status_code == 429
    assert "You have had 1 picture converted within a minute" in answer.get_data(as_text=True)
    assert 0 < int(answer.headers["Retry-After"]) <= 61
    assert one_a_minute.get("/~dos/setup/card").status_code == 429


def test_the_sign_of_the_site_stands_over_front_pages_with_pictures(browser: FlaskClient) -> None:
    for spec, wanted in (("netscape", True), ("netscape-1bit", True), ("mosaic", False), ("macplus-inline", False)):
        page = browser.get(f"/~{spec}/in/").get_data(as_text=True)
        assert (f'<h1><img src="/~{spec}/in/logo.gif" width="23" height="26" alt="*"> ' in page) is wanted
    found = {spec: browser.get(f"/~{spec}/in/logo.gif") for spec in ("netscape", "netscape-1bit")}
    assert {each.content_type for each in found.values()} == {"image/gif"}
    assert found["netscape"].data != found["netscape-1bit"].data
    assert found["netscape"].headers["Last-Modified"]
