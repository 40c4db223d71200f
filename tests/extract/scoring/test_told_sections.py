"""Short sections under a text that tell where and whom."""

import pytest

from tests.extract.scoring.pages import TITLE, prose, text, whole
from tests.extract.scoring.test_choice import LINE, chosen


def _page(under: str) -> str:
    return whole(f"<article><h1>{TITLE}</h1><div class=body>{prose(0, 1, 2, 3)}</div>{under}</article>")


@pytest.mark.parametrize(
    ("heading", "lines", "kept"),
    [
        ("Visitation", ("Thursday, 4 pm", "Miller's Home"), "Miller's Home"),
        ("Funeral Service", ("St Mary", "Friday, 27 March, 11 am"), "St Mary"),
        ("Trauerfeier", ("Mühlenkapelle", "27. März, 11 Uhr"), "Mühlenkapelle"),
        ("Press Contacts", ("Ann Keeper", "ann@mill.example"), "Ann Keeper"),
        ("Pressekontakt:", ("Ann Keeper", "Telefon 0551 390"), "Telefon 0551 390"),
        ("Contact presse", ("Ann Keeper", '<a href="mailto:ann@mill.example">ann@mill.example</a>'), "Ann Keeper"),
    ],
)
def test_such_a_section_stays_with_its_heading(heading: str, lines: tuple[str, ...], kept: str) -> None:
    under = f"<div class=end><h3>{heading}</h3>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    found = text(_page(under))
    assert heading in found
    assert kept in found


@pytest.mark.parametrize(
    "under",
    [
        "<h3>Services</h3><p>Flour</p>",
        "<h3>Services</h3><p><a href=/flour>Flour since 1801</a></p>",
        "<h3>Opening hours</h3><p>Monday, 4 pm</p>",
    ],
)
def test_what_tells_no_hour_and_no_number_or_leads_on_is_none(under: str) -> None:
    assert chosen(f"<p>{LINE}</p>{under}", 0.9, 0.1, 0.1) == [LINE]
    assert len(chosen(f"<p>{LINE}</p><h3>Wake</h3><p>Monday, 4 pm</p>", 0.9, 0.1, 0.1)) == 3


def test_a_button_to_find_the_way_does_not_come_with_it() -> None:
    found = text(
        _page(
            "<div class=end><h3>Burial</h3><p>Friday, 11 am</p><a href=https://maps.example/x>Get Directions</a></div>"
        )
    )
    assert "Friday, 11 am" in found
    assert "Get Directions" not in found
