import re
from io import BytesIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.pictures import drawing


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
    assert LIGHTHOUSE.pictures[0][1] in page
    assert re.search(r"480 x 320 pixels, \d+ bytes", page)
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
    link = re.search(rf'href="([^"]*\.{suffix})">{file_format}</a>: 480 x 320 pixels, (\d+) bytes', page)
    assert link
    answer = browser.get(link[1])
    assert answer.headers["Content-Type"] == f"image/{file_format.lower()}"
    assert len(answer.data) == int(link[2]) == int(answer.headers["Content-Length"])
    with Image.open(BytesIO(answer.data)) as image:
        assert (image.format, image.size) == (file_format, (480, 320))


def test_a_picture_that_cannot_be_had_gets_a_page_that_says_why(browser: FlaskClient, links: list[str]) -> None:
    answer = browser.get(links[1])
    assert answer.status_code == 404
    page = answer.get_data(as_text=True)
    assert "<h1>Picture 2 of 2</h1>" in page
    assert LIGHTHOUSE.pictures[1][1] in page
    assert "<img" not in page
    assert f'<a href="{links[0]}">&lt; Previous picture</a>' in page


def test_an_inline_picture_never_fails(browser: FlaskClient, links: list[str]) -> None:
    answer = browser.get(links[1].rsplit("/", 1)[0] + ".gif")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/gif"
    with Image.open(BytesIO(answer.data)) as image:
        assert image.format == "GIF"


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
