"""Every fetch leaves its outcome and its time; a failed one a line without what was searched for."""

import logging
from contextlib import suppress

import pytest

from app.errors import OriginTimeout, ReaderError
from app.fetch.observed import observed
from app.fetch.redirects import Redirected
from app.telemetry.log_format import FIELDS
from app.telemetry.metrics import FETCHES

URL = "http://x.example/find?q=my+illness"


def count(outcome: str) -> float:
    return float(FETCHES.labels(outcome)._value.get())


@pytest.mark.parametrize(
    ("error", "outcome", "lines"),
    [
        (None, "ok", 0),
        (OriginTimeout("x.example did not answer in time."), "OriginTimeout", 1),
        (Redirected.from_to(URL, "http://y.example/"), "redirected", 0),
    ],
)
def test_an_outcome_is_counted_and_a_failure_logged(
    caplog: pytest.LogCaptureFixture, error: ReaderError | None, outcome: str, lines: int
) -> None:
    caplog.set_level(logging.INFO)
    before = count(outcome)
    with suppress(ReaderError), observed(URL):
        if error is not None:
            raise error
    assert count(outcome) == before + 1
    assert [getattr(record, FIELDS)["url"] for record in caplog.records] == ["http://x.example/find"] * lines
    assert "illness" not in str([vars(record) for record in caplog.records])


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://en.wikipedia.org/wiki/Gout", "https://en.wikipedia.org/wiki/"),
        ("https://wiki.lan/w/wiki/Gout/Causes", "https://wiki.lan/w/wiki/"),
        (
            "https://en.wiktionary.org/api/rest_v1/page/definition/gout",
            "https://en.wiktionary.org/api/rest_v1/page/definition/",
        ),
        ("https://x.example/gout/wiki", "https://x.example/gout/wiki"),
    ],
)
def test_a_word_that_was_looked_up_does_not_stand_in_the_log(
    caplog: pytest.LogCaptureFixture, url: str, shown: str
) -> None:
    caplog.set_level(logging.INFO)
    with suppress(ReaderError), observed(url):
        raise OriginTimeout("It did not answer in time.")
    assert [getattr(record, FIELDS)["url"] for record in caplog.records] == [shown]
