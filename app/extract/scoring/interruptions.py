"""Lines that say that a text goes on behind what stands in its midst: an advert, a film, a picture.

Papers put such a line over an advert, each in words of its own: that the text goes on, where, and what is in between.
"""

import re

from app.text.words import Words

LONGEST = 70  # characters
# How one says that a text goes on, where, and behind what; a row a language.
_ROWS = (
    (
        "continu\\w{0,9}|keep reading|read on|resum\\w{0,9}",
        "after|below|under|beneath",
        "ad\\b|advert|video|photo|image|picture",
    ),
    ("mehr|weiter\\w{0,9}|fortgesetzt|fortsetzung", "nach|unter|unterhalb", "anzeige|werbung|video|bild|foto|grafik"),
    ("suite|continu\\w{0,9}|poursui\\w{0,9}|lisez", "après|sous|ci-dessous", "publicité|pub\\b|vidéo|annonce"),
    ("continúa|sigue|seguir|continua", "después|tras|debajo|bajo|després", "publicidad|anuncio|publicitat|vídeo"),
    ("continua\\w{0,9}|segue", "após|depois|abaixo", "publicidade|anúncio|propaganda|vídeo"),
    ("continua\\w{0,9}|prosegue", "dopo|sotto", "pubblicità|annuncio|video|foto"),
    ("verder|door|vervolg|vervolgt", "na|onder|onderaan", "advertentie|reclame|video|foto|afbeelding|kaart"),
    ("fortsätter|fort?setter|fortsætter|vidare|videre", "efter|etter|under", "annons|annonc|reklam|video|bil[dl]"),
    ("jatkuu", "jälkeen|alla|alapuolella", "mainoksen|mainos|videon|kuvan"),
    ("dalsz\\w{1,9}|dalej|ciąg dalszy", "pod|po|poniżej", "reklam|materiał|wideo|zdjęci|filmem"),
    ("pokračuj\\w{0,9}|pokračov\\w{0,9}|čtěte dál", "po|pod|za", "reklam|inzer|vide"),
    ("folytat\\w{0,9}", "után|alatt", "hirdetés|reklám|videó"),
    ("continuă|continuarea", "după|sub", "publicitate|reclam|video"),
    ("devam\\w{0,9}", "sonra\\w{0,9}|altında|aşağıda", "reklam\\w{0,9}|video\\w{0,9}|haber\\w{0,9}"),
    ("lanjut\\w{0,9}|berlanjut", "setelah|di bawah", "iklan|video"),
    ("tiếp tục|xem tiếp|tiếp theo", "sau|dưới", "quảng cáo|video"),
    ("продолж\\w{0,9}|далее|дальше", "после|под|ниже", "реклам|видео|фото"),
    ("продовж\\w{0,9}|далі", "після|під|нижче", "реклам|відео|фото"),
    ("продължава|наставља|nastavlja|nadaljuje|nastavak", "след|после|испод|nakon|ispod|po|pod", "реклам|reklam|oglas"),
    ("συνεχίζε\\w{0,9}|συνέχεια", "μετά|κάτω", "διαφήμισ|βίντεο"),
)
# The same in scripts that part no words.
_UNPARTED = re.compile(
    "(?:記事|本文|続き|文章|新聞|新闻|全文)?.{0,3}(?:広告|廣告|广告|動画)の?(?:後|あと|下|之後|之后|后).{0,4}(?:続|つづ|继续|繼續).{0,4}|"
    "(?:계속|이어).{0,8}광고.{0,6}|광고.{0,6}(?:계속|이어).{0,8}"
)
# One of these is in each such line.
_MIDST = Words(
    " ad", "advert", "video", "vide", "image", "photo", "picture", "foto", "bild", "bil", "anzeige", "werbung",
    "grafik", "reklam", "reclam", "annon", "iklan", "afbeelding", "kaart", "oglas", "inzer", "mainos", "mainok",
    "kuvan",
    "filmem", "wideo", "anuncio", "publicid", "publicit", "annuncio", "pub", "propaganda", "haber", "publicité",
    "pubblicità",
    "anúncio", "vídeo", "vidéo", "materiał", "zdjęci", "hirdetés", "reklám", "videó", "quảng cáo", "реклам", "видео",
    "відео", "фото", "διαφήμισ", "βίντεο", "広告", "廣告", "广告", "動画", "광고",
)  # fmt: skip
_EDGES = " .:…!()[]–—-*↓▼⬇>»"


def _orders(on: str, where: str, what: str) -> str:
    """Return the pattern of lines that say so in one language, in whatever order its grammar has the parts."""
    return (
        rf"(?:.{{0,25}}\b)?(?:{on})\b.{{0,25}}\b(?:{where})\b.{{0,14}}(?:{what})\w{{0,8}}(?: hieronder)?|"
        rf"(?:.{{0,25}}\b)?(?:{where})\b.{{0,14}}(?:{what})\w{{0,3}}.{{0,12}}\b(?:{on})|"
        rf"(?:.{{0,12}}\b)?(?:{what})\w{{0,3}}.{{0,12}}\b(?:{where})\b.{{0,12}}(?:{on})|"
        rf"(?:.{{0,12}}\b)?(?:{on})\b.{{0,8}}(?:{what}).{{0,4}}\b(?:{where})"
    )


_GOES_ON = re.compile("|".join(_orders(*row) for row in _ROWS))


def says_it_goes_on(lower: str) -> bool:
    """Say whether a short text, in small letters, says nothing but that another goes on behind what interrupts it."""
    if len(lower) > LONGEST or not _MIDST.are_in(lower):
        return False
    said = lower.strip(_EDGES)
    return (_GOES_ON.fullmatch(said) or _UNPARTED.fullmatch(said)) is not None
