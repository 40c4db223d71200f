"""Every fetch as its host sees it: a line in the log where it failed, and its time."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import ReaderError
from app.fetch.redirects import Redirected
from app.telemetry.log_format import fields
from app.telemetry.metrics import FETCH_SECONDS, FETCHES

log = logging.getLogger(__name__)


@contextmanager
def observed(url: str) -> Iterator[None]:
    """Log how a fetch of `url` failed, and count it by its outcome: `ok`, `redirected` or the class of its error.

    The query is left out of the line: it has what somebody searched for.
    """
    began = time.monotonic()
    outcome = "ok"
    try:
        yield
    except Redirected:
        outcome = "redirected"
        raise
    except ReaderError as error:
        outcome = type(error).__name__
        ms = round((time.monotonic() - began) * 1000)
        log.info("fetch failed", extra=fields(url=url.partition("?")[0], reason=outcome, said=error.sentence, ms=ms))
        raise
    finally:
        FETCHES.labels(outcome).inc()
        FETCH_SECONDS.observe(time.monotonic() - began)
