"""Sources and notes stay with the headings that announce them."""

from tests.extract.scoring.test_choice import LINE, chosen


def test_sources_come_with_their_heading_in_any_language() -> None:
    for heading in ("Sources", "Quellen", "Notes et références", "参考文献"):
        body = f"<p>{LINE}</p><p>{LINE}</p><h2>{heading}</h2><ul><li><a href=/1>one</a></li><li>two</li></ul>"
        assert chosen(body, 0.9, 0.9, 0.3, 0.1, 0.1) == [LINE, LINE, heading, "one", "two"]
        assert chosen(body.replace(heading, "More"), 0.9, 0.9, 0.3, 0.1, 0.1) == [LINE, LINE]


def test_sources_outside_the_box_of_the_text_are_none_of_it() -> None:
    text = f"<div class=related><h2>Sources</h2><p>one</p></div><div><p>{LINE}</p><p>{LINE}</p></div>"
    assert chosen(text, 0.1, 0.1, 0.9, 0.9) == [LINE, LINE]
