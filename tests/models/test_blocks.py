"""Values as they pass from one process to another."""

import pickle
from dataclasses import fields

import pytest

from app.models import Block, Figure, Heading, ItemList, Paragraph, Quote, Rule, Run, Table

RUNS = (Run("A line", "bi", "http://x.example/", "7"), Run(" of text"))


@pytest.mark.parametrize(
    "value",
    [
        RUNS[0],
        Paragraph(RUNS),
        Heading(3, RUNS),
        ItemList(True, ((Paragraph(RUNS), Figure(2)), ()), (4, 9), "A"),
        Quote((Rule(), Table(((RUNS, ()),), True, RUNS))),
    ],
)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_value_is_the_same_in_another_process(value: Block | Run, protocol: int) -> None:
    # Otherwise a field that is left out would not be missed.
    assert all(getattr(value, field.name) for field in fields(value))
    assert pickle.loads(pickle.dumps(value, protocol)) == value
