"""The headlines of a page, told from menus, labels and what else is linked."""

import pytest

from app.extract.listing.headlines import headlines
from app.extract.parse import parse

SITE = "https://courier.example"
PAGE = f"{SITE}/politics"
TITLES = (
    "The harbour master repaints the old signal tower",
    "A retired baker finds a map of the marshes",
    "The school choir inherits forty wooden chairs",
    "One stubborn goat refuses the last tram",
    "The ferry crew gives away its own timetable",
    "The town clerk measures a field of rhubarb",
)
FILL = "".join(f'<h3><a href="/news/{number}-a-long-name">{title}</a></h3>' for number, title in enumerate(TITLES))


def titles(body: str) -> list[str]:
    return [link.title for link in headlines(parse(f"<html><body>{body}</body></html>"), PAGE, PAGE)]


def test_headlines_come_in_the_order_of_the_page_each_address_once() -> None:
    twice = '<p><a href="/news/0-a-long-name">The harbour master repaints the old signal tower: read it here</a></p>'
    assert titles(twice + FILL) == list(TITLES)


def test_a_heading_wins_over_other_links_to_the_same_address() -> None:
    picture = '<a href="/news/2-a-long-name">A picture of forty chairs in a row in a hall</a>'
    assert TITLES[2] in titles(picture + FILL)
    assert len(titles(picture + FILL)) == len(TITLES)


def test_what_many_links_are_called_that_show_a_picture_alone_is_no_title() -> None:
    icons = "".join(
        f'<a href="/thread-{number}1-1-1.html" title="Open in a new window of its own"><img src="/i.gif"></a>'
        f'<a href="/thread-{number}1-1-1.html">{title}</a>'
        for number, title in enumerate(TITLES)
    )
    assert titles(icons) == list(TITLES)


@pytest.mark.parametrize(
    "label",
    ["Read more", "Continue reading this story", "12 comments", "Weiterlesen", "Lire la suite", "Leer más", "続きを読む",
     "Older posts", "3 hours ago", "2024", "Subscribe now", "Skip to content"],
)  # fmt: skip
def test_a_label_is_no_title(label: str) -> None:
    assert titles(f'{FILL}<p><a href="/news/a-story-of-many-words">{label}</a></p>') == list(TITLES)


@pytest.mark.parametrize(
    ("title", "is_long"),
    [
        ("港の灯台が町の中へ引っ越すことになった", True),
        ("港口的老灯塔将要搬到镇上去了", True),
        ("Tower moves in", False),
        ("港の灯台", False),
    ],
)
def test_a_title_without_spaces_counts_as_long_as_it_reads(title: str, is_long: bool) -> None:
    assert (title in titles(f'{FILL}<div><a href="/x7/q">{title}</a></div>')) is is_long


def test_short_links_are_headlines_where_most_of_their_like_are() -> None:
    rows = "".join(
        f'<li class="row"><a class="t" href="/n/{number}-x-y-z">{each}</a></li>' for number, each in enumerate(TITLES)
    )
    assert "Goats rest" in titles(f'<ul>{rows}<li class="row"><a class="t" href="/n/goats">Goats rest</a></li></ul>')
    assert "Goats rest" not in titles(f'<ul>{rows}</ul><p><a href="/n/goats">Goats rest</a></p>')


def test_the_home_page_of_another_site_is_something_to_read() -> None:
    links = '<p><a href="https://lynx.example/">Lynx, a browser for terminals</a></p><p><a href="/">The Courier, our home</a></p>'
    assert titles(links + FILL) == ["Lynx, a browser for terminals", *TITLES]


def test_of_several_headings_in_a_link_the_highest_is_its_title() -> None:
    card = "<a href=/talks/10><h5>Ann Speaker</h5><h3>The tower moves inland at last</h3><h4>A talk</h4></a>"
    assert titles(card + FILL)[0] == "The tower moves inland at last"


def row(number: int, first: str, second: str) -> str:
    links = {
        "part": f'<a class=p href="/viewforum.php?f={number}">Part {number}</a>',
        "topic": f'<a class=t href="/viewtopic.php?t={number}">{TITLES[number]}</a>',
    }
    return f"<div class=row><div>{links[first]}</div><div>{links[second]}</div></div>"


def test_the_first_page_of_a_board_lists_its_parts_before_their_last_topics() -> None:
    found = titles("".join(row(number, "part", "topic") for number in range(6)))
    assert found[:3] == ["Part 0", TITLES[0], "Part 1"]
    assert len(found) == 12


def test_the_parts_that_topics_are_in_are_no_headlines_nor_are_a_few() -> None:
    assert titles("".join(row(number, "topic", "part") for number in range(6))) == list(TITLES)
    some = "".join(row(number, "part", "topic") for number in range(3))
    assert titles(some + FILL.replace("news", "story"))[:1] == [TITLES[0]]


LONG = ("On painting the old signal tower", "On painting forty wooden chairs", "On painting a field of rhubarb")
SHORT = ("On painting fog", "On tea", "On painting", "Ropes", "A late tram", "Goats again")


def in_a_list(titles_of: tuple[str, ...], folder: str = "/posts") -> str:
    return "".join(f"<li><a href='{folder}/{n}'>{title}</a></li>" for n, title in enumerate(titles_of))


def test_short_links_are_headlines_where_a_good_part_of_those_to_the_same_folder_are() -> None:
    assert titles(f"<ul>{in_a_list(LONG + SHORT)}</ul>") == [*LONG, *(each for each in SHORT if " " in each)]
    assert titles(f"<ul>{in_a_list(LONG)}{in_a_list(SHORT, '/parts')}{in_a_list(SHORT, '')}</ul>") == list(LONG)


def test_who_made_most_of_the_things_in_a_list_is_none_of_them() -> None:
    rows = "".join(
        f"<tr><td><a href=/t/{n}>{each}</a><td><a href=/u/ann>Ann Bell</a></tr>" for n, each in enumerate(TITLES)
    )
    assert titles(f"<table>{rows}</table>") == list(TITLES)
