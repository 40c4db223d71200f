"""What the log says of a client's address."""

import pytest

from app.web.shown_client import shown_client


@pytest.mark.parametrize(
    ("address", "how", "shown"),
    [
        ("192.0.2.77", "full", "192.0.2.77"),
        ("192.0.2.77", "short", "192.0.2.0/24"),
        ("192.0.2.77", "off", ""),
        ("2001:db8:1:2::3", "short", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "short", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "full", "192.0.2.77"),
        ("192.0.2.77:5123", "short", "192.0.2.0/24"),
        ("[2001:db8:1:2::3]:5123", "short", "2001:db8:1::/48"),
        ("", "short", ""),
        ("odd", "off", ""),
        ("odd", "full", "odd"),
    ],
)
def test_a_client_is_shown_as_the_host_wants(address: str, how: str, shown: str) -> None:
    assert shown_client(address, how) == shown
