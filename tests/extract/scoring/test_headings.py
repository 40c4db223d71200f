"""Headings in boxes of their own; `test_choice.py` has what is general about them."""

from tests.extract.scoring.test_choice import LINE, chosen

POST = "<article class=live-post><header><time>15.00</time><h2 class=related>{}</h2></header><div><p>{}</p></div></article>"


def test_a_heading_in_the_head_of_a_box_comes_with_the_text_of_the_box() -> None:
    body = f"<p>{LINE}</p>" + POST.format("Rain begins", LINE)
    assert chosen(body, 0.9, 0.05, 0.4, 0.9) == [LINE, "Rain begins", LINE]


def test_it_goes_where_the_text_of_its_box_goes() -> None:
    body = f"<p>{LINE}</p>" + POST.format("Rain begins", LINE) + f"<p>{LINE}</p>"
    assert chosen(body, 0.9, 0.05, 0.4, 0.01, 0.9) == [LINE, LINE]
