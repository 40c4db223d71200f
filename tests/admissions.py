"""Two clients for tests: one who may cause any number of fetches, and one who may cause none."""

from contextlib import AbstractContextManager, nullcontext

from app.errors import LimitReached
from app.services.admission import OWN_WORK, Admission


class _Exhausted:
    def count(self) -> None:
        raise LimitReached("Please wait.")

    def slot(self) -> AbstractContextManager[None]:
        return nullcontext()


ANYBODY = OWN_WORK
NOBODY: Admission = _Exhausted()
