"""Pages that are little but links."""

import pytest

from app.extract.listing.link_lists import FEWEST, MOST, link_list
from app.extract.parse import parse

BASE = "http://x.example/manual/index.html"
NAMES = "install configure plugins client tokens proxy".split()
ITEMS = "".join(f"<li><a href={name}.html>{name}</a></li>" for name in NAMES)


def titles(body: str) -> list[str]:
    return [entry.title for entry in link_list(parse(f"<html><body>{body}</body></html>"), BASE)[0]]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Manual</h1><ul>{ITEMS}</ul>",
        f"<p>All of it.</p>{ITEMS}",
        f"<nav><a href=/x>Elsewhere on this site</a></nav><ul>{ITEMS}</ul><footer>{'Small print. ' * 40}</footer>",
    ],
)
def test_a_page_of_links_is_the_list_of_them_whatever_they_are_called(body: str) -> None:
    assert titles(body) == NAMES


@pytest.mark.parametrize(
    "body",
    [
        f"<ul>{ITEMS}</ul><p>{'Words that are no link, and more of them than of links. ' * 3}</p>",
        "".join(f"<a href=/{n}>link {n}</a>" for n in range(FEWEST - 1)),
        f"<nav>{ITEMS}</nav>",
        "<p>Words</p>",
        "",
    ],
)
def test_a_page_of_other_things_is_none(body: str) -> None:
    assert titles(body) == []


def test_labels_and_places_on_the_page_are_left_out() -> None:
    more = "<a href=/more>Read more</a><a href='#top'>To the top</a><a href=/t>10:15</a><a href='http://['>Nowhere</a>"
    assert titles(f"<ul>{ITEMS}</ul>{more}") == NAMES


def test_the_paragraph_over_the_links_comes_with_them() -> None:
    long = "".join(f"<li><a href=/{n}>A chapter of some length, number {n}</a></li>" for n in range(9))
    page = parse(f"<html><body><p>A small program that keeps things in order for you.</p><ul>{long}</ul></body></html>")
    assert link_list(page, BASE)[1] == "A small program that keeps things in order for you."


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>Pages in this category</h2><p>The six pages that follow are in this category.</p><h3>I</h3><ul>{ITEMS}</ul>",
        f"<h1>A manual with a long name that says what it is about</h1><h2>All of its chapters and appendices</h2>{ITEMS}",
    ],
)
def test_headings_and_the_paragraph_over_the_links_do_not_count_for_they_come_with_them(body: str) -> None:
    assert titles(body) == NAMES


def test_links_stand_under_their_headings() -> None:
    page = parse(
        f"<html><body><h1>All</h1><h2>Old</h2>{ITEMS}<h2><span>New</span></h2><a href=/n>Novelties</a></body></html>"
    )
    entries = link_list(page, BASE)[0]
    assert {entry.section for entry in entries[:-1]} == {"Old"}
    assert entries[-1].section == "New"


def test_a_card_has_its_heading_for_a_title_and_its_sentence_behind_that() -> None:
    cards = "".join(f"<a href={name}><svg/><h3>{name}</h3><p>All of it.</p></a>" for name in NAMES)
    found = link_list(parse(f"<html><body>{cards}</body></html>"), BASE)[0]
    assert [(entry.title, entry.summary) for entry in found] == [(name, "All of it.") for name in NAMES]


PICTURES = "".join(f"<a href=/{n}><img src=/{n}.jpg alt='Boats of the bay {n}'></a>" for n in range(6))


@pytest.mark.parametrize("base", ["http://x.example/", "http://x.example/tag/boats"])
def test_pictures_that_lead_on_from_a_home_page_are_links_by_their_words(base: str) -> None:
    found = link_list(parse(f"<html><body>{PICTURES}</body></html>"), base)[0]
    assert [entry.title for entry in found] == [f"Boats of the bay {n}" for n in range(6)]


@pytest.mark.parametrize(
    ("base", "body"),
    [
        ("http://x.example/album/summer-7.html", PICTURES),
        ("http://x.example/", PICTURES.replace("href=/", "href=/big.jpg?")),
        ("http://x.example/", PICTURES.replace("Boats of the bay", "boat")),
    ],
)
def test_pictures_that_are_what_is_to_be_seen_are_no_links(base: str, body: str) -> None:
    assert link_list(parse(f"<html><body>{body}</body></html>"), base)[0] == ()


def test_very_many_links_are_bounded() -> None:
    assert len(titles("".join(f"<a href=/{n}>link {n}</a>" for n in range(2000)))) == MOST


def test_places_in_a_chapter_come_with_it() -> None:
    chapters = "".join(
        f"<li><a href={name}.html>{name}</a><ul><li><a href='{name}.html#first'>first steps</a></li>"
        f"<li><a href='{name}.html#more'>further steps</a></li></ul></li>"
        for name in NAMES
    )
    entries, _ = link_list(parse(f"<html><body><ol>{chapters}</ol></body></html>"), BASE)
    assert [entry.title for entry in entries] == NAMES
    assert entries[0].summary == "first steps | further steps"


