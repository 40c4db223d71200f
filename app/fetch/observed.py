"""Every fetch as its host sees it: a line in the log where it failed, and its time."""

import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import ReaderError
from app.fetch.redirects import Redirected
from app.telemetry.log_format import fields
from app.telemetry.metrics import FETCH_SECONDS, FETCHES

log = logging.getLogger(__name__)

# Behind these stands a word that somebody looked up, in the addresses of an encyclopedia and a dictionary.
_WORD = re.compile(r"(/(?:wiki|page/definition)/).*")


@contextmanager
def observed(url: str) -> Iterator[None]:
    """Log how a fetch of `url` failed, and count it by its outcome: `ok`, `redirected` or the class of its error.

    The query and the names of entries are left out of the line: they are what somebody searched for.
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
        shown = _WORD.sub(r"\1", url.partition("?")[0])
        log.info("fetch failed", extra=fields(url=shown, reason=outcome, said=error.sentence, ms=ms))
        raise
    finally:
        FETCHES.labels(outcome).inc()
        FETCH_SECONDS.observe(time.monotonic() - began)
