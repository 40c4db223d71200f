"""Short texts that stand in and around the articles of every site and are part of none: what they are by their words.

Each kind needs more than a word: the whole text is a label, or links or an invitation come with it.
"""

import re

from app.extract.scoring.asks import asks
from app.extract.scoring.board_notices import is_board_notice
from app.extract.scoring.browser_notices import is_browser_notice
from app.extract.scoring.button_words import is_button, is_row_of_buttons
from app.extract.scoring.calls import calls_reader
from app.extract.scoring.disclosures import discloses
from app.extract.scoring.feedback import asks_whether_it_helped
from app.extract.scoring.filings import is_filing
from app.extract.scoring.hints import Hints
from app.extract.scoring.interruptions import says_it_goes_on
from app.extract.scoring.leftovers import is_leftover
from app.extract.scoring.lone_headlines import is_bracketed, is_dated, is_shouted
from app.extract.scoring.offers import offers
from app.extract.scoring.placeholders import holds_place
from app.extract.scoring.reading_times import says_reading_time
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.walk import HEADING_TAGS
from app.text.words import Words

# Characters; a longer text says more than that, a shorter one is no invitation.
_LONGEST, _SHORTEST = 260, 10
_LONGEST_NOTICE, _LONGEST_ROW = 600, 120
_LINKED, _SENTENCE_LINKED = 0.3, 0.5  # the share of a line in links from which it leads elsewhere, and of a long one
_LONG = 120  # characters

