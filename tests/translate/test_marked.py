"""A line as markup, and what comes back: whole, in another order, without its tags, and made to hurt."""

import pytest

from app.models import Run, Runs
from app.translate.marked import Lost, bare, is_plain, is_translated, marked, runs_behind, runs_in

LINK = "https://example.org/?a=1&b=2"
LINE: Runs = (
    Run("Der "),
    Run("alte Turm", "b"),
    Run(" steht & "),
    Run("wartet", "", LINK),
    Run(" <hier>"),
    Run("⁶", "u", "#3", "2"),
    Run("."),
)
MARKED = 'Der <a id="1">alte Turm</a> steht &amp; <a id="3">wartet</a> &lt;hier&gt;<code id="5">⁶</code>.'  # one line


def test_links_and_looks_are_numbered_tags_and_text_is_escaped() -> None:
    assert marked(LINE) == MARKED
    assert bare(LINE) == "Der alte Turm steht &amp; wartet &lt;hier&gt;⁶."


def test_space_stands_outside_of_a_tag() -> None:
    assert marked((Run("a"), Run(" b ", "i"), Run("c"))) == 'a <a id="1">b</a> c'
    assert marked((Run(" ", "i"), Run("c"))) == " c"


def test_what_comes_back_whole_has_its_links_and_looks() -> None:
    answer = 'The <a id="1">old tower</a> stands &amp; <a id="3">waits</a> &lt;here&gt;<code id="5">⁶</code>.'
    assert runs_in(LINE, answer) == (
        Run("The "),
        Run("old tower", "b"),
        Run(" stands & "),
        Run("waits", "", LINK),
        Run(" <here>"),
        Run("⁶", "u", "#3", "2"),
        Run("."),
    )


def test_tags_may_come_back_in_another_order_and_written_otherwise() -> None:
    answer = "Here<CODE id=5>6</CODE> <a id='3'>waits</a> the <a  id=\"1\" >old tower</a >."
    assert runs_in(LINE, answer) == (
        Run("Here"),
        Run("⁶", "u", "#3", "2"),
        Run(" "),
        Run("waits", "", LINK),
        Run(" the "),
        Run("old tower", "b"),
        Run("."),
    )


@pytest.mark.parametrize(
    "answer",
    [
        "The old tower stands and waits here.",
        MARKED.replace("</a>", "", 1),
        MARKED.replace('<a id="3">wartet</a>', ""),
        MARKED.replace('<a id="3">', '<a id="1">'),
        MARKED.replace('<a id="3">', '<a id="7">'),
        MARKED.replace('<a id="3">', '<a href="https://evil.example/">'),
        MARKED.replace('<a id="3">wartet</a>', '<a id="3"> </a>'),
        MARKED.replace('<a id="1">alte', '<a id="1"><a id="3">alte</a>'),
        MARKED.replace('<a id="1">', '<code id="1">'),
        MARKED + "<script>alert(1)</script>",
        MARKED + "<!-- -->",
        MARKED + "</a>",
        '<a id="99999999999999">x</a>',
        "",
        MARKED + "words " * 1000,
    ],
)
def test_tags_that_are_not_whole_are_lost(answer: str) -> None:
    with pytest.raises(Lost):
        runs_in(LINE, answer)


def test_where_they_are_lost_the_links_stand_behind_the_words() -> None:
    found = runs_behind(LINE, "The old tower stands &amp; waits &lt;here&gt;.")
    assert "".join(run.text for run in found) == "The old tower stands & waits <here>. [wartet] [⁶]"
    assert [run for run in found if run.href] == [Run("wartet", "", LINK), Run("⁶", "u", "#3", "2")]


def test_foreign_tags_are_no_text() -> None:
    assert runs_behind((Run("a"),), "<b onclick='x'>The</b> tower <script>") == (Run("The tower"),)
    with pytest.raises(Lost):
        runs_behind((Run("a"),), "<script></script>")
    with pytest.raises(Lost):
        runs_behind((Run("a"),), "a" * 1000)


def test_invisible_and_broken_characters_are_left_out() -> None:
    assert runs_in((Run("a"),), "The\u202e to\ud800wer\x00 &#x202e; &#1;stands") == (Run("The tower stands"),)


def test_a_line_of_verse_keeps_its_indent() -> None:
    line = (Run("\u00a0\u00a0\u00a0der Turm"),)
    assert marked(line) == "   der Turm"
    assert runs_in(line, "the tower") == (Run("\u00a0\u00a0\u00a0"), Run("the tower"))


def test_figures_and_code_are_not_for_an_engine() -> None:
    assert not is_translated((Run("12.30"), Run("print(x)", "c")))
    assert is_translated((Run("12 Uhr"),))
    assert is_plain((Run("a"), Run("b")))
    assert not is_plain((Run("a", name="3"),))
