"""Lines of the log, as machines read them."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from app.telemetry import request_fields
from app.telemetry.log_format import FIELDS, LogFormat

NASTY = 'two "words"\nlevel=error \x1b[31m caf\xe9 \u2028 \udc80'


def line(style: str, message: str = "fetched", trace: bool = False, **values: object) -> str:
    record = logging.LogRecord("app.fetch", logging.INFO, "", 1, message, (), sys.exc_info() if trace else None)
    setattr(record, FIELDS, values)
    return LogFormat(style).format(record)


def test_logfmt_has_a_name_and_a_value_each_in_order() -> None:
    found = line("logfmt", url="http://x.example/", ms=3, none=None, empty="")
    assert found.partition(" ")[2] == 'level=info logger=app.fetch msg=fetched url=http://x.example/ ms=3 empty=""'
    assert found.startswith("time=20")


@pytest.mark.parametrize("style", ["logfmt", "json"])
def test_what_others_send_stays_within_its_field(style: str) -> None:
    found = line(style, NASTY, said=NASTY)
    assert found.isascii()
    assert found.isprintable()
    if style == "json":
        assert json.loads(found)["said"] == NASTY
    else:
        quoted = found.partition(" said=")[2]
        assert json.loads(quoted) == NASTY


def test_a_traceback_is_part_of_the_line() -> None:
    try:
        raise ValueError("odd")
    except ValueError:
        found = json.loads(line("json", trace=True))
    assert "ValueError: odd" in found["trace"]


def test_what_is_logged_within_a_request_has_its_number() -> None:
    token = request_fields.begin("1a2b")
    try:
        assert " id=1a2b" in line("logfmt")
    finally:
        request_fields.end(token)
    assert " id=" not in line("logfmt")


BEGUN = """
import logging
from app.telemetry.log_format import begin_log
begin_log("logfmt")
begin_log("json")
logging.getLogger("app.anything").info("begun")
logging.getLogger("urllib3.connectionpool").warning("an odd header")
"""


def test_a_log_that_begins_again_is_written_once_in_the_new_style_and_without_odd_headers() -> None:
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", BEGUN]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=30)
    (line,) = done.stderr.splitlines()
    assert json.loads(line)["msg"] == "begun"
