"""When a page was published and updated: head, headline, marks, address, in that order."""

import pytest

from app.extract.metadata.dates import day_in_address, iso_day
from tests.extract.metadata.pages import PROSE, URL, ahead, ld, meta, metadata, signed

DAY = "2024-03-27"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-27T09:30:00+01:00", DAY),
        ("20240327", DAY),
        ("Wed, 27 Mar 2024 09:30:00 GMT", DAY),
        ("27 March 2024", DAY),
        ("1711530000", DAY),
        ("2024-13-45", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("0001-01-01T00:00:00", ""),
        ("1889-05-06", "1889-05-06"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_in_the_forms_that_pages_use(text: str, day: str) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    "head",
    [
        ld(datePublished=DAY),
        ld(datePublished="2024-03-27T09:30:00.000+0100"),
        ld(datePublished="Mar 27, 2024 9:30 AM"),
        ld(datePublished=1711530000000),
        ld(datePublished={"@value": DAY}),
        ld(datePublished=[DAY]),
        meta("article:published_time", "2024-03-27T00:00Z"),
        '<meta itemprop="datePublished" content="27.03.2024">',
        '<meta name="DC.date.issued" content="2024-03-27">',
        '<meta name="citation_publication_date" content="2024/3/27">',
        '<meta name="parsely-pub-date" content="2024-03-27T09:30:00Z">',
        '<meta name="publish-date" content="27 March 2024">',
        '<meta name="date" content="2024-W13-3">',
    ],
)
def test_the_head_says_the_day(head: str) -> None:
    assert metadata(head, lang='lang="de"').date == DAY


@pytest.mark.parametrize(
    ("byline", "lang"),
    [
        ("<p>27 March 2024</p>", "en"),
        ("<p>By Ada Brightwater | March 27, 2024</p>", "en"),
        ("<p>Published 27 Mar 2024 09:00</p>", "en"),
        ("<div><span>By</span><span>Ada Brightwater</span><span>27 March 2024</span></div>", "en"),
        (
            "<p>Filed under: Local, towers, the sea, lamps | Posted: 27 March 2024 | Tags: cliff, town, money, lamp, week</p>",
            "en",
        ),
        ("<p>03/27/2024</p>", "en-us"),
        ("<p>27/03/2024</p>", "en-gb"),
        ("<p>Stand vom 27.03.2024, 09:00 Uhr</p>", "de"),
        ("<p>Sandhaven, 27. März 2024</p>", "de"),
        ("<p>Publié le 27/03/2024 à 09h00</p>", "fr"),
        ("<p>27 de marzo de 2024</p>", "es"),
        ("<p>2024年3月27日 9時00分</p>", "ja"),
        ("<p>입력 2024.03.27 09:00</p>", "ko"),
        ("<p>27 มี.ค. 2567 09:00 น.</p>", "th"),
        ("<p>٢٧ مارس ٢٠٢٤</p>", "ar"),
        ('<p><time datetime="2024-03-27T09:00:00+01:00">27 March</time></p>', "en"),
        ('<p><time datetime="2024-03-27">2 years ago</time></p>', "en"),
        ('<p class="meta"><abbr class="published" title="2024-03-27T09:00:00Z">on Wednesday</abbr></p>', "en"),
        ("<p>The town walked beside it for a week</p><p>By Ada</p><ul><li>Share</li></ul><p>27 March 2024</p>", "en"),
    ],
)
def test_a_date_by_the_headline_is_found_whatever_it_is_called(byline: str, lang: str) -> None:
    assert signed(byline, lang=f'lang="{lang}"').date == DAY


def test_a_date_over_the_headline_is_found_too() -> None:
    page = f"<p>27 March 2024</p><h1>Tower moves inland</h1>{PROSE}"
    assert metadata("<title>Tower moves inland</title>", page).date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The next meeting of the friends of the tower is on 5 February 2025 at the inn.",
        "Copyright 5 February 2025 The Gazette",
        "Member since 5 February 2025",
        "Received 5 February 2025",
        "Site last updated: 5 February 2025",
    ],
)
def test_other_dates_in_the_lines_under_the_headline_are_not_the_pages(line: str) -> None:
    assert signed(f"<p>{line}</p><p>27 March 2024</p>").date == DAY


