import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.render.charsets.charsets import columns
from app.render.text.wrap import wrapped

JAPANESE = "灯台が動いた。「寒い。」と町の人は言った、そして待った。雨が降ったので、みんなは家へ帰った。"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one\n\ntwo three four", ["one", "", "two", "three", "four"]),
        ("http://x.example/long two", ["http://x.example/long", "two"]),
        ("one-two three-four", ["one-two", "three-four"]),
        ("", [""]),
        ("日本語 と", ["日本語", "と"]),
        ("日本a語", ["日本a語"]),
    ],
)
def test_lines_end_between_words_and_wide_characters(text: str, lines: list[str]) -> None:
    assert wrapped(text, 7).split("\n") == lines


def test_accents_take_no_column_of_their_own() -> None:
    assert wrapped("e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301 e\u0301", 7).split("\n") == [
        "e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301",
        "e\u0301",
    ]


@pytest.mark.parametrize("width", range(4, 60))
def test_japanese_fills_its_lines_and_no_line_begins_with_a_full_stop(width: int) -> None:
    lines = wrapped(JAPANESE, width).split("\n")
    assert "".join(lines) == JAPANESE
    assert all(line[0] not in "。、」」" for line in lines)
    # Two signs that may not stand first hang over, at most.
    assert max(map(columns, lines)) <= width + 4
    assert all(columns(line) >= width - 1 for line in lines[:-1])


@given(text=some.text(some.sampled_from("ab 日。、é\u0301\n-"), max_size=80), width=some.integers(4, 30))
@settings(derandomize=True, deadline=None)
def test_nothing_but_space_is_lost(text: str, width: int) -> None:
    assert "".join(wrapped(text, width).split()) == "".join(text.split())
