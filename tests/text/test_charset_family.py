import pytest

from app.news.editions import EDITIONS
from app.text.charset_family import FAMILIES, family_of

# A sentence of each, none longer than a headline.
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy"
POLISH = "Zażółć gęślą jaźń, powiedział łódzki żeglarz"
TURKISH = "Şoförün ağzı açık, İstanbul’da güneş doğdu"
LATVIAN = "Ģirts ņēma ķiršus un devās uz Rīgu, šķiet"
VIETNAMESE = "Thủ tướng đã đến thăm các tỉnh miền Trung bị ngập lụt"
SIMPLIFIED = "国务院发布关于经济发展的新规划"
TRADITIONAL = "國務院發布關於經濟發展的新規劃"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The harbour was open", "western"),
        ("", "", "western"),
        ("pl", "Dom", "central"),
        ("pl-PL", POLISH, "central"),
        ("en", POLISH, "central"),
        ("", CZECH, "central"),
        ("ro", "Ștefan și Țepeș", "central"),
        ("", "Ștefan, țară, încă", "central"),
        ("", TURKISH, "turkish"),
        ("en-US", LATVIAN, "baltic"),
        ("", VIETNAMESE, "vietnamese"),
        ("fr", "Où est la bibliothèque ?", "western"),
        ("en", "Москва открыла новую станцию BBC", "cyrillic"),
        ("sr-Latn", "Beograd je otvorio novu stanicu", "central"),
        ("sr", "Београд је отворио нову станицу", "cyrillic"),
        ("", "Η Αθήνα άνοιξε", "greek"),
        ("", "東京タワーが開いた", "japanese"),
        ("ja", "東京都知事選挙", "japanese"),
        ("", "서울시가 새 역을 열었다", "korean"),
        ("", SIMPLIFIED, "chinese-simplified"),
        ("", TRADITIONAL, "chinese-traditional"),
        ("zh-Hant-HK", SIMPLIFIED, "chinese-traditional"),
        ("zh_TW", "中文", "chinese-traditional"),
        ("zh-CN", TRADITIONAL, "chinese-simplified"),
        ("", SIMPLIFIED * 2 + "の", "chinese-simplified"),
        ("", "افتتحت المدينة محطة جديدة", "arabic"),
        ("", "העיר פתחה תחנה חדשה", "hebrew"),
        ("", "เมืองเปิดสถานีใหม่", "thai"),
        ("", "Քաղաքը նոր կայարան բացեց", "armenian"),
        ("", "ქალაქმა ახალი სადგური გახსნა", "georgian"),
        ("", "ເມືອງເປີດສະຖານີໃໝ່", "other"),
        ("", "ከተማው አዲስ ጣቢያ ከፈተ", "other"),
        ("", "မြို့က ဘူတာသစ်ဖွင့်တယ်", "other"),
        ("", "शहर ने नया स्टेशन खोला", "indic"),
        ("en", "He said «Привет» and went on with his English story for a while", "western"),
        ("en", "— “…” ½ €", "western"),
        ("el", "😀", "western"),
        (
            "en",
            "The night train from Łódź was late again, as the passengers had feared, by no less than an hour",
            "western",
        ),
        (
            "",
            "Le train de Łódź est arrivé en retard, comme les passagers l’avaient craint, d’une heure au moins",
            "western",
        ),
        ("", "\ud800 a \U000f0000", "western"),
    ],
)
def test_script_then_language_then_letters_decide(language: str, text: str, expected: str) -> None:
    assert family_of(language, text) == expected


def test_every_edition_names_its_country_in_its_own_family_or_in_plain_letters() -> None:
    for edition in EDITIONS:
        assert edition.family in FAMILIES
        if not edition.own_name.isascii():
            assert family_of(f"{edition.language}-{edition.code[:2]}", edition.own_name) in {
                edition.family,
                "western",
            }, edition.code


def test_only_the_beginning_is_looked_at() -> None:
    assert family_of("", "plain words " * 500 + "Москва " * 5000) == "western"
