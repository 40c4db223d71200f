"""The dates that a page shows, with their kinds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.extract.metadata.around_headline import look_around
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.visible_dates import VisibleDates, valid
from app.extract.parse import parse
from app.text.dates.stamps import read_stamp
from tests.extract.metadata.pages import PROSE

DAY, LATER = date(2024, 3, 27), date(2024, 3, 29)


def lines(body: str) -> VisibleDates:
    evidence = Evidence(parse(f"<html><body>{body}</body></html>"))
    return VisibleDates(evidence, look_around(evidence, next(evidence.headings("h1"), -1), "en"))


def near(body: str) -> list[tuple[str, date]]:
    return [(seen.kind, seen.stamp.day) for seen in lines(body).near()]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("<p>27 March 2024</p>", [("", DAY)]),
        (
            "<p>Text: Ada Brightwater, Jo Carr. Published: 27 March 2024. Updated: 29 March 2024, 10:00, for the third time, as it "
            "is told</p>",
            [("published", DAY), ("updated", LATER)],
        ),
        ("<p>Published 27 March 2024 | Updated 29 March 2024</p>", [("published", DAY), ("updated", LATER)]),
        ("<p>Sea | 12 min | 27 March 2024 | 3 comments</p>", [("", DAY)]),
        ("<p>By Ada</p><p>27 March 2024</p><p>29 March 2024</p>", [("", DAY), ("", LATER)]),
        ('<p><time datetime="2024-03-27">3 days ago</time></p>', [("", DAY)]),
        ('<p>Updated <time datetime="2024-03-29">today</time></p>', [("updated", LATER)]),
        (
            '<p>Posted on <time datetime="2024-03-27">Mar 27</time> • Edited on <time datetime="2024-03-29">Mar 29</time></p>',
            [("", DAY), ("updated", LATER)],
        ),
        ("<p>They met on 27 March 2024 in the hall of the town beside the tower.</p>", []),
        (
            "<p>Updated - 29 March 2024 - Quay</p><p>Published - 27 March 2024</p>",
            [("updated", LATER), ("published", DAY)],
        ),
        ("<p>Copyright 27 March 2024</p>", []),
    ],
)
def test_the_dates_near_the_headline_have_their_kinds(byline: str, expected: list[tuple[str, date]]) -> None:
    assert near(f"<h1>Tower</h1>{byline}{PROSE}") == expected


def test_what_stands_below_the_headline_comes_before_what_stands_above() -> None:
    assert near(f"<p>29 March 2024</p><h1>Tower</h1><p>27 March 2024</p>{PROSE}") == [("", DAY), ("", LATER)]


def test_a_day_right_above_the_headline_comes_before_those_between_the_first_lines_of_the_text() -> None:
    body = f"<p>29 March 2024</p><h1>Tower</h1>{'<p>They moved it.</p>' * 6}<p>27 March 2024</p>{PROSE}"
    assert near(body) == [("", LATER), ("", DAY)]


def test_an_element_is_marked_as_a_day_outside_of_boxes() -> None:
    body = "<h1>T</h1>{}<aside><b class='published'>29 March 2024</b></aside><b class='{}'>27 March 2024</b>"
    assert getattr(lines(body.format(PROSE, "published")).marked("published"), "day", None) == DAY
    assert lines(body.format(PROSE, "date")).marked("published") is None
    assert getattr(lines(body.format(PROSE, "date")).marked_once(), "day", None) == DAY
    assert lines(body.format(PROSE, "updated")).marked_once() is None
    assert getattr(lines(body.format(PROSE, "updated")).marked("updated"), "day", None) == DAY


@pytest.mark.parametrize(
    "leaf",
    [
        "<span>Mar</span><span>27</span><span>2024</span>",
        "<span><b>27</b></span><span>March</span><span>2024</span>",
    ],
)
def test_day_month_and_year_may_stand_in_boxes_of_their_own(leaf: str) -> None:
    found = lines(f'<h1>T</h1><div class="entry-date">{leaf}</div>{PROSE}').marked_once()
    assert getattr(found, "day", None) == DAY


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ('<p class="date">27 March 2024</p>', DAY),
        ('<p class="date">29 March 2024</p>', None),
        ('<p class="comment-date">29 March 2024</p>', DAY),
        ('<aside><p class="date">29 March 2024</p></aside>', DAY),
    ],
)
def test_elements_of_one_name_with_several_days_say_none_of_the_page(second: str, day: date | None) -> None:
    found = lines(f'<h1>T</h1>{PROSE}<p class="date">27 March 2024</p>{second}').marked_once()
    assert (found.day if found else None) == day


@pytest.mark.parametrize("name", ["todays-date", "current-date", "event-date"])
def test_what_is_named_for_another_day_is_not_that_of_the_page(name: str) -> None:
    assert lines(f'<h1>T</h1>{PROSE}<p class="{name}">27 March 2024</p>').marked_once() is None


def test_anywhere_a_label_says_the_kind_or_the_date_stands_alone_of_its_kind() -> None:
    assert lines(f"{PROSE}<p>Published: 27 March 2024</p><p>29 March 2024</p>").anywhere("published") == DAY
    assert lines(f"{PROSE}<p>27 March 2024</p><p>27 March 2024</p>").anywhere("published") == DAY
    assert lines(f"{PROSE}<p>27 March 2024</p><p>29 March 2024</p>").anywhere("published") is None
    assert lines(f"{PROSE}<p>27 March 2024</p>").anywhere("updated") is None
    assert lines(f"{PROSE}<p>Updated: 27 March 2024</p>").anywhere("updated") == DAY


@pytest.mark.parametrize(
    ("ahead", "believed"), [(-1, True), (0, True), (1, True), (3, False), (400, False)]
)  # fmt: skip
def test_a_day_that_is_yet_to_come_is_not_valid(ahead: int, believed: bool) -> None:
    day = datetime.now(UTC).date() + timedelta(days=ahead)
    assert (valid(read_stamp(day.isoformat())) is not None) is believed


@pytest.mark.parametrize("text", ["1970-01-01", "1969-12-31T19:00:00-05:00", "1900-01-01", "1899-12-30", "1985-03-27"])
def test_what_programs_write_for_none_and_what_is_older_than_the_web_is_not_valid(text: str) -> None:
    assert valid(read_stamp(text)) is None


def test_nothing_is_not_valid() -> None:
    assert valid(None) is None


@pytest.mark.parametrize(
    "element",
    [
        '<span class="ago" title="March 27, 2024 2:05 PM">2 hours ago</span>',
        '<span class="timeago" title="2024-03-27T14:05:00Z">2 hours ago</span>',
        '<span class="timestamp" data-timestamp="1711548300000">today</span>',
        '<span class="post-date" data-time="1711548300">today</span>',
        '<relative-time datetime="2024-03-27T14:05:00Z">2 hours ago</relative-time>',
    ],
)
def test_the_moment_behind_words_is_in_an_attribute(element: str) -> None:
    assert near(f"<h1>Tower</h1><p>{element}</p>{PROSE}") == [("", DAY)]


def test_the_day_of_a_quoted_post_is_not_that_of_the_page() -> None:
    post = "<blockquote><p>It turns!</p>&mdash; Ann (@ann) <a href='/1'>27 March 2024</a></blockquote>"
    assert near(f"<h1>Tower</h1><p>They met.</p>{post}") == []
    found = lines(f"<h1>Tower</h1>{PROSE * 3}{post}")
    assert (found.anywhere("published"), found.marked_once()) == (None, None)


def test_a_page_that_stands_in_a_quotation_as_a_whole_has_its_day() -> None:
    body = f"<blockquote><h1>Tower</h1><p>27 March 2024</p>{PROSE * 20}</blockquote>"
    assert near(body) == [("", DAY)]


@pytest.mark.parametrize(
    "box", ["section class=comments", "div id=comments-list", "ol class=commentlist", "aside class=latest-news"]
)
def test_the_days_of_comments_and_other_stories_behind_a_text_are_not_those_of_the_page(box: str) -> None:
    text = "".join(
        f"<p>{number}: the tower was moved inland from its cliff, and all the town came to see it go.</p>" * 2
        for number in range(3)
    )
    said = f"<{box}><p>Ann, 27 March 2024</p><p>Lovely.</p></{box.split(maxsplit=1)[0]}>"
    assert near(f"<h1>Tower</h1><p>{text}{text}</p>{said}") != []
    assert near(f"<h1>Tower</h1><p>{text.replace('</p><p>', ' ')}</p>{said}") == []
    assert near(f"<h1>Tower</h1><div class=comments-head>27 March 2024</div>{PROSE}") == [("", DAY)]
