"""What became of a task, as a value that can be sent from one process to another."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from app.errors import Failure, ReaderError


@dataclass(frozen=True, slots=True)
class Done:
    """The task returned `value`."""

    value: object


@dataclass(frozen=True, slots=True)
class Refused:
    """The task raised a `ReaderError`: there is a sentence for the reader."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class Raised:
    """The task raised what nobody foresaw; `report` is the traceback, for the log."""

    report: str


@dataclass(frozen=True, slots=True)
class Exceeded:
    """The task asked for more memory than it may have, or nested deeper than Python can follow."""


Outcome = Done | Refused | Raised | Exceeded


def outcome_of(function: Callable[..., object], arguments: tuple[object, ...]) -> Outcome:
    """Return what becomes of `function(*arguments)`, whatever it raises: parsers of hostile bytes raise anything."""
    try:
        return Done(function(*arguments))
    except ReaderError as error:
        # A decoder that found no memory may have been taken for one that found damage.
        return Exceeded() if _ran_out(error) else Refused(Failure.of(error))
    except (MemoryError, RecursionError):
        return Exceeded()
    except Exception:
        return Raised(traceback.format_exc())


def _ran_out(error: BaseException | None) -> bool:
    """Return whether a want of memory is among the causes of `error`."""
    while error is not None and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None
