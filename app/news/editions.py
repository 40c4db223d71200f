"""The editions: a country, and a language where it has several. Data, and the two ways to look it up.

The pairs are those for which Google News publishes an edition, and Denmark.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its code in addresses (`in`, `ch-fr`), its name in English, its language (ISO 639-1)."""

    code: str
    name: str
    language: str


# Sorted by code.
EDITIONS: tuple[Edition, ...] = (
    Edition("ae", "United Arab Emirates", "ar"),
    Edition("ar", "Argentina", "es"),
    Edition("at", "Austria", "de"),
    Edition("au", "Australia", "en"),
    Edition("bd", "Bangladesh", "bn"),
    Edition("be", "Belgium (Dutch)", "nl"),
    Edition("be-fr", "Belgium (French)", "fr"),
    Edition("bg", "Bulgaria", "bg"),
    Edition("br", "Brazil", "pt"),
    Edition("bw", "Botswana", "en"),
    Edition("ca", "Canada (English)", "en"),
    Edition("ca-fr", "Canada (French)", "fr"),
    Edition("ch", "Switzerland (German)", "de"),
    Edition("ch-fr", "Switzerland (French)", "fr"),
    Edition("cl", "Chile", "es"),
    Edition("cn", "China", "zh"),
    Edition("co", "Colombia", "es"),
    Edition("cu", "Cuba", "es"),
    Edition("cz", "Czechia", "cs"),
    Edition("de", "Germany", "de"),
    Edition("dk", "Denmark", "da"),
    Edition("ee", "Estonia", "et"),
    Edition("eg", "Egypt", "ar"),
    Edition("es", "Spain (Spanish)", "es"),
    Edition("es-ca", "Spain (Catalan)", "ca"),
    Edition("et", "Ethiopia", "en"),
    Edition("fi", "Finland", "fi"),
    Edition("fr", "France", "fr"),
    Edition("gb", "United Kingdom", "en"),
    Edition("gh", "Ghana", "en"),
    Edition("gr", "Greece", "el"),
    Edition("hk", "Hong Kong", "zh"),
    Edition("hu", "Hungary", "hu"),
    Edition("id", "Indonesia (Indonesian)", "id"),
    Edition("id-en", "Indonesia (English)", "en"),
    Edition("ie", "Ireland", "en"),
    Edition("il", "Israel (Hebrew)", "he"),
    Edition("il-en", "Israel (English)", "en"),
    Edition("in", "India (English)", "en"),
    Edition("in-bn", "India (Bengali)", "bn"),
    Edition("in-gu", "India (Gujarati)", "gu"),
    Edition("in-hi", "India (Hindi)", "hi"),
    Edition("in-ml", "India (Malayalam)", "ml"),
    Edition("in-mr", "India (Marathi)", "mr"),
    Edition("in-pa", "India (Punjabi)", "pa"),
    Edition("in-ta", "India (Tamil)", "ta"),
    Edition("in-te", "India (Telugu)", "te"),
    Edition("it", "Italy", "it"),
    Edition("jp", "Japan", "ja"),
    Edition("ke", "Kenya", "en"),
    Edition("kr", "South Korea", "ko"),
    Edition("lb", "Lebanon", "ar"),
    Edition("lt", "Lithuania", "lt"),
    Edition("lv", "Latvia (Latvian)", "lv"),
    Edition("lv-en", "Latvia (English)", "en"),
    Edition("ma", "Morocco", "fr"),
    Edition("mx", "Mexico", "es"),
    Edition("my", "Malaysia (English)", "en"),
    Edition("my-ms", "Malaysia (Malay)", "ms"),
    Edition("na", "Namibia", "en"),
    Edition("ng", "Nigeria", "en"),
    Edition("nl", "Netherlands", "nl"),
    Edition("no", "Norway", "no"),
    Edition("nz", "New Zealand", "en"),
    Edition("pe", "Peru", "es"),
    Edition("ph", "Philippines", "en"),
    Edition("pk", "Pakistan", "en"),
    Edition("pl", "Poland", "pl"),
    Edition("pt", "Portugal", "pt"),
    Edition("ro", "Romania", "ro"),
    Edition("rs", "Serbia", "sr"),
    Edition("ru", "Russia", "ru"),
    Edition("sa", "Saudi Arabia", "ar"),
    Edition("se", "Sweden", "sv"),
    Edition("sg", "Singapore", "en"),
    Edition("si", "Slovenia", "sl"),
    Edition("sk", "Slovakia", "sk"),
    Edition("sn", "Senegal", "fr"),
    Edition("th", "Thailand", "th"),
    Edition("tr", "Turkey", "tr"),
    Edition("tw", "Taiwan", "zh"),
    Edition("tz", "Tanzania", "en"),
    Edition("ua", "Ukraine (Ukrainian)", "uk"),
    Edition("ua-ru", "Ukraine (Russian)", "ru"),
    Edition("ug", "Uganda", "en"),
    Edition("us", "United States (English)", "en"),
    Edition("us-es", "United States (Spanish)", "es"),
    Edition("ve", "Venezuela", "es"),
    Edition("vn", "Vietnam", "vi"),
    Edition("za", "South Africa", "en"),
    Edition("zw", "Zimbabwe", "en"),
)
_BY_CODE = {edition.code: edition for edition in EDITIONS}
# The old site's name for an edition, where it differs.
_OLD_CODES = {"uk": "gb"}


def find_edition(code: str) -> Edition | None:
    """Return the edition with this code, in small or capital letters, or None."""
    code = code.lower()
    return _BY_CODE.get(_OLD_CODES.get(code, code))
