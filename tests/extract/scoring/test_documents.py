"""Boxes that offer a document."""

import pytest

from app.extract.page import extract_page
from app.models import Article, text_of
from tests.extract.scoring.test_choice import LINE, chosen

TEXT = "".join(
    f"<p>The council agreed on Tuesday that pier {number} will be repaired, and the harbour master said why.</p>"
    for number in range(6)
)


def shown(box: str) -> str:
    page = f"<html><body><main><article><h1>The piers of the town</h1>{TEXT}{box}{TEXT.replace('pier', 'quay')}</article></main></body></html>"
    found = extract_page(page, "https://courier.example/news/piers-of-the-town-12345.html")
    assert isinstance(found, Article)
    return "\n".join(map(text_of, found.blocks))


@pytest.mark.parametrize("file", ["/report.pdf", "/figures.xlsx?v=2", "/minutes.docx#page=3"])
def test_the_link_to_a_document_stays_with_what_is_said_of_it(file: str) -> None:
    box = f"<div class=callout><h3>The state of our piers</h3><p>Forty pages on every pier of the coast.</p><a href={file}>Read the whole report</a></div>"
    assert "Read the whole report" in shown(box)


@pytest.mark.parametrize(
    "link", ["<a href=/news/goat>Read the whole story</a>", "<a href=/a.pdf>Read also</a> <a href=/goat>and this</a>"]
)
def test_what_leads_to_another_story_goes(link: str) -> None:
    assert "Read " not in shown(
        f"<div class=callout><h3>A stubborn goat</h3><p>It came to town once more.</p>{link}</div>"
    )


@pytest.mark.parametrize("said", ["附件：", "Anlage 1:", "Attachments:", "Приложение:", "첨부 :", "Pièces jointes :"])
def test_what_an_office_attaches_to_a_notice_stays_under_it(said: str) -> None:
    files = f"<p>{said} <a href=/a.pdf>Timetable</a></p><p><a href=/b.doc>Fares</a></p>"
    assert chosen(f"<p>{LINE}</p><div>{files}</div>", 0.9, 0.1, 0.1) == [LINE, f"{said} Timetable", "Fares"]


@pytest.mark.parametrize(
    "line", ["<a href=/a.pdf>Timetable</a>", "Annex: <a href=/annex>Timetable</a>", "Fares: <a href=/a.pdf>Timetable</a>"]
)  # fmt: skip
def test_a_link_to_something_else_or_without_such_words_does_not(line: str) -> None:
    assert chosen(f"<p>{LINE}</p><div><p>{line}</p></div>", 0.9, 0.1) == [LINE]
