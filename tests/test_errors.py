"""The tree of what can go wrong, and failures as values."""

from app import errors
from app.errors import CLASSES, Failure, OriginError, OriginTimeout, ReaderError


def test_a_failure_as_a_value_becomes_the_same_error_again() -> None:
    error = Failure.of(OriginTimeout("It did not answer.")).error()
    assert isinstance(error, OriginTimeout)
    assert (error.status, error.sentence) == (504, "It did not answer.")


def test_every_class_of_the_tree_is_drawn_at_its_top() -> None:
    drawing = errors.__doc__ or ""
    for name, kind in CLASSES.items():
        assert name in drawing
        assert issubclass(kind, ReaderError)
        if name not in ("ReaderError", "Unreadable", "OriginError"):
            assert str(kind.status) in drawing[drawing.index(name) :].split("\n")[0]


def test_a_class_that_is_known_no_longer_becomes_a_failure_of_the_original() -> None:
    error = Failure("OriginAsleep", "It sleeps.").error()
    assert type(error) is OriginError
    assert error.sentence == "It sleeps."


def test_every_failure_has_a_status_of_http_and_survives_as_a_value() -> None:
    for name, kind in CLASSES.items():
        assert 400 <= kind.status <= 599, name
        assert type(Failure.of(kind("A sentence.")).error()) is kind
