import pytest

from app.almanac.answers import number_in, object_in
from app.errors import OriginFailed


@pytest.mark.parametrize("text", ["", "null", "[]", "7", "<h1>Busy</h1>", "[" * 100_000, "{"])
def test_what_is_no_object_makes_no_sense(text: str) -> None:
    with pytest.raises(OriginFailed, match="Open-Meteo sent an answer that makes no sense"):
        object_in(text, "Open-Meteo")


@pytest.mark.parametrize("value", [None, "7", True, [], 11, -1, 10**400, float("nan"), float("inf")])
def test_what_is_no_number_or_out_of_reach_is_none(value: object) -> None:
    assert number_in(value, 0, 10) is None


@pytest.mark.parametrize("value", [0, 10, 2.5])
def test_a_number_in_reach_is_itself(value: float) -> None:
    assert number_in(value, 0, 10) == value
