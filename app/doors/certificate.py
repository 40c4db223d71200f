"""The certificate of a door that speaks TLS, out of files that the host makes."""

import ssl

Tls = ssl.SSLContext


class CertificateError(Exception):
    """A certificate or its key cannot be used; the message is one line that says why."""


def tls_with(certificate: str, key: str) -> Tls:
    """Return what speaks TLS 1.2 or later with the certificate and the key of two files in PEM.

    Nobody is asked for a certificate of his own. Raises `CertificateError`.
    """
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # Nobody is there to type the password of a key.
        tls.load_cert_chain(certificate, key, password=lambda: "")
    except OSError as error:  # those of `ssl` are, too
        reason = error.strerror or "they are no certificate in PEM and its key"
        raise CertificateError(f"{certificate} and {key} cannot be used: {reason}.") from error
    return tls
