"""Questions with their answers at the end of a text are part of it, however they are folded up."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.questions import keep_questions
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, TITLE, prose, text, whole

ASKED = {
    "Is the mill open in winter?": "It is open on every Sunday with a tide by day, and the miller heats the upper floor.",
    "May one buy its flour?": "The baker sells it by the kilo, as long as there is some, from the door beside the sluice.",
    "Can children turn the wheel?": "Nobody can, since it weighs four tonnes; a model of it stands in the yard for them.",
}
QUESTIONS = {
    "headings": "<h3>{}</h3><p>{}</p>",
    "links that open": '<div class="toggle default"><h3 class="toggle-title"><a href="#"><i class="icon"></i>{}</a></h3><div class="inner"><p>{}</p></div></div>',
    "buttons": '<div class="accordion-item"><button aria-expanded="false">{}</button><div class="panel" hidden><p>{}</p></div></div>',
    "definitions": "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "details": "<details><summary>{}</summary><p>{}</p></details>",
}
WRITER = "Ann Weir has written about mills for thirty years, and lives in one with two cats and a dog called Sluice."


def _page(form: str, heading: str = "Frequently asked questions", behind: str = "") -> str:
    section = "".join(form.format(question, answer) for question, answer in ASKED.items())
    article = f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4)}</article>"
    return whole(f'<div>{article}<section class="toggles"><h2>{heading}</h2>{section}</section>{behind}</div>')


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("heading", ["Frequently Asked Questions (FAQs)", "Häufig gestellte Fragen", "よくある質問"])
def test_questions_stay_with_their_answers(name: str, heading: str) -> None:
    found = text(_page(QUESTIONS[name], heading))
    assert [each for each in (heading, *ASKED, *ASKED.values()) if each not in found] == []


def test_who_wrote_the_text_is_no_answer_to_the_last_question() -> None:
    found = text(_page(QUESTIONS["headings"], behind=f'<div class="bio-box"><div><span>{WRITER}</span></div></div>'))
    assert SENTENCES[4] in found
    assert "two cats" not in found


def _kept(answer: str) -> list[str]:
    """Return what is kept of a section behind one kept paragraph."""
    section = "".join(f"<h3>{question}</h3><p>{answer}</p>" for question in ASKED)
    page = page_text(parse(f"<body><p>{' '.join(SENTENCES[:4])}</p><h2>FAQ</h2>{section}</body>"))
    own = [True, *([False] * (len(page.blocks) - 1))]
    keep_questions(page.blocks, [0.1] * len(own), own)
    return [block.text for block, each in zip(page.blocks, own, strict=True) if each][1:]


def test_questions_that_are_longer_than_the_text_before_them_are_another_text() -> None:
    assert len(_kept("It is, on every Sunday, as long as there is a tide by day here.")) == 7
    assert _kept("It is, on every Sunday, as long as there is a tide by day here." * 9) == []


@pytest.mark.parametrize("heading", ["Questions", "Preguntas y respuestas", "Вопросы"])
def test_one_word_over_questions_is_enough(heading: str) -> None:
    found = text(_page("<div><div>{}</div></div><div><p>{}</p></div>", heading))
    assert [each for each in ASKED.values() if each not in found] == []


def test_a_title_that_says_so_does_not_hide_the_section() -> None:
    found = text(_page(QUESTIONS["headings"]).replace(TITLE, "Mill FAQ"))
    assert [each for each in ASKED.values() if each not in found] == []
