"""What the libraries raise, as the errors that readers see."""

import http.client
import ssl

import pytest
import requests
import urllib3

from app.errors import BadImage, OriginError, OriginFailed, OriginTimeout, OriginUnreachable, OriginUntrusted
from app.fetch.deadline import Deadline
from app.fetch.errors import OnlyHttp2Error, translated

SECONDS = 20
SENTENCES = {
    "broke off": (OriginFailed, "example.org broke off in the middle of its answer."),
    "certificate": (
        OriginUntrusted,
        "example.org cannot prove that it is example.org: its certificate is not valid.",
    ),
    "http/2": (
        OriginFailed,
        "example.org speaks only versions of HTTP (HTTP/2 and later) that this reader does not.",
    ),
    "nonsense": (OriginFailed, "example.org sent an answer that makes no sense."),
    "secure": (OriginUnreachable, "No secure connection to example.org can be agreed on."),
    "slow": (OriginTimeout, "example.org did not answer within 20 seconds."),
}
CERTIFICATE = ssl.SSLCertVerificationError("self-signed certificate")


def said(error: Exception, seconds: float = SECONDS) -> tuple[type[OriginError], str]:
    with pytest.raises(OriginError) as caught, translated("www.example.org", Deadline(seconds)):
        raise error
    assert caught.value.__cause__ is error
    return type(caught.value), caught.value.sentence


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (TimeoutError("timed out"), "slow"),
        (requests.ReadTimeout("timed out"), "slow"),
        (urllib3.exceptions.ConnectTimeoutError("timed out"), "slow"),
        (CERTIFICATE, "certificate"),
        (urllib3.exceptions.SSLError("unexpected end"), "secure"),
        (ssl.SSLError("wrong version number"), "secure"),
        (OnlyHttp2Error("a frame"), "http/2"),
        (ConnectionResetError("reset by peer"), "broke off"),
        (http.client.IncompleteRead(b"half"), "broke off"),
        (urllib3.exceptions.IncompleteRead(10, 90), "broke off"),
        (http.client.BadStatusLine("SSH-2.0"), "nonsense"),
        (http.client.LineTooLong("header line"), "nonsense"),
        (requests.exceptions.InvalidHeader("no header"), "nonsense"),
        (OSError("odd"), "nonsense"),
        (ValueError("invalid literal for int()"), "nonsense"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_each_failure_of_the_libraries_is_said_in_one_sentence(error: Exception, what: str) -> None:
    assert said(error) == SENTENCES[what]


def test_what_an_error_was_raised_from_counts_more_than_the_error() -> None:
    wrapped = requests.ConnectionError("it failed")
    wrapped.__cause__ = urllib3.exceptions.ProtocolError("it failed")
    wrapped.__cause__.__context__ = CERTIFICATE
    assert said(wrapped) == SENTENCES["certificate"]


def test_once_the_time_is_over_every_failure_is_that_of_the_time() -> None:
    for error in (ConnectionResetError("reset by peer"), CERTIFICATE, ValueError("half a number")):
        kind, sentence = said(error, seconds=0)
        assert (kind, sentence) == (OriginTimeout, "example.org did not answer within 0 seconds.")


def test_our_own_errors_and_our_own_mistakes_pass() -> None:
    for error in (OriginFailed("Said already."), BadImage("No picture."), KeyError("a mistake")):
        with pytest.raises(type(error)) as caught, translated("example.org", Deadline(SECONDS)):
            raise error
        assert caught.value is error