def test_the_day_of_an_event_that_the_page_is_described_with_is_not_its_own() -> None:
    told = "5 February 2025, 18:00 - Rome time: a talk on the tower, and how it came inland"
    head = f'<meta name="description" content="{told}.">'
    assert signed(f"<h3>{told}</h3><p>27 March 2024</p>", head=head).date == DAY


def test_the_day_of_a_paper_is_not_that_on_which_it_was_sent_in() -> None:
    head = '<meta name="citation_date" content="2024-03-27">'
    assert signed("<p>First published 5 February 2024</p>", head=head).date == DAY


def test_dates_in_the_text_are_not_the_pages() -> None:
    assert signed("", head="").date == ""
    text = (
        PROSE
        + f"<p>On 5 February 2025 they began, and that is what this paragraph is about. {'They went on. ' * 30}</p>"
    )
    assert metadata("<title>T</title>", f"<h1>T</h1>{text}").date == ""


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("<div class='post-date'>27 March 2024</div>", DAY),
        ("<span itemprop='datePublished'>27 March 2024</span>", DAY),
        ("<p>Published: 27 March 2024</p>", DAY),
        ("<p>27 March 2024</p>", DAY),
        ("<p>27 March 2024</p><p>5 February 2025</p>", ""),
        ("<div class='comments'><time datetime='2024-03-27'>x</time></div>", ""),
        ("<aside><p class='date'>27 March 2024</p></aside>", ""),
    ],
)
def test_far_from_the_headline_a_date_must_be_marked_labelled_or_the_only_one(body: str, day: str) -> None:
    assert signed("", title="Tower moves inland").date == ""
    page = f"<h1>Tower moves inland</h1>{PROSE}{body}"
    assert metadata("<title>Tower moves inland</title>", page).date == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://g.example/2024/03/27/tower", DAY),
        ("https://g.example/2024/3/27/tower", DAY),
        ("https://g.example/news/2024-03-27-tower.html", DAY),
        ("https://g.example/news/20240327-tower.html", DAY),
        ("https://g.example/news/2024/0327/c1.html", DAY),
        ("https://g.example/world/2024/mar/27/tower", DAY),
        ("https://g.example/tower?date=2024-03-27", DAY),
        ("https://g.example/2024/13/27/tower", None),
        ("https://g.example/article/120240327", None),
        ("https://g.example/2024/03/tower", None),
        ("https://[g.example/2024/03/27/", None),
    ],
)
def test_an_address_may_have_a_day(url: str, day: str | None) -> None:
    found = day_in_address(url)
    assert (found.isoformat() if found else None) == day


def test_the_address_is_the_last_resort() -> None:
    url = "https://gazette.example/2024/03/27/tower"
    assert metadata(url=url).date == DAY
    assert metadata(ld(datePublished="2023-01-02"), url=url).date == "2023-01-02"
    assert signed("<p>Published 2 January 2023</p>", url=url).date == "2023-01-02"
    assert metadata(url="https://gazette.example/tower").date == ""


def test_a_date_without_a_label_gives_way_to_the_address() -> None:
    assert signed("<p>2 January 2023</p>", url="https://gazette.example/2024/03/27/tower").date == DAY


