"""What opens over a page when something is clicked is none of its text."""

import pytest

from tests.extract.scoring.pages import SENTENCES, inside, text, whole

SAID = "As a reader of ours you may give ten stories a month to anybody whom you like."


@pytest.mark.parametrize(
    "box",
    [
        f"<dialog><h2>Give it</h2><p>{SAID}</p></dialog>",
        f"<div popover id=give><p>{SAID}</p></div>",
        f"<div role=status class='toast show'><p>{SAID}</p></div>",
    ],
)
def test_a_closed_dialog_a_popover_and_a_toast_go(box: str) -> None:
    found = text(inside(box))
    assert SENTENCES[0] in found
    assert SENTENCES[5] in found
    assert SAID not in found


@pytest.mark.parametrize(
    "box", [f"<dialog open><p>{SAID}</p></dialog>", f"<div popover class=footnote><p>{SAID}</p></div>"]
)
def test_an_open_dialog_and_a_note_of_the_text_stay(box: str) -> None:
    assert SAID in text(inside(box))


def test_a_dialog_that_holds_the_page_is_the_page() -> None:
    story = "".join(f"<p>{each}</p>" for each in SENTENCES)
    assert SENTENCES[4] in text(whole(f"<dialog><article><h1>The mill</h1>{story}</article></dialog>"))
