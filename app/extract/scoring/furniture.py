"""Short texts that stand in and around the articles of every site and are part of none: what they are by their words.

Each kind needs more than a word: the whole text is a label, or links or an invitation come with it.
"""

import re

from app.extract.scoring.walk import IN_LIST, TextBlock
from app.text.normalize import letters

_LONGEST = 260  # characters; a longer text says more than that
_SHOUTED = 5  # words; fewer may be a name
_LINKED = 0.3  # the share of a line in links from which it leads elsewhere

_ADVERT = re.compile(
    r"(?:advertisement|advertising|advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annonce|"
    r"annons|"
    r"advertentie|mainos|reklama?|реклама|广告|廣告|広告|(?:article|story) continues (?:after|below)(?: (?:the |this )?"
    r"(?:ad|advertisement|advert))?|continue reading(?: below)?|scroll to continue|sponsored(?: content)?)[\s:.↓]*",
    re.IGNORECASE,
)
_READ_ALSO = re.compile(
    r"[\s\W]*(?:(?:also |more )?(?:read|watch|listen)(?: (?:also|more|next|now|this|here))?\b|also of interest|"
    r"click here|don'?t miss\b|"
    r"(?:more|related)(?: (?:on|from|stories|articles|coverage|news|reading|content|posts))?\s*:|recommended\b|"
    r"you (?:may|might) also|what to read next|(?:lesen|sehen) sie (?:auch|hier|mehr)|lesetipp|"
    r"mehr (?:zum thema|dazu)|auch interessant|"
    r"(?:à )?lire (?:aussi|également)|à (?:lire|voir) |lee? (?:también|además|más)|lea también|"
    r"te puede interesar|mira también|"
    r"leia (?:também|mais)|veja (?:também|mais)|leggi anche|potrebbe interessarti|lees (?:ook|meer)|les også|"
    r"læs også|läs (?:också|mer)|"
    r"lue (?:myös|lisää)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|čtěte také|přečtěte si|olvasd el|"
    r"citește și|"
    r"читайте (?:также|ещё)|читайте також|ayrıca oku|baca juga|xem thêm|相关(?:阅读|新闻|报道)|"
    r"推荐阅读|延伸閱讀|関連記事|이 기사도)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"newsletters?\b|\byour inbox|(?:^|[.!?:] )\W{0,3}(?:please )?(?:sign up|subscribe) (?:for|to|here|now|today)|"
    r"whatsapp channel|"
    r"telegram channel|nieuwsbrief|"
    r"nyhetsbrev|uutiskirje|biuletyn|boletín|infolettre|push-?(?:nachrichten|notifications)|рассылк",
    re.IGNORECASE,
)
# One of these is in whatever `_LETTER` finds.
_LETTER_WORDS = (
    "newsletter", "inbox", "sign up", "subscribe ", "channel", "nieuwsbrief", "nyhetsbrev", "uutiskirje", "biuletyn",
    "boletín", "infolettre", "push", "рассылк",
)  # fmt: skip
_LONGEST_CONSENT = 600  # characters
# A word for what is not loaded yet, and words of which one stands beside it; a row a language.
_CONSENT = (
    (
        "this content",
        ("your permission before", "third-party cookies", "consent to cookies", "accept cookies", "allow cookies"),
    ),
    ("content provided by", ("your permission before", "may be using cookies")),
    ("externe", ("inhalt angezeigt wird", "inhalte angezeigt werden", "drittplattformen", "inhalt anzeigen")),
    ("an dieser stelle", ("externen inhalt", "externer inhalt", "inhalte von drittanbietern")),
    ("ce contenu", ("bloqué car", "accepter les cookies", "dépôt de cookies", "fournisseurs tiers")),
    ("este contenido", ("aceptar las cookies", "cookies de terceros", "acepta las cookies")),
    ("este conteúdo", ("aceitar os cookies", "cookies de terceiros")),
    ("questo contenuto", ("accettare i cookie", "cookie di terze parti")),
    ("deze inhoud", ("cookies accepteren", "cookies van derden", "toestemming")),
    ("dette innholdet", ("godta", "informasjonskapsler")),
    ("ta treść", ("plików cookie", "pliki cookie")),
)
_LONGEST_SOURCES = 40  # characters of such a heading
_SOURCES = frozenset(
    map(
        letters,
        """sources, references, notes, footnotes, endnotes, bibliography, works cited, further reading, see also,
        external links, sources and notes, notes and references, quellen, einzelnachweise, literatur, anmerkungen,
        fußnoten, quellen und literatur, siehe auch, weblinks, références, notes et références, bibliographie,
        voir aussi, fuentes, referencias, notas, bibliografía, véase también, enlaces externos, fonti, note,
        bibliografia, riferimenti, voci correlate, fontes, referências, ver também, bronnen, referenties, noten,
        zie ook, källor, referenser, noter, se även, kilder, referanser, se også, lähteet, viitteet, katso myös,
        źródła, przypisy, zobacz też, zdroje, poznámky, literatura, források, jegyzetek, surse, kaynakça, kaynaklar,
        dipnotlar, источники, примечания, литература, ссылки, см. также, джерела, примітки, πηγές, παραπομπές,
        参考文献, 出典, 脚注, 参考资料, 注释, 参考來源, 参见, 참고 문헌, 출처, 각주, المصادر, المراجع""".split(","),
    )
)
_INVITES = re.compile(
    r"\b(?:sign up|subscribe|get|join|receive|register|delivered|don'?t miss|follow|want|stay|abonnieren|"
    r"bestellen|anmelden|kostenlos|"
    r"inscrivez|recevez|abonnez|suscríbete|recibe|iscriviti|ricevi|meld je|schrijf je|ontvang|prenumerera|"
    r"tilmeld|tilaa|zapisz)\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\buses? (?:of )?cookies|\b(?:accept|all|our|these|les|des|usiamo|alle|utiliza) cookies|verwende[nt]? cookies|"
    r"cookies? (?:policy|settings|preferences|richtlinie|einstellungen)",
    re.IGNORECASE,
)
_SHARERS = re.compile(
    r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/share|wa\.me/|"
    r"api\.whatsapp\.com|t\.me/share|"
    r"pinterest\.\w+/pin/create|reddit\.com/submit|^mailto:\?|vk\.com/share",
    re.IGNORECASE,
)


