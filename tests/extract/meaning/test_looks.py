"""What elements are called and look like, found at once."""

from lxml.html import HtmlElement, document_fromstring

from app.extract.meaning.looks import has_properties, looks_of, styles_of, words_of


def page() -> HtmlElement:
    return document_fromstring(
        """<html class="No-JS"><body><p class="lead  intro" style="Color: red">A <b style="">b</b> <i class="lead">c</i>
        <a role="Doc-NoteRef" title="x">d</a></p></body></html>"""
    )


def test_words_are_those_of_classes_and_roles_in_small_letters_each_once() -> None:
    assert words_of(page()) == {"no-js", "lead", "intro", "doc-noteref"}


def test_looks_are_classes_and_styles_as_they_are_written() -> None:
    assert set(looks_of(page()).split("\n")) == {"No-JS", "lead  intro", "lead", "Color: red", ""}


def test_styles_are_those_of_elements() -> None:
    assert styles_of(page()) == {"Color: red", ""}


def test_a_property_is_found_where_there_is_one() -> None:
    root = page()
    assert not has_properties(root)
    root.find(".//i").set("itemprop", "name")
    assert has_properties(root)


def test_a_part_of_a_tree_has_its_own_words_and_styles_alone() -> None:
    part = page().find(".//b")
    assert (words_of(part), looks_of(part), styles_of(part)) == (frozenset(), "", {""})
