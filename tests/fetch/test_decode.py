"""Bytes to text, whatever is declared of them."""

import time

import pytest

from app.fetch.decode import decode

TEXTS = {
    "arabic": "سيغلق الجسر القديم فوق النهر في بداية الشهر القادم لإصلاحه. ويأمل سكان المدينة أن تنتهي الأعمال قبل الشتاء.",
    "bulgarian": "Градът ще получи нова трамвайна линия, която ще свързва гарата с университета. Строежът започва през пролетта.",
    "chinese": "昨天下午,城里的老图书馆重新开放了。许多市民带着孩子前来参观,大家都说新的阅览室又宽敞又明亮。",
    "czech": "Starý most přes řeku bude od příštího měsíce uzavřen. Obyvatelé doufají, že práce skončí ještě před zimou.",
    "danish": "Den gamle bro over åen lukkes i begyndelsen af næste måned. Beboerne håber, at arbejdet slutter før vinteren.",
    "english": "The council couldn’t say when the bridge would reopen — “perhaps in spring”, according to one member.",
    "french": "Le petit marché du village reste ouvert malgré la pluie, et les habitués se pressent autour des étals. « C’est ici », dit-elle.",
    "german": "Der alte Bahnhof wird nächstes Jahr geöffnet, größer und schöner als je zuvor – „endlich“, sagt eine Frau aus Köln.",
    "greek": "Η παλιά γέφυρα πάνω από το ποτάμι θα κλείσει στις αρχές του επόμενου μήνα. Οι κάτοικοι ελπίζουν.",
    "hebrew": "הגשר הישן מעל הנהר ייסגר בתחילת החודש הבא. תושבי העיר מקווים שהעבודות יסתיימו לפני החורף.",
    "italian": "Il vecchio ponte sarà chiuso all’inizio del mese. Perché? La città aspetta da più di un anno.",
    "japanese": "昨日の午後、町の古い図書館が再び開館しました。多くの市民が子どもを連れて訪れ、新しい閲覧室は明るいと話していました。",
    "katakana": "コンピューターのキーボードとマウスを新しいモデルに交換した。ソフトウェアのインストールは来週の予定。",
    "korean": "어제 오후 시내의 오래된 도서관이 다시 문을 열었다. 많은 시민이 아이들과 함께 찾아와 새 열람실이 넓고 밝다고 말했다.",
    "lithuanian": "Senasis tiltas per upę kitą mėnesį bus uždarytas. Gyventojai tikisi, kad darbai baigsis iki žiemos.",
    "persian": "پل قديمي روي رودخانه از ماه آينده بسته مي‌شود. مردم شهر اميدوارند که کار پيش از زمستان تمام شود.",
    "polish": "Stary most nad rzeką zostanie zamknięty w przyszłym miesiącu. Mieszkańcy liczą, że prace skończą się przed zimą.",
    "pound": "The repairs cost £2 million, or nearly £40 for every resident.",
    "russian": "Старый мост через реку закроют на ремонт в начале следующего месяца. Жители города надеются, что работы закончатся до зимы.",
    "short": "天気は晴れ、明日は雨でしょう。",
    "spanish": "La estación de esquí abrirá el próximo sábado, según anunció ayer la compañía. ¿Habrá nieve?",
    "swedish": "På ön finns en liten fyr som nu ska få en ny lampa. Båtarna går åter från hamnen på lördag.",
    "taiwanese": "昨天下午,城裡的老圖書館重新開放了。許多市民帶著孩子前來參觀,大家都說新的閱覽室又寬敞又明亮。",
    "turkish": "Nehrin üzerindeki eski köprü gelecek ay kapatılacak. Şehirde yaşayanlar işin kıştan önce biteceğini umuyor.",
    "ukrainian": "У селищі відкрили нову бібліотеку, в якій є зал для дітей. Її будували майже два роки.",
    "vietnamese": "Cây cầu cũ bắc qua sông sẽ đóng cửa từ đầu tháng tới. Người dân hy vọng công việc kết thúc trước mùa đông.",
}
UNDECLARED = """
    arabic:windows-1256 bulgarian:windows-1251 chinese:gbk chinese:gb18030 czech:windows-1250 czech:iso-8859-2 danish:windows-1252 english:windows-1252
    french:windows-1252 french:macintosh german:windows-1252 greek:windows-1253 italian:windows-1252 japanese:shift_jis japanese:euc-jp
    japanese:iso2022_jp japanese:utf-16-le japanese:utf-16-be katakana:cp932 katakana:euc-jp korean:euc-kr korean:cp949
    lithuanian:windows-1257 persian:windows-1256 polish:windows-1250 polish:iso-8859-2 pound:windows-1252 russian:koi8-r russian:windows-1251 russian:utf-16-le russian:utf-8 short:cp932 short:euc-jp
    spanish:windows-1252 swedish:windows-1252 taiwanese:big5 turkish:windows-1254 ukrainian:windows-1251 german:utf-16-be pound:utf-8
""".split()
LABELLED = {
    "arabic": "windows-1256",
    "chinese": "gb2312",
    "french": "iso-8859-1",
    "greek": "iso-8859-7",
    "japanese": "x-sjis",
    "korean": "ks_c_5601-1987",
    "russian": "koi8-r",
    "taiwanese": "big5-hkscs",
}
MENU = "".join(
    f'<li class="entry"><a href="/section/{number}?x=1&amp;y=2">Menu {number}</a></li>' for number in range(30)
)
MB = 1024 * 1024


