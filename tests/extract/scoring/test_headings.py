"""Headings in boxes of their own; `test_choice.py` has what is general about them."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen

POST = "<article class=live-post><header><time>15.00</time><h2 class=related>{}</h2></header><div><p>{}</p></div></article>"


def test_a_heading_in_the_head_of_a_box_comes_with_the_text_of_the_box() -> None:
    body = f"<p>{LINE}</p>" + POST.format("Rain begins", LINE)
    assert chosen(body, 0.9, 0.05, 0.4, 0.9) == [LINE, "Rain begins", LINE]


def test_it_goes_where_the_text_of_its_box_goes() -> None:
    body = f"<p>{LINE}</p>" + POST.format("Rain begins", LINE) + f"<p>{LINE}</p>"
    assert chosen(body, 0.9, 0.05, 0.4, 0.01, 0.9) == [LINE, LINE]


def test_a_step_that_a_picture_shows_keeps_its_heading_in_the_midst_of_the_text() -> None:
    body = f"<p>{LINE}</p><h2>1. Open the gate</h2><h2>2. Lift the sluice</h2><h2>3. Wait</h2><p>{LINE}</p>"
    assert chosen(body, 0.9, 0.95, 0.95, 0.95, 0.9) == [LINE, "1. Open the gate", "2. Lift the sluice", "3. Wait", LINE]


def test_a_heading_over_nothing_goes_where_it_is_doubtful_a_link_or_at_the_end() -> None:
    assert chosen(f"<p>{LINE}</p><h2>Video</h2><h2>Wait</h2><p>{LINE}</p>", 0.9, 0.7, 0.9, 0.9) == [LINE, "Wait", LINE]
    linked = f'<p>{LINE}</p><h2><a href="/x">The next mill</a></h2><h2>Wait</h2><p>{LINE}</p>'
    assert chosen(linked, 0.9, 0.95, 0.9, 0.9) == [LINE, "Wait", LINE]
    assert chosen(f"<p>{LINE}</p><p>{LINE}</p><h2>More</h2>", 0.9, 0.9, 0.95) == [LINE, LINE]


def test_a_heading_stays_over_a_day_and_the_text_of_its_own_box() -> None:
    post = f"<article><h2><a href=/x>On the roof</a></h2><p class=when>4 May</p><p>{LINE}</p></article>"
    assert chosen(post, 0.7, 0.1, 0.9) == ["On the roof", LINE]
    assert chosen(f"<div><h2>On the roof</h2><p>4 May</p></div><p>{LINE}</p>", 0.7, 0.1, 0.9) == [LINE]


def test_the_lines_of_one_heading_stay_or_go_together() -> None:
    body = f"<p>{LINE}</p><h2>Chapter I<br>The rope</h2><p>{LINE}</p>"
    assert chosen(body, 0.9, 0.1, 0.8, 0.9) == [LINE, "Chapter I", "The rope", LINE]
    body = f"<p>{LINE}</p><h2>Chapter I<br>The rope<br>of Ann</h2><div><p>menu</p></div>"
    assert chosen(body, 0.9, 0.8, 0.8, 0.8, 0.01) == [LINE]


def test_a_heading_in_the_summary_of_details_is_that_of_what_they_open() -> None:
    head = "<summary><section><a href=/s>Source</a><h4>wind()</h4></section></summary>"
    body = f"<p>{LINE}</p><details>{head}<p>{LINE}</p></details>"
    assert chosen(body, 0.9, 0.02, 0.03, 0.9) == [LINE, "wind()", LINE]


@pytest.mark.parametrize("number", ["CHAPTER II", "Part 3", "CAPÍTULO I", "TITRE Ier", "Глава 2", "第三章"])
def test_the_number_of_a_part_stays_over_the_heading_that_names_it(number: str) -> None:
    body = f"<p>{LINE}</p><h4>{number}</h4><h4>Of the piers</h4><p>{LINE}</p>"
    assert chosen(body, 0.9, 0.6, 0.6, 0.9) == [LINE, number, "Of the piers", LINE]


def test_another_heading_over_a_heading_of_its_level_stands_over_nothing() -> None:
    for heading, behind in (("Part of it", "h4"), ("Chapter II", "h3")):
        body = f"<p>{LINE}</p><h4>{heading}</h4><{behind}>Of the piers</{behind}><p>{LINE}</p>"
        assert chosen(body, 0.9, 0.6, 0.6, 0.9) == [LINE, "Of the piers", LINE]
