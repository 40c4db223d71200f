"""Links that say what their neighbours say."""

import pytest

from app.extract.listing.classify import index_listing, is_index
from app.extract.listing.headlines import headlines
from app.extract.listing.labels import LEAST, labels_among, leads_from, said_by
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


@pytest.mark.parametrize(
    "link",
    [
        "<a href=/about/#>{number} comments</a>",
        "<a href=/about/#>Kommentare ({number})</a>",
        "<a href=/about/#><b>{number}</b> reacties</a>",
        "<a href=/about/#>Leave a reply</a>",
        "<a href=/about/#>Share</a>",
        "<a href=/about/#>Listen now</a>",
        "<a href=/about/#><img src=/play.png alt=Play></a>",
    ],
)
def test_a_card_whose_title_is_a_link_has_no_second_one(link: str) -> None:
    pattern = "<article><a href=/sendung/{number}-a-long-name><h2>{title}</h2></a><p>{words}</p>{button}</article>"
    found = "".join(
        pattern.format(
            title=title, words=WORDS, number=number, button=link.replace("#", str(number)).format(number=number)
        )
        for number, title in enumerate(TITLES)
    )
    root = parse(f"<html><body><main>{found}</main></body></html>")
    entries = index_listing(root, PAGE, PAGE).entries
    assert [entry.title for entry in entries] == TITLES
    assert all("/sendung/" in entry.url for entry in entries)


@pytest.mark.parametrize("words", ["{} comments", "No comments", "{} Kommentare", "Write a comment", "{} likes"])
def test_what_others_say_of_a_thing_is_not_the_way_to_it(words: str) -> None:
    cards_of = "".join(
        f"<article><h2>{title}</h2><p>{WORDS}</p><a href=/c/{n}>{words.format(n)}</a> <a href=/sendung/{n}>Play now</a></article>"
        for n, title in enumerate(TITLES)
    )
    root = parse(f"<html><body><main>{cards_of}</main></body></html>")
    entries = index_listing(root, PAGE, PAGE).entries
    assert [entry.url for entry in entries] == [f"http://voices.example/sendung/{n}" for n in range(len(TITLES))]


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
    ("card", "is_label", "leads"),
    [
        ("<h3>Salt</h3><p>A long talk about it.</p><a href=/1>Play</a>", True, True),
        ("<h3>Salt</h3><p>A long talk about it.</p><a href=/1>Play</a><a href=/2>Play</a>", True, False),
        ("<h3>Salt</h3><p>A long talk about it.</p><a href=/1>Play</a><a href=/1>Play</a>", True, True),
        ("<h3>Salt</h3><span>[<a href=/1>edit</a>]</span>", True, False),
        ("<h3>Salt</h3><a href=/1></a>", False, True),
        ("<h3><a href=/2>Salt</a></h3><p>A long talk about it.</p><a href=/1>Play</a>", True, False),
    ],
)
def test_a_card_of_one_thing_has_one_button_and_more_than_a_title(card: str, is_label: bool, leads: bool) -> None:
    body = parse(f"<html><body><div>{card}</div></body></html>").find("body")
    link = next(each for each in body.iter("a") if each.get("href") == "/1")
    assert leads_from(link, next(body.iter("h3")), body[0], is_label) is leads


def test_a_card_may_name_its_title_by_a_class_and_have_a_short_one() -> None:
    pattern = "<div class=card><div class=card-title>{title}</div><p>{words}</p>{button}</div>"
    body = cards("<a href=/sendung/#>Lyssna</a>", pattern).replace(" and what became of ", " on ")
    root = parse(f"<html><body><main>{body}</main></body></html>")
    assert is_index(root, PAGE)
    assert [entry.title for entry in index_listing(root, PAGE, PAGE).entries][:2] == ["Keepers on it", "Keepers on ice"]


def numbered(pattern: str) -> list[str]:
    items = "".join(
        f"<div><h3><a href=/p/{n}>{title}</a></h3>{pattern.replace('#', str(n))}</div>"
        for n, title in enumerate(TITLES)
    )
    found = headlines(parse(f"<html><body>{items}</body></html>"), PAGE, PAGE)
    return [link.title for link in found]


@pytest.mark.parametrize(
    "link", ["<a href=/p/#/comments aria-label='View comments (#)'></a>", "<a href=/p/#/last>Last page of # here</a>"]
)
def test_a_label_with_a_number_below_a_headline_is_no_headline(link: str) -> None:
    assert numbered(link) == TITLES


def test_chapters_that_have_numbers_are_headlines() -> None:
    assert numbered("<h3><a href=/book/#>The book of boats, chapter #</a></h3>")[1] == "The book of boats, chapter 0"
