"""gunicorn's own lines look like ours."""

import json

import pytest
from gunicorn.config import Config

from app.web.server.log import logger_of


@pytest.mark.parametrize("style", ["json", "logfmt"])
def test_gunicorn_writes_in_the_style_that_is_set(style: str, capfd: pytest.CaptureFixture[str]) -> None:
    logger = logger_of(style, "short")(Config())
    logger.error("Worker %s\nended", 7)
    line = capfd.readouterr().err
    assert line.count("\n") == 1
    said = json.loads(line)["msg"] if style == "json" else json.loads(line.partition("msg=")[2])
    assert said == "Worker 7\nended"


@pytest.mark.parametrize(("clients", "client"), [("short", "192.0.2.0/24"), ("full", "192.0.2.7"), ("off", None)])
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Invalid HTTP Header: 'Cookie hush'", "Invalid HTTP Header"),
        ("Invalid HTTP request line: 'hush'", "Invalid HTTP request line"),
        ("Request Line is too large (9014 > 8190)", "Request Line is too large"),
        ("there are too many of them", "there are too many of them"),
    ],
)
def test_what_a_client_sent_that_cannot_be_read_stays_out_and_so_does_his_address(
    said: str, reason: str, clients: str, client: str | None, capfd: pytest.CaptureFixture[str]
) -> None:
    logger_of("json", clients)(Config()).warning(f"Invalid request from ip=192.0.2.7: {said}")
    line = json.loads(capfd.readouterr().err)
    assert (line["msg"], line["reason"], line.get("client")) == ("invalid request", reason, client)
    assert "hush" not in str(line)


def test_the_address_of_a_request_that_failed_stays_out_too(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        raise LookupError("odd")
    except LookupError:
        logger_of("json", "full")(Config()).exception("Error handling request %s %s", "GET", "/search?q=hush")
    line = json.loads(capfd.readouterr().err)
    assert line["msg"] == "Error handling request"
    assert "LookupError: odd" in line["trace"]
    assert "/search" not in str(line)
