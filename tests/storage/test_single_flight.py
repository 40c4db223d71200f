"""One call for all who want the same thing at the same time."""

import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pytest

from app.errors import LimitReached, OriginTimeout, Overloaded, ReaderError
from app.storage.single_flight import Flight, InThread, Parked, SingleFlight
from tests.storage.test_cache import run_together


class Gathering:
    """Some callers of one key: the call goes on when all of them have come."""

    def __init__(self, flight: SingleFlight, count: int) -> None:
        self.flight = flight
        self.count = count
        self.calls = 0
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.begun = threading.Event()
        self.coming = threading.Semaphore(0)

    def run(self, outcome: Callable[[], object]) -> None:
        def call() -> object:
            self.calls += 1
            self.begun.set()
            for _ in range(self.count - 1):
                assert self.coming.acquire(timeout=20)
            return outcome()

        def follow() -> None:
            assert self.begun.wait(20)
            self.ask(call, self.coming.release)

        run_together([lambda: self.ask(call), *[follow] * (self.count - 1)])

    def ask(self, call: Callable[[], object], joined: Callable[[], None] = lambda: None) -> None:
        # Keys are compared under the lock of the flights, so the call cannot end before this caller has joined it.
        try:
            self.results.append(self.flight.do(Key(joined), call))
        except BaseException as error:
            self.errors.append(error)


class Key:
    """One key whose users are noticed as they compare it with that of the flight under way."""

    def __init__(self, compared: Callable[[], None]) -> None:
        self.compared = compared

    def __hash__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        self.compared()
        if isinstance(other, Key):
            other.compared()
        return isinstance(other, Key)


def test_concurrent_callers_share_one_call() -> None:
    gathering = Gathering(SingleFlight(), 8)
    result = object()
    gathering.run(lambda: result)
    assert gathering.calls == 1
    assert gathering.results == [result] * 8
    assert gathering.errors == []


