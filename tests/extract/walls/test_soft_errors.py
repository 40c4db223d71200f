import pytest

from app.errors import Walled
from app.extract.page import extract_page
from app.extract.walls.evidence import plain
from app.extract.walls.judge import wall_of_answer
from app.extract.walls.soft_errors import (
    FAILING_PHRASES,
    FAILING_TITLES,
    GONE_PHRASES,
    GONE_TITLES,
    LIMIT_PHRASES,
    LIMIT_TITLES,
)

URL = "https://harbour.example/1999/ferry.html"
GONE = {
    "English": ("Page not found | Harbour Post", "The page you requested does not exist. Please check the address."),
    "German": ("Seite nicht gefunden", "Die gesuchte Seite gibt es hier leider nicht mehr."),
    "French": ("Erreur 404", "La page que vous recherchez a été déplacée ou supprimée."),
    "Spanish": ("Página no encontrada", "Lo sentimos, la página que busca ha sido eliminada."),
    "Russian": ("Ошибка 404", "Запрашиваемая страница была удалена."),
    "Japanese": ("ページが見つかりません", "お探しのページは削除された可能性があります。"),
    "a name that is for sale": ("harbour.example", "This domain is for sale! Buy this domain from its owner."),
    "a blog": ("Blog not found", "Sorry, the blog has been removed. This address is not available for new blogs."),
    "a name that has expired": ("Domain expired", "This domain name has expired. Renew it with your registrar."),
    "a video": ("Video unavailable", "This video has been removed by the uploader."),
    "an account": ("Account Suspended", "This account has been suspended. Contact your hosting provider."),
}
LIMIT = {
    "English": ("Too Many Requests", "You have made too many requests. Please wait a few minutes and try again."),
    "German": ("Zu viele Anfragen", "Zu viele Anfragen von Ihrer Adresse. Bitte später erneut versuchen."),
}
FAILING = {
    "a publishing system": ("WordPress › Error", "There has been a critical error on this website."),
    "a database": ("Database Error", "Error establishing a database connection"),
    "German": ("Interner Serverfehler", "Es gab einen kritischen Fehler auf deiner Website."),
    "a page of few words": ("500 Internal Server Error", "nginx"),
}


def refused(title: str, said: str) -> str:
    with pytest.raises(Walled) as raised:
        extract_page(page(title, f"<p>{said}</p>"), URL)
    return raised.value.sentence


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title.partition(' | ')[0]}</h1>{body}</body></html>"


@pytest.mark.parametrize("kind", GONE)
def test_a_page_that_says_that_nothing_is_there_is_no_article(kind: str) -> None:
    assert refused(*GONE[kind]) == "harbour.example has no such page (200)."


@pytest.mark.parametrize("language", LIMIT)
def test_a_page_that_asks_to_be_left_alone_for_a_while_is_no_article(language: str) -> None:
    assert refused(*LIMIT[language]) == "harbour.example asks us to wait before reading more (200)."


@pytest.mark.parametrize("kind", FAILING)
def test_a_page_that_tells_of_a_failure_is_no_article(kind: str) -> None:
    assert refused(*FAILING[kind]) == "harbour.example cannot answer at the moment (200)."


def test_what_else_a_site_offers_does_not_hide_that_a_page_is_gone() -> None:
    others = "".join(
        f"<li><a href='/{n}'>The ferry of the bay is repaired for the {n}th time</a></li>" for n in range(30)
    )
    with pytest.raises(Walled):
        extract_page(page("404", f"<p>Sorry, this page does not exist.</p><h2>Popular</h2><ul>{others}</ul>"), URL)


@pytest.mark.parametrize("kind", GONE)
def test_of_an_answer_that_failed_its_status_tells_more(kind: str) -> None:
    title, said = GONE[kind]
    assert wall_of_answer({}, page(title, f"<p>{said}</p>"), URL) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "404 Not Found",
            "The exhibition 404 Not Found opens at the town museum on Friday, with forty works by the school.",
        ),
        (
            "Too many requests",
            "The town council has had too many requests for moorings this year, said the harbour master.",
        ),
        (
            "Old letters",
            "The letters of the keeper were thought lost. The page you are looking for is the ninth, he wrote.",
        ),
        (
            "Domain for sale",
            "The royal domain of Aldwick, with its woods and two farms, was put up for sale on Monday morning.",
        ),
    ],
)
def test_a_short_text_about_such_things_is_read(title: str, text: str) -> None:
    assert extract_page(page(title, f"<article><p>{text}</p></article>"), URL)


def test_words_are_written_as_pages_are_compared() -> None:
    assert [words for words in (*FAILING_PHRASES, *GONE_PHRASES, *LIMIT_PHRASES) if words != plain(words)] == []
    assert [
        words for words in (*FAILING_TITLES, *GONE_TITLES, *LIMIT_TITLES) if words != plain(words).rstrip(" .!?\u2026")
    ] == []
