"""The name of an icon is no text."""

import pytest

from app.extract.meaning.cell_signs import spell_cell_signs
from app.extract.meaning.icon_fonts import draw_icons
from app.extract.meaning.ratings import spell_ratings
from tests.extract.meaning.spelled import spelled, tree, with_words


@pytest.mark.parametrize(
    "icon",
    [
        '<i class="material-icons">schedule</i>',
        '<span class="material-symbols-outlined"> open_in_new </span>',
        '<i class="material-icons-round md-18" aria-hidden="true">3d_rotation</i>',
        '<mat-icon class="mat-icon notranslate material-icons">arrow_forward</mat-icon>',
        '<span class="google-symbols">tips_and_updates</span>',
    ],
)
def test_an_icon_that_is_written_as_a_word_is_no_word(icon: str) -> None:
    assert spelled(f"<p>Read {icon}in five minutes</p>", draw_icons) == "Read in five minutes"


@pytest.mark.parametrize(
    "words",
    [
        '<span class="material">wool</span>',
        '<div class="materials">linen</div>',
        '<span class="material-icons">Read more</span>',
        '<span class="material-icons">Home</span>',
        '<span class="material-icons"><b>home</b></span>',
        f'<span class="material-icons">{"long" * 11}</span>',
        "<i>schedule</i>",
    ],
)
def test_other_words_stay(words: str) -> None:
    assert spelled(words, draw_icons) == spelled(words, lambda _: None) != ""


def test_what_an_icon_was_called_tells_other_steps_what_it_says() -> None:
    stars = "".join(f'<i class="material-icons">{name}</i>' for name in ("star", "star", "star_half", "star_border"))
    rated = tree(f"<p>Verdict: {stars}</p>", draw_icons)
    with_words(spell_ratings)(rated)
    assert rated.text_content().strip() == "Verdict:  2.5/4"
    cells = "<table><tr><td>Dogs</td><td><i class='material-icons'>check_circle</i></td></tr></table>"
    allowed = tree(cells, draw_icons)
    spell_cell_signs(allowed)
    assert allowed.text_content().strip() == "Dogs✓"
