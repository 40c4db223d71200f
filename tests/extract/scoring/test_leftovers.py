"""What only programs were to read is told from text by its form."""

import pytest

from app.extract.scoring.leftovers import is_leftover
from tests.extract.scoring.pages import inside
from tests.extract.scoring.pages import text as text_of_page


@pytest.mark.parametrize(
    "text",
    [
        '[button link="/kit" type="big"] Send us your kit[/button]',
        "[shareaholic app=”share_buttons” id=”20872686″]",
        "[contact-form-7 id=12]",
        "[/vc_column_text][/vc_column][/vc_row]",
        '{{banner="/case-banners/mill"}}',
        "{% include sidebar %}",
        "[object Object]",
        "undefined",
        "Warning: Use of undefined constant MILL - assumed 'MILL' in /srv/www/themes/mill/functions.php on line 45",
        "Strict Standards: Declaration of Wheel::turn() should be compatible in /www/wheel.inc.php on line 541",
        "Like Loading...",
        "Loading prices for your region…",
        "Wird geladen …",
        "Placeholder image-1",
        "加载中...",
    ],
)
def test_codes_warnings_and_places_to_be_filled_are_left_over(text: str) -> None:
    assert is_leftover(text, text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "[sic] he wrote [sic]",
        "[1]",
        "[laughs]",
        "[see page 3]",
        "Undefined behaviour is what the standard leaves open.",
        "Loading the cart took a morning.",
        "Warning: do not lean over the wheel.",
        "Notice: the mill is closed in March, as index.php says.",
        "Null",
    ],
)
def test_text_of_like_form_is_text(text: str) -> None:
    assert not is_leftover(text, text.lower())


def test_a_warning_of_a_program_is_no_text_of_the_page() -> None:
    warning = "<b>Deprecated</b>: Function each() is deprecated in <b>/www/mill/loop.php</b> on line <b>7</b><br>"
    assert "Deprecated" not in text_of_page(inside(warning))
