"""A song whose chords stand before their syllables can be told from its words."""

import pytest

from app.extract.meaning.chords import set_off_chords
from tests.extract.meaning.spelled import spelled, with_words

STEP = with_words(set_off_chords)


@pytest.mark.parametrize("chord", ["A", "Am", "F#m7", "Bb", "Cmaj7", "Dsus4", "G/B", "E7(b9)", "Hm"])
def test_a_chord_is_in_brackets(chord: str) -> None:
    line = f'<p>The fer<span class="chord">{chord}</span>ry leaves</p>'
    assert spelled(line, STEP) == f"The fer[{chord}]ry leaves"


def test_names_of_elements_within_a_chord_are_gone() -> None:
    assert spelled('<p><sup class="c-chord"><b>A</b><i>m</i></sup>The ferry</p>', STEP) == "[Am]The ferry"


@pytest.mark.parametrize(
    "markup",
    [
        '<p>A <span class="chord">minor thing</span> of songs</p>',
        '<p>A <span class="accord">Am</span> of songs</p>',
        '<pre><span class="chord">Am</span>      <span class="chord">G</span>\nThe ferry leaves</pre>',
        "<p>A <b>C</b> of songs</p>",
    ],
)
def test_other_words_and_lines_of_chords_stay(markup: str) -> None:
    assert spelled(markup, STEP) == spelled(markup, lambda _: None)