class Awkward(Exception):
    """Takes other arguments than it keeps, so that it cannot be copied."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OriginTimeout("It did not answer."), OriginTimeout),
        (KeyError("a bug"), KeyError),
        (Awkward("a", "b"), Awkward),
        (SystemExit(3), SystemExit),
    ],
)
def test_all_callers_get_the_same_exception_and_the_call_runs_once(
    error: BaseException, kind: type[BaseException]
) -> None:
    def fail() -> object:
        raise error

    gathering = Gathering(SingleFlight(), 8)
    gathering.run(fail)
    assert gathering.calls == 1
    assert [type(each) for each in gathering.errors] == [kind] * 8
    assert {str(each) for each in gathering.errors} == {str(error)}


def test_each_caller_raises_an_exception_of_its_own_with_all_that_it_carries() -> None:
    error = ReaderError("It did not work.")
    error.__dict__["retry_after"] = 7

    def fail() -> object:
        raise error

    gathering = Gathering(SingleFlight(), 4)
    gathering.run(fail)
    assert len({id(each) for each in gathering.errors}) == 4
    assert [vars(each) for each in gathering.errors] == [{"retry_after": 7}] * 4


def test_a_limit_that_one_caller_reached_is_his_alone_and_another_makes_the_call() -> None:
    flight = SingleFlight()
    leading, refused = threading.Event(), threading.Event()
    results: list[str] = []

    def at_the_limit() -> str:
        leading.set()
        assert refused.wait(5)
        raise LimitReached("Please wait.")

    def lead() -> None:
        with pytest.raises(LimitReached):
            flight.do("key", at_the_limit)

    def join() -> None:
        results.append(flight.do("key", lambda: "made"))

    leader = threading.Thread(target=lead)
    leader.start()
    assert leading.wait(5)
    others = [threading.Thread(target=join) for _ in range(3)]
    for thread in others:
        thread.start()
    refused.set()
    for thread in (leader, *others):
        thread.join(5)
    assert results == ["made"] * 3


class Request:
    """A caller whose request can be parked `most` times; it counts the slots that it held."""

    def __init__(self, most: int = 9, is_admitted: bool = True) -> None:
        self.parking = self
        self.landed: Flight | None = None
        self.most = most
        self.is_admitted = is_admitted
        self.slots = 0

    def park(self, flight: Flight) -> bool:
        self.most -= 1
        self.landed = flight if self.most >= 0 else None
        return self.most >= 0

    @contextmanager
    def slot(self) -> Iterator[None]:
        if not self.is_admitted:
            raise Overloaded("Please try again.")
        self.slots += 1
        yield


def joined(outcome: Callable[[], str], request: Request) -> SingleFlight:
    """Return the flights in which `request` was parked for a call with this outcome, which has landed."""
    flights, begun, may_end = SingleFlight(), threading.Event(), threading.Event()
    leader = Request()

    def call() -> str:
        begun.set()
        assert may_end.wait(20)
        return outcome()

    def lead() -> None:
        with suppress(ValueError, LimitReached, Parked):
            flights.do("key", call, leader)

    def join() -> None:
        assert begun.wait(20)
        with pytest.raises(Parked):
            flights.do("key", lambda: "own call", request)
        assert request.landed is not None
        assert not request.landed.done()
        may_end.set()

    run_together([lead, join])
    assert (leader.slots, leader.landed) == (1, None)
    assert request.slots == 0
    return flights


def raised(error: BaseException) -> str:
    raise error


def test_a_request_that_was_parked_gets_what_came_of_the_call_though_nothing_is_kept() -> None:
    request = Request()
    flights = joined(lambda: "made", request)
    assert flights.do("key", lambda: "own call", request) == "made"
    assert flights.do("other", lambda: "other call", request) == "other call"
    assert SingleFlight().do("key", lambda: "other flights", request) == "other flights"
    assert flights.do("key", lambda: "later call", Request()) == "later call"


def test_a_request_that_was_parked_shares_the_failure() -> None:
    request = Request()
    flights = joined(lambda: raised(ValueError("down")), request)
    with pytest.raises(ValueError, match="down"):
        flights.do("key", lambda: "own call", request)


@pytest.mark.parametrize("error", [LimitReached("Enough."), Parked()])
def test_a_request_that_was_parked_calls_itself_where_the_leader_came_to_an_end_of_his_own(
    error: BaseException,
) -> None:
    request = Request()
    flights = joined(lambda: raised(error), request)
    assert flights.do("key", lambda: "own call", request) == "own call"
    assert request.slots == 1


def test_a_caller_without_a_slot_calls_nothing_and_keeps_nobody_else_from_it() -> None:
    flights = SingleFlight()
    with pytest.raises(Overloaded):
        flights.do("key", lambda: pytest.fail("it was called"), Request(is_admitted=False))
    assert flights.do("key", lambda: "made", Request()) == "made"


def test_a_request_that_cannot_be_parked_waits_with_a_slot() -> None:
    flights, request = SingleFlight(), Request(most=0)
    begun = threading.Event()
    results: list[str] = []

    def call() -> str:
        begun.set()
        while not request.slots:
            time.sleep(0.01)
        return "made"

    def join() -> None:
        assert begun.wait(20)
        results.append(flights.do("key", lambda: "own call", request))

    run_together([lambda: flights.do("key", call, InThread()), join])
    assert results == ["made"]


def test_a_later_caller_runs_again() -> None:
    flight = SingleFlight()
    assert [flight.do("key", iter([number]).__next__) for number in range(3)] == [0, 1, 2]
    with pytest.raises(ZeroDivisionError):
        flight.do("key", lambda: 1 // 0)
    assert flight.do("key", lambda: 4) == 4


def test_callers_of_different_keys_do_not_wait_for_each_other() -> None:
    flight = SingleFlight()
    both = threading.Barrier(2)
    places: list[int] = []

    def meet(key: str) -> None:
        places.append(flight.do(key, lambda: both.wait(20)))

    run_together([partial(meet, "one"), partial(meet, "two")])
    assert sorted(places) == [0, 1]


def test_a_call_may_use_another_key_and_not_its_own() -> None:
    flight = SingleFlight()
    assert flight.do("one", lambda: flight.do("two", lambda: 2)) == 2
    with pytest.raises(RuntimeError, match="waits for itself"):
        flight.do("one", lambda: flight.do("one", lambda: 1))
    assert flight.do("one", lambda: 1) == 1


def test_nothing_is_remembered_after_the_call() -> None:
    class Result:
        pass

    def keep(result: Result) -> Result:
        return result

    def fail(_result: Result) -> None:
        raise OriginTimeout("It did not answer.")

    flight = SingleFlight()
    results = weakref.WeakSet[Result]()
    for number in range(10):
        result = Result()
        results.add(result)
        flight.do(number, partial(keep, result))
        with pytest.raises(OriginTimeout):
            flight.do(number, partial(fail, result))
    del result
    assert len(results) == 0
