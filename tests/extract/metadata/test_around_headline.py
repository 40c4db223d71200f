"""The lines around a headline, and what lies beside the article."""

from app.extract.metadata.around_headline import Surroundings, look_around
from app.extract.metadata.evidence import Evidence
from app.extract.parse import parse
from tests.extract.metadata.pages import PROSE


def around(body: str) -> Surroundings:
    evidence = Evidence(parse(f"<html><body>{body}</body></html>"))
    return look_around(evidence, next(evidence.headings("h1"), -1), "en")


def texts(body: str) -> tuple[list[str], list[str]]:
    found = around(body)
    return [each.text for each in found.above], [each.text for each in found.below]


def test_the_nearest_line_of_either_side_is_the_first() -> None:
    assert texts("<p>a</p><p>b</p><h1>Tower</h1><p>c</p><p>d</p>") == (["b", "a"], ["c", "d"])


def test_the_lines_below_go_as_far_as_the_text_over_a_long_deck() -> None:
    deck = "<p>The tower that has stood on the cliff for a hundred years is moved inland, " + "by rail, " * 30 + "</p>"
    _, below = texts(f"<h1>Tower</h1><p>By Ada</p>{deck}<p>27 March 2024</p>{PROSE}<p>behind</p>")
    assert [below[0], below[2], len(below)] == ["By Ada", "27 March 2024", 3]


def test_only_so_many_elements_are_looked_at() -> None:
    above, below = texts(f"{'<p>x</p>' * 300}<h1>Tower</h1>{'<p>y</p>' * 300}")
    assert 0 < len(above) <= 25
    assert 0 < len(below) <= 100


def test_a_page_without_headline_has_no_lines() -> None:
    assert texts("<p>a</p>") == ([], [])


def test_boxes_lie_beside_the_article_unless_the_headline_is_in_them() -> None:
    body = '<div class="sidebar"><h1>Tower</h1><i>x</i></div><div class="related-news"><b>y</b></div>'
    evidence = Evidence(parse(f"<html><body>{body}</body></html>"))
    boxes = look_around(evidence, next(evidence.headings("h1")), "en").boxes
    inside = {element.tag: boxes.hold(element) for element in evidence.elements if element.tag in ("h1", "i", "b")}
    assert inside == {"h1": False, "i": False, "b": True}
