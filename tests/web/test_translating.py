"""For whom an article is offered in which language."""

from dataclasses import replace

import pytest
from flask import g

from app.models import Article, Paragraph, Run
from app.render.profiles.spec import read_spec
from app.web.app_factory import create_app
from app.web.translating import offered
from config import Settings

GERMAN = Article("https://example.org/", "Der Turm", (Paragraph((Run("Der Turm steht am Meer."),)),), language="de")


@pytest.mark.parametrize(
    ("spec", "article", "code"),
    [
        ("universal", GERMAN, "en"),
        ("universal-de", GERMAN, ""),
        ("netscape-fr", GERMAN, "fr"),
        ("universal", replace(GERMAN, language="en-gb"), ""),
        ("universal", replace(GERMAN, language=""), ""),
        ("netscape-utf8-ja", GERMAN, "ja"),
        ("macplus-ja", GERMAN, "en"),
        ("universal-utf8-he", GERMAN, "he"),
        ("dos-ru", GERMAN, "en"),
    ],
)
def test_it_is_offered_in_ones_own_language_where_that_can_be_shown(
    settings: Settings, spec: str, article: Article, code: str
) -> None:
    app = create_app(replace(settings, TRANSLATE_URL="http://127.0.0.1:9"))
    with app.test_request_context("/"):
        g.profile = read_spec(spec)
        found = offered(article)
    assert (found.code if found else "") == code


def test_nothing_is_offered_where_there_is_no_engine(settings: Settings) -> None:
    with create_app(settings).test_request_context("/"):
        assert offered(GERMAN) is None


def test_pages_of_the_past_stay_as_they_were(settings: Settings) -> None:
    with create_app(replace(settings, TRANSLATE_URL="http://127.0.0.1:9")).test_request_context("/"):
        g.when = "19990101000000"
        assert offered(GERMAN) is None
