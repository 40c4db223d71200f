"""Sections are kept whole by the number of their heading, or by a heading that is surely of the text."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen

SHORT = "As it was posted at the pier."
FIRST = f"<h2>1. Ships</h2><p>{LINE}</p>"


@pytest.mark.parametrize(
    ("first", "second"),
    [("1. Ships", "2. Boats"), ("1. Ships", "1.1 Boats"), ("1.2 Ships", "1.3 Boats"), ("1.2 Ships", "2 Boats"),
     ("§ 4 Ships", "§ 5 Boats"), ("Article 9. Ships", "Article 10. Boats"), ("SECTION 1. SHIPS", "SECTION 2. BOATS")],
)  # fmt: skip
def test_a_section_with_the_next_number_stays(first: str, second: str) -> None:
    body = f"<h2>{first}</h2><p>{LINE}</p><h2>{second}</h2><p>{SHORT}</p>"
    assert chosen(body, 0.9, 0.9, 0.1, 0.1) == [first, LINE, second, SHORT]


@pytest.mark.parametrize("second", ["3. Boats", "1. Boats", "2026 in boats", "Boats"])
def test_one_with_another_number_or_none_does_not(second: str) -> None:
    assert chosen(f"{FIRST}<h2>{second}</h2><p>{SHORT}</p>", 0.9, 0.9, 0.1, 0.1) == ["1. Ships", LINE]


@pytest.mark.parametrize("inside", [f'<p>{SHORT} <a href="/b">Boats</a></p>', "<p>Subscribe to our newsletter</p>", ""])
def test_neither_does_one_that_leads_away_or_invites_or_is_empty(inside: str) -> None:
    body = f"{FIRST}<h2>2. Boats</h2>{inside}"
    assert chosen(body, 0.9, 0.9, 0.1, *([0.1] if inside else [])) == ["1. Ships", LINE]


def test_links_within_the_page_lead_nowhere() -> None:
    body = f'{FIRST}<h2><a href="#2">2. Boats</a></h2><p>{SHORT}</p>'
    assert chosen(body, 0.9, 0.9, 0.1, 0.1)[2:] == ["2. Boats", SHORT]


def test_a_section_under_a_heading_that_is_sure_stays_with_what_is_below() -> None:
    methods = "".join(f"<h4>cut_{n}</h4><p>{SHORT}</p>" for n in range(3))
    body = f"<h2>Rope</h2><p>{LINE}</p><h2>Methods</h2>{methods}"
    assert len(chosen(body, 0.9, 0.9, 0.7, *[0.2] * 6)) == 9
    assert chosen(body, 0.9, 0.9, 0.3, *[0.2] * 6) == ["Rope", LINE]
    assert chosen(body, 0.9, 0.9, 0.7, *[0.05] * 6) == ["Rope", LINE]


def test_the_last_section_ends_with_the_element_that_it_stands_in() -> None:
    body = (
        f"<article><h2>Rope</h2><p>{LINE}</p><h2>Methods</h2><p>{SHORT}</p></article><h3>Latest news</h3><p>Else.</p>"
    )
    assert chosen(body, 0.9, 0.9, 0.7, 0.2, 0.1, 0.1) == ["Rope", LINE, "Methods", SHORT]
