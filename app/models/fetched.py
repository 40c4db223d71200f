"""What came from elsewhere, as it came."""

from dataclasses import dataclass
from enum import Enum, auto

from app.errors import Failure


class Kind(Enum):
    """What is done with an answer."""

    HTML = auto()
    TEXT = auto()
    IMAGE = auto()
    FEED = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One answer of an origin, content codings undone.

    `url` is where the answer came from after all redirects; `content_type` is the bare media type in
    lower case, empty when the origin named none; `kind` is what was found in the body, once for all who work on it;
    `charset` is the label the header gave, unchecked;
    `name` is the file name the origin proposes or the last part of its path.

    `cut` is empty, or the sentence that says that the end is missing; where that is because the origin failed before
    it had sent the end, `broken` says how, and another try may bring the rest.

    `granted` are the IP addresses on the way to it that lie in networks which the operator has allowed by name.
    """

    url: str
    content_type: str
    body: bytes
    kind: Kind
    charset: str = ""
    name: str = ""
    etag: str = ""
    last_modified: str = ""
    cut: str = ""
    broken: Failure | None = None
    granted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotModified:
    """The origin says 304: what we have is still what it has; `granted` as in `FetchedPage`."""

    granted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is none of the other kinds, passed on as it is."""

    url: str
    content_type: str
    name: str
    body: bytes
