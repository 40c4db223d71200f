"""The authorities whose certificates are believed: those of Mozilla, as the package certifi has them."""

import ssl
from dataclasses import dataclass

import certifi


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when a certificate holds; seconds since the epoch."""

    begins: float
    ends: float


class NoAuthorities(Exception):
    """The certificates of authorities cannot be read, so no site could be believed; what is said of it is one line."""


def authorities() -> list[Validity]:
    """Return the validity of each authority's certificate."""
    return [
        Validity(ssl.cert_time_to_seconds(str(each["notBefore"])), ssl.cert_time_to_seconds(str(each["notAfter"])))
        for each in ssl.create_default_context(cafile=certifi.where()).get_ca_certs()
    ]
