"""What the log says of a client's address.

It stands by itself: gunicorn's own log needs it before there is a folder of figures, for which their library looks when
it is imported.
"""

import ipaddress
from functools import lru_cache

from app.net.ip_ranges import client_address

# The bits of an address that are left of it, by version: not one client, but his provider's neighbourhood.
SHORTENED = {4: 24, 6: 48}


@lru_cache(1024)
def shown_client(address: str, how: str) -> str:
    """Return what the log may say of a client's address: all of it, its network (a /24, or a /48), or nothing."""
    try:
        parsed = client_address(address)
    except ValueError:
        return address if how == "full" else ""
    if how != "short":
        return str(parsed) if how == "full" else ""
    return str(ipaddress.ip_network((parsed, SHORTENED[parsed.version]), strict=False))
