"""Links that say what their neighbours say."""

import pytest

from app.extract.listing.classify import index_listing, is_index
from app.extract.listing.headlines import headlines
from app.extract.listing.labels import LEAST, is_alone, labels_among, said_by
from app.extract.parse import parse

PAGE = "http://voices.example/sendungen"
TITLES = [
    f"{who} and what became of {what}" for who in ("Keepers", "Pilots", "Cooks") for what in ("it", "ice", "salt")
]
WORDS = "We talk with people who were there, and with those who came later."


def cards(button: str, pattern: str = "<article><h2>{title}</h2><p>{words}</p>{button}</article>") -> str:
    return "".join(
        pattern.format(title=title, words=WORDS, button=button.replace("#", str(n))) for n, title in enumerate(TITLES)
    )


@pytest.mark.parametrize(
    "button",
    [
        "<a class=btn href=/sendung/#>Jetzt anhören</a>",
        "<a href=/sendung/#><b>Play</b> this one</a>",
        "<a href=/sendung/#>Zur Sendung &raquo;</a>",
        "<a href=/sendung/#>Kuuntele tästä</a> <a href=/sendung/#>Kuuntele tästä</a>",
    ],
)
def test_cards_whose_buttons_all_say_the_same_lead_from_their_headings(button: str) -> None:
    root = parse(f"<html><body><main>{cards(button)}</main></body></html>")
    assert is_index(root, PAGE)
    entries = index_listing(root, PAGE, PAGE).entries
    assert [entry.title for entry in entries] == TITLES
    assert [entry.summary for entry in entries] == [WORDS] * len(TITLES)


def test_stories_of_one_name_keep_it_where_a_heading_stands_over_all_of_them() -> None:
    issues = "".join(
        f"<li><a href=/briefing/{n}-of-these-long-names>The morning briefing of today</a></li>" for n in range(6)
    )
    root = parse(f"<html><body><main><section><h2>Briefings</h2><ul>{issues}</ul></section></main></body></html>")
    assert {link.title for link in headlines(root, PAGE, PAGE)} == {"The morning briefing of today"}


def test_what_leads_to_one_place_or_is_said_a_few_times_is_no_label() -> None:
    same = parse("<html><body>" + "<a href=/1>Salt</a>" * LEAST + "</body></html>")
    assert labels_among((link, said_by(link)) for link in same.iter("a")) == frozenset()
    few = parse("<html><body>" + "".join(f"<a href=/{n}>Salt</a>" for n in range(LEAST - 1)) + "</body></html>")
    assert labels_among((link, said_by(link)) for link in few.iter("a")) == frozenset()
    enough = parse("<html><body>" + "".join(f"<a href=/{n}>Salt</a>" for n in range(LEAST)) + "</body></html>")
    assert labels_among((link, said_by(link)) for link in enough.iter("a")) == {"Salt"}


@pytest.mark.parametrize(
    ("second", "alone"), [("<a href=/2>Play</a>", False), ("<a href=/1>Play</a>", True), ("", True)]
)
def test_a_card_of_one_thing_has_its_button_once(second: str, alone: bool) -> None:
    root = parse(f"<html><body><div><a href=/1>Play</a>{second}</div></body></html>")
    assert is_alone(next(root.iter("a")), root) is alone
