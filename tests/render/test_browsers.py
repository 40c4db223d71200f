"""Browsers of today read our pages, from the real server: what they show, and what comes of a form that they send."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bench.browsers import FORM, WORDS, Site, newspaper, planned
from bench.drivers import BROWSERS, Visit
from bench.screen import Screen, first_field, screen
from bench.tap import fields_of
from tests.origin import Origin
from tests.validity import need

TEXT = sorted(name for name, browser in BROWSERS.items() if browser.kind == "txt")
NO_SCREEN = Screen("")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with newspaper() as each:
        yield each


def shown(name: str, site: Site, path: str, home: Path, words: str = "") -> str:
    """Return the text that a browser shows, its line ends and runs of spaces made single spaces."""
    need(*BROWSERS[name].programs)
    return " ".join(BROWSERS[name].show(planned(site, path, home, NO_SCREEN, words)).decode().split())


@pytest.mark.parametrize("name", TEXT)
def test_a_front_page_is_shown_and_leads_on(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, site.paths["front"], tmp_path)
    assert "Today's news for yesterday's computers" in text
    assert "Report: Lighthouse of Kettle Point moved inland on rails" in text
    assert "Read any page, by its address, or search the web:" in text


@pytest.mark.parametrize("name", TEXT)
def test_what_is_found_on_the_web_is_shown(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, "/read?url=tower+on+rails", tmp_path)
    assert "The long way" in text
    assert "Results of Wiby" in text


@pytest.mark.parametrize("name", TEXT)
def test_a_page_of_1999_is_shown_with_its_day(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, "/web/1999/harbour.example/", tmp_path)
    assert "The harbour of 1999" in text
    assert "This is the Wayback Machine's copy of 1 July 1999." in text


@pytest.mark.parametrize("name", TEXT)
def test_a_word_is_looked_up(name: str, site: Site, tmp_path: Path) -> None:
    assert "light by which ships find their way" in shown(name, site, "/wiki?q=lighthouse", tmp_path)
    assert "A tower with a light for ships." in shown(name, site, "/word/lighthouse", tmp_path)


@pytest.mark.parametrize("name", TEXT)
def test_links_lead_on_through_1999(name: str, site: Site, tmp_path: Path) -> None:
    link = re.search(r'<a href="(/web/1999/[^"]+)">Tides</a>', site.page("/web/1999/harbour.example/"))
    assert link
    assert "Tides of 1999" in shown(name, site, link[1], tmp_path)


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    need("dillo", "Xvfb", "import", "xdotool")
    with screen() as each:
        yield each


def test_dillo_searches_reads_a_word_and_walks_through_1999(site: Site, display: Screen, tmp_path: Path) -> None:
    def targets(page: str, words: str = "") -> list[str]:
        """Return what Dillo asks for when it is sent to a page, and types words into its first field."""
        known = len(site.tap.heads)
        home = tmp_path / page
        home.mkdir()
        BROWSERS["dillo"].show(planned(site, site.paths[page], home, display, words))
        return site.tap.targets()[known:]

    assert targets("results") == [site.paths["results"]]
    word, *pictures = targets("word", "Lighthouse")[1:]
    assert word == "/~netscape/wiki?q=Lighthouse"
    assert [each for each in pictures if each.startswith("/~netscape/i/")]
    year, *pictures = targets("year")
    assert year == site.paths["year"]
    assert [each for each in pictures if each.startswith("/~netscape/i/")]


@pytest.mark.parametrize("name", TEXT)
def test_an_article_is_shown_with_its_line_of_pictures(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, site.paths["article"], tmp_path)
    assert "(on modern site) | Article images:" in text
    assert "cut the tower from its footing, raised it by the height of a hand" in text


@pytest.mark.parametrize("name", TEXT)
def test_the_second_page_of_an_article_is_shown_between_its_neighbours(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, site.paths["second"], tmp_path)
    assert text.count("Page 2 of 3") == 2
    assert "They were laid in a straight line, sixty metres at a time" in text


@pytest.mark.parametrize("name", TEXT)
def test_an_article_is_shown_at_its_own_address_through_the_proxy(name: str, site: Site, tmp_path: Path) -> None:
    sizes = len(site.tap.heads)
    text = shown(name, site, site.paths["proxied"], tmp_path)
    assert "cut the tower from its footing, raised it by the height of a hand" in text
    assert site.tap.targets()[sizes:] == [site.paths["proxied"]]


@pytest.mark.parametrize("name", TEXT)
def test_the_page_of_a_picture_is_shown_in_words(name: str, site: Site, tmp_path: Path) -> None:
    text = shown(name, site, site.paths["picture"], tmp_path)
    assert "The tower on its rails, seen from the harbour" in text
    assert "640 x 427 pixels" in text


@pytest.mark.parametrize("name", TEXT)
def test_a_failure_is_shown_with_its_sentence(name: str, site: Site, tmp_path: Path) -> None:
    assert "is on a private network" in shown(name, site, "/read?url=http://10.0.0.1/", tmp_path)


@pytest.mark.parametrize("name", TEXT)
def test_an_accent_that_is_typed_into_a_form_comes_back(name: str, site: Site, tmp_path: Path) -> None:
    sizes = len(site.tap.heads)
    text = shown(name, site, site.paths[FORM], tmp_path, WORDS)
    sent = [target for target in site.tap.targets()[sizes:] if "?" in target]
    assert [re.sub("%C3%A9|%E9", "<e>", target) for target in sent] == [f"{site.paths[FORM]}?q=caf<e>"]
    assert f'Nothing was found for "{WORDS}"' in text


@pytest.mark.parametrize("name", TEXT)
def test_browsers_say_who_they_are(name: str, site: Site, tmp_path: Path) -> None:
    sizes = len(site.tap.heads)
    shown(name, site, site.paths["about"], tmp_path)
    assert fields_of(site.tap.heads[sizes])["user-agent"].lower().startswith(name)


@pytest.mark.parametrize("name", TEXT)
def test_a_browser_asks_its_proxy_for_the_whole_address(name: str, origin: Origin, tmp_path: Path) -> None:
    need(*BROWSERS[name].programs)
    page = "http://old.example/page"
    origin.serve(page, "<html><body><p>Words.</p></body></html>")

    def asked() -> bool:
        return origin.hits(page) > 0

    BROWSERS[name].show(Visit(page, tmp_path, NO_SCREEN, asked, proxy=f"127.0.0.1:{origin.port}"))
    assert asked()


def test_a_field_is_told_from_the_underline_of_a_link_and_from_a_rule() -> None:
    picture = Image.new("RGB", (640, 300), "white")
    pen = ImageDraw.Draw(picture)
    pen.line((10, 60, 250, 60), "blue")
    pen.line((10, 90, 620, 90), "black")
    pen.rectangle((20, 120, 300, 142), outline="black")
    assert first_field(picture, 40, boxed=True) == (160, 120)
    assert first_field(picture, 40, boxed=False) == (130, 60)
    with pytest.raises(LookupError):
        first_field(picture, 150, boxed=True)
