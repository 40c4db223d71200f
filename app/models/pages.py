"""What a browser is sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes ready for the wire, with the exact `Content-Type` they go under."""

    body: bytes
    content_type: str
