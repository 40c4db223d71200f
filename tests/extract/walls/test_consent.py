"""How much of a page is about consent, and what may be pressed on it."""

import pytest

from app.errors import Walled
from app.extract.page import extract_page
from app.extract.walls.consent import share_of_consent

URL = "https://harbour.example/story"
# Each says what is stored, what becomes of those who refuse, and where those sign in who pay.
PAY_OR_CONSENT = {
    "Italian": (
        "Noi e 874 terzi archiviamo informazioni sul dispositivo e trattiamo dati personali per gli annunci.",
        "Se rifiuti, dovrai abbonarti per leggere il sito.",
        "Accetta e continua",
        "Rifiuta e abbonati",
    ),
    "Spanish": (
        "Nosotros y 212 terceros guardamos datos en su equipo y tratamos datos personales para mostrar anuncios.",
        "Si los rechaza, puede leer el diario con una cuota mensual.",
        "Aceptar y seguir",
        "Rechazar y pagar",
    ),
    "German": (
        "Wir und 87 Dritte lesen Angaben auf Ihrem Gerät und verarbeiten personenbezogene Daten für Werbung.",
        "Wenn Sie ablehnen, lesen Sie uns mit einem Pur-Abo für drei Euro im Monat.",
        "Akzeptieren und weiter",
        "Ablehnen und zahlen",
    ),
    "French": (
        "Nous et 412 tiers lisons votre appareil et traitons vos données personnelles pour la publicité.",
        "Si vous refusez, la lecture du journal est payante.",
        "Accepter et continuer",
        "Refuser et s'abonner",
    ),
}


def page(language: str) -> str:
    stored, otherwise, accept, refuse = PAY_OR_CONSENT[language]
    return (
        f"<html><title>Il Porto</title><body><h2>Il Porto</h2><p>{stored}</p><p>{otherwise}</p><button>{accept}</button>"
        f"<button>{refuse}</button><p><a href='/in'>Log in</a></p></body></html>"
    )


@pytest.mark.parametrize("language", PAY_OR_CONSENT)
def test_a_page_that_lets_accept_or_pay_asks_for_consent(language: str) -> None:
    with pytest.raises(Walled) as raised:
        extract_page(page(language), URL)
    assert "asks for consent" in raised.value.sentence


def test_a_note_on_what_a_town_refused_is_read() -> None:
    text = "The council has refused the advert for the pier. It accepts one for the ferry, which sails at noon again."
    buttons = "<button>Accept cookies</button><button>Reject</button>"
    assert extract_page(f"<html><title>Pier</title><body>{buttons}<h1>Pier</h1><p>{text * 2}</p></body></html>", URL)


def test_what_gives_and_what_refuses_consent_is_about_it() -> None:
    assert share_of_consent("we use cookies for this. reject them and pay. the ferry sails at noon") == 2 / 3
    assert share_of_consent("accept all of them. cookies") == 1
    assert share_of_consent("") == 0
