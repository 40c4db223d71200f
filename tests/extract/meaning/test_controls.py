import pytest

from app.extract.meaning.controls import spell_controls
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
    ],
)
def test_a_list_of_tasks_says_what_is_done(item: str, said: str) -> None:
    assert spelled(f"<ul>{item}</ul>", spell_controls) == said


def test_boxes_of_a_form_are_left_to_it() -> None:
    assert spelled("<form><ul><li><input type=checkbox disabled> Paint</ul></form>", spell_controls) == "Paint"
