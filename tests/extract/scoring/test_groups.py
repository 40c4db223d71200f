"""Tables and lists among the paragraphs; `test_choice.py` has what is general about them."""

import pytest

from tests.extract.scoring.pages import SENTENCES, inside, prose, text, whole
from tests.extract.scoring.test_choice import LINE, chosen

ROWS = "".join(f"<tr><td>19{year}</td><td>{year * 37 % 990}</td></tr>" for year in range(31, 39))
TABLE = f"<table>{ROWS}</table>"


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<div class=tw>{}</div>",
        "<div class=table-responsive><div class=scroll>{}</div></div>",
        "<h2>Results</h2><div>{}</div>",
        "<div class=tbl>{}<p class=note>Source: the log</p></div>",
        "<figure>{}<figcaption>Flour by year</figcaption></figure>",
        "<section><p>Kilos a year</p>{}</section>",
    ],
)
def test_a_table_of_numbers_between_paragraphs_stays(around: str) -> None:
    found = text(inside(around.format(TABLE)))
    assert "1931" in found
    assert "1938" in found


def test_a_table_at_the_end_of_a_text_stays() -> None:
    assert "1938" in text(whole(f"<article><h1>Mills</h1>{prose(0, 1, 2)}<h2>Results</h2>{TABLE}</article>"))


def test_a_table_of_links_at_the_end_goes() -> None:
    links = "".join(f'<tr><td><a href="/{number}">Other mill {number}</a></td></tr>' for number in range(8))
    found = text(whole(f"<article><h1>Mills</h1>{prose(0, 1, 2)}</article><table>{links}</table>"))
    assert SENTENCES[2] in found
    assert "Other mill" not in found


def test_a_list_that_is_mostly_furniture_goes_whole() -> None:
    ways = "<li><a href=/1>Previous message: Tides</a></li><li><a href=/3>Next message: Flour</a></li>"
    body = f"<p>{LINE}</p><ul>{ways}<li>By day</li></ul><p>{LINE}</p>"
    assert chosen(body, 0.9, 0.6, 0.6, 0.9, 0.9) == [LINE, LINE]


def test_a_label_in_an_entry_that_says_more_goes_alone() -> None:
    entries = "".join(f"<li><p>0{n} of 03</p><h2>Wheel {n}</h2><p>{SENTENCES[n]}</p></li>" for n in range(3))
    found = text(inside(f"<ol>{entries}</ol>"))
    assert "of 03" not in found
    assert "Wheel 2" in found


@pytest.mark.parametrize("names", ["", " class=infobox", " class=facts"])
def test_a_table_between_a_headline_of_two_words_and_the_text_stays(names: str) -> None:
    facts = f"<table{names}><tr><th>Length</th><td>120 m</td></tr><tr><th>Built</th><td>1923</td></tr></table>"
    found = text(whole(f"<main><article><h1>Ship Anna</h1>{facts}{prose(0, 1, 2, 3)}</article></main>"))
    assert "120 m" in found
    assert "1923" in found


def test_a_table_with_heads_under_a_heading_goes_on_with_the_only_paragraph_before() -> None:
    rows = "<tr><th>Hall A</th><th>Hall B</th></tr><tr><td>Knots</td><td>Hemp</td></tr>"
    body = f"<p>{LINE}</p><h2>Thursday</h2><table>{rows}</table>"
    assert chosen(body, 0.9, 0.3, 0.1, 0.1, 0.1, 0.1)[1:] == ["Thursday", "Hall A", "Hall B", "Knots", "Hemp"]
    assert chosen(body.replace("th>", "td>"), 0.9, 0.3, 0.1, 0.1, 0.1, 0.1) == [LINE]


HEADS = "<tr><th>Place</th><th>Mill</th><th>Won</th><th>Lost</th></tr>"
NAMES = ("Kestrel", "Thornby", "Aldwick", "Saltash", "Drumore")


def test_a_table_whose_rows_are_about_something_that_is_linked_stays() -> None:
    rows = (
        f'<tr><td>{at}</td><th><a href="/m/{at}">{name} Mill</a></th><td>{90 - at}</td><td>{at}</td></tr>'
        for at, name in enumerate(NAMES)
    )
    found = text(inside(f"<table>{HEADS}{''.join(rows)}</table>"))
    assert "Kestrel Mill" in found
    assert "Drumore Mill" in found


