"""The sign of the site."""

import pytest

from app.images.logo import COLOURS, HEIGHT, ROWS, WIDTH, logo
from tests.images.samples import decoded


@pytest.mark.parametrize("is_mono", [True, False])
def test_the_sign_is_small_and_as_large_as_it_is_drawn(is_mono: bool) -> None:
    made = logo(is_mono)
    assert (made.format, made.width, made.height) == ("GIF", WIDTH, HEIGHT)
    assert decoded(made).size == (WIDTH, HEIGHT)
    assert len(made.body) < 250
    assert {len(row) for row in ROWS} == {WIDTH}


def test_it_has_its_colours_or_black_and_white() -> None:
    colours = {colour for _, colour in decoded(logo(False)).convert("RGB").getcolors(16) or ()}
    assert colours == {*COLOURS.values()}
    assert {level for _, level in decoded(logo(True)).convert("L").getcolors() or ()} == {0, 255}


def test_the_figures_stand_within_the_screen() -> None:
    for row in ROWS:
        if "r" in row:
            assert row.startswith(".obow")
            assert row.endswith("obo.")
