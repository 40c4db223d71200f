"""Values as they stand in Redis: ours are told from whatever else is there."""

import pytest

from app.storage.redis_values import packed, unpacked


@pytest.mark.parametrize("value", [b"", b"https://example.org/", bytes(range(256)), b"0", b"-7", b"007", b"9" * 40])
def test_a_value_comes_back(value: bytes) -> None:
    assert unpacked(packed(value)) == value


def test_a_number_stands_as_redis_counts_it() -> None:
    assert packed(b"42") == b"42"
    assert packed(b"-1") == b"-1"
    assert packed(b"007") != b"007"


@pytest.mark.parametrize(
    "stored", [None, b"", b"\x01", b"garbage", b"\x02" + packed(b"abc")[1:], packed(b"abc")[:-1], packed(b"abc") + b"d"]
)
def test_what_is_not_ours_is_not_there(stored: bytes | None) -> None:
    assert unpacked(stored) is None
