"""gunicorn's own lines, written like all others of the log."""

from typing import Any

from gunicorn.glogging import Logger

from app.telemetry.log_format import LogFormat


def logger_of(style: str) -> type[Logger]:
    """Return the class for gunicorn's setting `logger_class` that writes lines in `style`, `logfmt` or `json`."""

    class StyledLogger(Logger):  # type: ignore[misc]  # gunicorn has no types
        """gunicorn's logger with our form of a line."""

        def setup(self, cfg: Any) -> None:
            """Take gunicorn's settings; it calls this again when they are read anew."""
            super().setup(cfg)
            for handler in self.error_log.handlers:
                handler.setFormatter(LogFormat(style))

    return StyledLogger
