"""Names of SVG as HTML's parser has to mend them."""

from app.extract.media.drawing_names import ATTRIBUTES, TAGS


def test_each_name_is_found_by_what_the_parser_makes_of_it() -> None:
    assert TAGS["lineargradient"] == "linearGradient"
    assert ATTRIBUTES["viewbox"] == "viewBox"
    for names in (TAGS, ATTRIBUTES):
        assert all(name == right.lower() != right for name, right in names.items())
