"""Everything that can go wrong for a reader, as one tree. No business logic, no I/O.

    ReaderError
     +-- BadAddress            400  what was pasted is no web address
     +-- PasswordRequired      401  a private site, asked without its password
     |    +-- ProxyPasswordRequired 407 likewise, by a browser whose proxy it is
     +-- AddressRefused        403  a private network, a port or a scheme that we do not fetch from
     +-- UnknownId             404  a short address that the store no longer knows
     +-- UnknownPlace          404  an edition or a page that does not exist
     +-- TunnelRefused         405  a browser asks its proxy for an encrypted connection
     +-- LoopDetected          508  our own request came back to us
     +-- TooManyReads          429  the readers of one site ask too much
     |    +-- LimitReached     429  this client asks too much
     |    +-- Overloaded       503  all readers together ask too much
     +-- OriginError           502  the original did not give us what we asked for
     |    +-- OriginMissing    404  it says 404 or 410
     |    |    +-- NoSuchEntry 404  an encyclopedia has no entry of this name
     |    +-- OriginRefused    502  it says 401, 403, 451 ...
     |    |    +-- OriginBusy  502  it says 429
     |    |    +-- Walled      502  a page stands in front of what was asked for
     |    +-- OriginFailed     502  it says 5xx, or talks no sense
     |    |    +-- NoAnswer     502  it ends the connection without a word
     |    +-- OriginUnreachable 502 its name or its server cannot be reached
     |    +-- OriginUntrusted 502 its certificate does not prove who it is
     |    +-- OriginTimeout    504  the deadline passed
     |    +-- TooManyRedirects 502
     |    +-- TooLarge         502  more bytes than the limit for its kind
     +-- Unreadable            502  it came, but there is nothing in it to show
          +-- NoText           502  a page without text
          +-- BadMarkup        502  markup made to hurt a parser
          +-- BadImage       502  a picture that cannot be converted
          +-- TooComplicated   502  it takes more time or memory than one reader may cost
          +-- NotUnderstood    502  a fault of ours showed while it was read

Each class carries the HTTP status of our answer, and how long the failure is worth remembering; its message is the one
sentence the reader sees. Every foreign exception is translated into one of these where it first appears, with `from`.
"""

from collections.abc import Mapping
from dataclasses import dataclass