# Whole, in small letters: without regard to case it takes three times as long. What stands over an advert,
_LABEL = re.compile(
    r"(?:advertisements?|ads by [\w .]{2,30}|report this ad|"
    r"advertising|advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annonce|"
    r"annons|"
    r"advertentie|mainos|reklama?|reklaam|reklāma|hirdetés|inzerce|iklan|quảng cáo|реклама|διαφήμιση|إعلان|"
    r"publicitat|publicitate|oglasi?|оглас|patalastas|(?:ma)?tangazo|რეკლამა|գովազդ|تبلیغات|آگهی|اشتہار|जाहिरात|বিজ্ঞাপন|"
    r"விளம்பரம்|ప్రకటన|ಜಾಹೀರಾತು|പരസ്യം|જાહેરાત|"
    r"פרסומת|विज्ञापन|โฆษณา|광고|广告|廣告|広告|(?:article|story) continues(?: (?:after|below)(?: (?:the |this )?"
    r"(?:ad|advertisement|advert))?)?|(?:der )?artikel geht (?:hier )?weiter|el artículo continúa|"
    r"l['’]article continue|l['’]articolo continua|o artigo continua|(?:het )?artikel gaat (?:hier(?:onder)? )?verder|"
    r"powered by (?:google )?translate|"
    r"continue reading(?: below)?|scroll to continue(?: with content)?|"
    r"haberin devamı|dalszy ciąg (?:materiału|artykułu) pod (?:wideo|materiałem wideo)|passer la publicité|"
    r"list (?:of )?\d{1,3}(?: of \d{1,3})?(?: items?)?|end of list|sponsored(?: content)?)[\s:.↓]*|"
    # where one is on the site,
    r"(?:you are here|sie sind hier|sie befinden sich hier|vous êtes ici|est[áa]s? (?:usted )?aqu[íi]|você está aqui|"
    r"está em|ti trovi (?:qui|in)|u bevindt zich hier|du är här|olet tässä|jesteś tutaj|вы (?:находитесь )?здесь|"
    r"ви тут|buradasınız|(?:您|你)?(?:当前|目前|现在|所在)?的?(?:所在)?位置)\s?[:：].{0,200}|"
    # what a row of pictures says of where in it one stands,
    r"(?:bild|foto|image|imagem|imagen|immagine|kuva|obraz|photo|picture|slide|zdjęcie)\s*\d{1,3}\s*"
    r"(?:/|av|de|di|of|sur|van|von|z)\s*\d{1,3}|1\s?/\s?\d{1,3}|\d{1,3} of \d{1,3}|"
    # how many pictures there are elsewhere,
    r"(?:photo |picture |image )?(?:gallery|fotostrecke|bilderstrecke|bildergalerie|"
    r"galerie|galería|galleria|diaporama)\s?"
    r"[:(–-].{0,60}\b\d{1,3} (?:bilder|fotos?|images|immagini|photos|pictures)\)?|"
    r"(?:see|view) (?:all |the )?(?:\d{1,3} )?(?:gallery|images|photos|pictures)(?: \(\d{1,3}\))?|"
    # that shops sell more of one thing than of others,
    r"bestseller (?:no|nr)\.? ?\d{1,2}|"
    # who made one,
    r"\(?(?:images?|photos?|photographs?|photography|pictures?|fotos?|fotografie|bild(?:er)?|imagen|imagem|immagine|"
    r"zdjęcie|fot\.|kuva|снимок|фото|图|圖|写真)(?: credits?| courtesy(?: of)?| by| via)?\s?[:：©]\s?[^.:!?]{2,50}\)?|"
    # how often it was read, and who wrote it,
    r"(?:(?:author|by|автор|posted)\b[^.!?]{0,60}\W|[\d\s.,:/-]{6,20})?(?:page views|views|hits|visitas|visualizações|"
    r"aufrufe|lectures|просмотр(?:ов|ы)|переглядів|показы|görüntülenme|阅读|浏览(?:次数|量)?|點閱)\s?[:：]\s?\d[\d\s.,]*k?|"
    # and what a post of Tumblr says of others who passed it on.
    r"[\w-]{1,40} (?:reblogged this from [\w-]{1,40}|liked this|posted this)\W?"
)
_READ_ALSO = re.compile(
    r"[\s\W]*(?:(?:also |more )?(?:read|watch|listen)(?: (?:also|more|next|now|this|here))?\b|also of interest|"
    r"see more\s*:|"
    r"click here|don'?t miss\b|"
    r"(?:more|related)(?: (?:on|about|from|stories|articles|coverage|news|reading|content|posts))?\s*:|recommended\b|"
    r"you (?:may|might) also|what to read next|(?:lesen|sehen) sie (?:auch|hier|mehr)|lesetipp|"
    r"mehr (?:zum thema|dazu)|auch interessant|"
    r"(?:à )?lire (?:aussi|également)|à (?:lire|voir) |lee? (?:también|además|más)|lea también|"
    r"te puede interesar|mira también|"
    r"leia (?:também|mais)|veja (?:também|mais)|(?:guarda|leggi|vedi|ascolta) anche|per approfondire|"
    r"potrebbe interessarti|lees (?:ook|meer)|les også|"
    r"læs også|läs (?:också|mer)|"
    r"lue (?:myös|lisää)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|čtěte také|přečtěte si|olvasd el|"
    r"citește și|"
    r"читайте (?:также|ещё)|читайте також|ayrıca oku|(?:baca|lihat|saksikan|simak|tonton) juga|xem thêm|"
    r"baca (?:lagi|selengkapnya)|"
    r"相关(?:阅读|新闻|报道)|推荐阅读|延伸閱讀|延伸阅读|相關(?:新聞|報導)|関連記事|"
    r"(?:あわせて|合わせて)読みたい|이 기사도|관련 ?기사|"
    r"още по темата|прочитајте (?:и|још)|mohlo by (?:vás|vas) (?:zajímat|zaujímať)|przeczytaj (?:też|także|również)|"
    r"ver también|vea también|"
    r"читайте ще|прочетете (?:още|и)|вижте (?:още|също)|pročitajte (?:i|još)\b|preberite (?:tudi|še)|"
    r"prečítajte si|čítajte (?:aj|tiež)|citeste si|loe (?:ka|veel|lisaks)\b|lasi arī|taip pat skaitykite|"
    r"skaitykite taip pat|(?:bunu|bunlar\w*) da oku|ilgili haber|đọc thêm|basahin (?:din|rin)|soma (?:pia|zaidi)\b|"
    r"διαβάστε (?:επίσης|ακόμ)|קראו? גם|[اأإ]قر[أا] أيض|شاهد أيض|بیشتر بخوانید|همچنین بخوانید|یہ بھی پڑھ|"
    r"lleg(?:iu|eix) també|lexo edhe|"
    r"(?:यह|ये|इसे) भी (?:प|देखें)|हे ?ही वाचा|আর[ওো]? (?:ও )?প(?:ড়|ড\u09bc)ুন|இதையும் படி|"
    r"ఇ(?:ది|వి|వీ)(?: కూడా)? చదవండి|อ่าน(?:เพิ่มเติม|ข่าว))",
    re.IGNORECASE,
)
_NETWORKS = re.compile(
    r"//(?:www\.|m\.)?(?:bsky\.app|facebook\.com|instagram\.com|linkedin\.com|t\.me|threads\.(?:com|net)|tiktok\.com|"
    r"twitter\.com|x\.com|youtube\.com)/",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"\b(?:follow (?:her|him|me|the author|them|us)\b|folgen sie|folge? (?:mir|uns)|suivez-(?:le|moi|nous)|síguen[oa]s|"
    r"síguele|siga-nos|seguici|segui(?:teci)? su|volg ons|följ oss|følg oss|seuraa meitä|śledź nas|подписывайтесь)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"newsletters?\b|\byour inbox|\bbecoming an? (?:free |paid |or ){1,3}subscriber|"
    r"(?:^|[.!?:] )\W{0,3}(?:please )?(?:sign up|subscribe) "
    r"(?:for|to|here|now|today|with your)|"
    r"whatsapp channel|"
    r"telegram channel|nieuwsbrief|"
    r"nyhetsbrev|uutiskirje|biuletyn|boletín|infolettre|push-?(?:nachrichten|notifications)|рассылк|"
    r"подписывай(?:ся|тесь) на (?:наш|канал|нас|страниц)|підписуй(?:ся|теся|тесь) на (?:наш|канал|нас)",
    re.IGNORECASE,
)
# One of these is in whatever `_LETTER` finds.
_LETTER_WORDS = Words(
    "newsletter", "inbox", "sign up", "subscribe ", "subscriber", "channel", "nieuwsbrief", "nyhetsbrev", "uutiskirje",
    "biuletyn", "boletín", "infolettre", "push", "рассылк", "подписывай", "підписуй",
)  # fmt: skip
_SUBJECTS = (
    "cookie", "newsletter", "subscri", "privacy", "datenschutz", "confidentialit", "privacidad", "integritet",
    "personvern", "persondata", "tietosuoja", "prywatno", "soukrom", "súkrom", "adatvéd", "confidențialit", "gizlilik",
    "конфиденциальн", "персональн", "приватн", "απορρήτου", "隐私", "隱私", "プライバシー", "個人情報", "개인정보",
    "الخصوصية",
    "פרטיות", "privasi",
)  # fmt: skip
_INVITES = re.compile(
    r"\b(?:sign up|subscribe|get|join|receive|register|delivered|don'?t miss|follow|want|stay|abonnieren|"
    r"bestellen|anmelden|kostenlos|"
    r"inscrivez|recevez|abonnez|suscríbete|recibe|iscriviti|ricevi|meld je|schrijf je|ontvang|prenumerera|"
    r"tilmeld|tilaa|zapisz|подписывай(?:ся|тесь)|підписуй(?:ся|теся|тесь))\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\buses? (?:of )?cookies|\b(?:accept|all|our|these|les|des|usiamo|alle|utiliza) cookies|verwende[nt]? cookies|"
    r"cookies? (?:policy|settings|preferences|richtlinie|einstellungen)",
    re.IGNORECASE,
)
# A letter of a mailing list leads to its neighbours so.
_NEIGHBOURS = re.compile(r"(?:previous|next) (?:message|post|article|by (?:date|thread))\b.{0,20}:", re.IGNORECASE)
_SHARERS = re.compile(
    r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/share|wa\.me/|"
    r"api\.whatsapp\.com|t\.me/share|"
    r"pinterest\.\w+/pin/create|reddit\.com/submit|^mailto:\?|vk\.com/share|getpocket\.com/(?:edit|save)|"
    r"bsky\.app/intent|threads\.(?:com|net)/intent|line\.me/r/msg|xing\.com/spi/shares|tumblr\.com/(?:share|widgets/share)|"
    r"service\.weibo\.com/share|^javascript:(?:window\.)?print\b|^whatsapp:|^fb-messenger:"
)


