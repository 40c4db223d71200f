"""A stand-in for the Wayback Machine on the loopback: its answers on availability, and its copies as they were."""

import json
from urllib.parse import quote

from tests.origin import Origin


class Archive(Origin):
    """An archive in which copies can be put."""

    def add(self, url: str, page: str, stamp: str = "20240327101500") -> str:
        """Keep `page` as the newest copy of `url`; return the address of the copy."""
        framed = f"http://{self.host}:{self.port}/web/{stamp}/{url}"
        self.say(url, {"closest": {"status": "200", "available": True, "url": framed, "timestamp": stamp}})
        return self.serve(f"/web/{stamp}id_/{url}", page)

    def say(self, url: str, snapshots: object) -> None:
        """Answer so when asked which copies of `url` there are."""
        said = json.dumps({"url": url, "archived_snapshots": snapshots})
        self.serve(f"/wayback/available?url={quote(url, safe='')}", said, "application/json")

    @property
    def base(self) -> str:
        """Where it is asked."""
        return self.url("").rstrip("/")
