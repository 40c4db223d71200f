from app.extract.parse import parse
from app.extract.scoring.choice import choose
from app.extract.scoring.hints import Hints
from app.extract.scoring.walk import page_text

LINE = "A line that is long enough to be taken for a sentence of a text, with a comma."


def chosen(body: str, *scores: float) -> list[str]:
    page = page_text(parse(f"<html><body><div>{body}</div></body></html>"))
    assert len(page.blocks) == len(scores)
    kept = choose(page, scores, 0.5, {"related": -2.0}, Hints())
    return [block.text for block, is_kept in zip(page.blocks, kept, strict=True) if is_kept]


def test_what_scores_enough_is_kept() -> None:
    assert chosen(f"<p>one</p><p>two</p><p>{LINE}</p>", 0.9, 0.05, 0.5) == ["one", LINE]


def test_a_list_stays_whole_or_goes() -> None:
    body = "<ul><li>one</li><li>two</li><li>three</li></ul>"
    assert chosen(body, 0.9, 0.2, 0.8) == ["one", "two", "three"]
    assert chosen(body, 0.6, 0.1, 0.1) == []


def test_a_doubtful_list_in_the_box_of_the_text_stays_unless_its_own_box_has_a_strange_name() -> None:
    items, text = "<ul><li>one</li><li>two</li></ul>", f"<p>{LINE}</p>"
    assert chosen(f"{text}{items}{text}", 0.9, 0.3, 0.3, 0.9) == [LINE, "one", "two", LINE]
    assert chosen(f"{text}<div class=related>{items}</div>{text}", 0.9, 0.3, 0.3, 0.9) == [LINE, LINE]
    assert chosen(f"<section>{text}{text}</section>{items}", 0.9, 0.9, 0.3, 0.3) == [LINE, LINE]


def test_a_small_box_that_is_strange_within_the_text_needs_more_than_the_rest() -> None:
    page = f"<p>{LINE * 6}</p><div class=related><p>{LINE}</p></div><p>{LINE * 6}</p>"
    assert len(chosen(page, 0.9, 0.6, 0.9)) == 2
    assert len(chosen(page, 0.9, 0.9, 0.9)) == 3


def test_a_table_stays_whole() -> None:
    body = "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>"
    assert chosen(body, 0.9, 0.3, 0.8, 0.2) == ["a", "1", "b", "2"]


def test_a_table_that_is_the_layout_of_a_page_is_judged_in_parts() -> None:
    long = LINE * 10
    assert chosen(f"<table><tr><td>menu</td><td>{long}</td></tr></table>", 0.1, 0.9) == [long]


def test_a_heading_goes_without_its_text() -> None:
    assert chosen("<p>one</p><h2>Related</h2><p>two</p>", 0.9, 0.7, 0.1) == ["one"]


def test_a_heading_comes_with_its_text() -> None:
    assert chosen("<h2>History</h2><p>one</p><p>two</p>", 0.3, 0.9, 0.9) == ["History", "one", "two"]


def test_a_heading_over_a_kept_subhead_stays() -> None:
    assert chosen("<h2>History</h2><h3>Early</h3><p>one</p>", 0.8, 0.8, 0.9) == ["History", "Early", "one"]


def test_a_hole_of_one_block_is_filled_unless_it_is_surely_something_else() -> None:
    body = "<p>one</p><p>two</p><p>three</p>"
    assert chosen(body, 0.9, 0.3, 0.9) == ["one", "two", "three"]
    assert chosen(body, 0.9, 0.01, 0.9) == ["one", "three"]


def test_a_list_that_a_line_with_a_colon_announces_comes_with_it() -> None:
    links = "<ul><li><a href=/1>one</a></li><li><a href=/2>two</a></li></ul>"
    scores = (0.9, 0.9, 0.1, 0.1, 0.9)
    assert "one" in chosen(f"<p>{LINE}</p><p>There are two:</p>{links}<p>{LINE}</p>", *scores)
    assert "one" not in chosen(f"<p>{LINE}</p><p>There are two.</p>{links}<p>{LINE}</p>", *scores)


def test_a_table_without_links_between_paragraphs_stays_whatever_it_is_called() -> None:
    table = "<table class=related><tr><td>a</td><td>{}</td></tr></table>"
    body = f"<p>{LINE}</p>{table}<p>{LINE}</p>"
    assert chosen(body.format("1"), 0.9, 0.3, 0.3, 0.9) == [LINE, "a", "1", LINE]
    assert chosen(body.format("<a href=/1>1</a>"), 0.9, 0.3, 0.3, 0.9) == [LINE, LINE]


def test_a_heading_in_the_midst_stays_over_its_text_though_a_link_to_edit_it_stands_between() -> None:
    boxed = f"<p>{LINE}</p><div><h2>History</h2><span>[edit]</span></div><p>{LINE}</p>"
    assert chosen(boxed, 0.9, 0.1, 0.1, 0.9) == [LINE, "History", LINE]
    assert chosen(f"<p>{LINE}</p><ul><li><h3>Another</h3></li></ul><p>{LINE}</p>", 0.9, 0.1, 0.9) == [LINE, LINE]


def test_a_page_of_a_line_or_two_is_not_left_without_any() -> None:
    cells = "".join(f"<tr><td>link {number}</td></tr>" for number in range(6))
    body = f"<table><tr><td>{LINE}</td></tr>{cells}</table>"
    assert chosen(body, 0.4, *[0.02] * 6) == [LINE]
