"""Pages that are nothing but what others have at their foot: terms of use, notices of privacy, imprints.

The model has learned to leave out whatever speaks of cookies, accounts and subscriptions. Where the title of the page
says that this is what the page is for, all of it stays that stands around the headline.
"""

from app.extract.scoring.attributes import ASIDE_ROLE, BIT, IN_H1
from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import Container, PageText, TextBlock
from app.text.normalize import letters

# With what their titles begin, by language.
TITLES = {
    "cs": "obchodní podmínky, podmínky užití, ochrana osobních údajů, zásady ochrany osobních údajů",
    "da": "handelsbetingelser, privatlivspolitik, persondatapolitik",
    "de": "allgemeine geschäftsbedingungen, agb, datenschutz, impressum, nutzungsbedingungen",
    "en": """acceptable use policy, community guidelines, cookie notice, cookie policy, legal notice, privacy notice,
        privacy policy, privacy statement, terms and conditions, terms & conditions, terms of sale, terms of service,
        terms of use, user agreement""",
    "es": "aviso legal, condiciones de uso, política de cookies, política de privacidad, términos y condiciones",
    "fi": "käyttöehdot, tietosuojaseloste",
    "fr": """conditions générales, conditions d'utilisation, mentions légales, politique de confidentialité,
        politique de cookies""",
    "hu": "adatkezelési tájékoztató, általános szerződési feltételek, impresszum",
    "it": "condizioni d'uso, informativa sulla privacy, note legali, termini e condizioni",
    "ja": "プライバシーポリシー, 利用規約, 特定商取引法に基づく表記",
    "ko": "개인정보 처리방침, 개인정보처리방침, 이용약관",
    "nl": "algemene voorwaarden, gebruiksvoorwaarden, privacybeleid, privacyverklaring",
    "no": "brukervilkår, personvernerklæring",
    "pl": "polityka prywatności, regulamin serwisu",
    "pt": "política de privacidade, termos de uso, termos de serviço, termos e condições",
    "ru": "политика конфиденциальности, пользовательское соглашение, условия использования",
    "sv": "användarvillkor, integritetspolicy, personuppgiftspolicy",
    "tr": "gizlilik politikası, kullanım koşulları",
    "uk": "політика конфіденційності, умови використання",
    "zh": "服务条款, 服務條款, 用户协议, 隐私政策, 隱私權政策",
}
_BEGINNINGS = tuple(letters(title) for titles in TITLES.values() for title in titles.split(","))
_LONGEST_TITLE = 40  # letters: a story about such terms says more
_MOST_OF_TEXT = 0.5  # of the page's characters without links, which stand in the box of the headline
_MOST_KEPT = 0.8  # of the same in the box
_LINKED = 0.5  # of the characters of a block
_BESIDE = BIT["aside"] | BIT["footer"] | BIT["form"] | BIT["nav"] | ASIDE_ROLE


def keep_own_notice(page: PageText, kept: list[bool], hints: Hints) -> None:
    """Keep, in place, all that follows the headline in its box, where title and headline name such a page."""
    if not any(map(_names_notice, hints.titles.split("\n"))):
        return
    headline = next((at for at, block in enumerate(page.blocks) if _is_headline(block)), None)
    box = _box_of(page, headline) if headline is not None else None
    if headline is None or box is None or _is_kept(page, kept, box):
        return
    for at in range(headline + 1, box.end):
        block = page.blocks[at]
        is_linked = block.links > _LINKED * len(block.text) and not block.container.level
        if not (is_linked or block.container.flags & ~box.flags & _BESIDE):
            kept[at] = True


def _is_kept(page: PageText, kept: list[bool], box: Container) -> bool:
    """Say whether most of a box is kept anyway: what is left is when it was written, and by whom."""
    own = sum(page.blocks[at].length for at in range(box.first, box.end) if kept[at])
    return own >= _MOST_KEPT * (box.length - box.links)


def _names_notice(title: str) -> bool:
    return 0 < len(title) <= _LONGEST_TITLE and title.startswith(_BEGINNINGS)


def _is_headline(block: TextBlock) -> bool:
    return bool(block.container.flags & IN_H1) and _names_notice(letters(block.text))


def _box_of(page: PageText, headline: int) -> Container | None:
    """Return the smallest box around the headline that holds most of what the page says without links."""
    said = sum(block.length - block.links for block in page.blocks)
    around = page.blocks[headline].container.outward()
    return next((each for each in around if each.length - each.links > _MOST_OF_TEXT * said), None)
