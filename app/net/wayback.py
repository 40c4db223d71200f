"""Addresses of the Wayback Machine of the Internet Archive, and of others that work like it. No I/O.

A copy stands at `/web/<stamp>id_/<address>` as it was, and without `id_` with the archive's own frame and links
(https://archive.org/help/wayback_api.php).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

from app.errors import BadAddress
from app.net.urls import canonical

_COPY = re.compile(r"/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}.{1,4000})")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: where its archive is, when it was made (`YYYYMMDDhhmmss`), and the canonical address of what it is of."""

    archive: str
    stamp: str
    original: str

    @property
    def url(self) -> str:
        """The address of the copy as it was."""
        return f"{self.archive}/web/{self.stamp}id_/{self.original}"

    @property
    def day(self) -> str:
        """When it was made, as `YYYY-MM-DD`, or empty where the stamp says no day."""
        try:
            return datetime.strptime(self.stamp[:8], "%Y%m%d").date().isoformat()
        except ValueError:
            return ""


def copy_at(url: str, base: str) -> Copy | None:
    """Return the copy that `url` is in the archive at `base`, or on a host below it; None where it is none."""
    parts, own = urlsplit(url), urlsplit(base)
    host, port = parts.hostname or "", parts.port
    is_below = host == own.hostname or host.endswith(f".{own.hostname}")
    found = _COPY.fullmatch(url[url.find("/web/") :]) if is_below and parts.path.startswith("/web/") else None
    if found is None:
        return None
    try:
        original = canonical(re.sub(r"\A(https?):/{1,2}", r"\1://", found[2]))
    except BadAddress:
        return None
    return Copy(f"{own.scheme}://{host}{f':{port}' if port else ''}", found[1], original)


def asking(url: str, base: str) -> str:
    """Return where the archive at `base` says which copy of `url` is its newest."""
    return canonical(f"{base}/wayback/available?url={quote(url, safe='')}")
