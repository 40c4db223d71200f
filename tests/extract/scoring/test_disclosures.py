"""What sites say of themselves: that links pay them, that a machine reads; and what texts say of others who are paid."""

import pytest

from app.extract.scoring.disclosures import LONGEST, discloses
from tests.extract.scoring.pages import inside, text


@pytest.mark.parametrize(
    "said",
    [
        "We may earn a commission if you buy through links on our site. Here’s how it works.",
        "This post contains affiliate links.",
        "As an Amazon Associate I earn from what you buy, an affiliate of others, too.",
        "Purchases made through our links may earn us a commission.",
        "Mit * gekennzeichnete Links sind Affiliate-Links. Kaufen Sie darüber, erhalten wir eine Provision.",
        "Cet article contient des liens affiliés : nous pouvons percevoir une commission sur vos achats.",
        "Este texto incluye enlaces de afiliación y podemos recibir una comisión por las compras.",
        "L’articolo contiene link di affiliazione: potremmo ricevere una commissione.",
        "Why you can trust the Gazette: our reviewers test each kettle for hours before they say a word of it.",
        "This audio was created using AI, and no reader was hurt.",
        "Letzte Aktualisierung am 2.02.2024 / Affiliate Links / Bilder von der Amazon Product Advertising API",
        "We check over 3 million products every day for the best prices",
        "This audio is auto-generated. Please let us know if you have feedback.",
        "Dieser Artikel wurde mit einer künstlichen Stimme eingelesen.",
    ],
)
def test_what_a_site_discloses_is_none_of_the_text(said: str) -> None:
    assert discloses(said.lower())
    assert said not in text(inside(f"<p>{said}</p>"))


@pytest.mark.parametrize(
    "said",
    [
        "Travel agents recommend insurance because they get a commission when you buy it.",
        "The commission said that it would hear the ferrymen in May.",
        "Why you can trust a kettle that whistles is a question of its spring.",
        "You earn a commission if somebody buys through your link, said the teacher of the course.",
        "Der Händler verlangt zehn Prozent Provision.",
        "We may earn a commission. " + "x" * LONGEST,
    ],
)
def test_what_a_text_says_of_others_is_text(said: str) -> None:
    assert not discloses(said.lower())
