"""The editions: a country, and a language where it has several. Data, and the two ways to look it up.

The pairs are those for which Google News publishes an edition, and Denmark; `sources.toml` says what each is
made of.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its code in addresses (`in`, `ch-fr`), its name in English and in its own language.

    `language` is ISO 639-1; `family` names the character sets that can encode it.
    """

    code: str
    name: str
    own_name: str
    language: str
    family: str


# Sorted by code. Japan is spelled as it is read aloud, since transliteration would read the characters as Chinese.
EDITIONS: tuple[Edition, ...] = (
    Edition("ae", "United Arab Emirates", "الإمارات", "ar", "arabic"),
    Edition("ar", "Argentina", "Argentina", "es", "western"),
    Edition("at", "Austria", "Österreich", "de", "western"),
    Edition("au", "Australia", "Australia", "en", "western"),
    Edition("bd", "Bangladesh", "বাংলাদেশ", "bn", "indic"),
    Edition("be", "Belgium (Dutch)", "België", "nl", "western"),
    Edition("be-fr", "Belgium (French)", "Belgique", "fr", "western"),
    Edition("bg", "Bulgaria", "България", "bg", "cyrillic"),
    Edition("br", "Brazil", "Brasil", "pt", "western"),
    Edition("bw", "Botswana", "Botswana", "en", "western"),
    Edition("ca", "Canada (English)", "Canada", "en", "western"),
    Edition("ca-fr", "Canada (French)", "Canada", "fr", "western"),
    Edition("ch", "Switzerland (German)", "Schweiz", "de", "western"),
    Edition("ch-fr", "Switzerland (French)", "Suisse", "fr", "western"),
    Edition("cl", "Chile", "Chile", "es", "western"),
    Edition("cn", "China", "中国", "zh", "chinese-simplified"),
    Edition("co", "Colombia", "Colombia", "es", "western"),
    Edition("cu", "Cuba", "Cuba", "es", "western"),
    Edition("cz", "Czechia", "Česko", "cs", "central"),
    Edition("de", "Germany", "Deutschland", "de", "western"),
    Edition("dk", "Denmark", "Danmark", "da", "western"),
    Edition("ee", "Estonia", "Eesti", "et", "baltic"),
    Edition("eg", "Egypt", "مصر", "ar", "arabic"),
    Edition("es", "Spain (Spanish)", "España", "es", "western"),
    Edition("es-ca", "Spain (Catalan)", "Espanya", "ca", "western"),
    Edition("et", "Ethiopia", "Ethiopia", "en", "western"),
    Edition("fi", "Finland", "Suomi", "fi", "western"),
    Edition("fr", "France", "France", "fr", "western"),
    Edition("gb", "United Kingdom", "United Kingdom", "en", "western"),
    Edition("gh", "Ghana", "Ghana", "en", "western"),
    Edition("gr", "Greece", "Ελλάδα", "el", "greek"),
    Edition("hk", "Hong Kong", "香港", "zh", "chinese-traditional"),
    Edition("hu", "Hungary", "Magyarország", "hu", "central"),
    Edition("id", "Indonesia (Indonesian)", "Indonesia", "id", "western"),
    Edition("id-en", "Indonesia (English)", "Indonesia", "en", "western"),
    Edition("ie", "Ireland", "Ireland", "en", "western"),
    Edition("il", "Israel (Hebrew)", "ישראל", "he", "hebrew"),
    Edition("il-en", "Israel (English)", "Israel", "en", "western"),
    Edition("in", "India (English)", "India", "en", "western"),
    Edition("in-bn", "India (Bengali)", "ভারত", "bn", "indic"),
    Edition("in-gu", "India (Gujarati)", "ભારત", "gu", "indic"),
    Edition("in-hi", "India (Hindi)", "भारत", "hi", "indic"),
    Edition("in-ml", "India (Malayalam)", "ഇന്ത്യ", "ml", "indic"),
    Edition("in-mr", "India (Marathi)", "भारत", "mr", "indic"),
    Edition("in-pa", "India (Punjabi)", "ਭਾਰਤ", "pa", "indic"),
    Edition("in-ta", "India (Tamil)", "இந்தியா", "ta", "indic"),
    Edition("in-te", "India (Telugu)", "భారతదేశం", "te", "indic"),
    Edition("it", "Italy", "Italia", "it", "western"),
    Edition("jp", "Japan", "ニッポン", "ja", "japanese"),
    Edition("ke", "Kenya", "Kenya", "en", "western"),
    Edition("kr", "South Korea", "대한민국", "ko", "korean"),
    Edition("lb", "Lebanon", "لبنان", "ar", "arabic"),
    Edition("lt", "Lithuania", "Lietuva", "lt", "baltic"),
    Edition("lv", "Latvia (Latvian)", "Latvija", "lv", "baltic"),
    Edition("lv-en", "Latvia (English)", "Latvia", "en", "western"),
    Edition("ma", "Morocco", "Maroc", "fr", "western"),
    Edition("mx", "Mexico", "México", "es", "western"),
    Edition("my", "Malaysia (English)", "Malaysia", "en", "western"),
    Edition("my-ms", "Malaysia (Malay)", "Malaysia", "ms", "western"),
    Edition("na", "Namibia", "Namibia", "en", "western"),
    Edition("ng", "Nigeria", "Nigeria", "en", "western"),
    Edition("nl", "Netherlands", "Nederland", "nl", "western"),
    Edition("no", "Norway", "Norge", "no", "western"),
    Edition("nz", "New Zealand", "New Zealand", "en", "western"),
    Edition("pe", "Peru", "Perú", "es", "western"),
    Edition("ph", "Philippines", "Philippines", "en", "western"),
    Edition("pk", "Pakistan", "Pakistan", "en", "western"),
    Edition("pl", "Poland", "Polska", "pl", "central"),
    Edition("pt", "Portugal", "Portugal", "pt", "western"),
    Edition("ro", "Romania", "România", "ro", "central"),
    Edition("rs", "Serbia", "Србија", "sr", "cyrillic"),
    Edition("ru", "Russia", "Россия", "ru", "cyrillic"),
    Edition("sa", "Saudi Arabia", "السعودية", "ar", "arabic"),
    Edition("se", "Sweden", "Sverige", "sv", "western"),
    Edition("sg", "Singapore", "Singapore", "en", "western"),
    Edition("si", "Slovenia", "Slovenija", "sl", "central"),
    Edition("sk", "Slovakia", "Slovensko", "sk", "central"),
    Edition("sn", "Senegal", "Sénégal", "fr", "western"),
    Edition("th", "Thailand", "ไทย", "th", "thai"),
    Edition("tr", "Turkey", "Türkiye", "tr", "turkish"),
    Edition("tw", "Taiwan", "台灣", "zh", "chinese-traditional"),
    Edition("tz", "Tanzania", "Tanzania", "en", "western"),
    Edition("ua", "Ukraine (Ukrainian)", "Україна", "uk", "cyrillic"),
    Edition("ua-ru", "Ukraine (Russian)", "Украина", "ru", "cyrillic"),
    Edition("ug", "Uganda", "Uganda", "en", "western"),
    Edition("us", "United States (English)", "United States", "en", "western"),
    Edition("us-es", "United States (Spanish)", "Estados Unidos", "es", "western"),
    Edition("ve", "Venezuela", "Venezuela", "es", "western"),
    Edition("vn", "Vietnam", "Việt Nam", "vi", "vietnamese"),
    Edition("za", "South Africa", "South Africa", "en", "western"),
    Edition("zw", "Zimbabwe", "Zimbabwe", "en", "western"),
)
_BY_CODE = {edition.code: edition for edition in EDITIONS}
# The old site's name for an edition, where it differs.
_OLD_CODES = {"uk": "gb"}


def current_code(code: str) -> str:
    """Return an edition's code in small letters, and by its present name where the old site had another."""
    code = code.lower()
    return _OLD_CODES.get(code, code)


def find_edition(code: str) -> Edition | None:
    """Return the edition of the table with this code, or None."""
    return _BY_CODE.get(current_code(code))
