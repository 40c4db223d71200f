"""What became of a task, as a value."""

import pickle
from collections.abc import Callable

import pytest

from app.errors import BadImage, Failure, NoText
from app.isolation.outcome import Done, Exceeded, Outcome, Raised, Refused, outcome_of


def fail(error: BaseException) -> None:
    raise error


def damaged_for_want_of_memory() -> None:
    try:
        raise MemoryError
    except MemoryError as error:
        raise BadImage("This picture is damaged.") from error


def deep(times: int) -> int:
    return deep(times - 1) if times else 0


@pytest.mark.parametrize(
    ("function", "arguments", "outcome"),
    [
        (len, ("four",), Done(4)),
        (fail, (NoText("Nothing to read."),), Refused(Failure("NoText", "Nothing to read."))),
        (fail, (MemoryError(),), Exceeded()),
        (deep, (100_000,), Exceeded()),
        (damaged_for_want_of_memory, (), Exceeded()),
    ],
)
def test_whatever_happens_is_a_value_that_can_be_sent(
    function: Callable[..., object], arguments: tuple[object, ...], outcome: Outcome
) -> None:
    assert pickle.loads(pickle.dumps(outcome_of(function, arguments))) == outcome


def test_what_nobody_foresaw_comes_with_its_traceback() -> None:
    outcome = outcome_of(fail, (LookupError("a mistake"),))
    assert isinstance(outcome, Raised)
    assert "LookupError: a mistake" in outcome.report
    assert "in fail" in outcome.report


def test_what_ends_a_process_is_no_outcome() -> None:
    with pytest.raises(KeyboardInterrupt):
        outcome_of(fail, (KeyboardInterrupt(),))
