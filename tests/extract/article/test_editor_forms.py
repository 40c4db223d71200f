"""What editors keep a text in becomes markup or the value that it is the writing of."""

import pytest

from app.extract.article.editor_forms import delta_markup, value_in


@pytest.mark.parametrize(
    ("text", "value"),
    [('{"a": 1}', {"a": 1}), ('[{"a": []}]', [{"a": []}]), ('{"a": ', None), ("(a)", None), ("{a}", None)],
)
def test_a_text_of_json_is_read(text: str, value: object) -> None:
    assert value_in(text) == value


def test_what_is_inserted_becomes_lines_by_the_look_of_their_ends() -> None:
    operations = [
        {"insert": "The lamp"},
        {"attributes": {"header": 2}, "insert": "\n"},
        {"insert": "It "},
        {"attributes": {"bold": True}, "insert": "burns"},
        {"insert": " & burns.\nAgain.\noil"},
        {"attributes": {"list": "bullet"}, "insert": "\n"},
        {"insert": {"image": "http://x.example/a.png"}},
        {"insert": "So he said"},
        {"attributes": {"blockquote": True}, "insert": "\n"},
        "odd",
    ]
    assert delta_markup(operations) == (
        "<h2>The lamp</h2><p>It burns &amp; burns.</p><p>Again.</p><ul><li>oil</li></ul>"
        "<blockquote><p>So he said</p></blockquote>"
    )