@pytest.mark.parametrize(
    ("head", "byline", "days"),
    [
        (ld(datePublished=DAY, dateModified="2024-03-29"), "", (DAY, "2024-03-29")),
        (ld(datePublished=DAY, dateModified="2024-03-27T23:00:00Z"), "", (DAY, "")),
        (ld(datePublished=DAY, dateModified="2024-03-20"), "", (DAY, "")),
        (ld(datePublished=DAY) + meta("article:modified_time", "2024-03-29T10:00:00Z"), "", (DAY, "2024-03-29")),
        (ld(datePublished=DAY), "<p>Updated 29 March 2024</p>", (DAY, "2024-03-29")),
        ("", "<p>Published 27 Mar 2024 09:00. Updated 29 Mar 2024 10:00</p>", (DAY, "2024-03-29")),
        ("", "<p>Updated: 29 March 2024 | Published: 27 March 2024</p>", (DAY, "2024-03-29")),
        ("", "<p>27. März 2024 - Akt.: 29. März 2024 - 21.18 Uhr</p>", (DAY, "2024-03-29")),
        (
            "",
            '<p><time datetime="2024-03-27">x</time></p><p><time class="updated" datetime="2024-03-29">y</time></p>',
            (DAY, "2024-03-29"),
        ),
        ("", "<p>Updated 29 March 2024</p>", ("2024-03-29", "2024-03-29")),
        (ld(dateModified="2024-03-29"), "", ("2024-03-29", "2024-03-29")),
    ],
)
def test_updated_is_a_day_of_its_own(head: str, byline: str, days: tuple[str, str]) -> None:
    found = signed(byline, head=head, lang='lang="de"')
    assert (found.date, found.updated) == days


@pytest.mark.parametrize(
    "word", ["Mis à jour le", "Actualizado el", "Aggiornato il", "Bijgewerkt op", "Обновлено", "Güncelleme:", "更新日"]
)
def test_updated_is_known_in_many_languages(word: str) -> None:
    assert signed(f"<p>27/03/2024</p><p>{word} 29/03/2024</p>", lang='lang="fr"').updated == "2024-03-29"


@pytest.mark.parametrize(
    ("head", "seen", "day"),
    [
        ("2024-03-28T01:30:00Z", "27 March 2024, 9:30 pm", DAY),
        ("2024-03-26T23:00Z", "27 March 2024", DAY),
        ("2024-03-28T01:30:00+01:00", "29 March 2024", "2024-03-28"),
        ("2024-08-07T12:01:51Z", "27 March 2024", DAY),
        ("2024-03-27T10:00:00Z", "5 February 2025", DAY),
    ],
)
def test_where_head_and_headline_differ_the_one_that_can_know_is_right(head: str, seen: str, day: str) -> None:
    assert signed(f"<p>{seen}</p>", head=ld(datePublished=head)).date == day


def test_days_that_are_yet_to_come_are_not_believed() -> None:
    assert metadata(ld(datePublished=ahead(1))).date == ahead(1)
    assert metadata(ld(datePublished=ahead(3))).date == ""
    assert metadata(ld(datePublished=ahead(3)) + meta("article:published_time", DAY)).date == DAY
    assert signed(f"<p>{ahead(3)}</p><p>27 March 2024</p>").date == DAY
    assert metadata(ld(datePublished=DAY, dateModified=ahead(3))).updated == ""


@pytest.mark.parametrize(
    "nothing", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "1900-01-01", "", "soon", None, [], {}]
)
def test_what_programs_write_for_no_date_is_none(nothing: object) -> None:
    assert metadata(ld(datePublished=nothing) + meta("article:published_time", DAY)).date == DAY


@pytest.mark.parametrize(
    ("lang", "url", "day"),
    [
        ("en", URL, "2024-03-04"),
        ("en-us", URL, "2024-03-04"),
        ("en-gb", URL, "2024-04-03"),
        ("en-us", "https://gazette.co.uk/x", "2024-04-03"),
        ("", "https://gazette.com.au/x", "2024-04-03"),
        ("es", URL, "2024-04-03"),
    ],
)
def test_language_and_country_say_whether_the_day_or_the_month_is_first(lang: str, url: str, day: str) -> None:
    assert signed("<p>03/04/2024</p>", lang=f'lang="{lang}"' if lang else "", url=url).date == day


def test_microdata_and_scripts_of_many_dates_cost_no_more_than_others() -> None:
    many = "".join(f"<p class='date'>{day % 28 + 1} March 2024</p>" for day in range(3000))
    assert metadata("<title>T</title>", f"<h1>T</h1>{PROSE}<div class='related'>{many}</div>").date == ""
