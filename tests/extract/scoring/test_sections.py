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


CONTENTS = "<ul><li><a href=#a>Ships</a></li><li><a href=#b>Boats</a></li><li><a href=#c>Rafts</a></li></ul>"
BOATS = f"<h2>Boats</h2><p>{SHORT}</p><p>Two.</p>"
SECTIONS = f"<h2>Ships</h2><p>{LINE}</p>{BOATS}<h2>Rafts</h2><p>{LINE}</p><p>Imprint</p>"
LISTED, SCORES = (0.02, 0.02, 0.02), (0.9, 0.9, 0.03, 0.03, 0.03, 0.9, 0.9, 0.03)
WITHOUT = ["Ships", LINE, "Rafts", LINE]


def test_a_section_that_the_contents_name_stays_between_others_and_the_last_one_ends_where_it_did() -> None:
    found = chosen(CONTENTS + SECTIONS, *LISTED, *SCORES)
    assert found == ["Ships", LINE, "Boats", SHORT, "Two.", "Rafts", LINE]


@pytest.mark.parametrize(
    "contents",
    [
        CONTENTS.replace("href=#", "href=/"),
        CONTENTS.replace("Boats", "Keels"),
        CONTENTS.replace("</a>", "</a> and more"),
    ],
)
def test_links_elsewhere_or_with_other_words_are_no_contents(contents: str) -> None:
    assert chosen(contents + SECTIONS, *LISTED, *SCORES) == WITHOUT


def test_of_sections_that_the_contents_name_many_are_kept_by_themselves() -> None:
    body = CONTENTS.replace("</ul>", "<li><a href=#d>Tides</a></li></ul>") + SECTIONS + f"<h2>Tides</h2><p>{SHORT}</p>"
    scores = (0.9, 0.9, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03)
    assert chosen(body, *LISTED, 0.02, *scores) == ["Ships", LINE]


def test_of_one_that_is_kept_in_part_the_rest_stays_out() -> None:
    assert "Two." not in chosen(CONTENTS + SECTIONS, *LISTED, 0.9, 0.9, 0.3, 0.9, 0.03, 0.9, 0.9, 0.03)


def test_links_and_invitations_in_such_a_section_stay_out() -> None:
    others = "<p><a href=/o>More of oars</a></p><p>Subscribe to our newsletter</p>"
    body = CONTENTS + SECTIONS.replace("<p>Two.</p>", others)
    found = chosen(body, *LISTED, *SCORES[:5], 0.03, *SCORES[5:])
    assert found == ["Ships", LINE, "Boats", SHORT, "Rafts", LINE]


@pytest.mark.parametrize("first", ["2.0.0 - 4 May", "v2.0", "Version 2.0.0", "Release 2.0"])
def test_versions_of_a_program_count_down(first: str) -> None:
    second = first.replace("2.0", "1.9")
    body = f"<main><h2>{first}</h2><p>{LINE}</p><h2>{second}</h2><ul><li>Rafts</li></ul></main><div>MIT</div>"
    assert chosen(body, 0.9, 0.9, 0.1, 0.1, 0.01) == [first, LINE, second, "Rafts"]


def test_the_last_section_ends_with_the_box_that_the_one_before_stands_in() -> None:
    body = f"<main>{FIRST}<h2>2. Boats</h2><p>{SHORT}</p></main><footer><p>Imprint</p></footer>"
    assert chosen(body, 0.9, 0.9, 0.1, 0.1, 0.01) == ["1. Ships", LINE, "2. Boats", SHORT]


def test_the_last_section_ends_with_the_element_that_it_stands_in() -> None:
    body = (
        f"<article><h2>Rope</h2><p>{LINE}</p><h2>Methods</h2><p>{SHORT}</p></article><h3>Latest news</h3><p>Else.</p>"
    )
    assert chosen(body, 0.9, 0.9, 0.7, 0.2, 0.1, 0.1) == ["Rope", LINE, "Methods", SHORT]
