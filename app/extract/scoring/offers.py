"""What pages offer and ask beside a text: to ask a program about it, to be preferred by a search, to be told news.

An offer names the thing and asks for it, or begins with the asking; a text about such programs only names them.
"""

import re

from app.text.words import Words

LONGEST = 200  # characters
# One of these is in each.
_WORDS = Words(
    "preferred source", "bevorzugte quelle", "source préférée", "fuente preferida", "fonte preferita",
    "fonte preferida", "voorkeursbron", "question", "summar", " ask", "ask ", " tip", "hinweis", "une info",
    "referral", "paste this link", "chatgpt", "perplexity", "tips", "explore this", "discuss this", "zusammenfass",
    "resum", "résum", "riassum", "samenvat", "要約", "fehler", "error", "mistake", "typo", "fout", "erreur",
    "erro", "błąd", "feil", "fel?",
)  # fmt: skip
_TEXT = "this (?:article|page|post|story)"
# How a sentence begins that offers something, in small letters.
_OFFER = re.compile(
    r"(?:^|[.!?…:] )\W{0,4}(?:"
    r"(?:add|make|choose|select|set) (?:\w+ ){1,5}(?:as )?(?:an?|your) preferred source\b|"
    r"bevorzugte quelle (?:bei|auf) google|"
    r"(?:ajoute[rz]|añad\w+|agreg\w+|aggiungi|adicione|voeg)\b.{3,60}(?:source préférée|fuente preferida|"
    r"fonte prefer(?:ita|ida)|voorkeursbron)|"
    rf"(?:summari[sz]e|get (?:an? )?(?:ai )?summary of|explore|discuss) {_TEXT} (?:in|using|with)\b|"
    r"ask (?:an |our )?(?:ai\b|(?:chatgpt|gemini|perplexity)(?: about\b| this\b|$))|"
    rf"(?:have|got) (?:a |any )?questions? (?:about|on) {_TEXT}|"
    r"(?:resum[ae]|resumir|résume[rz]?|riassumi|samenvatten) "
    r"(?:(?:cet article|este artículo|este artigo|l['’]articolo) )?"
    r"(?:avec|com|con|met) (?:l['’])?(?:ai|ia|chatgpt|perplexity)\b|(?:この記事を)?aiで(?:記事を)?要約|"
    # Errors that they have found.
    r"(?:(?:found|noticed|see|seen|spotted) an? (?:error|mistake|typo)|fehler (?:entdeckt|gefunden)|"
    r"fout (?:gezien|ontdekt)|(?:vous avez )?(?:repéré|trouvé|vu) une erreur|"
    r"¿(?:has |ha )?(?:detectado|encontrado|visto) (?:algún|un) error|hai trovato un errore|"
    r"encontrou (?:algum|um) erro|znalazłeś błąd|fant du en feil|hittade du (?:ett )?fel)\W{0,2}\?|"
    # News that readers have.
    r"(?:do you have|have|got) an? (?:news |story )?tip(?:\?| for us| to share)|"
    r"send us (?:a |your )?(?:news )?tips?\b|"
    r"har du (?:et |ett |en )?(?:nyhets)?tips(?:\?| til (?:denne|oss|red|sak)| till oss| om denne)|"
    r"send oss (?:et )?tips\b|tipsa? oss\b|"
    r"(?:haben sie|hast du) (?:einen )?hinweis|heb(?:t u| je) een tip(?:\?| voor (?:de red|ons))|"
    r"(?:vous avez|avez-vous) une info\b|"
    # A letter that is to be passed on.
    r"you (?:currently )?have \W{0,2}\d{1,4} referrals?\b|"
    r"(?:or )?copy (?:and|&) paste this link to (?:friends|others)\b)|"
    r"als bevorzugte quelle (?:bei google )?(?:auswählen|festlegen|hinzufügen)|"
    r"(?:artikel|beitrag|text) mit (?:ai|chatgpt|ki) zusammenfassen"
)


def offers(lower: str) -> bool:
    """Say whether a text, in small letters, is such an offer."""
    return len(lower) <= LONGEST and _WORDS.are_in(lower) and _OFFER.search(lower) is not None