def is_furniture(block: TextBlock) -> bool:
    """Say whether a block is none of a text by its words.

    That is a label over an advert, "Read also" with its link, a headline in capitals that is one, a linked one with
    its date, an invitation to a newsletter or to follow somebody, a notice about cookies, a button, a row of them to
    share, a number in a row of pictures, a way to the next letter, the code of a plugin, or a notice that the browser
    is too old.
    """
    if block.is_furniture is None:
        block.is_furniture = _is_furniture(block)
    return block.is_furniture


def is_subject(hints: Hints) -> bool:
    """Say whether the page's title names what invitations and notices are about: there, prose with such words is
    text.
    """
    return any(word in hints.titles for word in _SUBJECTS)


def _is_furniture(block: TextBlock) -> bool:
    text, size = block.text, len(block.text)
    if size > _LONGEST:
        return size <= _LONGEST_NOTICE and _is_long_notice(block, text.lower())
    lower = text.lower()
    if block.container.tag not in HEADING_TAGS and is_button(text):
        return True
    if block.hrefs and (_NEIGHBOURS.match(text) or is_bracketed(block)):
        return True
    if block.hrefs and block.links * 2 > size and all(_SHARERS.search(href.lower()) for href in block.hrefs):
        return True
    if block.links > (_LINKED if size < _LONG else _SENTENCE_LINKED) * size and (
        _READ_ALSO.match(text) or is_shouted(block) or is_dated(block)
    ):
        return True
    if _is_label(block, lower) or (block.hrefs and is_filing(block)):
        return True
    if block.hrefs and any(map(_NETWORKS.search, block.hrefs)) and _FOLLOW.search(text):
        return True
    if asks_whether_it_helped(text, lower):
        return True
    if block.length < _SHORTEST:
        return False
    return _asks(block, lower) or _is_long_notice(block, lower) or is_browser_notice(lower)


