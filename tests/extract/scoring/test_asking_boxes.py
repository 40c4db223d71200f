"""A small box that asks goes as a whole, whatever else stands in it; a box of the text stays."""

import pytest

from tests.extract.scoring.pages import SENTENCES, inside, prose, text, whole

PLEDGE = "Each morning our four reporters walk along the quay and write down what they see there, for everybody."


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=plea><h3>Before you go</h3><p>We have a small favour to ask.</p><p>{PLEDGE}</p></div>",
        f"<aside class=zz><p>You are using an ad blocker.</p><p>{PLEDGE}</p></aside>",
        f"<div class=q7><p>Republish this story</p><ul><li>{PLEDGE}</li><li>Name the mill.</li></ul></div>",
        f"<section class=offer><p>{PLEDGE}</p><p>Start your free trial today</p><p>No credit card required</p></section>",
        f"<div class=nl><p>The Creek</p><p>{PLEDGE}</p><a href=/nl>Sign me up</a><p>By signing up you agree to our terms.</p></div>",
        f"<div class=box><p>Abonnieren Sie unseren Newsletter.</p><p>{PLEDGE}</p></div>",
    ],
)
def test_what_stands_in_a_box_that_asks_is_none_of_the_text(box: str) -> None:
    found = text(inside(box))
    assert PLEDGE not in found
    assert "Name the mill" not in found
    assert SENTENCES[2] in found
    assert SENTENCES[3] in found


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=part><p>{PLEDGE}</p><p>{SENTENCES[6]}</p><p>{SENTENCES[7]}</p><p>Republish this story</p></div>",
        f"<div class=part>{prose(6)}</div><div class=part><p>Republish this story</p><p>{PLEDGE}</p></div>",
        f"<div><p>Republish this story</p><p>{PLEDGE}</p></div>",
        f"<div class=boxed><p>{PLEDGE}</p><p>The mill has no free trial.</p></div>",
    ],
)
def test_a_part_of_the_text_that_holds_a_line_that_asks_stays(box: str) -> None:
    found = text(inside(box))
    assert PLEDGE in found
    assert "Republish" not in found


def test_a_page_that_is_hardly_more_than_such_a_box_keeps_its_text() -> None:
    found = text(whole(f"<div class=post><p>Already a member? Log in</p>{prose(0, 1, 2)}</div>"))
    assert SENTENCES[0] in found
    assert SENTENCES[2] in found


def test_a_page_whose_title_is_about_letters_keeps_what_it_says_of_them() -> None:
    page = inside(f"<div class=zz><p>Subscribe to our newsletter</p><p>{PLEDGE}</p></div>")
    assert PLEDGE in text(page.replace("The tide mill grinds again", "How newsletters grind on"))
