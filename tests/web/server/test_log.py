"""gunicorn's own lines look like ours."""

import json

import pytest
from gunicorn.config import Config

from app.web.server.log import logger_of


@pytest.mark.parametrize("style", ["json", "logfmt"])
def test_gunicorn_writes_in_the_style_that_is_set(style: str, capfd: pytest.CaptureFixture[str]) -> None:
    logger = logger_of(style)(Config())
    logger.error("Worker %s\nended", 7)
    line = capfd.readouterr().err
    assert line.count("\n") == 1
    said = json.loads(line)["msg"] if style == "json" else json.loads(line.partition("msg=")[2])
    assert said == "Worker 7\nended"
