"""What stands one over the other is read on one line."""

import pytest

from app.extract.meaning.stacked_scripts import unstack_scripts
from tests.extract.meaning.spelled import spelled, tree

BOX = '<span style="display:inline-block;vertical-align:-0.4em">{}</span>'


def test_a_count_goes_before_the_charge_over_it() -> None:
    markup = f"<p>SO{BOX.format('<sup>2−</sup><br><sub>4</sub>')} in water</p>"
    body = tree(markup, unstack_scripts)
    assert [each.tag for each in body.find(".//span")] == ["sub", "sup"]
    assert spelled(markup, unstack_scripts) == "SO42− in water"


def test_bounds_of_a_value_have_a_stroke_between() -> None:
    assert spelled(f"<p>5.2{BOX.format('+0.3<br>−0.2')} km</p>", unstack_scripts) == "5.2 +0.3/−0.2 km"


@pytest.mark.parametrize(
    "markup",
    [
        "<p><span>+0.3<br>−0.2</span></p>",
        f"<p>{BOX.format('one line<br>and another')}</p>",
        "<p>x<sup>2</sup><br><sub>i</sub></p>",
        "<p><span><sup>2</sup> and<br><sub>4</sub></span></p>",
    ],
)
def test_other_line_breaks_stay(markup: str) -> None:
    assert tree(markup, unstack_scripts).find(".//br") is not None
