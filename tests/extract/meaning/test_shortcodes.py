"""Codes that no plugin has answered are not read."""

import pytest

from app.extract.meaning.shortcodes import drop_shortcodes
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<p>[caption id="a_1" width="300"]<img src="q.jpg"> The quay[/caption]</p>', "The quay"),
        ('<p>Before</p><p>[gallery ids="1,2"]</p>', "Before"),
        ("<p>[embed width='5']http://x.example/[/embed]</p>", "http://x.example/"),
        ("<p>[Video] A goal, [caption needed] and [video]</p>", "[Video] A goal, [caption needed] and [video]"),
        ('<p><code>[caption id="1"]</code></p>', '[caption id="1"]'),
        ("<pre>[/caption]</pre>", "[/caption]"),
    ],
)
def test_codes_around_pictures_and_players_go_but_where_code_is_shown(markup: str, said: str) -> None:
    assert spelled(markup, drop_shortcodes) == said
