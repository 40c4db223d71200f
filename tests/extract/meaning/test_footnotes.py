import pytest

from app.extract.meaning.footnotes import set_off_notes
from tests.extract.meaning.spelled import spelled, tree

TEXT = '<p>A word<sup><a href="#n1">1</a></sup> of it.</p>'
NOTE = '<li id="n1">The note.</li>'


@pytest.mark.parametrize(
    "notes",
    [
        f"<ol>{NOTE}</ol>",
        f'<div class="footnotes"><ol>{NOTE}</ol></div>',
        f"<section><div><ol>{NOTE}</ol></div></section>",
        '<p id="n1">1 The note.</p>',
        '<p><a name="n1" href="#r1">[1]</a> The note.</p>',
    ],
)
def test_notes_stand_under_a_rule(notes: str) -> None:
    body = tree(f"<article>{TEXT}{notes}</article>", set_off_notes)
    assert [each.tag for each in body[0]][:2] == ["p", "hr"]


@pytest.mark.parametrize("bound", ["<hr>", "<h2>Notes</h2>"])
def test_what_has_a_bound_gets_none(bound: str) -> None:
    body = tree(f"<article>{TEXT}{bound}<div><ol>{NOTE}</ol></div></article>", set_off_notes)
    assert len(list(body.iter("hr"))) == bound.count("<hr>")


@pytest.mark.parametrize(
    "reference", ['<a role="doc-noteref" href="#n1">1</a>', '<a class="footnote-ref" href="#n1">1</a>']
)
def test_references_are_known_by_role_and_class(reference: str) -> None:
    assert tree(f"<p>A word{reference}.</p><ol>{NOTE}</ol>", set_off_notes).find("hr") is not None


def test_other_links_into_the_page_make_no_notes() -> None:
    assert tree(f'<p>See <a href="#n1">below</a>.</p><ol>{NOTE}</ol>', set_off_notes).find("hr") is None


def test_notes_beside_the_text_stand_in_brackets() -> None:
    markup = '<p>A word<span class="sidenote">The <b>note</b></span> of it.</p>'
    assert spelled(markup, set_off_notes) == "A word [The note] of it."


def test_a_reference_that_only_a_style_sheet_raises_stands_in_brackets() -> None:
    markup = '<p>A word<a class="footnote-anchor" href="#n1">1</a>.</p><p id="n1">The note.</p>'
    assert spelled(markup, set_off_notes).startswith("A word[1].")


@pytest.mark.parametrize("number", ['<a id="n1" href="#r1">1</a>', '<span id="n1">1.</span>'])
def test_a_number_in_an_element_of_its_own_begins_the_note(number: str) -> None:
    body = tree(f"<article>{TEXT}<div>{number}<div><p>The note.</p></div></div></article>", set_off_notes)
    (note,) = body.xpath("//div/p")
    assert note.text_content() == "1. The note."


@pytest.mark.parametrize(
    "names", ["sidenote", "modern-footnotes-footnote__note", "footnote-tooltip", "easy-footnote-text"]
)
def test_a_note_that_stands_in_its_sentence_is_in_brackets(names: str) -> None:
    markup = f'<p>A word<span class="{names}">A note.</span> of it.</p>'
    assert spelled(markup, set_off_notes) == "A word [A note.] of it."


@pytest.mark.parametrize("bubble", ['role="tooltip"', 'class="tooltiptext"', 'class="tooltip-content"'])
def test_a_bubble_that_explains_a_word_stands_behind_it_in_brackets(bubble: str) -> None:
    markup = f"<p>A <span>bowline<span {bubble}>A knot.</span></span> holds it.</p>"
    assert spelled(markup, set_off_notes) == "A bowline [A knot.] holds it."


def test_a_bubble_that_begins_its_line_is_no_note() -> None:
    markup = '<div><span role="tooltip">Now free</span></div>'
    assert spelled(markup, set_off_notes) == "Now free"


def test_a_note_of_the_text_does_not_stand_beside_it() -> None:
    body = tree(f'{TEXT}<p>More.</p><aside id="n1" role="note"><p>The note.</p></aside>', set_off_notes)
    assert body.find("aside") is None


@pytest.mark.parametrize(
    "notes",
    [
        '<p id="n1">1. The note.</p>',
        '<p id="n1"><sup>1</sup> The note.</p>',
        '<div id="n1"><p>[1] The note.</p></div>',
        '<p id="n1">Notes: 1. The note.</p>',
    ],
)
@pytest.mark.parametrize("link", ['<a href="#n1">1</a>', '<span class="x"><a href="#n1">1</a></span>'])
def test_a_number_glued_to_a_word_refers_to_the_note_that_begins_with_it(link: str, notes: str) -> None:
    assert spelled(f"<p>A word{link} of it.</p>{notes}", set_off_notes).startswith("A word[1] of it.")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('Step <a href="#n1">1</a> of it.', '<h2 id="n1">1 Begin</h2>'),
        ('<a href="#n1">1</a> Begin', '<h2 id="n1">1 Begin</h2>'),
        ('A word<a href="#n1">1</a> of it.', '<p id="n1">12 men.</p>'),
        ('A word<a href="#n2">1</a> of it.', '<p id="n1">1. The note.</p>'),
        ('A word<a href="#n1">1</a> of it.', '<p id="n1">Of the sea.</p>'),
    ],
)
def test_other_numbers_that_lead_into_the_page_stay_as_they_are(text: str, target: str) -> None:
    assert "[" not in spelled(f"<p>{text}</p>{target}", set_off_notes)


def test_a_note_that_is_called_so_and_stands_in_its_sentence_stands_in_brackets() -> None:
    markup = '<p>An old ship<span class="footnote">Built in the flood.</span> that sailed.</p>'
    assert spelled(markup, set_off_notes) == "An old ship [Built in the flood.] that sailed."


@pytest.mark.parametrize(
    "markup",
    [
        '<p><span class="footnote">Built in the flood.</span></p>',
        '<p>An old ship<span class="footnote">1</span> that sailed.</p>',
    ],
)
def test_notes_below_and_references_that_are_called_so_do_not(markup: str) -> None:
    assert "[" not in spelled(markup, set_off_notes)


def test_a_letter_that_leads_to_the_note_of_that_letter_stands_in_brackets() -> None:
    notes = '<dl><dt id="na">a</dt><dd>The note.</dd><dt id="nb">b</dt><dd>Another.</dd></dl>'
    text = '<p>A word<a href="#na">a</a> and two<a class="fnlink" href="#nb">b</a>, <a href="#nb">b</a> too.</p>'
    assert spelled(f"{text}{notes}", set_off_notes).startswith("A word[a] and two[b], b too.")
