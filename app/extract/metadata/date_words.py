"""What a date is the date of, by the words before it and by what its element is called; tables and their readers."""

import re
from collections.abc import Mapping

# Words that say when something was changed, by language; parts of words will do.
_UPDATED: Mapping[str, str] = {
    "ar": "تحديث",
    "az": "yenilən",
    "be": "абноўлен",
    "bg": "актуализиран",
    "bn": "আপডেট|হালনাগাদ",
    "ca": "actualitz",
    "cs": "aktualiz|upraven",
    "da": "opdater|redigeret",
    "de": r"aktualisier|\bakt\.|bearbeitet|ge[äa]ndert|überarbeitet|stand:? ?$",
    "el": "ενημερ|τροποποι",
    "en": r"\bas of ?$|edited|modif|reviewed|revised|updat",
    "es": "actualiz|modificad",
    "et": "uuend",
    "eu": "eguneratu",
    "fa": "به‌روز|به روز|بروزرسانی",
    "fi": "muokattu|päivitet",
    "fr": r"actualis|m\.à\.j|mis à jour|màj",
    "gu": "અપડેટ",
    "he": "עדכון|עודכן",
    "hi": "अद्यतन|अपडेट",
    "hr": "ažurir",
    "hu": "frissít|módosít",
    "id": "diperbarui",
    "is": "uppfært",
    "it": "aggiorna",
    "ja": "更新",
    "ka": "განახლ",
    "kk": "жаңарт",
    "kn": "ಅಪ್|ನವೀಕರ",
    "ko": "수정|업데이트",
    "lt": "atnaujint",
    "lv": "atjaunin",
    "mk": "ажурира",
    "ml": "അപ്ഡേറ്റ്",
    "ms": "kemas kini",
    "nb": "oppdatert",
    "ne": "अद्यावधिक",
    "nl": "bijgewerkt|gewijzigd",
    "pa": "ਅੱਪਡੇਟ|ਅਪਡੇਟ",
    "pl": "aktualizac|zaktualizow",
    "pt": "atualiz",
    "ro": "actualizat",
    "ru": "изменен|обновлен",
    "sl": "posodob",
    "sq": "përditës",
    "sr": "ажурира|измењен|izmenjen",
    "sv": "ändrad|uppdaterad",
    "sw": "imesasishwa",
    "ta": "புதுப்பி",
    "te": "అప్‌డేట్|నవీక",
    "th": "ปรับปรุง|แก้ไข|อัปเดต|อัพเดท",
    "tr": "güncelle",
    "uk": "оновлен",
    "ur": "اپ ڈیٹ|اپڈیٹ",
    "vi": "cập nhật",
    "zh": "修改",
}
# Words that say when it was published, by language.
_PUBLISHED: Mapping[str, str] = {
    "ar": "نشر",
    "az": "dərc olun|yayımlan",
    "be": "апублікаван",
    "bg": "публикув",
    "bn": "প্রকাশকাল|প্রকাশিত|প্রকাশের",
    "ca": "publicació",
    "cs": "publikován|zveřejněn",
    "da": "udgivet",
    "de": "erschienen|erstellt|geschrieben|veröffentlicht|vom ?$",
    "el": "δημοσι",
    "en": "created|first|originally|posted|publish|written",
    "es": "publicad",
    "et": "avaldatud",
    "fi": "julkaistu",
    "fr": "mis en ligne|publié",
    "gu": "પ્રકાશિત",
    "he": "פורסם",
    "hi": "प्रकाशित",
    "hr": "objavljen",
    "hu": "közzét|megjelen",
    "hy": "հրապարակ",
    "id": "dipublikasikan|diterbitkan",
    "it": "pubblicat",
    "ja": "公開|掲載|配信|発行",
    "ka": "გამოქვეყნ",
    "kk": "жариялан",
    "kn": "ಪ್ರಕಟ",
    "ko": "등록|입력",
    "lt": "paskelb",
    "lv": "publicēt",
    "mk": "објавен",
    "ml": "പ്രസിദ്ധീക",
    "nb": "publisert",
    "nl": "geplaatst|gepubliceerd",
    "pa": "ਪ੍ਰਕਾਸ਼ਿਤ",
    "pl": "data dodania|opublikow|publikacj",
    "pt": "postado|publicad",
    "ro": "publicat",
    "ru": "опубликован",
    "sk": "publikovan|zverejnen",
    "sl": "objavljen",
    "sq": "publikuar",
    "sr": "објављен",
    "sv": "publicera",
    "sw": "imechapishwa",
    "ta": "வெளியி",
    "te": "ప్రచురి",
    "th": "เผยแพร่",
    "tr": "giriş|yayın",
    "uk": "опубліковано",
    "ur": "شائع",
    "vi": "đăng",
    "zh": "发布|发表|發布",
}
# Words before dates that are of something else, by language.
_OTHER: Mapping[str, str] = {
    "de": "bis zum|dabei seit|eingereicht|geboren|gültig|mitglied seit|registrier",
    "en": "accepted|born|copyright|deadline|ends|expires|joined|member since|received|register|"
    "site (?:was )?last|starts|submitted:|until|valid",
    "fr": "inscrit",
}
_UPDATED_WORD, _PUBLISHED_WORD, _OTHER_WORD = (
    re.compile("|".join(words.values()), re.IGNORECASE) for words in (_UPDATED, _PUBLISHED, {**_OTHER, "": "©"})
)

# What meta tags and elements are called whose date it is; the first pattern that is found decides.
_OTHER_NAME = re.compile(
    r"birth|cache|copyright|crawl|current|event|expir|generat|site|start|today|valid", re.IGNORECASE
)
_UPDATED_NAME = re.compile(r"last_?mod|modif|moddate|revis|updat", re.IGNORECASE)
_PUBLISHED_NAME = re.compile(r"first-?creat|issued|online_?date|pub-?da[ty]|publi[cs]|release", re.IGNORECASE)
_DATED_NAME = re.compile(r"(?:^|[:._-])(?:created|creation_date|date|date-?created)(?:$|[:._-])", re.IGNORECASE)


def kind_of_words(before: str) -> str:
    """Return what the words before a date say that it dates: `published`, `updated`, `other`, or nothing."""
    if _OTHER_WORD.search(before):
        return "other"
    if _UPDATED_WORD.search(before):
        return "updated"
    return "published" if _PUBLISHED_WORD.search(before) else ""


def kind_of_names(names: str) -> str:
    """Return what elements or meta tags of such names date: `published`, `updated`, `dated`, `other`, or nothing."""
    is_other = _OTHER_NAME.search(names) is not None
    if _PUBLISHED_NAME.search(names) and not is_other:
        return "published"
    if _UPDATED_NAME.search(names):
        return "updated"
    if is_other:
        return "other"
    return "dated" if _DATED_NAME.search(names) else ""
