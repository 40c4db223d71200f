"""What names mean in reStructuredText."""

from app.adapters.restructured_names import Document, behind_options, dedented, find_names, indented, options_of


def names(text: str) -> Document:
    document = Document()
    find_names(text.split("\n"), document)
    return document


def test_names_lead_to_addresses_places_and_titles() -> None:
    found = names(".. _Docs: https://x.example/d\n.. _`Two words`:\n   far.rst\n.. _here:\n\nInstall it\n==========\n")
    assert found.links == {
        "docs": "https://x.example/d",
        "two words": "far.rst",
        "here": "#here",
        "install it": "#install-it",
    }


def test_pictures_and_words_have_names() -> None:
    found = names(".. |logo| image:: a.png\n   :alt: The <logo>\n   :target: b.html\n.. |v| replace:: 2 & 3\n")
    assert found.drawn == {
        "logo": '<a href="b.html"><img src="a.png" alt="The &lt;logo&gt;"></a>',
        "v": "2 &amp; 3",
    }


def test_what_is_indented_is_taken_and_told_from_options() -> None:
    lines = ["first", "   :width: 40", "", "     far", "   near", "behind"]
    body = indented(lines, 1)
    assert options_of(body) == {"width": "40"}
    assert dedented(behind_options(body)) == ["", "  far", "near"]


def test_kinds_of_titles_are_as_deep_as_others_came_before() -> None:
    document = Document()
    assert [document.level(kind) for kind in ("=", "-", "=", "~")] == [1, 2, 1, 3]
