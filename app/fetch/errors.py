"""What the libraries below raise, as the errors that readers see."""

import http.client
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import requests
import urllib3

from app.errors import OriginError, OriginFailed, OriginUnreachable
from app.fetch.connect import shown, timeout
from app.fetch.deadline import Deadline

# ValueError: what these libraries raise here and there when a header is nonsense.
FOREIGN = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,
)
TOO_SLOW = (TimeoutError, urllib3.exceptions.TimeoutError, requests.Timeout)
BROKE_OFF = "{} broke off in the middle of its answer."
BROKEN_OFF = (ConnectionError, http.client.IncompleteRead, urllib3.exceptions.IncompleteRead)


@contextmanager
def translated(host: str, deadline: Deadline) -> Iterator[None]:
    """Turn whatever goes wrong while `host` is read into an `OriginError`."""
    try:
        yield
    except FOREIGN as error:
        raise translation(error, host, deadline) from error


def translation(error: Exception, host: str, deadline: Deadline) -> OriginError:
    """Return our error for `error`; requests wraps errors of urllib3, which wraps those of Python."""
    causes = list(_causes(error))
    if deadline.is_over or _one_of(causes, TOO_SLOW):
        return timeout(host, deadline)
    name = shown(host)
    if _one_of(causes, (ssl.SSLCertVerificationError, urllib3.util.ssl_match_hostname.CertificateError)):
        return OriginUnreachable(f"{name} cannot prove that it is {name}; its certificate is not valid.")
    if _one_of(causes, (ssl.SSLError, urllib3.exceptions.SSLError)):
        return OriginUnreachable(f"No secure connection to {name} can be agreed on.")
    if _one_of(causes, BROKEN_OFF):
        return OriginFailed(BROKE_OFF.format(name))
    return OriginFailed(f"{name} sent an answer that makes no sense.")


def _one_of(causes: list[BaseException], classes: tuple[type[BaseException], ...]) -> bool:
    return any(isinstance(cause, classes) for cause in causes)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
