"""Of a page that asks a question all answers are kept whole, those far below too."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.answers import keep_answers
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, prose, text, whole

FORMS = {
    "items of a list": '<div class="List-item"><div class="Card x1" itemprop="{kind}"><b>R</b><div class="css-37a">{body}</div><a href="/v">12 votes</a></div></div>',
    "lists": '<ul><li itemprop="{kind}" itemscope><div><div class="body">{body}</div><p class="by"><a href="/u/1">R</a></p></div></li></ul>',
    "rows of tables": '<table class="answer" itemprop="{kind}"><tr><td class="votes">3</td><td class="cell">{body}</td></tr></table>',
}


def _page(form: str, bodies: list[str]) -> str:
    kinds = ["acceptedAnswer"] + ["suggestedAnswer"] * len(bodies)
    answers = "".join(form.format(kind=kind, body=body) for kind, body in zip(kinds, bodies, strict=False))
    return whole(
        f"<div><h1>Why does the mill turn at low water?</h1><p>{SENTENCES[1]}</p><h2>Answers</h2>{answers}</div>"
    )


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_is_whole(name: str) -> None:
    bodies = [prose(0, 2, 3), prose(4, 5, 6), "<p>See above.</p><p>(1) Water.</p><p>(2) Salt, too.</p>" + prose(7)]
    found = text(_page(FORMS[name], bodies))
    assert [each for each in (*SENTENCES[2:], "(1) Water.", "(2) Salt, too.") if each not in found] == []
    assert "votes" not in found


def _kept(markup: str, kept: set[str], score: float = 0.06) -> list[str]:
    page: PageText = page_text(parse(f"<body>{markup}</body>"))
    chosen = [block.text in kept for block in page.blocks]
    keep_answers(page, [score] * len(chosen), chosen)
    return [block.text for block, own in zip(page.blocks, chosen, strict=True) if own]


ANSWER = '<div class="a" itemprop="suggestedAnswer"><p class="t">{}</p><p class="t">{}</p><i class="s">{}</i></div>'
TWO = ANSWER.format("One", "two", "Share") + ANSWER.format("Three", "four", "Share")


def test_what_stands_as_kept_text_does_is_kept_and_nothing_else() -> None:
    assert _kept(TWO, {"One", "two"}) == ["One", "two", "Three", "four"]


def test_where_nothing_is_kept_or_scores_are_nought_nothing_comes() -> None:
    assert _kept(TWO, set()) == []
    assert _kept(TWO, {"One", "two"}, score=0.01) == ["One", "two"]


def test_one_answer_alone_is_judged_as_any_text() -> None:
    assert _kept(ANSWER.format("One", "two", "Share"), {"One"}) == ["One"]
