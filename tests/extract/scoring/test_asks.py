"""What sites ask for themselves, in the languages of the news, and sentences that only have the same words."""

import re

import pytest

from app.extract.scoring.asks import LONGEST, asks


def _asks(text: str) -> bool:
    return asks(re.findall(r"\w+", text.lower()), text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "We have a small favour to ask. Few have read so far.",
        "If you can, please support us from £2.",
        "The Buoy is a reader-supported magazine.",
        "We need your help!",
        "Gemeinsam für freie Presse",
        "Jetzt Mitglied werden",
        "Faites un don de cinq euros.",
        "Hazte socia desde 5 euros",
        "Seja um apoiador da Foz",
        "Diventa sostenitore",
        "You have 3 free articles remaining.",
        "Already a subscriber? Log in",
        "Try Tidewatch free for 30 days. No credit card needed.",
        "Book a short demo with our pilots",
        "Jetzt kostenlos testen: dreißig Tage",
        "Il vous reste 2 articles ce mois-ci.",
        "¿Ya eres suscriptor? Entra",
        "It looks like you’re using an ad blocker.",
        "Bitte schalten Sie Ihren Adblocker aus.",
        "Veuillez désactiver votre bloqueur de publicité.",
        "Отключите, пожалуйста, блокировщик рекламы.",
        "Republish this story",
        "How relevant is this ad to you?",
        "Did you make this recipe? Send a picture.",
        "Hai provato questa ricetta?",
        "Keep it clean. Please avoid rude words.",
        "Cite this article",
        "Thanks for signing up!",
        "Cet article a bien été ajouté à vos lectures",
        "Der Artikel wurde gespeichert",
        "Tu suscripción se está usando en otro dispositivo",
        "This article has been reviewed according to our editorial process.",
        "By signing up you agree to our terms.",
        "Al suscribirte aceptas las condiciones.",
        "Réagissez à cet article",
        "Um zu kommentieren, müssen Sie sich anmelden.",
        "Log in to listen",
        "Find out what's happening in Marlow with free updates.",
    ],
)
def test_what_a_site_asks_or_says_of_an_account_is_known(text: str) -> None:
    assert _asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We have a small favour to ask,” the paper writes under each story.",
        "The museum asked its members to support the roof fund.",
        "Mitglied werden kann jeder, der ein Boot hat.",
        "Hier unterstützen die Lotsen einander seit Jahren.",
        "Already a member of the crew at twelve, she sailed with her father.",
        "Be truthful. A letter to a landlord needs no more.",
        "Try gluten free bread with the soup.",
        "Reproduction without a mate is known of some sharks.",
        "How we reviewed the ten lanterns",
        "Blockers of adverts are used by a third of all readers, a survey found.",
        "The paper has a counter of free articles.",
        "The ferry was republished as a model in 1960.",
        "The tide was early. " * 8 + "Request a demo today.",
        "We have a small favour to ask. " + "a" * LONGEST,
    ],
)
def test_a_text_about_such_things_is_none(text: str) -> None:
    assert not _asks(text)
