"""What stands before, between and behind the names in a byline, in the languages of the news; tables and no logic."""

from collections.abc import Mapping

# What stands before a name, by language; `by` is understood everywhere. Sorted.
BY: Mapping[str, str] = {
    "ca": "per",
    "da": "af",
    "de": "vom von",
    "es": "por",
    "fi": "kirjoittanut",
    "fr": "par",
    "hr": "piše",
    "id": "oleh",
    "it": "di",
    "ms": "oleh",
    "nb": "av",
    "nl": "door",
    "nn": "av",
    "no": "av",
    "pl": "przez",
    "pt": "por",
    "ro": "de",
    "sl": "piše",
    "sv": "av",
    "vi": "bởi",
}
ANY_BY = "par por von"  # where the language is not known

# What stands between names, by language; `and` and `&` are understood everywhere. Sorted.
AND: Mapping[str, str] = {
    "ca": "i",
    "cs": "a",
    "da": "og",
    "de": "und|mit|sowie|im Gespräch mit",
    "en": "with",
    "es": "y|e",
    "fi": "ja",
    "fr": "et|avec",
    "hr": "i",
    "hu": "és",
    "id": "dan",
    "it": "e|con",
    "nb": "og",
    "nl": "en",
    "no": "og",
    "pl": "i",
    "pt": "e",
    "ro": "și|şi",
    "ru": "и",
    "sk": "a",
    "sv": "och",
    "tr": "ve",
    "uk": "та|і",
    "vi": "và",
}

# Words that stand before `by`, by language.
VERBS: Mapping[str, str] = {
    "da": "skrevet tekst udgivet",
    "de": "aktualisiert alle analyse artikel beitrag beiträge bericht ein eine eingestellt erstellt gastbeitrag "
    "gepostet geschrieben kolumne kommentar publiziert reportage rezension rezept verfasst veröffentlicht zeige "
    "zuletzt",
    "en": "a about all an analysis article articles authored blog contributed created entry essay guest "
    "interview is last modified on opinion post posted posts published recipe reported reporting stories story "
    "submitted the this updated view was words written",
    "es": "creado enviado escrito postado publicado receta redactado texto",
    "fr": "posté propos proposé publié recette recueillis rédigé texte écrit",
    "it": "a articolo cura pubblicato ricetta scritto testo",
    "nl": "geplaatst gepubliceerd geschreven",
    "pl": "napisane napisano opublikowane opublikowano opublikowany",
    "sv": "publicerad skriven text",
}

# Words before a colon or a bar, after which a name stands, by language.
LABELS: Mapping[str, str] = {
    "ar": "الكاتب|بقلم|كتب|كتبت",
    "az": "müəllif",
    "bn": "লেখক|প্রতিবেদক",
    "cs": "autor(?:ka)?(?!/)|autoři|text",
    "da": "forfattere?|skribent|tekst",
    "de": r"autor(?:en|in|innen|:in|/in|\*in)?|bericht|interview|journalist(?:in)?|protokoll|redakteur(?:in)?|"
    r"verfasser(?:in)?",
    "el": "κείμενο|συντάκτης",
    "en": r"author(?:s|\(s\))?|contributors?|reporters?|text|words|writers?",
    "es": "autor(?:a|as|es)?|redacción|texto",
    "et": "autor(?:id)?(?!/)|tekst",
    "eu": "egilea",
    "fi": "kirjoittaja(?:t)?|teksti",
    "fr": "auteure?s?|journaliste|texte",
    "he": "כתב|מאת",
    "hi": "लेखक|द्वारा",
    "hr": "autor(?:ica|i)?(?!/)|piše|tekst",
    "hu": "szerző",
    "hy": "հեղինակ",
    "id": "penulis",
    "it": "autor[ei]|testo",
    "ja": "取材・文|執筆|著者|筆者|文",
    "ka": "ავტორი",
    "ko": "글|기자",
    "lt": "autori(?:us|ai)|autorė|parengė",
    "lv": "autor[se]|teksts",
    "nl": "redacteur",
    "pl": "autor(?:ka|zy)?(?!/)|dziennikarz|opracowa(?:ł|ła|nie)|tekst",
    "ro": "autori?|text",
    "ru": "автор(?:ка|ы)?|текст",
    "sl": "avtor(?:ica|ji)?|piše|besedilo",
    "sr": "аутор(?:ка|и)?|пише|текст",
    "sv": "författare",
    "th": "โดย|ผู้เขียน",
    "tr": "haber|yazar",
    "uk": "автор(?:ка|и)?|журналіст(?:ка)?|текст",
    "ur": "تحریر|مصنف",
    "vi": "tác giả",
    "zh": "作者|撰文|本报记者|本報記者|记者|記者",
}
# Those after which no colon is needed.
BARE_LABELS = ("بقلم", "كتبت", "كتب", "מאת", "本报记者", "本報記者", "记者", "記者")

