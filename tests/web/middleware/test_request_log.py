"""One line for each request, which tells what was asked and nothing of what was typed."""

import logging
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.telemetry.log_format import FIELDS
from app.web.app_factory import create_app
from config import Settings


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [getattr(record, FIELDS) for record in caplog.records if record.getMessage() == "request"]


@pytest.fixture(autouse=True)
def _level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_a_request_has_one_line_with_what_came_of_it(browser: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = browser.get("/~macplus/about")
    (line,) = lines(caplog)
    assert line["id"]
    assert float(str(line["ms"])) >= 0
    told = {name: line[name] for name in ("method", "path", "status", "bytes", "kind", "profile", "client")}
    assert told == {
        "method": "GET",
        "path": "/~macplus/about",
        "status": 200,
        "bytes": len(answer.data),
        "kind": "site.about",
        "profile": "macplus",
        "client": "127.0.0.0/24",
    }


@pytest.mark.parametrize(
    ("asked", "path", "status", "error"),
    [
        ("/nothing", "/nothing", 404, None),
        ("/read?url=http://10.0.0.1/secret", "/read", 403, "AddressRefused"),
        ("/in/search/1/my+illness", "/in/search/", 200, None),
        ("/search?q=my+illness", "/search", 200, None),
        ("/http://10.0.0.1/secret", "/http:", 403, "AddressRefused"),
        ("/in/HTTPS://10.0.0.1/secret", "/in/HTTPS:", 403, "AddressRefused"),
        ("/~dos/+aaaaaaaaaaaaaaaa/c/page/2", "/~dos/+/c/page/2", 404, "UnknownPlace"),
        ("/in/my/e/aaaaaaaaaaaaaaaa/drop/bbbbbbbb", "/in/my/e/", 404, "UnknownPlace"),
    ],
)
def test_what_somebody_typed_is_not_in_it(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture, asked: str, path: str, status: int, error: str | None
) -> None:
    browser.get(asked)
    (line,) = lines(caplog)
    assert (line["path"], line["status"], line.get("error")) == (path, status, error)
    assert "illness" not in str(line)
    assert "secret" not in str(line)


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/wiki/illness", "/wiki/"),
        ("/~dos/in/word/my/illness", "/~dos/in/word/"),
        ("/weather/illness", "/weather/"),
        ("/weather/48.85341,2.3488.gif", "/weather/"),
        ("/in/web/1999/secret.example/illness", "/in/web/"),
    ],
)
def test_what_is_looked_up_is_not_in_it(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture, asked: str, path: str
) -> None:
    browser.get(asked)
    (line,) = lines(caplog)
    assert line["path"] == path
    assert "illness" not in str(line)
    assert "secret" not in str(line)


def test_what_a_proxy_is_asked_for_is_not_in_it(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    browser = create_app(replace(settings, PROXY="on")).test_client()
    browser.get("/", environ_overrides={"RAW_URI": "http://10.0.0.1/secret"})
    (line,) = lines(caplog)
    assert (line["path"], line["status"]) == ("(proxied)", 403)
    assert "secret" not in str(line)


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
def test_machines_that_ask_all_day_have_no_lines(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    browser.get(path)
    assert lines(caplog) == []


def test_it_can_be_switched_off(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    create_app(replace(settings, LOG_REQUESTS="off")).test_client().get("/about")
    assert lines(caplog) == []


def test_a_fault_of_ours_has_a_number_that_the_page_says(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    app: Flask = create_app(settings)

    @app.get("/fault")
    def fault() -> str:
        raise LookupError("odd")

    page = app.test_client().get("/fault").get_data(as_text=True)
    (line,) = lines(caplog)
    assert f"it was noted as number {line['id']}" in page
    assert line["status"] == 500
    assert any(record.exc_info for record in caplog.records)
