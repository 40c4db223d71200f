"""How a person finds the profile that fits: list, test page, samples."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app.render.profiles.profiles import PROFILES


def page(browser: FlaskClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return answer.get_data().decode("latin-1")


def pages(browser: FlaskClient, path: str) -> str:
    """Return all pages of what begins at `path`, one behind the other."""
    texts = []
    following: str | None = path
    while following:
        texts.append(page(browser, following))
        link = re.search(r'<a href="([^"]*)">Next &gt;', texts[-1])
        following = link[1] if link else None
    return "\n".join(texts)


def ways(text: str) -> dict[str, str]:
    """Return where the lines of a test page lead, by their words; of sizes and the like the words are unique."""
    return {words: link for link, words in re.findall(r'<li><a href="([^"]*)">([^<]*)</a>', text)}


def follow(text: str, words: str) -> str:
    link = re.search(rf'<a href="([^"]*)">{words}</a>', text)
    assert link, words
    return link[1]


def test_the_setup_is_one_link_from_the_front_page_and_lists_every_profile(browser: FlaskClient) -> None:
    text = pages(browser, follow(page(browser, "/in/"), "Setup"))
    assert set(re.findall(r'<li><a href="/~([^/"]*)/in/">', text)) == set(PROFILES)


def test_the_setup_says_what_the_browser_calls_itself(browser: FlaskClient) -> None:
    answer = browser.get("/setup", headers={"User-Agent": '<Odd> & "quoted" ' + "x" * 500})
    assert '<code>&lt;Odd&gt; &amp; "quoted" xxx' in answer.get_data(as_text=True)
    assert "x" * 201 not in answer.get_data(as_text=True)


def test_choosing_a_profile_leads_to_its_front_page(browser: FlaskClient) -> None:
    link = follow(pages(browser, "/in/setup"), re.escape(PROFILES["macplus"].title))
    assert link == "/~macplus/in/"
    assert 'action="/~macplus/in/read"' in page(browser, link)


@pytest.mark.parametrize("prefix", ["", "/~macplus-jpeg/in", "/~linemode"])
def test_each_way_leads_to_a_sample_that_leads_back_with_what_was_chosen(browser: FlaskClient, prefix: str) -> None:
    found = ways(pages(browser, f"{prefix}/setup/test"))
    assert len(found) > 40
    for link in found.values():
        sample = page(browser, link)
        back = follow(sample, "This one looks right")
        assert back == link.rsplit("/", 1)[0] + "/test"
        assert "Test page" in page(browser, back)


def test_choices_add_up_to_a_profile_in_the_address_of_the_front_page(browser: FlaskClient) -> None:
    path = "/in/setup/test"
    for words in ("HTML 3.2", "JPEG", "640 pixels", "four greys", "KOI8-R .*"):
        sample = page(browser, follow(pages(browser, path), words))
        path = follow(sample, "This one looks right")
    assert path == "/~universal-html32-koi8r-jpeg-4grey-640/in/setup/test"
    assert follow(pages(browser, path), "front page") == "/~universal-html32-koi8r-jpeg-4grey-640/in/"


def test_line_breaks_are_chosen_on_the_test_page_itself(browser: FlaskClient) -> None:
    text = page(browser, "/~dos/setup/test")
    assert "These are two lines:<br>" in text
    without = page(browser, follow(text, "no line breaks"))
    assert "<br>" not in without
    assert 'href="/~dos-nobr/"' in without


def test_the_test_card_comes_as_each_profile_would_get_a_picture(browser: FlaskClient) -> None:
    for name, profile in PROFILES.items():
        text = page(browser, f"/~{name}/setup/card")
        image = re.search(r'<img src="([^"]*)" width="(\d+)" height="(\d+)"', text)
        assert image
        answer = browser.get(image[1])
        with Image.open(BytesIO(answer.data)) as card:
            assert card.format == profile.image
            assert card.size == (int(image[2]), int(image[3])) == (profile.width, profile.height)
