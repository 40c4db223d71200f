"""Places of the doors that have addresses: paths as the web pages have them, with a profile and an edition before.

They have small letters, and capitals do as well, as on the web (`app.web.middleware.capitals`).
"""

import re
from dataclasses import dataclass

from app.errors import UnknownPlace
from app.sentences import Sentence

NOTHING = Sentence("There is no such place here.")
_PATH = re.compile(r"(?:/~(?P<spec>[^/]*))?(?:/(?P<edition>[a-z]{2}(?:-[a-z]{2})?)(?=/|$))?(?P<path>/.*)?")
_KEY = re.compile(r"/(?P<kind>[a-z])/(?P<key>[a-z2-7]{8,52})(?:\.[a-z]{3})?")


@dataclass(frozen=True, slots=True)
class Place:
    """What is asked for: the `spec` of a profile and the code of an edition, empty where none is named, and the path
    behind them without a slash at its end, `/` where there is nothing."""

    spec: str
    edition: str
    path: str

    @classmethod
    def of(cls, path: str) -> "Place":
        """Return the place that a whole path means: `/~macplus/in/world`. Raises `UnknownPlace`."""
        found = _PATH.fullmatch(path.strip().lower() or "/")
        if found is None:
            raise UnknownPlace(NOTHING)
        return cls(found["spec"] or "", found["edition"] or "", (found["path"] or "/").rstrip("/") or "/")

    @property
    def machine(self) -> str:
        """What links to other editions begin with."""
        return f"/~{self.spec}" if self.spec else ""

    @property
    def begin(self) -> str:
        """What all other links begin with."""
        return self.machine + (f"/{self.edition}" if self.edition else "")

    def key(self, kinds: str) -> tuple[str, str]:
        """Return one of the letters `kinds` and the short id behind it: `/a/<id>`. Raises `UnknownPlace`."""
        found = _KEY.fullmatch(self.path)
        if found is None or found["kind"] not in kinds:
            raise UnknownPlace(NOTHING)
        return found["kind"], found["key"]
