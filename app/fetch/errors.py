"""What the libraries below raise, as the errors that readers see."""

import http.client
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import requests
import urllib3

from app.errors import NoAnswer, OriginError, OriginFailed, OriginUnreachable, OriginUntrusted
from app.fetch.connect import shown, timeout
from app.fetch.deadline import Deadline
from app.sentences import Sentence

# ValueError: what these libraries raise here and there when a header is nonsense.
FOREIGN = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,
)
TOO_SLOW = (TimeoutError, urllib3.exceptions.TimeoutError, requests.Timeout)
BROKE_OFF = Sentence("%(host)s broke off in the middle of its answer.")
NONSENSE = Sentence("%(host)s sent an answer that makes no sense.")
OTHER_HTTP = Sentence("%(host)s speaks only versions of HTTP (HTTP/2 and later) that this reader does not.")
NOT_AGREED = Sentence("No secure connection to %(host)s can be agreed on.")
OLD_TLS = Sentence("%(host)s encrypts only in an old way (before TLS 1.2), which nobody can rely on any more.")
NO_TLS = Sentence("%(host)s does not encrypt where https is asked for; its address may begin with http: instead.")

# What is wrong with a certificate, by the number that OpenSSL has for it (x509_vfy.h); sorted.
NOT_VALID = Sentence("%(host)s cannot prove that it is %(host)s: its certificate is not valid.")
OTHER_NAME = Sentence("%(host)s cannot prove that it is %(host)s: its certificate is for another name.")
CERTIFICATES = {
    9: Sentence("%(host)s cannot prove that it is %(host)s: its certificate is for a time that is still to come."),
    10: Sentence("%(host)s cannot prove that it is %(host)s: its certificate has expired."),
    18: Sentence("%(host)s cannot prove that it is %(host)s: its certificate is signed by itself and by nobody else."),
    19: Sentence(
        "%(host)s cannot prove that it is %(host)s: its certificate is signed by an authority that nobody knows."
    ),
    20: Sentence(
        "%(host)s cannot prove that it is %(host)s: "
        "its certificate comes without that of its issuer, or from one that nobody knows."
    ),
    21: Sentence("%(host)s cannot prove that it is %(host)s: its certificate comes without that of its issuer."),
    23: Sentence("%(host)s cannot prove that it is %(host)s: its certificate was called back."),
    62: OTHER_NAME,
    64: OTHER_NAME,
    66: Sentence("%(host)s cannot prove that it is %(host)s: its certificate has a key that is too short."),
    67: Sentence("%(host)s cannot prove that it is %(host)s: its certificate is signed with a key that is too short."),
    68: Sentence("%(host)s cannot prove that it is %(host)s: its certificate is signed in a way that can be forged."),
}
# Why TLS was not agreed on, by the name that OpenSSL has for it; sorted.
HANDSHAKES = {
    "HTTP_REQUEST": NO_TLS,
    "TLSV1_ALERT_NO_APPLICATION_PROTOCOL": OTHER_HTTP,
    "TLSV1_ALERT_PROTOCOL_VERSION": OLD_TLS,
    "UNSUPPORTED_PROTOCOL": OLD_TLS,
    "WRONG_VERSION_NUMBER": NO_TLS,
}
BROKEN_OFF = (ConnectionError, http.client.IncompleteRead, urllib3.exceptions.IncompleteRead)


class OnlyHttp2Error(http.client.HTTPException):
    """The server answers with a frame of HTTP/2 (RFC 9113, section 4.1)."""


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
    if _one_of(causes, (ssl.SSLCertVerificationError,)):
        code = next(
            getattr(cause, "verify_code", 0) for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)
        )
        return OriginUntrusted(CERTIFICATES.get(code, NOT_VALID).of(host=name))
    if _one_of(causes, (ssl.SSLError, urllib3.exceptions.SSLError)):
        reasons = (HANDSHAKES.get(getattr(cause, "reason", "") or "") for cause in causes)
        return OriginUnreachable(next(filter(None, reasons), NOT_AGREED).of(host=name))
    if _one_of(causes, (OnlyHttp2Error,)):
        return OriginFailed(OTHER_HTTP.of(host=name))
    if _one_of(causes, (http.client.RemoteDisconnected,)):
        return NoAnswer(BROKE_OFF.of(host=name))
    if _one_of(causes, BROKEN_OFF):
        return OriginFailed(BROKE_OFF.of(host=name))
    return OriginFailed(NONSENSE.of(host=name))


def _one_of(causes: list[BaseException], classes: tuple[type[BaseException], ...]) -> bool:
    return any(isinstance(cause, classes) for cause in causes)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
