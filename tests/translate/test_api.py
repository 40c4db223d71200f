"""What is asked of LibreTranslate, and what its answers say: those of its documentation, and those that make no sense."""

import json

import pytest

from app.errors import OriginFailed
from app.translate.api import Answers, answers_in, languages_in, question


def test_a_question_is_what_its_documentation_shows() -> None:
    asked = json.loads(question(["<a id='1'>ü</a>", "b"], "de", "en").text)
    assert asked == {"q": ["<a id='1'>ü</a>", "b"], "source": "de", "target": "en", "format": "html"}
    assert json.loads(question(["b"], "auto", "en", "secret-1").text)["api_key"] == "secret-1"


def test_nothing_shows_the_key() -> None:
    assert "secret-1" not in repr(question(["b"], "auto", "en", "secret-1"))


def test_several_texts_come_back_in_their_order_with_the_language_that_was_found() -> None:
    body = {"translatedText": ["a", "b"], "detectedLanguage": [{"language": "de", "confidence": 90.0}] * 2}
    assert answers_in(json.dumps(body).encode(), 2) == Answers(("a", "b"), "de")
    body = {"translatedText": ["a"], "detectedLanguage": {"language": "zh-Hans", "confidence": 90.0}}
    assert answers_in(json.dumps(body).encode(), 1) == Answers(("a",), "zh-Hans")
    assert answers_in(b'{"translatedText": "a"}', 1) == Answers(("a",))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad gateway</html>",
        b"[]",
        b"{}",
        b'{"translatedText": ["a"]}',
        b'{"translatedText": ["a", 2]}',
        b'{"translatedText": {"0": "a", "1": "b"}}',
        b'{"translatedText": ["a", "b"]',
        b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
def test_an_answer_that_makes_no_sense_is_a_failure(body: bytes) -> None:
    with pytest.raises(OriginFailed, match="LibreTranslate sent an answer that makes no sense"):
        answers_in(body, 2)


@pytest.mark.parametrize("found", [None, [], [None], "de", {"language": 3}, {"language": "<b>"}, [["de"]]])
def test_a_language_that_is_none_is_not_known(found: object) -> None:
    body = json.dumps({"translatedText": ["a"], "detectedLanguage": found}).encode()
    assert answers_in(body, 1).source == ""


def test_languages_are_read_with_what_each_can_become() -> None:
    rows = [{"code": "de", "name": "German", "targets": ["en", "de"]}, {"code": "en", "name": "English", "targets": []}]
    assert languages_in(json.dumps(rows).encode()).targets == {"de": ("en", "de"), "en": ()}


def test_an_older_engine_makes_any_language_any_other() -> None:
    rows = [{"code": "de", "name": "German"}, {"code": "en", "name": "English"}, {"code": "<b>"}, 3]
    assert languages_in(json.dumps(rows).encode()).targets == {"de": ("de", "en"), "en": ("de", "en")}


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'[{"code": 1}]', b'{"error": "no"}', b"[3]"])
def test_languages_that_make_no_sense_are_a_failure(body: bytes) -> None:
    with pytest.raises(OriginFailed):
        languages_in(body)
