"""A paper begins with its abstract."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen

TEXT = f"<div class=body id=b><section><p>{LINE}</p><p>{LINE}</p><p>{LINE}</p></section></div>"


@pytest.mark.parametrize("word", ["Abstract", "ABSTRACT", "Zusammenfassung", "Résumé:", "摘要", "Аннотация"])
def test_an_abstract_in_a_box_of_its_own_is_read(word: str) -> None:
    box = f'<div class="related-info"><h2>{word}</h2><div><p>Salt wears lenses.</p></div></div>'
    assert chosen(box + TEXT, 0.1, 0.4, 0.9, 0.9, 0.9)[:2] == [word, "Salt wears lenses."]


def test_its_parts_are_read_with_their_headings() -> None:
    parts = "<h4>Methods</h4><p>We looked.</p><h4>Results</h4><p>It wore.</p>"
    box = f'<div class="related"><h2>Abstract</h2>{parts}<h2>Keywords</h2><p>Salt</p></div>'
    kept = chosen(box + TEXT, 0.1, 0.3, 0.3, 0.3, 0.3, 0.1, 0.3, 0.9, 0.9, 0.9)
    assert kept[:5] == ["Abstract", "Methods", "We looked.", "Results", "It wore."]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=related><h2>Contents</h2><p>Salt wears lenses.</p></div>",
        "<div class=related><h2>Abstract</h2><p><a href=/pdf>Salt wears lenses.</a></p></div>",
        "<div class=related><p>Abstract</p><p>Salt wears lenses.</p></div>",
    ],
)
def test_what_is_none_is_left_where_it_is(box: str) -> None:
    assert len(chosen(box + TEXT, 0.1, 0.3, 0.9, 0.9, 0.9)) == 3


def test_one_behind_the_text_is_that_of_another() -> None:
    box = "<div class=related><h2>Abstract</h2><p>Salt wears lenses.</p></div>"
    assert len(chosen(TEXT + box, 0.9, 0.9, 0.9, 0.1, 0.3)) == 3
    assert chosen(box, 0.01, 0.02) == []
