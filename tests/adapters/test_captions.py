"""What is said in a film as paragraphs, in whichever of its shapes."""

from typing import Any

import pytest

from app.adapters.captions import LONG, LONGEST, PAUSE, paragraphs_of
from app.models import text_of


def said(answer: Any) -> list[str]:
    return [text_of(each) for each in paragraphs_of(answer)]


def events(*lines: tuple[float, float, str]) -> dict[str, Any]:
    """Return captions as `fmt=json3` has them, out of begin and length in seconds and text of each."""
    rows = [
        {"tStartMs": begin * 1000, "dDurationMs": length * 1000, "segs": [{"utf8": word} for word in text.split("|")]}
        for begin, length, text in lines
    ]
    return {"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 9, "id": 1}, *rows]}


def test_lines_of_json_become_a_paragraph() -> None:
    assert said(events((0, 2, "The tower| moves"), (2, 2, "\n"), (4, 2, "on\nrails."))) == ["The tower moves on rails."]


def test_lines_of_both_kinds_of_xml_do_too() -> None:
    old = '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.5" dur="2">It&amp;#39;s</text><text start="2.5" dur="1">lit</text></transcript>'
    new = '<timedtext format="3"><head/><body><p t="500" d="2000"><s>It\'s</s><s t="20"> now</s></p><p t="2500" d="900">lit</p></body></timedtext>'
    assert said(old) == ["It's lit"]
    assert said(new) == ["It's now lit"]


def test_silence_begins_a_new_paragraph() -> None:
    assert said(events((0, 2, "One."), (2 + PAUSE, 2, "Two."))) == ["One.", "Two."]


def test_a_long_one_ends_with_its_sentence_or_where_it_is_too_long() -> None:
    sentences = events(*((each, 1, "These are five words here.") for each in range(40)))
    assert all(LONG <= len(each) < LONG + 40 and each.endswith(".") for each in said(sentences)[:-1])
    heard = events(*((each, 1, "and so it goes on") for each in range(100)))
    assert all(LONGEST <= len(each) < LONGEST + 40 for each in said(heard)[:-1])
    assert " ".join(said(heard)).count("and so it goes on") == 100


@pytest.mark.parametrize(
    "answer",
    [None, 7, [], {}, {"events": 7}, {"events": [7, {}, {"segs": 7}, {"segs": [7, {"utf8": 7}]}]}, "", "no", "<html><p>Sign in",
     "<rss><p>no</p></rss>", "<transcript/>", "<transcript>"],
)  # fmt: skip
def test_what_are_no_captions_are_none(answer: Any) -> None:
    assert said(answer) == []


def test_times_that_make_no_sense_leave_the_words() -> None:
    assert said({"events": [{"tStartMs": "x", "dDurationMs": [], "segs": [{"utf8": "Words"}]}]}) == ["Words"]


def test_entities_name_no_file_and_do_not_grow() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]><transcript><text start="0">&a;&f; Words</text></transcript>'
    assert said(bomb) == ["&a;&f; Words"]
