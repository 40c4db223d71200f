import json

import pytest

from app.extract.article.page_state import bodies

LONG = "<p>" + "A keeper writes a line into a book, and then another one. " * 6 + "</p>"


def found(script: str) -> list[tuple[str, bool]]:
    return [(body.markup, body.is_titled) for body in bodies([script], lambda said: said == "thelamp")]


def test_a_headline_belongs_to_what_stands_in_the_same_object_or_below() -> None:
    data = {"title": "The lamp", "content": {"html": LONG}, "next": {"title": "The bell", "body": LONG}}
    assert sorted(titled for _, titled in found(json.dumps(data))) == [False, True]


def test_a_long_text_under_another_name_is_none() -> None:
    assert found(json.dumps({"licence": LONG, "css": LONG})) == []


def test_a_short_text_is_none() -> None:
    assert found(json.dumps({"title": "The lamp", "body": "<p>To be read soon.</p>"})) == []


def test_more_than_one_object_of_a_script_is_read() -> None:
    data = json.dumps({"body": LONG})
    assert found(f"window.a={data};window.b={data};") == [(LONG, False)] * 2


def test_an_object_that_is_no_json_does_not_hide_the_next() -> None:
    assert found(f'var a = {{"b": function() {{}}}}; var c = {json.dumps({"body": LONG})}') == [(LONG, False)]


def test_lists_of_a_text_are_lists() -> None:
    said = "A keeper writes a line into a book, and then another one."
    story = [{"type": "text", "content": said}, {"type": "text", "content": said * 5}]
    items = [{"type": "text", "content": "one < two"}, {"type": "text", "content": "two"}]
    data = {"headlines": {"basic": "The lamp"}, "content_elements": [*story, {"type": "list", "items": items}]}
    markup, is_titled = found(f"Fusion.globalContent={json.dumps(data)};")[0]
    assert is_titled
    assert markup.endswith("<ul><li>one &lt; two</li><li>two</li></ul>")
    blocks = [{"type": "paragraph", "data": {"text": said * 2}}] * 3 + [
        {"type": "list", "data": {"items": ["one", "two"]}}
    ]
    assert found(json.dumps({"title": "The lamp", "blocks": blocks}))[0][0].endswith(
        "<ul><li>one</li><li>two</li></ul>"
    )


def test_items_that_are_stories_are_no_list_of_the_text() -> None:
    said = "A keeper writes a line into a book, and then another one."
    story = [{"text": said * 2}, {"text": said * 3}, {"items": [{"title": "The bell", "text": said}]}]
    assert "bell" not in found(json.dumps({"title": "The lamp", "body": story}))[0][0]


@pytest.mark.parametrize(
    "word",
    [
        "灯塔在两年的修理之后重新亮起，许多人站在码头上看着它。",
        "灯台は二年ぶりに光り、人々は港で見ていた。",
        "ประภาคารกลับมาส่องแสงอีกครั้ง",
    ],
)
def test_a_text_in_a_script_without_spaces_is_one_and_a_code_is_none(word: str) -> None:
    assert found(json.dumps({"title": "The lamp", "content": f"<p>{word * 20}</p>"})) == [(f"<p>{word * 20}</p>", True)]
    assert found(json.dumps({"title": "The lamp", "content": "aGFyYm91cg" * 60})) == []


def test_quotations_are_such_and_other_stories_among_paragraphs_are_none() -> None:
    items = [
        {"type": "text", "content": "The lamp burns again, and the keeper says so to whoever comes by the pier. " * 2},
        {"type": "interstitial_link", "content": "Another story of another pier"},
        {
            "type": "quote",
            "content_elements": [{"type": "text", "content": "It burns"}, {"type": "text", "content": "again"}],
        },
        {
            "type": "text",
            "content": "It had been out for two winters, which nobody had thought to be possible before. " * 2,
        },
    ]
    markup = found(json.dumps({"headline": "The lamp", "content_elements": items}))[0][0]
    assert "<blockquote><p>It burns</p><p>again</p></blockquote>" in markup
    assert "Another story" not in markup


def test_a_sign_for_scripts_is_no_headline_of_a_paragraph() -> None:
    lines = [
        {"name": f"n{n}", "text": "The lamp burns again, and the keeper says so to whoever comes by. "}
        for n in range(4)
    ]
    assert found(json.dumps({"title": "The lamp", "paragraphs": lines}))[0][0].count("<p>") == 4


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_text_of_lexical_is_found_under_whatever_name_its_root_has(wrapped: bool) -> None:
    words = "The lamp burns again, and the keeper says so to whoever comes by the pier. "
    lines = [{"type": "paragraph", "children": [{"type": "text", "text": words * 2}]} for _ in range(3)]
    text: object = {"root": {"type": "root", "children": lines}}
    markup = found(json.dumps({"post": {"lexical": json.dumps(text) if wrapped else text}}))[0][0]
    assert markup.count("<p>") == 3


def test_operations_of_an_editor_and_markdown_become_markup() -> None:
    words = "The lamp burns again, and the keeper says so to whoever comes by the pier. " * 4
    assert found(json.dumps({"title": "The lamp", "body": {"ops": [{"insert": f"{words}\n"}]}}))[0] == (
        f"<p>{words.strip()}</p>",
        True,
    )
    assert "<h2>Oil</h2>" in found(json.dumps({"title": "The lamp", "body": f"## Oil\n\n{words} **So** be it."}))[0][0]
