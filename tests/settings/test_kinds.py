"""Whether a value holds, by the kind of its rule."""

from typing import Any

import pytest

from app.settings import kinds


@pytest.mark.parametrize(
    ("value", "holds"), [(1, True), (3, True), (0, False), (4, False), (2.0, False), (True, False), ("2", False)]
)
def test_a_whole_number_lies_in_its_range_and_is_no_truth_value(value: Any, holds: bool) -> None:
    assert kinds.whole(1, 3)[0](value) is holds


@pytest.mark.parametrize(
    ("value", "holds"), [(0.5, True), (1, True), (1.5, False), (float("nan"), False), (None, False)]
)
def test_a_number_lies_in_its_range(value: Any, holds: bool) -> None:
    assert kinds.number(0.5, 1)[0](value) is holds


@pytest.mark.parametrize(
    ("value", "holds"),
    [("", True), ("http://a.example", True), ("http://", False), ("http://:80", False), ("x", False), (7, False)],
)
def test_an_address_has_a_host_or_is_nothing(value: Any, holds: bool) -> None:
    assert kinds.address(r"(http://.*)?", "an address")[0](value) is holds


@pytest.mark.parametrize(
    ("value", "holds"), [((), True), ((80, 443), True), ((80, 0), False), ([80], False), (80, False)]
)
def test_of_a_list_each_value_holds(value: Any, holds: bool) -> None:
    assert kinds.each(kinds.is_port, "ports")[0](value) is holds


@pytest.mark.parametrize(
    ("value", "holds"), [("", True), ("en", True), ("de", True), ("xx", False), ("../locale", False), (None, False)]
)
def test_a_language_is_one_that_the_interface_speaks(value: Any, holds: bool) -> None:
    assert kinds.is_language(value) is holds


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("reddit", True),
        ("reddit=http://127.0.0.1:8080", True),
        ("reddit=", True),
        ("reddit=ftp://x", False),
        ("reddit=http://", False),
        ("readit", False),
        (None, False),
    ],
)
def test_an_adapter_is_named_alone_or_with_where_it_asks(value: Any, holds: bool) -> None:
    assert kinds.is_adapter(value) is holds


@pytest.mark.parametrize(
    ("value", "holds"), [("wiby", True), ("searxng", False), ("searxng=http://127.0.0.1:8888", True), ("wiby=x", False)]
)
def test_an_engine_is_named_alone_but_for_the_one_that_is_the_hosts_own(value: Any, holds: bool) -> None:
    assert kinds.is_engine(value) is holds