def page(text: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>{text[:9]}</title></head><body><ul>{MENU}</ul><p>{text}</p><p>{text}</p></body></html>"


@pytest.mark.parametrize("case", UNDECLARED)
@pytest.mark.parametrize("label", ["", "utf-8", "hex", "nonsense"])
def test_a_charset_that_nobody_declares_is_guessed(case: str, label: str) -> None:
    name, charset = case.split(":")
    text = page(TEXTS[name])
    assert decode(text.encode(charset), label) == text


@pytest.mark.parametrize("name", TEXTS)
def test_utf_8_is_recognised_under_any_label(name: str) -> None:
    text = page(TEXTS[name])
    for label in ("", "iso-8859-1", "gbk", "koi8-r", "utf-16", "x-user-defined"):
        assert decode(text.encode(), label) == text


@pytest.mark.parametrize("name", LABELLED)
def test_a_label_is_believed_in_the_header_in_meta_and_in_xml(name: str) -> None:
    label = LABELLED[name]
    codec = {"x-sjis": "cp932", "ks_c_5601-1987": "cp949"}.get(label, label)
    for head in (
        "",
        f'<meta charset="{label}">',
        f'<META content="text/html; charset={label}" http-equiv=Content-Type>',
    ):
        text = page("É" if name == "french" else TEXTS[name][:3], head)
        assert decode(text.encode(codec), "" if head else label) == text
    document = f'<?xml version="1.0" encoding="{label}"?><p>{TEXTS[name][:3]}</p>'
    assert decode(document.encode(codec)) == document


def test_the_header_counts_before_the_page() -> None:
    text = page(TEXTS["russian"], "<meta charset=windows-1251>")
    assert decode(text.encode("koi8-r"), "koi8-r") == text


@pytest.mark.parametrize("case", ["russian:windows-1251", "japanese:cp932", "chinese:gbk", "greek:windows-1253"])
def test_a_server_that_says_latin_1_of_everything_is_not_believed(case: str) -> None:
    name, charset = case.split(":")
    text = page(TEXTS[name], f'<meta charset="{charset}">')
    assert decode(text.encode(charset), "ISO-8859-1") == text


@pytest.mark.parametrize(
    ("case", "label"),
    [
        ("arabic:windows-1256", "gb2312"),
        ("german:windows-1252", "gbk"),
        ("greek:windows-1253", "big5"),
        ("katakana:cp932", "euc-kr"),
        ("russian:windows-1251", "gbk"),
        ("taiwanese:big5", "euc-kr"),
        ("ukrainian:windows-1251", "big5"),
    ],
)
def test_a_label_is_not_believed_by_which_a_good_part_of_the_text_is_damaged(case: str, label: str) -> None:
    name, charset = case.split(":")
    text = page(TEXTS[name])
    assert decode(text.encode(charset), label) == text


@pytest.mark.parametrize(
    ("name", "charset"), [("arabic", "windows-1256"), ("greek", "iso-8859-7"), ("korean", "euc-kr")]
)
def test_a_label_is_believed_in_spite_of_a_damaged_character(name: str, charset: str) -> None:
    text = TEXTS[name][:20]
    assert decode(text.encode(charset) + b"\xff.", charset).startswith(text)


def test_a_header_that_says_utf_8_of_something_else_is_not_believed() -> None:
    text = page("É", '<meta charset="iso-8859-2">')
    assert decode(text.encode("iso-8859-2"), "utf-8") == text


def test_utf_16_in_the_page_itself_cannot_be_true() -> None:
    text = page(TEXTS["french"], "<meta charset=utf-16>")
    assert decode(text.encode()) == text
    assert decode(text.encode("windows-1252")) == text


@pytest.mark.parametrize(
    "label", ["hex", "punycode", "utf-7", "idna", "rot13", "unicode_escape", "utf-9", "", "\0", "é" * 1000]
)
def test_a_codec_of_python_is_no_charset(label: str) -> None:
    assert decode(b"<p>68656c6c6f +ADw- \\x3c</p>", label) == "<p>68656c6c6f +ADw- \\x3c</p>"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_counts_before_everything(codec: str) -> None:
    text = page(TEXTS["korean"], "<meta charset=gbk>")
    assert decode(text.encode(codec), "iso-8859-1") == text


def test_iso_8859_1_means_windows_1252() -> None:
    assert decode(b"<p>\x93caf\xe9\x94</p>", "iso-8859-1") == "<p>“café”</p>"


def test_utf_8_with_a_damaged_character_stays_utf_8() -> None:
    text = page(TEXTS["french"])
    assert decode(text.encode() + b"\xe9", "iso-8859-1") == text + "\ufffd"


@pytest.mark.parametrize(
    "body", [b"", b"\0", b"\xff", b"\xfe", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b$", b"\x1b", b"a\0b", b"\xed\xa0\x80"]
)
@pytest.mark.parametrize("label", ["", "utf-16", "iso-2022-jp", "gbk", "utf-32", "hz-gb-2312", "iso-2022-kr"])
def test_any_scrap_becomes_clean_text(body: bytes, label: str) -> None:
    text = decode(body, label)
    assert "\0" not in text
    assert text.encode() is not None  # a lone surrogate could not be encoded


@pytest.mark.parametrize(
    "body",
    [
        b" " * 4 * MB,
        b"\xff" * 4 * MB,
        b"<meta " * (MB // 2) + b"\xe9",
        b"\xe9<" * 2 * MB,
        b"<" * 4 * MB + b"\xe9",
        b"\x1b$B" * MB,
        b"<?xml " + b"encoding " * (MB // 3) + b"\xe9",
        b"\x81" * 4 * MB,
        b"\0" * 4 * MB,
    ],
    ids=["spaces", "high", "meta", "tags", "open", "escapes", "xml", "lead", "zeros"],
)
def test_hostile_bytes_take_bounded_time(body: bytes) -> None:
    started = time.monotonic()
    for label in ("", "gbk", "iso-8859-1"):
        decode(body, label)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("╔════════════╗\r\n║ TOOL v1.0  ║\r\n╚════════════╝\r\n ▒▒ Run SETUP ▒▒\r\n", "cp437"),
        ("┌──────────┐\r\n│ Café Lüneburg │\r\n└──────────┘\r\n", "cp437"),
        ("┌──────────┐\r\n│ Старый мост │\r\n└──────────┘\r\n", "cp866"),
    ],
)
def test_a_text_with_boxes_of_lines_is_one_of_dos(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text


def test_a_guess_is_made_by_what_is_not_ascii_however_late_it_stands_in_its_paragraph() -> None:
    text = "The minutes of the meeting follow in full. " * 500 + TEXTS["russian"]
    assert text in decode(page(text).encode("koi8-r"))


@pytest.mark.parametrize(
    ("text", "charset"), [("A dash – and a café", "cp1252"), ("„Zażółć gęślą jaźń” – powiedział", "cp1250")]
)
def test_a_text_with_bytes_that_are_controls_in_iso_8859_is_in_a_set_of_windows(text: str, charset: str) -> None:
    assert decode(f"<p>{text}".encode(charset)) == f"<p>{text}"


@pytest.mark.parametrize(
    ("name", "label", "codec"),
    [
        ("czech", "cp852", "cp852"),
        ("german", "IBM850", "cp850"),
        ("russian", "866", "cp866"),
        ("russian", "win-1251", "cp1251"),
        ("french", "iso8859_1", "cp1252"),
        ("polish", "x-mac-ce", "mac_latin2"),
        ("greek", "x-mac-greek", "mac_greek"),
        ("chinese", "hz-gb-2312", "hz"),
        ("korean", "iso-2022-kr", "iso2022_kr"),
        ("vietnamese", "VISCII", "x_viscii"),
        ("vietnamese", "x-viet-tcvn5712", "x_tcvn"),
        ("hebrew", "x-mac-hebrew", "x_mac_hebrew"),
    ],
)
def test_sets_that_browsers_of_today_do_not_know_are_read_where_they_are_named(
    name: str, label: str, codec: str
) -> None:
    body = page(TEXTS[name]).encode(codec, "ignore")
    assert body.decode(codec) in decode(body, label)


@pytest.mark.parametrize("label", ["", "iso-8859-1", "x-user-defined", "windows-1252"])
def test_text_in_a_typeface_of_vietnam_is_in_the_set_of_that(label: str) -> None:
    text = f'<font face=".VnTime">{TEXTS["vietnamese"]}</font>'
    assert text in decode(page(text).encode("x_tcvn", "ignore"), label)
    assert text in decode(page(text).encode(), label)
    french = f'<font face="Verdana">{TEXTS["french"]} .Vnc'
    assert french in decode(page(french).encode("cp1252"), label)


@pytest.mark.parametrize(("codec", "label"), [("koi8_r", "windows-1251"), ("cp1251", "koi8-r")])
def test_russian_is_not_read_in_a_set_in_which_small_letters_are_capitals(codec: str, label: str) -> None:
    assert TEXTS["russian"] in decode(page(TEXTS["russian"]).encode(codec), label)


def test_utf_8_that_holds_many_replacement_characters_is_utf_8_all_the_same() -> None:
    text = "Caf\ufffd fr\ufffdhst\ufffdck m\ufffdde \u20ac"
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Café à l’été – quai n°", "cp1252"),
        ("Él café à Noël", "cp1252"),
        ("Naïve rôle", "cp1252"),
        ("Straße, Größe", "cp1252"),
        ("Ξένος τόπος", "cp1253"),
        ("שלום לכם של מי", "cp1255"),
        ("Паром и iPhone", "cp1251"),
    ],
)
def test_a_few_words_are_in_an_alphabet_whose_letters_do_not_stand_within_words_of_another(
    text: str, codec: str
) -> None:
    assert decode(f"<p>{text}</p><p>{text}</p>".encode(codec), "utf-8") == f"<p>{text}</p><p>{text}</p>"
