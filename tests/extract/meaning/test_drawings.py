"""What a chart says to those who do not see it."""

import pytest

from app.extract.meaning.drawings import tell_drawings
from tests.extract.meaning.spelled import tree, with_words

SAID = "Lines fell from 30 million in 1990 to 2 million in 2020."


@pytest.mark.parametrize(
    "drawing",
    [
        f'<canvas role="img" aria-label="{SAID}" width="600"></canvas>',
        f'<div id="chart" role="img" aria-label=" {SAID} "></div>',
        f'<figure><div role="img" aria-label="{SAID}"><canvas></canvas></div></figure>',
    ],
)
def test_a_chart_is_told(drawing: str) -> None:
    body = tree(f"<p>Before.</p>{drawing}<p>After.</p>", with_words(tell_drawings))
    assert [each.text for each in body.iter("p")] == ["Before.", SAID, "After."]


@pytest.mark.parametrize(
    "drawing",
    [
        '<canvas role="img" aria-label="Chart"></canvas>',
        f'<div aria-label="{SAID}"></div>',
        f'<div role="img" aria-label="{SAID}" style="background: url(/quay.jpg)"></div>',
        f'<div role="img" aria-label="{SAID}"><img src="/chart.png"></div>',
        f'<div role="img" aria-label="{SAID}"><svg><path d="M0 0"/></svg></div>',
        f'<div role="img" aria-label="{SAID}"><b>30 million</b></div>',
        f'<div role="img" aria-label="{SAID * 20}"></div>',
    ],
)
def test_pictures_names_and_what_says_something_itself_stay_as_they_are(drawing: str) -> None:
    body = tree(f"<p>Before.</p>{drawing}", with_words(tell_drawings))
    assert [each.text for each in body.iter("p")] == ["Before."]
    assert len(body) == 2
    assert body[1].get("aria-label")


def test_a_table_within_a_canvas_is_what_it_draws() -> None:
    table = "<table><tr><td>2025</td><td>12.4</td></tr></table>"
    body = tree(
        f'<div><canvas role="img" aria-label="Catches">{table}</canvas><canvas>No.</canvas></div>',
        with_words(tell_drawings),
    )
    assert [each.tag for each in body.find("div")] == ["div", "canvas"]
