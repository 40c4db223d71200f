"""The headlines of a page, told from menus, labels and what else is linked."""

import pytest

from app.extract.listing.headlines import headlines, place_of, text_in, unshortened, usable
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


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<div>One<p>two</p>three</div>", "One two three"),
        ("<div>mov<em>ed</em> in<b>land</b></div>", "moved inland"),
        ("<div>One<script>two()</script><style>three</style> four</div>", "One four"),
        ("<div>One</div> not this", "One"),
    ],
)
def test_the_text_of_an_element_parts_blocks_and_leaves_scripts_out(markup: str, text: str) -> None:
    assert text_in(parse(f"<body>{markup}</body>").find(".//div")) == text


def test_of_a_very_long_text_the_beginning_is_enough() -> None:
    found = text_in(parse("<body><div>" + "<p>some words</p>" * 100_000 + "</div></body>").find(".//div"))
    assert found.startswith("some words some words")
    assert len(found) < 10_000


@pytest.mark.parametrize("text", ["Today 10:15", "10:15", "Wed 9.30 pm", "42", "??", "Read more", "ab"])
def test_times_numbers_and_labels_are_no_titles(text: str) -> None:
    assert usable(text) == ""


def test_the_home_page_of_another_site_is_something_to_read() -> None:
    links = '<p><a href="https://lynx.example/">Lynx, a browser for terminals</a></p><p><a href="/">The Courier, our home</a></p>'
    assert titles(links + FILL) == ["Lynx, a browser for terminals", *TITLES]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/index.html", "home"),
        ("/welcome.html", "home"),
        ("/en/stable/index.html", "section"),
        ("/viewforum.php", "list"),
        ("/~joe/links.html", "list"),
        ("/2026/archive.html", "list"),
        ("/manual/contents.htm", "list"),
        ("/pipermail/rope/2026-March/thread.html", "list"),
        ("/pipermail/rope/2026-March/subject.html", "list"),
        ("/archive/maillist.html", "list"),
        ("/lists/rope-l/2026Mar/date.html", "list"),
        ("/lists/rope-l/2026Mar/author.html", "list"),
        ("/pipermail/rope/2026-March/004711.html", "text"),
        ("/manual/install.html", "text"),
    ],
)
def test_files_that_stand_for_a_folder_or_a_list_are_no_texts(path: str, place: str) -> None:
    assert place_of(SITE + path) == place


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("<a title='The tower moves inland'>The tower mo...</a>", "The tower moves inland"),
        ("<a aria-label='The tower moves inland'>The tower mo\u2026</a>", "The tower moves inland"),
        ("<a title='Read the story'>The tower mo...</a>", "The tower mo..."),
        ("<a title='The tower moves inland'>The tower moves</a>", "The tower moves"),
        ("<a>And then...</a>", "And then..."),
    ],
)
def test_a_title_that_a_site_cut_short_is_whole_where_the_link_is_called_so(link: str, said: str) -> None:
    element = next(parse(f"<html><body>{link}</body></html>").iter("a"))
    assert unshortened(element, element.text) == said


def test_of_several_headings_in_a_link_the_highest_is_its_title() -> None:
    card = "<a href=/talks/10><h5>Ann Speaker</h5><h3>The tower moves inland at last</h3><h4>A talk</h4></a>"
    assert titles(card + FILL)[0] == "The tower moves inland at last"
