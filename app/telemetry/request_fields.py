"""What a request gathers for its line in the log, from whatever part of the program answers it.

A context variable, so that a service need not know who asks: where there is no request, as in the threads that fetch
feeds, nothing is gathered.
"""

from contextvars import ContextVar, Token

_FIELDS: ContextVar[dict[str, object] | None] = ContextVar("request_fields", default=None)


def begin(number: str) -> Token[dict[str, object] | None]:
    """Let the request of this thread gather fields from now on, `id` as the first: its number."""
    return _FIELDS.set({"id": number})


def gathered() -> dict[str, object]:
    """Return what was noted since `begin`."""
    return dict(_FIELDS.get() or {})


def end(token: Token[dict[str, object] | None]) -> None:
    """Let the request gather nothing more."""
    _FIELDS.reset(token)


def note(**values: object) -> None:
    """Note fields of the request that this thread answers, if it answers one; the last word counts."""
    noted = _FIELDS.get()
    if noted is not None:
        noted.update(values)
