"""The sentence that WordPress puts behind each text of a feed: what it is called, and where it appeared first."""

from collections.abc import Sequence

LONGEST = 300  # characters from its beginning to its verb, and from there to the end of the text

# How it begins and what stands between the title and the name of the site, as its translations have it.
_NOTES: Sequence[tuple[str, str]] = (
    ("A(z) ", " bejegyzés először "),
    ("Articolul ", " apare prima dată în "),
    ("Artikkeli ", " julkaistiin ensimmäisen kerran "),
    ("Artykuł ", " pochodzi z serwisu "),
    ("Der Beitrag ", " erschien zuerst auf "),
    ("Het bericht ", " verscheen eerst op "),
    ("Indlægget ", " blev først udgivet på "),
    ("Inlägget ", " dök först upp på "),
    ("Innlegget ", " dukket først opp på "),
    ("La entrada ", " aparece primero en "),
    ("La entrada ", " se publicó primero en "),
    ("L'articolo ", " proviene da "),
    ("L’articolo ", " proviene da "),
    ("L'article ", " est apparu en premier sur "),
    ("L’article ", " est apparu en premier sur "),
    ("L'entrada ", " ha aparegut primer a "),
    ("O conteúdo ", " aparece primeiro em "),
    ("O post ", " apareceu primeiro em "),
    ("Příspěvek ", " pochází z "),
    ("The post ", " appeared first on "),
    ("The post ", " first appeared on "),
    ("Το άρθρο ", " εμφανίστηκε πρώτα στο "),
    ("Запись ", " впервые появилась "),
    ("Повідомлення ", " з'явилися спочатку на "),
    ("Сообщение ", " появились сначала на "),
    ("投稿 ", " に最初に表示されました"),
)


def without_origin_note(text: str) -> str:
    """Return a text without such a sentence at its end."""
    for beginning, verb in _NOTES:
        place = text.rfind(verb, max(len(text) - LONGEST - len(verb), 0))
        start = text.rfind(beginning, max(place - LONGEST, 0), place) if place >= 0 else -1
        if start >= 0:
            return text[:start].rstrip()
    return text
