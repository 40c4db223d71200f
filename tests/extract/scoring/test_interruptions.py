"""Lines that say that a text goes on behind an advert, a film or a picture, in the languages of the news."""

import pytest

from app.extract.scoring.interruptions import LONGEST, says_it_goes_on
from tests.extract.scoring.pages import inside, text


@pytest.mark.parametrize(
    "line",
    [
        "Story continues below advertisement",
        "The text continues below the photo.",
        "Artikel wird nach der Werbung fortgesetzt",
        "Weiter nach der Anzeige",
        "Mehr nach dem Video",
        "La suite après cette publicité",
        "El artículo continúa después del anuncio",
        "Continua após a publicidade",
        "Continua a leggere dopo la pubblicità",
        "(Tekst loopt door onder de foto.)",
        "Artikeln fortsätter efter annonsen ↓",
        "Saken fortsetter under annonsen",
        "Juttu jatkuu mainoksen jälkeen",
        "Dalsza część artykułu pod materiałem wideo",
        "Článek pokračuje pod reklamou",
        "A cikk folytatódik a hirdetés után",
        "Articolul continuă după publicitate",
        "Lanjut setelah iklan",
        "Продолжение после рекламы",
        "Η συνέχεια μετά τη διαφήμιση",
        "記事は広告の後に続きます",
        "文章在广告之后继续",
    ],
)
def test_a_line_that_says_so_is_known_and_none_of_the_text(line: str) -> None:
    assert says_it_goes_on(line.lower())
    assert line.strip("↓ ") not in text(inside(f"<div class='q2'><p>{line}</p></div>"))


@pytest.mark.parametrize(
    "line",
    [
        "He kept the photo under the bed",
        "Die Werbung geht weiter",
        "La suite du film sort en mai",
        "The film resumes",
        "Work on the pier continues",
        "The story continues, and what came after it filled a whole book about adverts " + "x" * LONGEST,
    ],
)
def test_what_only_has_the_same_words_is_text(line: str) -> None:
    assert not says_it_goes_on(line.lower())