@pytest.mark.parametrize("linked", [1, 2])
def test_a_table_of_results_stays_whose_teams_are_linked(linked: int) -> None:
    teams = [("/a/{}", "{} Rovers"), ("/b/{}", "{} United")]
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td><a href={href.format(at)}>{said.format(name)}</a></td>"
            if place < linked
            else f"<td>{said.format(name)}</td>"
            for place, (href, said) in enumerate(teams)
        )
        + f"<td>{at}:2</td></tr>"
        for at, name in enumerate(NAMES)
    )
    heads = "<tr><th>Home</th><th>Away</th><th>Score</th></tr>"
    found = text(whole(f"<article><h1>Results of the day</h1>{prose(0, 1, 2)}<table>{heads}{rows}</table></article>"))
    assert "Kestrel Rovers" in found
    assert "Drumore United" in found
    assert "4:2" in found


def test_a_calendar_of_days_that_lead_on_goes() -> None:
    days = (
        "".join(f"<td>{day}</td>" for day in range(31, 36))
        + '<td><a href="/36">36</a></td><td><a href="/37">37</a></td>'
    )
    calendar = f"<table>{'<tr>' + '<th>M</th>' * 7 + '</tr>'}<tr>{days}</tr></table>"
    assert "36" not in text(whole(f"<article><h1>Mills</h1>{prose(0, 1, 2)}</article><div>{calendar}</div>"))


@pytest.mark.parametrize(
    "beside",
    ["<td>Senior Member</td>", "<td>Senior Member<br>Joined in 2009</td>"],
)
def test_what_a_cell_says_in_sentences_stays_beside_what_is_said_of_its_author(beside: str) -> None:
    lines = 1 + beside.count("<br>")
    post = f"<table><tr><td>Monday, 10:11</td></tr><tr>{beside}<td>{LINE}</td></tr><tr><td>Old ropes</td></tr></table>"
    assert chosen(post, *[0.01] * (lines + 1), 0.6, 0.01) == [LINE]


def test_a_cell_of_links_or_a_short_one_does_not() -> None:
    table = f"<table><tr><td>Rank</td><td>Master</td></tr><tr><td>Ship</td><td><a href=/x>{LINE}</a></td></tr></table>"
    assert chosen(f"<p>{LINE * 3}</p>{table}", 0.9, 0.1, 0.6, 0.1, 0.6) == [LINE * 3]


@pytest.mark.parametrize("name", ["navbox", "navbar", "vertical-navbox wide"])
def test_a_bar_of_links_in_the_box_of_the_text_is_none_of_it(name: str) -> None:
    links = "".join(f"<td><a href=/{n}>Mill of the creek {n}</a></td>" for n in range(4))
    bar = f"<table class={name!r}><tr><th>Mills</th>{links}</tr></table>"
    body = f"<p>{LINE}</p><p>{LINE}</p>{bar}"
    assert chosen(body, 0.9, 0.9, *[0.3] * 5) == [LINE, LINE]
    assert len(chosen(body.replace("nav", "x"), 0.9, 0.9, *[0.3] * 5)) > 2


def test_terms_between_the_headline_and_the_text_stay() -> None:
    terms = "<dl class=related><dt>Date</dt><dd>Saturday</dd><dt>Place</dt><dd>The pier</dd></dl>"
    body = f"<h1>Night of the lamps</h1>{terms}<div><p>{LINE}</p><p>{LINE}</p></div>"
    assert "The pier" in chosen(body, 0.3, 0.2, 0.1, 0.2, 0.2, 0.9, 0.9)


def test_a_cell_of_links_beside_one_of_text_is_a_menu() -> None:
    links = "<br>".join(f"<a href={name}.htm>{name}</a>" for name in ("Home", "Links", "Guests"))
    page = f"<center><table><tr><td>{links}</td><td>{LINE}<br><br>{LINE}</td></tr></table></center>"
    assert chosen(page, 0.01, 0.02, 0.07, 0.9, 0.9) == [LINE, LINE]
    assert chosen(page, 0.3, 0.3, 0.3, 0.9, 0.9) == ["Home", "Links", "Guests", LINE, LINE]


def test_what_a_line_announces_stays_on_a_page_of_hardly_anything_else() -> None:
    body = f"<div><p>Harbours are for all but:</p><dl><dt>a.</dt><dd>ponds;</dd></dl></div><p>{LINE}</p>"
    assert chosen(body, 0.6, 0.2, 0.2, 0.9) == ["Harbours are for all but:", "a.", "ponds;", LINE]