def asks_reader(block: TextBlock) -> bool:
    """Say whether a block asks its reader for something: an address, a gift, an opinion, to follow or to report."""
    lower = block.text.lower()
    if len(lower) > _LONGEST:
        return asks(block.words, lower)
    if len(lower) > _LONG and _is_invitation(block.text, lower):
        return False  # it may tell of a letter among other things
    return asks_whether_it_helped(block.text, lower) or asks(block.words, lower) or _asks(block, lower)


def _asks(block: TextBlock, lower: str) -> bool:
    return _is_invitation(block.text, lower) or offers(lower) or calls_reader(block.text, lower)


def _is_label(block: TextBlock, lower: str) -> bool:
    """Say whether a line, in small letters `lower`, is a label, a row of buttons, or what only programs read."""
    if _LABEL.fullmatch(lower) or (not block.links and (says_it_goes_on(lower) or says_reading_time(lower))):
        return True
    is_apart = is_leftover(block.text, lower) or is_board_notice(lower)
    return is_apart or (len(lower) <= _LONGEST_ROW and _is_row(block))


def _is_row(block: TextBlock) -> bool:
    """Say whether a line is a row of buttons, among which may stand how long the text takes."""
    if len(block.slots) == 1 or block.ends_sentence:
        return False
    parts = [(element.tail if is_tail else element.text) or "" for element, is_tail in block.slots]
    return is_row_of_buttons([part for part in parts if not says_reading_time(part.strip().lower())])


def _is_long_notice(block: TextBlock, lower: str) -> bool:
    return holds_place(lower) or discloses(lower) or asks(block.words, lower)


def _is_invitation(text: str, lower: str) -> bool:
    """Say whether a text asks for something: an address for a letter, or leave to set cookies.

    Words are looked for first: searches without regard to case take ten times as long, and nearly all texts have none.
    """
    if "cookie" in lower and _COOKIES.search(text):
        return True
    return _LETTER_WORDS.are_in(lower) and bool(_LETTER.search(text) and _INVITES.search(text))