# What stands behind such a label where one made text and pictures: `Text och foto:`.
AND_PICTURES = (
    r"(?: ?[&+/] ?| (?:and|e|en|et|i|og|och|und|y) )(?:bild(?:er)?|fotos?|interview|photos?|pictures|zdjęcia)"
)
# Labels of what stands behind a name in one line with it: of fields in Chinese, and of what others made.
NEXT_FIELDS = "(?:来源|來源|责任编辑|責任編輯|编辑|編輯|作者|记者|記者)"
NEXT_WORKS = "bild(?:er)?|edit(?:or|ing)|fotos?|grafik|illustration|photo(?:s|graphs)?|text"

# Words of lines whose names are those of others: who took a picture, translated, checked, commented; by language.
OTHER_WORK: Mapping[str, str] = {
    "de": r"bild(?:er)?\b|fotos?\b|fotograf|grafik|quelle|übersetz",
    "en": r"comments?\b|copyright|courtesy|credit|direct|edited|fact[- ]?check|graphics?\b|illustrat|images?\b|photo|"
    r"powered|present|produc|replies|(?:\w{1,12} )?review|source|sponsor|translat|videos?\b",
    "es": "fuente|traduc",
    "fr": "tradui",
    "ja": "写真|撮影|編集",
    "ko": "사진",
    "zh": "來源|图|摄|来源|编辑|责任编辑",
}
# What follows a name in the East: `山田太郎記者`, `홍길동 기자`.
TITLES_BEHIND = ("기자", "특파원", "報導", "報道", "报道", "特派員", "記者", "记者")

# What follows the last name: links of boxes about authors, and where else something was said; by language.
TAILS: Mapping[str, str] = {
    "ar": r"آخر تحديث|نشر\b|تاريخ النشر",
    "bg": r"публикуван|обновен",
    "cs": r"aktualizován|publikován|vydán",
    "de": r"aktualisiert\b|alle beiträge|unter\s|veröffentlicht\b|zeige alle",
    "en": r"all posts|bio\b|contact\b|edited by\b|e-?mail\b|facebook\b|follow\b|for\s|from\sthe\s|instagram\b|"
    r"last (?:modified|updated?)|leave a|linkedin\b|more (?:by|from)|"
    r"(?:additional |with )?(?:graphics?|illustrations?|images?|photo(?:graph(?:s|y)|s)?|pictures|video)(?: by\b|:)|"
    r"post a comment|posted\b|profile\b|published\b|"
    r"see (?:all|more)|subscribe\b|"
    r"twitter\b|under\s|updated?\b|view (?:all|bio|profile)|(?-i:in\s[A-ZÄÖÜ])",
    "es": r"actualizado\b|publicado\b",
    "fr": r"mis à jour\b|modifié\b|publié\b",
    "he": r"פורסם|עודכן|עדכון",
    "hr": r"objavljeno\b|izvor\b",
    "hu": r"frissítve\b|közzétéve\b",
    "it": r"aggiornato\b|pubblicato\b",
    "ko": r"입력|수정|승인|등록|기사입력",
    "pl": r"data\s|opublikowan|aktualizacj",
    "pt": r"atualizado\b|publicado\b",
    "ro": r"data\s|publicat\b|actualizat\b",
    "ru": r"дата\s|опубликован|обновлен",
    "tr": r"giriş\b|güncelle|yayın",
    "uk": r"опубліковано|оновлено",
}

# Words between a name and a date, and the days of the week.
BEFORE_DATES = "am at de del den el il in le on op um vom updated published posted veröffentlicht"
WEEKDAYS = """
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    dilluns dimarts dimecres dijous divendres dissabte diumenge
    luni marți miercuri joi vineri sâmbătă duminică
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    pondělí úterý středa čtvrtek pátek neděle
    понедельник вторник среда четверг пятница суббота воскресенье
    понеділок вівторок середа четвер п'ятниця субота неділя
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    senin selasa rabu kamis jumat sabtu minggu
"""
