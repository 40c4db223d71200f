"""Notices to browsers that are too old, over a text that they can show well."""

import pytest

from app.extract.page import extract_page
from app.extract.scoring.browser_notices import is_browser_notice
from app.models import Article, text_of

TEXT = "<p>The ferry went out at noon, and nobody on board had seen such a calm sea for many a summer day.</p>" * 4


@pytest.mark.parametrize(
    "notice",
    [
        "You are using an outdated browser. Please upgrade your browser to improve your experience.",
        "You are using an old and unsupported version of a browser.",
        "Your browser is not supported. For the best experience, use another one.",
        "Ihr Browser ist veraltet. Bitte aktualisieren Sie ihn.",
        "Votre navigateur n’est plus pris en charge.",
        "Estás usando un navegador obsoleto.",
        "Você está usando um navegador desatualizado.",
        "Stai usando un browser obsoleto.",
        "Je gebruikt een verouderde browser.",
        "Używasz przestarzałej przeglądarki.",
        "Ваш браузер устарел.",
        "お使いのブラウザはサポートされていません。",
        "This site works best with JavaScript. Please enable JavaScript.",
        "JavaScript seems to be disabled in your browser.",
        "Please turn on JavaScript for a better experience.",
        "Bitte aktivieren Sie JavaScript.",
        "JavaScript Required",
        "This is an interactive application, and JavaScript is required.",
    ],
)
def test_a_notice_speaks_of_the_browser_in_use(notice: str) -> None:
    assert is_browser_notice(notice.lower())


@pytest.mark.parametrize(
    "text",
    [
        "The outdated browser of the library was replaced on Tuesday.",
        "Most browsers of 1996 are not supported by the sites of today.",
        "She turned JavaScript off, and never looked back.",
        "Update your browser to version 9 and start it again.",
        "The ferry is outdated.",
        "JavaScript is required reading for the second year.",
    ],
)
def test_a_text_about_browsers_is_no_notice(text: str) -> None:
    assert not is_browser_notice(text.lower())


@pytest.mark.parametrize(
    "page",
    [
        "<div class=browserupgrade><p>You are using an <strong>outdated</strong> browser. Please <a href=//b.example>upgrade "
        f"your browser</a> to improve your experience.</p></div><main><article><h1>Out</h1>{TEXT}</article></main>",
        f"<main><article><p>Your browser is out of date. Please update it.</p><h1>Out</h1>{TEXT}</article></main>",
        f"<article><h1>Out</h1>{TEXT}<p>JavaScript is disabled in your browser, so some parts are left out.</p></article>",
    ],
)
def test_a_page_is_shown_without_its_notice(page: str) -> None:
    found = extract_page(f"<html><body>{page}</body></html>", "http://x.example/news/out-at-noon")
    assert isinstance(found, Article)
    words = " ".join(map(text_of, found.blocks))
    assert words.count("nobody on board") == 4
    assert "browser" not in words
