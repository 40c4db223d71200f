"""What pages say in the place of something from elsewhere until a reader agrees to have it, or cannot have it."""

from app.text.words import Words

# A word for what is not loaded, and words of which one stands beside it; a row a language and a manner.
_ROWS = (
    (
        "this content",
        Words("your permission before", "third-party cookies", "consent to cookies", "accept cookies", "allow cookies"),
    ),
    ("content provided by", Words("your permission before", "may be using cookies")),
    (
        "cookie",
        Words(
            "content cannot be displayed", "content could not be loaded", "content is blocked",
            "content is not available",
            "contenu ne peut", "contenu n'est pas disponible",
        ),
    ),
    ("externe", Words("inhalt angezeigt wird", "inhalte angezeigt werden", "drittplattformen", "inhalt anzeigen")),
    ("empfohlener", Words("externer inhalt", "redaktioneller inhalt")),
    ("mit ihrer zustimmung", Words("externes", "externe umfrage", "externer inhalt", "externe inhalte")),
    ("an dieser stelle", Words("externen inhalt", "externer inhalt", "inhalte von drittanbietern")),
    ("datenschutz", Words("dieser inhalt kann", "dieser inhalt wird", "inhalte können nicht", "inhalt nicht geladen")),
    ("ce contenu", Words("bloqué car", "accepter les cookies", "dépôt de cookies", "fournisseurs tiers")),
    ("este contenido", Words("aceptar las cookies", "cookies de terceros", "acepta las cookies")),
    ("este conteúdo", Words("aceitar os cookies", "cookies de terceiros")),
    ("questo contenuto", Words("accettare i cookie", "cookie di terze parti")),
    ("deze inhoud", Words("cookies accepteren", "cookies van derden", "toestemming")),
    ("dette innholdet", Words("godta", "informasjonskapsler")),
    ("tę treść", Words("pliki cookie", "plików cookie")),
    ("ta treść", Words("plików cookie", "pliki cookie")),
    ("download data", Words("is not yet available")),  # Open Journal Systems, in place of its chart
    ("datos de descargas", Words("no están disponibles")),
    ("data unduhan", Words("belum tersedia")),
    ("não há dados", Words("estatísticos")),
)  # fmt: skip


def holds_place(lower: str) -> bool:
    """Say whether a text, in small letters, stands in the place of something that is not loaded."""
    for one, others in _ROWS:  # noqa: SIM110 - half the time of `any`
        if one in lower and others.are_in(lower):
            return True
    return False
