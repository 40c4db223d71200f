"""How the site fares, as it is answered: counted, drawn for the screen that asks, and nothing that is private."""

from io import BytesIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


@pytest.mark.parametrize(("profile", "colours", "width"), [("macplus", 2, 289), ("mosaic", 4, 289), ("palm", 4, 145)])
@pytest.mark.parametrize("name", ["fetches", "requests", "times"])
def test_a_plot_is_a_gif_of_few_colours_that_fits_the_screen(
    browser: FlaskClient, name: str, profile: str, colours: int, width: int
) -> None:
    browser.get("/about")
    answer = browser.get(f"/~{profile}/in/status/{name}.gif")
    assert (answer.status_code, answer.content_type) == (200, "image/gif")
    with Image.open(BytesIO(answer.data)) as image:
        assert image.format == "GIF"
        assert image.width == width
        assert len(image.convert("RGB").getcolors() or ()) <= colours
    assert f'width="{width}"' in browser.get(f"/~{profile}/in/status").get_data(as_text=True)


def test_there_are_no_other_plots(browser: FlaskClient) -> None:
    assert browser.get("/status/readers.gif").status_code == 404


def test_nobody_sees_who_reads_what(browser: FlaskClient, origin: Origin) -> None:
    url, dead = origin.serve("/secret-story", modern_page(LIGHTHOUSE)), origin.serve("/dead-story", "no", status=500)
    for each in (url, dead):
        browser.get(f"/read?url={quote(each, safe='')}", environ_base={"REMOTE_ADDR": "192.0.2.77"})
    page = browser.get("/status").get_data(as_text=True)
    assert "Requests answered: " in page
    for private in ("secret-story", "dead-story", origin.url(""), "192.0.2.", LIGHTHOUSE.title):
        assert private not in page
