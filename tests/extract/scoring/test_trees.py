import pytest

from app.extract.scoring.trees import forest

STUMP = [0, 0.5, -1.0, [1, 2.0, 0.0, 3.0]]


@pytest.mark.parametrize(
    ("row", "odds"),
    [([0.5, 9.0], -1.0), ([0.6, 2.0], 0.0), ([0.6, 2.1], 3.0)],
    ids=["left", "right left", "right right"],
)
def test_a_row_falls_to_its_leaf(row: list[float], odds: float) -> None:
    found = forest([STUMP], 0.25, 2)([row])
    assert found == [pytest.approx(1 / (1 + 2.718281828459045 ** -(odds + 0.25)))]


def test_many_trees_are_summed() -> None:
    assert forest([[0, 0.0, 0.1, -0.1]] * 500, 0.0, 1)([[-1.0]]) == [pytest.approx(1.0, abs=1e-9)]


def test_each_row_has_its_probability_in_their_order() -> None:
    probabilities = forest([STUMP], 0.0, 2)
    rows = [[0.5, 9.0], [0.6, 2.0], [0.6, 2.1]]
    assert probabilities(rows) == [probabilities([row])[0] for row in rows]
    assert probabilities(rows) == sorted(probabilities(rows))
    assert probabilities([]) == []


@pytest.mark.parametrize("tree", [[0, 0.5, "__import__('os')", 1.0], ["x", 0.5, 0.0, 1.0], [0, [], 0.0, 1.0]])
def test_what_is_no_number_is_refused(tree: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        forest([tree], 0.0, 2)
