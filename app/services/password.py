"""The password of a private site: who has it, and how often somebody may guess.

Basic authentication (RFC 7617), for Netscape 1 knows no other. What is sent so can be read on its way: it keeps
strangers out, and is no secret from whoever sees the network.
"""

import base64
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

from app.errors import PasswordRequired
from app.sentences import Sentence

# RFC 7617 leaves the encoding to whoever sends: today's browsers take UTF-8, those of before what their system has.
ENCODINGS = ("utf-8", "latin-1", "cp1252", "mac-roman", "cp437")

PRIVATE = Sentence("This site is private; it asks for a password.")
WRONG = Sentence("That is not the password of this site.")


class Password:
    """What the setting says: a password for any user name, or `user:password`; `:password` is one with colons in it."""

    def __init__(self, setting: str) -> None:
        """Take the setting, which is not kept."""
        user, colon, password = setting.partition(":")
        self._with_user = bool(user and colon)
        self._key = os.urandom(32)
        expected = setting if self._with_user else password if colon else setting
        self._digests = tuple(map(self._digest, dict.fromkeys(_encoded(expected))))

    def is_in(self, credentials: str) -> bool:
        """Return whether the value of an Authorization header has it, after a time that does not depend on its bytes.

        Digests are compared, so that not even the length of what was sent makes a difference.
        """
        scheme, _, token = credentials.strip().partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            sent = base64.b64decode(token.strip(), validate=True)
        except ValueError:
            return False
        digest = self._digest(sent if self._with_user else sent.partition(b":")[2])
        found = [hmac.compare_digest(digest, each) for each in self._digests]  # all of them, also behind a match
        return any(found)

    def _digest(self, text: bytes) -> bytes:
        return hashlib.blake2b(text, key=self._key).digest()


class Guesses(Protocol):
    """Counts the wrong passwords of each client (`services.rate_limit`)."""

    def check(self, client: str) -> None:
        """Count one. Raises `LimitReached` where none is left."""

    def peek(self, client: str) -> None:
        """Raise `LimitReached` where none is left, and count nothing."""


class PasswordCheck:
    """Lets in who has the password, for any number of threads."""

    def __init__(self, setting: str, guesses: Guesses) -> None:
        """Take the setting, and who counts what is wrong."""
        self._password = Password(setting)
        self._guesses = guesses

    def check(self, credentials: str, client: str) -> None:
        """Return if the value of an Authorization header, empty where there is none, has the password.

        Raises `PasswordRequired`, and `LimitReached` for a client who has guessed too often, right or wrong: else the
        answer would tell. A request without any is no guess, for every browser begins with one.
        """
        if not credentials:
            raise PasswordRequired(PRIVATE)
        self._guesses.peek(client)
        if not self._password.is_in(credentials):
            self._guesses.check(client)
            raise PasswordRequired(WRONG)


def _encoded(text: str) -> Iterator[bytes]:
    """Yield `text` in each of the encodings that can say it, accents as characters of their own and apart."""
    for form in ("NFC", "NFD"):
        for encoding in ENCODINGS:
            with suppress(UnicodeEncodeError):
                yield unicodedata.normalize(form, text).encode(encoding)
