"""What asks for consent to cookies over a page with a text of its own is none of that text."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, prose, text, whole

ASKED = "We and our 214 partners use cookies and the like to store and read data on your device, and need your consent for it."
CHOICES = "<p>You may withdraw your consent at any time in the settings at the foot of each page that we have made.</p>"
ARTICLE = f"<main><article><h1>{TITLE}</h1><p>{SENTENCES[0]}</p></article></main>"

# Boxes, by what tells that they ask.
BOXES = {
    "a dialog": '<dialog open><h2>Your privacy</h2><p>{}</p></dialog>',
    "a role": '<div role="dialog"><h2>Your privacy</h2><p>{}</p></div>',
    "a role of an alert": '<section role="alertdialog"><p>{}</p></section>',
    "a label": '<section aria-label="Cookie consent"><p>{}</p></section>',
    "a maker": '<div id="usercentrics-root"><div class="text"><p>{}</p></div></div>',
    "another maker": '<div class="didomi-popup-container"><p>{}</p></div>',
    "a plugin": '<div id="BorlabsCookieBox"><p>{}</p></div>',
    "a word": '<div class="cookie-layer"><div><p>{}</p></div></div>',
}  # fmt: skip


@pytest.mark.parametrize("name", BOXES)
@pytest.mark.parametrize("place", ["{box}{article}", "{article}{box}"])
def test_a_box_that_asks_for_consent_is_no_text(name: str, place: str) -> None:
    page = whole(place.format(box=BOXES[name].format(ASKED + CHOICES * 4), article=ARTICLE))
    found = text(page)
    assert SENTENCES[0] in found
    assert "partners" not in found
    assert "withdraw" not in found


@pytest.mark.parametrize("name", BOXES)
def test_such_a_box_with_another_text_in_it_is_one(name: str) -> None:
    found = text(whole(f"<article><h1>{TITLE}</h1>{BOXES[name].format(SENTENCES[1])}{prose(2, 3, 4, 5)}</article>"))
    assert SENTENCES[5] in found


@pytest.mark.parametrize("kind", ["article", "main"])
def test_an_article_about_consent_in_an_element_named_for_it_is_one(kind: str) -> None:
    body = f"<{kind} class=cookie-policy><h1>Our choices</h1><p>{ASKED}</p>{CHOICES * 2}</{kind}>"
    assert "withdraw your consent" in text(whole(body))
