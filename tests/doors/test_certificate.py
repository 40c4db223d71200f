import ssl
from pathlib import Path

import pytest

from app.doors.certificate import CertificateError, tls_with
from tests.doors.certificates import made


def test_nothing_older_than_tls_1_2_is_spoken_and_nobody_is_asked_who_he_is(tmp_path: Path) -> None:
    tls = tls_with(*made(tmp_path))
    assert tls.minimum_version == ssl.TLSVersion.TLSv1_2
    assert tls.verify_mode == ssl.CERT_NONE


def test_what_cannot_be_used_is_said_in_one_line(tmp_path: Path) -> None:
    certificate, key = made(tmp_path)
    (tmp_path / "empty").write_text("")
    for pair in ((f"{tmp_path}/none", key), (certificate, f"{tmp_path}/empty"), (key, key), (certificate, certificate)):
        with pytest.raises(CertificateError, match=r"^[^\n]+ cannot be used: [^\n]+\.$"):
            tls_with(*pair)