def is_furniture(block: TextBlock) -> bool:
    """Say whether a block is a label over an advert, "Read also" with its link, a headline in capitals that is one, an
    invitation to a newsletter, a notice about cookies, or a row of buttons to share."""
    text, size = block.text, len(block.text)
    if size > _LONGEST:
        return size <= _LONGEST_CONSENT and _asks_for_consent(text.lower())
    if block.hrefs and block.links * 2 > size and all(_SHARERS.search(href) for href in block.hrefs):
        return True
    if block.links > _LINKED * size and (_READ_ALSO.match(text) or _is_shouted(block)):
        return True
    return _ADVERT.fullmatch(text) is not None or _is_invitation(text) or _asks_for_consent(text.lower())


def _asks_for_consent(lower: str) -> bool:
    """Say whether a text stands in the place of something from elsewhere until a reader agrees to have it loaded."""
    return any(one in lower and any(each in lower for each in others) for one, others in _CONSENT)


def says_sources(block: TextBlock) -> bool:
    """Say whether a heading announces what a text rests on: sources, notes, further reading."""
    return len(block.text) < _LONGEST_SOURCES and letters(block.text) in _SOURCES


def _is_shouted(block: TextBlock) -> bool:
    """Say whether a line of its own is nothing but the headline of another story, in capitals."""
    is_line = not block.container.level and not block.container.flags & IN_LIST
    return is_line and block.text.isupper() and block.links * 10 > len(block.text) * 9 and len(block.words) >= _SHOUTED


def _is_invitation(text: str) -> bool:
    """Say whether a text asks for something: an address for a letter, or leave to set cookies.

    Words are looked for first: searches without regard to case take ten times as long, and nearly all texts have none.
    """
    lower = text.lower()
    if "cookie" in lower and _COOKIES.search(text):
        return True
    return any(word in lower for word in _LETTER_WORDS) and bool(_LETTER.search(text) and _INVITES.search(text))
