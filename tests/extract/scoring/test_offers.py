"""What pages offer beside a text, and texts about what is offered."""

import pytest

from app.extract.scoring.offers import offers
from tests.extract.scoring.pages import inside, text


@pytest.mark.parametrize(
    "said",
    [
        "Add The Gazette as a preferred source on Google",
        "Make us your preferred source",
        "Ajoutez La Gazette à vos sources préférées : source préférée sur Google",
        "Summarize this article with:",
        "Explore this story with ChatGPT",
        "Have a question about this article? Ask our AI assistant",
        "Gazette als bevorzugte Quelle bei Google hinzufügen",
        "Artikel mit KI zusammenfassen",
        "Résumer cet article avec l’IA",
        "Fehler gefunden? Jetzt melden.",
        "Spotted a mistake? Write to the desk.",
        "¿Has visto un error?",
        "Got a tip? Write to the desk.",
        "Har du tips til oss?",
        "Haben Sie einen Hinweis für die Redaktion?",
        "Tips oss om saken",
        "You currently have 0 referrals, only 2 away from a mug.",
        "Or copy and paste this link to others: http://gazette.example/?ref=x",
    ],
)
def test_an_offer_is_none_of_the_text(said: str) -> None:
    assert offers(said.lower())
    assert said not in text(inside(f"<p>{said}</p>"))


@pytest.mark.parametrize(
    "said",
    [
        "The miller is the preferred source of gossip in the village, she said.",
        "Do you have a tip for somebody who begins?",
        "He found a mistake in the drawing of the wheel.",
        "Ask Claude, said the baker, he knows the tides.",
        "Copy and paste this link into the field, and press the button.",
        "The clinic had twelve referrals in May.",
        "Questions about this article of the law were raised in the spring.",
    ],
)
def test_a_text_with_such_words_is_text(said: str) -> None:
    assert not offers(said.lower())
    assert said in text(inside(f"<p>{said}</p>"))
