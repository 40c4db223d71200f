"""Clients for tests: one who may cause any number of fetches, one who may cause none, and turns for everybody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.errors import LimitReached, Overloaded
from app.services.admission import OWN_WORK, Admission
from app.storage.single_flight import InThread


class _Exhausted(InThread):
    def count(self) -> None:
        raise LimitReached("Please wait.")


class _Hurried(_Exhausted):
    @contextmanager
    def slot(self) -> Iterator[None]:
        raise Overloaded("Please wait.")
        yield


ANYBODY = OWN_WORK
#: One for whom there is no place to wait in either.
HURRIED: Admission = _Hurried()
NOBODY: Admission = _Exhausted()


@contextmanager
def AT_ONCE() -> Iterator[Callable[[], None]]:  # noqa: N802  # stands where the clients stand
    """Give everybody his turn to have a picture converted."""
    yield lambda: None