def test_a_shortened_title_is_taken_from_what_the_link_is_called() -> None:
    rows = "".join(
        f"<li><a href={n}.html title='Notice {n} about the works on the quay'>Notice {n} about\u2026</a></li>"
        for n in range(6)
    )
    assert titles(f"<ul>{rows}</ul>")[0] == "Notice 0 about the works on the quay"


def test_days_that_stand_with_the_links_are_not_what_else_the_page_says() -> None:
    rows = "".join(f"<dt>2026年11月{n}日</dt><dd><a href=n{n}.html>第{n}号の船のこと</a></dd>" for n in range(1, 8))
    entries, _ = link_list(parse(f"<html><body><dl>{rows}</dl></body></html>"), BASE)
    assert [entry.date for entry in entries] == [f"2026-11-0{n}" for n in range(1, 8)]


@pytest.mark.parametrize("over", ["<p>Boats</p>", "<div><b>Boats:</b></div>"])
def test_a_few_words_right_before_a_list_stand_over_it(over: str) -> None:
    body = f"<h2>2026</h2>{over}<ul>{ITEMS}</ul>"
    entries, _ = link_list(parse(f"<html><body>{body}</body></html>"), BASE)
    assert {entry.section for entry in entries} == {"2026: Boats"}


@pytest.mark.parametrize("over", ["<p>Boats</p><p><br></p>", f"<p>{'Boats and more of them. ' * 3}</p>"])
def test_a_sentence_or_what_stands_elsewhere_is_not_over_a_list(over: str) -> None:
    body = f"<h2>2026</h2>{over}<ul>{ITEMS}</ul>"
    entries, _ = link_list(parse(f"<html><body>{body}</body></html>"), BASE)
    assert {entry.section for entry in entries} == {"2026"}


def test_a_label_with_a_number_is_a_fact_of_the_link_that_it_leads_on_from() -> None:
    items = "".join(
        f"<div><b><a href=/q/{name}>{name}</a></b><a href=/q/{name}/stars>{n} stars</a><p>Keeps the {name} of a boat</p></div>"
        for n, name in enumerate(NAMES)
    )
    entries, _ = link_list(parse(f"<html><body>{items}</body></html>"), BASE)
    assert [(entry.title, entry.summary) for entry in entries[:1]] == [
        ("install", "0 stars | Keeps the install of a boat")
    ]
    assert len(entries) == len(NAMES)


def test_buttons_behind_links_are_none_of_the_list() -> None:
    goods = "".join(f"<li><a href=/g/{n}>Rope {n}</a> $1{n} <a href=/add?{n}>Add to cart</a></li>" for n in range(6))
    entries, _ = link_list(parse(f"<html><body><ul>{goods}</ul></body></html>"), "https://courier.example/ropes")
    assert [entry.title for entry in entries] == [f"Rope {n}" for n in range(6)]


def test_a_short_sentence_over_the_links_comes_with_them() -> None:
    cards = "".join(
        f"<div><a href=/{n}>Ropes {n}</a><p>{'What is to be known of them. ' * 3}</p></div>" for n in range(6)
    )
    for said, over in (("All about ropes.", "All about ropes."), ("Ropes", "")):
        found = link_list(parse(f"<html><body><p>{said}</p>{cards}</body></html>"), "https://courier.example/ropes")
        assert (len(found[0]), found[1]) == (6, over)


@pytest.mark.parametrize(
    "name", ["<a class=username href=/u/{n}>", "<b class=author><a href=/u/{n}>", "<a rel=author href=/u/{n}>"]
)
def test_those_who_wrote_what_stands_beside_them_are_no_list(name: str) -> None:
    said = "".join(f"<li>{name.format(n=n)}Ann {n}</a><p>{'What is to be said. ' * 3}</p></li>" for n in range(6))
    assert link_list(parse(f"<html><body><ul>{said}</ul></body></html>"), "https://courier.example/talk") == ((), "")


def test_what_was_said_before_does_not_count_again() -> None:
    albums = "".join(
        f"<li><a href=/a/{n}><img src=/{n}.jpg alt='Boats of bay {n}'></a><p>Boats of bay {n}</p>by the keeper of the bay</li>"
        for n in range(6)
    )
    found = link_list(parse(f"<html><body><ul>{albums}</ul></body></html>"), "http://x.example/")[0]
    assert [(entry.title, entry.summary) for entry in found] == [(f"Boats of bay {n}", "") for n in range(6)]


def test_names_of_two_signs_are_links_where_each_sign_is_a_word() -> None:
    names = ("日本", "台灣", "香港", "中国", "France")
    links = "".join(f"<li><a href=/{n}/>{name}</a></li>" for n, name in enumerate(names))
    assert titles(f"<ul>{links}</ul><a href=/more>更多</a><a href=/xy>xy</a>") == list(names)


def test_who_wrote_most_of_what_is_listed_is_no_entry() -> None:
    posts = "".join(
        f"<div><a href=/p/{name}>{name}</a><div>by <a href=/@ann>Ann Bell</a></div></div>" for name in NAMES
    )
    assert titles(posts) == NAMES
