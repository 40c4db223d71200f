import pytest

from app.extract.meaning.controls import spell_bars, spell_controls, spell_marked_items
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    ("gauge", "said"),
    [
        ("<meter value=0.6>60 percent</meter>", "60 percent"),
        ("<progress value=70 max=100></progress>", "70 of 100"),
        ("<meter value=0.4></meter>", "0.4"),
        ("<progress></progress>", ""),
    ],
)
def test_a_gauge_is_what_it_shows(gauge: str, said: str) -> None:
    assert spelled(f"<p>Load: ({gauge})</p>", spell_controls) == f"Load: ({said})"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("<li><input type=checkbox checked disabled> Paint", "[x] Paint"),
        ("<li><input type=checkbox disabled> Paint", "[ ] Paint"),
        ('<li class="task-list-item"><p><label><input type=checkbox>Paint</label></p>', "[ ] Paint"),
        ("<li><input type=checkbox> Paint", "Paint"),
        ("<li><input type=radio disabled> Paint", "Paint"),
        ("<li><input type=radio checked disabled> Paint", "(x) Paint"),
        ("<li><input type=radio checked> Paint", "Paint"),
    ],
)
def test_a_list_of_tasks_says_what_is_done(item: str, said: str) -> None:
    assert spelled(f"<ul>{item}</ul>", spell_controls) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<input type=checkbox checked disabled>", "[x]"),
        ("<div><input type=checkbox disabled></div>", "[ ]"),
        ("<input type=checkbox checked>", ""),
        ("<input type=checkbox disabled> Rope", "Rope"),
    ],
)
def test_a_cell_that_is_a_box_to_tick_says_whether_it_is_ticked(cell: str, said: str) -> None:
    assert spelled(f"<table><tr><td>{cell}</td></tr></table>", spell_controls) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("<input type=text size=6>", "It leaves at ____ today"),
        ("<input>", "It leaves at ____ today"),
        ("<u>&nbsp;&nbsp;&nbsp;&nbsp;</u>", "It leaves at ____ today"),
        ("<u>&nbsp;</u>", "It leaves at today"),
        ("<u>noon</u>", "It leaves at noon today"),
        ("<input type=hidden>", "It leaves at today"),
    ],
)
def test_a_gap_in_a_sentence_is_a_line_to_write_on(gap: str, said: str) -> None:
    assert spelled(f"<p>It leaves at {gap} today</p>", spell_controls) == said
    assert "____" not in spelled(f"<form><p>Your name: {gap.replace('u>', 'b>')} today</p></form>", spell_controls)


def test_boxes_of_a_form_are_left_to_it() -> None:
    assert spelled("<form><ul><li><input type=checkbox disabled> Paint</ul></form>", spell_controls) == "Paint"


def bar(**attributes: str) -> str:
    return "<div {}></div>".format(
        " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    )


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (bar(role="progressbar", aria_valuenow="75", aria_valuemax="100", style="width: 75%"), "75%"),
        (bar(role="progressbar", aria_valuenow="75"), "75%"),
        (bar(role="meter", aria_valuenow="3", aria_valuemax="8"), "3 of 8"),
        (bar(role="progressbar", aria_valuenow="2", aria_valuetext="half done"), "half done"),
        (bar(role="progressbar", aria_valuenow="0", aria_valuemax="100"), ""),
        (bar(role="progressbar"), ""),
        (bar(role="slider", aria_valuenow="75"), ""),
        ('<div role="progressbar" aria-valuenow="75"><b>75 of them</b></div>', "75 of them"),
    ],
)
def test_a_bar_that_a_style_sheet_draws_is_what_it_shows(drawn: str, said: str) -> None:
    assert spelled(drawn, spell_bars) == said


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ('<li><div class="checkbox checkbox-on"></div> <span>Paint</span>', "[x] Paint"),
        ('<li><div class="checkbox checkbox-off"></div> <span>Paint</span>', "[ ] Paint"),
        ('<li><span role="checkbox" aria-checked="true"></span> Paint', "[x] Paint"),
        ('<li role="checkbox" aria-checked="false">Paint', "[ ] Paint"),
        ('<li data-checked="true"><label><input type=checkbox><span></span></label><div>Paint</div>', "[x] Paint"),
        ('<li data-checked="false">Paint<ul><li data-checked="true">Dry</ul>', "[ ] Paint[x] Dry"),
        ('<li>Paint<ul><li><span role="checkbox" aria-checked="true"></span>Dry</ul>', "Paint[x] Dry"),
        ('<li data-checked="maybe">Paint', "Paint"),
        ('<li role="menuitemradio" aria-checked="true">Paint', "Paint"),
        ('<li class="checkbox">Paint', "Paint"),
    ],
)
def test_items_that_an_editor_of_notes_marks_say_what_is_done(item: str, said: str) -> None:
    assert spelled(f"<ul>{item}</ul>", spell_marked_items) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<span role="checkbox" aria-checked="true"></span>', "[x]"),
        ('<div class="checkbox checkbox-off"></div>', "[ ]"),
        ('<span role="checkbox" aria-checked="true"></span> Rope', "Rope"),
    ],
)
def test_so_does_a_cell_that_holds_nothing_but_the_mark(cell: str, said: str) -> None:
    assert spelled(f"<table><tr><td>{cell}</td></tr></table>", spell_marked_items) == said


def test_marked_items_of_a_form_are_left_to_it() -> None:
    markup = '<form><ul><li><span role="checkbox" aria-checked="true"></span>Paint</ul></form>'
    assert spelled(markup, spell_marked_items) == "Paint"
