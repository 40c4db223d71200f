"""What stands where something from elsewhere would be, until a reader agrees to have it loaded."""

import pytest

from app.extract.scoring.placeholders import holds_place


@pytest.mark.parametrize(
    "said",
    [
        "This content is provided by a video site. We ask for your permission before anything is loaded.",
        "This content cannot be displayed because of your cookie settings.",
        "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
        "Dieser Inhalt kann aufgrund Ihrer Datenschutz-Einstellungen nicht geladen werden.",
        "Aby zobaczyć tę treść, zaakceptuj pliki cookie.",
        "Empfohlener externer Inhalt",
        "Ce contenu est bloqué car vous n'avez pas accepté les cookies.",
        "Download data is not yet available.",
        "Los datos de descargas todavía no están disponibles.",
    ],
)
def test_a_placeholder_is_known(said: str) -> None:
    assert holds_place(said.lower())


@pytest.mark.parametrize(
    "said",
    [
        "This content of the chest was sold.",
        "Die externe Prüfung endet im Mai.",
        "The cookie is baked at 200 degrees.",
        "The data is not yet available.",
    ],
)
def test_a_text_with_the_same_words_is_none(said: str) -> None:
    assert not holds_place(said.lower())
