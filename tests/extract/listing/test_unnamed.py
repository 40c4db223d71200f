"""Cards whose links only say what can be done, and whose titles are no headings."""

import pytest

from app.extract.listing.link_lists import link_list
from app.extract.parse import parse
from app.models import Entry

BASE = "http://x.example/for-sale"


def entries(card: str) -> tuple[Entry, ...]:
    cards = "".join(card.replace("#", str(number)) for number in range(3, 9))
    return link_list(parse(f"<html><body>{cards}</body></html>"), BASE)[0]


@pytest.mark.parametrize(
    "card",
    [
        "<div><b>£#45,000</b><address># Quay Street</address><p>2 rooms</p><a href=/h/#>View details</a></div>",
        "<li><p># Quay Street</p><ul><li># 000 €</ul><a href=/h/#>Zum Angebot</a></li>",
        "<tr><td>#<td># Quay Street<td>1 floor<td><a href=/h/#>Open</a></tr>",
    ],
)
def test_a_card_is_called_by_its_first_words_which_are_no_price(card: str) -> None:
    assert [entry.title for entry in entries(f"<table>{card}</table>" if "<tr" in card else card)] == [
        f"{number} Quay Street" for number in range(3, 9)
    ]


def test_what_else_the_card_says_stands_beside_its_title_and_what_all_say_does_not_count() -> None:
    card = "<div><p># Quay Street</p><p>£#45,000</p><p>Offered by Harbour Homes of the bay</p><a href=/h/#>View details</a></div>"
    assert [entry.summary for entry in entries(card)] == [f"£{number}45,000" for number in range(3, 9)]


@pytest.mark.parametrize(
    "card",
    ["<div><a href=/h/#>Look</a></div>", "<div><p>1 2 3</p><a href=/h/#>Look</a></div>", "<a href=/h/#>Look</a>"],
)
def test_a_card_that_says_nothing_keeps_what_its_link_says(card: str) -> None:
    assert {entry.title for entry in entries(card)} == {"Look"}