class ReaderError(Exception):
    """Base of the tree; `str(error)` is one plain sentence for the reader, without markup.

    `versions` are canonical addresses at which the same article may stand, as far as its page names any.
    """

    status = 500
    versions: tuple[str, ...] = ()
    # Seconds for which nobody finds out again, at least.
    remembered: float = 0
    # The IP addresses on the way to it that lie in networks which the operator has allowed by name.
    granted: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The public sentence, as it was given (`app.sentences`)."""
        return str(self) if len(self.args) != 1 or not isinstance(self.args[0], str) else self.args[0]


class BadAddress(ReaderError):
    """The text is no http or https address."""

    status = 400


class PasswordRequired(ReaderError):
    """The site is private, and what was sent is not its password; `challenge` is the header that asks for it."""

    status = 401
    challenge = "WWW-Authenticate"


class ProxyPasswordRequired(PasswordRequired):
    """The same for a browser whose proxy this is (RFC 9110, section 15.5.8)."""

    status = 407
    challenge = "Proxy-Authenticate"


class AddressRefused(ReaderError):
    """The address is one we do not fetch from: network, port or scheme."""

    status = 403


class UnknownId(ReaderError):
    """No address is stored under this short id."""

    status = 404


class UnknownPlace(ReaderError):
    """There is no such edition or page here."""

    status = 404


class TunnelRefused(ReaderError):
    """A browser whose proxy this is asks for an encrypted connection (CONNECT; RFC 9110, section 9.3.6)."""

    status = 405


class LoopDetected(ReaderError):
    """A request that we made ourselves came back (RFC 5842, section 7.2)."""

    status = 508


class TooManyReads(ReaderError):
    """What may be asked for is used up for the moment (RFC 6585, section 4); `retry_after` is seconds."""

    status = 429

    def __init__(self, sentence: str, retry_after: int = 60) -> None:
        """Take the sentence, and after how many seconds the same request may succeed."""
        super().__init__(sentence)
        self.retry_after = retry_after


class LimitReached(TooManyReads):
    """A limit for each client is used up, so it is refused to this one alone."""


class Overloaded(TooManyReads):
    """As many as can be served at once are being served already, whoever they are (RFC 9110, section 15.6.4)."""

    status = 503


@dataclass(frozen=True, slots=True)
class Answer:
    """What came with a status that is no success.

    `headers` has the fields by their names in small letters, `body` the beginning of its bytes; `status` is 0 where it
    is not known.
    """

    headers: Mapping[str, str]
    body: bytes
    status: int = 0


class OriginError(ReaderError):
    """The original's server did not give us what was asked for.

    `retry_after` is how long it asks us to wait, in seconds, or 0; `answer` what it said, where it said anything.
    """

    status = 502
    retry_after: float = 0
    answer: Answer | None = None


class OriginMissing(OriginError):
    """The original says that the page does not exist (404, 410)."""

    status = 404


class NoSuchEntry(OriginMissing):
    """An encyclopedia or a dictionary says that it has no entry of this name."""


class OriginRefused(OriginError):
    """The original refuses us: 401, 402, 403, 407, 451 and the other 4xx."""


class OriginBusy(OriginRefused):
    """The original asks us to come back later (429)."""


class Walled(OriginRefused):
    """A page stands in front of what was asked for: a check, a question, a way to sign in or to pay."""


class OriginFailed(OriginError):
    """The original says 5xx, or its answer is not HTTP."""


class NoAnswer(OriginFailed):
    """The original took the request, and ended the connection without a byte of an answer."""


class OriginUnreachable(OriginError):
    """The name does not resolve, nobody listens, or TLS cannot be agreed on."""


class OriginUntrusted(OriginError):
    """The original cannot prove who it is: its certificate has expired, is another's, or nobody vouches for it."""


class OriginTimeout(OriginError):
    """The deadline passed before the answer was complete."""

    status = 504


class TooManyRedirects(OriginError):
    """The original sends us on and on."""


class TooLarge(OriginError):
    """The answer has more bytes than the limit for its kind."""


class Unreadable(ReaderError):
    """The answer came, but there is nothing in it that we can show."""

    status = 502


class NoText(Unreadable):
    """A page that holds no text, for instance because its scripts would write it."""


class BadMarkup(Unreadable):
    """Markup of a shape that only an attack has (attributes by the hundreds, no end of nesting)."""


class BadImage(Unreadable):
    """Bytes that are no picture we know, or one too large to decode."""


class TooComplicated(Unreadable):
    """What came takes more time or memory than one reader may cost; so it will for the next one."""

    remembered = 600


class NotUnderstood(Unreadable):
    """An exception that nobody foresaw was raised on these bytes; the log has it with the address."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure as a value, so that it can be cached: what `ReaderError` was raised, its sentence and versions."""

    kind: str
    sentence: str
    versions: tuple[str, ...] = ()

    @classmethod
    def of(cls, error: ReaderError) -> "Failure":
        """Return `error` as a value."""
        return cls(type(error).__name__, error.sentence, error.versions)

    def error(self) -> ReaderError:
        """Return the error again, of the class it had."""
        error = CLASSES.get(self.kind, OriginError)(self.sentence)
        error.versions = self.versions
        return error


def _tree(root: type[ReaderError]) -> dict[str, type[ReaderError]]:
    """Return `root` and everything below it, by name."""
    found = {root.__name__: root}
    for child in root.__subclasses__():
        found.update(_tree(child))
    return found


CLASSES = _tree(ReaderError)
