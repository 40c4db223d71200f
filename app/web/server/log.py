"""gunicorn's own lines, written like all others of the log."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

from app.telemetry.log_format import FIELDS, LogFormat
from app.web.shown_client import shown_client

# What gunicorn says of a request that it cannot read: who sent it, what is wrong with it, and mostly a piece of it.
_UNREADABLE = re.compile(r"Invalid request from ip=(\S*): ([^:'\"(]*)")

# And of one that our code stumbled over before it came to a view, with its whole address.
_FAULT = "Error handling request"


def logger_of(style: str, clients: str) -> type[Logger]:
    """Return the class for gunicorn's setting `logger_class` that writes lines in `style`, `logfmt` or `json`.

    Of the addresses of `clients` they say what the setting LOG_CLIENTS wants.
    """

    class StyledLogger(Logger):  # type: ignore[misc]  # gunicorn has no types
        """gunicorn's logger with our form of a line."""

        def setup(self, cfg: Any) -> None:
            """Take gunicorn's settings; it calls this again when they are read anew."""
            super().setup(cfg)
            for handler in self.error_log.handlers:
                handler.setFormatter(_ServerFormat(style, clients))

    return StyledLogger


class _ServerFormat(LogFormat):
    """Our form of a line, without what a client sent, and with as much of his address as is wanted."""

    def __init__(self, style: str, clients: str) -> None:
        super().__init__(style)
        self._clients = clients

    def format(self, record: logging.LogRecord) -> str:
        found = _UNREADABLE.match(str(record.msg))
        if found:
            said = {"reason": found[2].strip(), "client": shown_client(found[1], self._clients) or None}
            record = logging.makeLogRecord(vars(record) | {"msg": "invalid request", FIELDS: said})
        elif str(record.msg).startswith(_FAULT):
            record = logging.makeLogRecord(vars(record) | {"msg": _FAULT, "args": ()})
        return super().format(record)
