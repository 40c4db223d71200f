"""Log lines that machines read: logfmt or JSON, one event a line, whatever characters other people's bytes bring."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from app.telemetry import request_fields

#: The attribute of a record that holds its fields: `log.info("fetched", extra=fields(url=url))`.
FIELDS = "fields"

# What needs no quotation marks in logfmt; everything else is written as a JSON string, in ASCII.
_BARE = re.compile(r"[^\s\"=\\\x00-\x20\x7f-\U0010ffff]+")


def fields(**values: object) -> dict[str, dict[str, object]]:
    """Return what a call of the log takes as `extra`, so that the line has these fields in this order."""
    return {FIELDS: values}


class LogFormat(logging.Formatter):
    """Writes a record as one line of ASCII: time, level, logger, message, its fields, and the traceback if it has one.

    What is logged while a request is answered has the number of that request.
    """

    def __init__(self, style: str) -> None:
        """Take `logfmt` or `json`."""
        super().__init__()
        self._write = _json if style == "json" else _logfmt

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of `record`; the time is UTC."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "msg": record.getMessage(),
        }
        line |= {"id": request_fields.gathered().get("id")} | getattr(record, FIELDS, {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return self._write({name: value for name, value in line.items() if value is not None})


def begin_log(style: str) -> None:
    """Let all that the program has to say go to standard error, in `style`; what was set before holds no more."""
    # It reports every odd header of every site, with a traceback.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormat(style))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def _json(line: dict[str, Any]) -> str:
    return json.dumps(line, default=str)


def _logfmt(line: dict[str, Any]) -> str:
    return " ".join(f"{name}={_value(value)}" for name, value in line.items())


def _value(value: object) -> str:
    text = str(value)
    return text if _BARE.fullmatch(text) else json.dumps(text)
