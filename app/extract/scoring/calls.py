"""What pages ask of their readers beside a text, in the languages of the news: to subscribe, to follow, to report.

A call says what there is to be had (a letter, a channel, a program of the site's own) and asks to have it. Either alone
is in many texts: the first is looked for as it stands, for most texts have none, and only then the second.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.text.words import Words

# Characters; in scripts of the East a call is shorter.
LONGEST, _LONGEST_EASTERN = 260, 90


@dataclass(frozen=True, slots=True)
class _Calls:
    """What is offered, in lower case, and how it is asked for."""

    offered: Words
    asking: re.Pattern[str]


def _begun(words: str) -> re.Pattern[str]:
    """Return the pattern of a sentence that begins with any of these words."""
    return re.compile(rf"(?:^|[.!?…:؟۔] )\W{{0,4}}(?:{words})")


# Letters by mail, and those who ask to have one sent; then channels, and those who ask to follow.
_LATIN = (
    _Calls(
        Words(
            "newsletter", "nieuwsbrief", "nyhedsbrev", "nyhetsbrev", "uutiskirje", "boletín", "boletim", "butlletí",
            "infolettre", "hírlevel", "hírlevél", "bülten", "bản tin", "zpravodaj", "mailbox", "mailboks", "sähköposti",
            "boîte mail", "surat berita", "buletin", "uudiskir", "naujienlaišk", "tu correo", "seu e-mail",
            "tua casella",
        ),
        _begun(
            "abonează|abonați|abonneer|abonner|abonnez|abonnieren sie|abonniere|anmäl|apúnta|assine|"
            "elke (?:dag|ochtend|week)|få |"
            "daftar|inscreva|inscriu|inscrivez|"
            "iratkozz|iscriviti|jetzt (?:abonnieren|anmelden|bestellen)|meld deg|meld dig|"
            "langgan|liitu|meld je|melden sie sich|naročite se|piesakies|prenumeruok|pretplatite se|prijavite se|"
            "odebírejte|ontvang|per restare|prenumerera|prihlás|přihlas|quer receber|receba|"
            "recevez|recib[ea] |rep |ricevi|schrijf je|skriv upp|subscriu|suscríb|tilaa|tilmeld|zapisz się|đăng ký"
        ),
    ),
    _Calls(
        Words(
            "google news", "google haber", "google notizie", "google actualités", "wiadomościach google", "whatsapp",
            "telegram", "viber", "facebook", "instagram", "tiktok", "youtube", "zalo", "unserer app",
            "notre application", "nuestra app", "nosso aplicativo", "nostra app",
        ),
        _begun(
            "acompanhe (?:o|a|as|os|nosso)\\b|bizi |"
            "clique aqui (?:e|para) (?:acompanh|entrar|receber|(?:se )?inscrev|segu)|"
            "csatlakozz|jiunge (?:na|nasi)|tufuatilie|dapatkan |"
            "dołącz do|entre (?:no|para o) (?:canal|grupo|nosso)|folgen sie (?:uns|unserem)|"
            "folg uns|följ oss|følg (?:oss|os)\\b|ikuti |iscriviti|"
            "kövess(?:e|en)? (?:minket|oldal)|obserwuj nas|odoberajte|participe do|pilih saluran|"
            "pratite nas|(?:también )?puedes seguir|para (?:mais|más) not|pentru cele mai|polub|přidejte se|"
            "rejoignez|resta aggiornato|retrouvez|segueix-nos|segu?ici|seguici|segui (?:il|la|le|i) |seuraa meitä|"
            "siga (?:o|a|as|os|nos)\\b|sigue (?:a|toda|nuestro)|simak (?:berita|informasi)|sledite nam|sledujte nás|"
            "suivez(?:-nous| (?:toute|notre|l))|sumate|síguenos|theo dõi |urmăr(?:iți|iţi|ește|eşte)|volg (?:ons|het)|"
            "zapratite|únete|śledź nas|abone ol|unisciti|entra nel|bądź na bieżąco|dziękujemy, że"
        ),
    ),
    _Calls(Words("takip ed", "abone ol"), re.compile(r"whatsapp|telegram|google|instagram|facebook|youtube|bülten")),
    _Calls(Words("munkánk", "újságírás"), re.compile(r"támogas")),
    _Calls(
        Words("our app", "apps for", "app for", "app store", "google play"),
        _begun("(?:for|get) (?:the latest|more|all)\\b|download (?:our|the)\\b|get (?:our|the)\\b"),
    ),
    # Gifts, and those who ask for one.
    _Calls(
        Words(
            "donat", "donar", "donaz", "doneer", "contribu", "journalis", "giornal", "jornal", "periodis", "redac",
            "redak", "redaz", "spende", "beitrag", "un don", "vos dons", "soutien", "tu apo", " gift", "bidrag",
            "lahjoit", "darowizn",
            "kontribu", "contribución", "doação", "gåva", "støtte", "wpłat", "wsparci", "příspěv",
            "bağış", "rédaction", "redacción",
        ),
        _begun(
            "support (?:our|us|independent|local)\\b|please (?:support|consider (?:supporting|donating|making))|"
            "(?:donate (?:here|now|today|to (?:us|support|keep))|help us (?:continue|keep|stay)|"
            "make a (?:donation|gift)|chip in)\\b|unterstützen sie (?:uns|unser)|unterstütze? (?:uns|unser)|"
            "helfen sie uns|spenden sie|soutenez|aidez-nous|faites un don|apoya (?:a|el|nuestro)|apóyanos|ayúdanos|"
            "haz tu (?:donación|aport)|apoie|ajude-nos|contribua|doe \\w+|sostieni|sostienici|aiutaci|dona ora|"
            "steun (?:ons|onze|de redactie)|"
            "doneer|stöd (?:oss|vår)|støtt (?:oss|vår)|støt (?:os|vores)|tue (?:meitä|riippumat)|wesprzyj|pomóż nam|"
            "podpořte|"
            "přispějte|podporte|prispejte|podržite|doniraj|susține(?:ți)?(?:-ne)? |bize destek|destek ol"
        ),
    ),
    # What whoever wants to say something is told.
    _Calls(
        Words("comment", "kommentar", "comentario", "comentário", "commenti", "reacties", "komentarz", "e-mail",
        "email"),
        _begun(
            "(?:all )?(?:reader )?comments (?:are|will be|may be|on this (?:article|story) are) "
            "(?:closed|held|moderated|now closed|pre-moderated|reviewed|subject)|please (?:read|see|"
            "review) our comment|"
            "your email (?:address )?will not be|deine e-mail-adresse wird nicht|ihre e-mail-adresse wird nicht|"
            "(?:die )?kommentare (?:sind|werden) (?:geschlossen|moderiert|von der redaktion)|votre adresse (?:e-mail|"
            "de messagerie) ne|"
            "les commentaires sont (?:clos|fermés|modérés)|tu dirección de correo electrónico no|"
            "los comentarios (?:están|son) "
            "(?:cerrados|moderados)|o seu endereço de e-mail não|il tuo indirizzo email non|i commenti sono (?:chiusi|"
            "moderati)|"
            "je e-mailadres (?:wordt|zal) niet|din e-postadress kommer inte|din e-postadresse vil ikke|"
            "twój adres e-mail nie"
        ),
    ),
)  # fmt: skip
_CYRILLIC = (
    _Calls(
        Words(
            "рассылк", "розсилк", "telegram", "телеграм", "viber", "вайбер", "вајбер", "фејсбук", "whatsapp", "google",
            "канал", "дзен",
            "соцсет", "соцмереж", "facebook", "фейсбук", "инстаграм", "instagram", "бюлетин", "ctrl", "журналисти",
            "журналісти", "клуб", "патреон", "patreon",
        ),
        _begun(
            "абонира(?:й|йте)|долучай|если (?:вы )?(?:заметили|нашли|обнаружили)|якщо (?:ви )?(?:знайшли|помітили)|"
            "заметили|знайшли|читайте наш|читай(?:те)? нас|нашли|обнаружили|"
            "підпис(?:уй|атися)|підтримай|подкрепете|подпис(?:ыва[йт]|аться)|поддержите|последвайте|помітили|"
            "присоединяйтесь|приєднуйтесь|пратите нас|следвайте|следете|"
            "следите за (?:нами|новостями|нашими)|станьте|хотите (?:получать|быть)"
        ),
    ),
)  # fmt: skip
_GREEK = (
    _Calls(
        Words("google news", "newsletter", "facebook", "viber", "instagram", "ειδήσεις"),
        _begun("ακολουθήστε|εγγραφείτε|κάντε (?:like|follow|εγγραφή)|διαβάστε όλες|δείτε όλες"),
    ),
)  # fmt: skip
_ARABIC = (
    _Calls(
        Words(
            "واتساب", "تلغرام", "تليجرام", "تيليجرام", "نشرتنا", "النشرة", "قناتنا", "قناة", "صفحتنا", "بريدك", "تطبيق",
            "غوغل", "جوجل", "فيسبوك", "يوتيوب",
        ),
        _begun(
            "[اإ]شترك|سج[ّ]?لوا? |تابعوا? (?:آخر|أحدث|أهم|أخبار|كل|قناتنا|صفحتنا)|تابعونا|انضموا? |حم[ّ]?لوا? |أدخل|"
            "لمتابعة (?:آخر|أحدث|أهم)|للمزيد|يمكنكم متابعة"
        ),
    ),
    _Calls(
        Words("خبرنامه", "تلگرام", "کانال", "اپلیکیشن", "اینستاگرام", "واتس", "یوٹیوب", "فیس بک", "ایپ"),
        re.compile("دنبال کنید|عضو شوید|بپیوندید|مشترک شوید|سبسکرائب|فالو کر|جوائن کر|ڈاؤن ?لوڈ کر"),
    ),
)  # fmt: skip
_HEBREW = (
    _Calls(
        Words("ניוזלטר", "וואטסאפ", "ווטסאפ", "טלגרם", "בכתבה", "אפליקצי", "פייסבוק"),
        _begun("הצטרפו|הי?רשמו|עקבו|מצאתם|לקבלת|הורידו|לעדכונים|רוצים לקבל"),
    ),
)  # fmt: skip
_INDIC = (
    _Calls(
        Words(
            "ऐप", "एप", "चॅनल", "व्हॉट्स", "व्हाट्स", "वॉट्स", "टेलीग्राम", "चैनल", "गूगल", "न्यूज़लेटर", "न्यूजलेटर", "फेसबुक",
            "চ্যানেল", "গুগল",
            "অ্যাপ", "ফেসবুক", "হোয়া", "செயலி", "வாட்ஸ்", "டெலிகிராம்", "சேனல்", "యాప్", "ఛానల్",
        ),
        re.compile(
            "(?:जॉइन|डाउनलोड|फॉलो|सब्सक्राइब|ज्वाइन|ज्वॉइन) कर|हमसे जुड|(?:ফলো|সাবস্ক্রাইব|ডাউনলোড) কর|যুক্ত থাক|লাইক দি|"
            "இணையுங்கள்|இணைந்திரு|பின்தொடர|சப்ஸ்கிரைப்|பதிவிறக்க|ఫాలో|సబ్‌?స్క్రైబ్"
        ),
    ),
)  # fmt: skip
_THAI = (
    _Calls(
        Words("line", "เฟซบุ๊ก", "facebook", "แอป", "ช่องทาง", "youtube", "จดหมายข่าว", "twitter", "instagram"),
        re.compile("ติดตาม.{0,40}(?:ได้ที่|ทาง|ผ่าน)|กดติดตาม|เพิ่มเพื่อน|สมัครรับ|คลิก"),
    ),
)  # fmt: skip
_EASTERN = (
    _Calls(
        Words(
            "二维码", "二維碼", "公众号", "公眾號", "蓝字", "客户端", "用戶端", "粉絲", "订阅", "訂閱", "app", "line",
        ),
        re.compile(
            r"^\W*(?:长按|長按|扫码|扫描|掃描|掃碼|微信扫|微信搜|识别|点击(?:上方|下方|下载|关注|查看)|點擊|打开|打開|下载|下載|"
            r"欢迎(?:关注|扫|加)|歡迎|更多.{0,20}(?:关注|下载|下載|請)|关注|關注|加入|立即|請(?:加入|訂閱|追蹤))|"
            r"(?:點我|点我|點此|点此|立即|馬上|马上|免費|免费)(?:下載|下载)"
        ),
    ),
    _Calls(Words("声明", "聲明"), re.compile(
        r"^\W*(?:特别|特別|平台|平臺|免责|免責|版权|版權|郑重|鄭重)(?:声明|聲明)\s?[:：]"
    )),
    _Calls(Words("存储", "存儲"), re.compile("(?:仅|僅|只)提供.{0,4}(?:存储|存儲)")),
    _Calls(Words("查看更多", "反馈", "反饋", "精彩"), re.compile(
        r"^\W*返回.{1,10}[,，]\s?查看更多\W*$|^\W*(?:举报|舉報)\s?[/／]?\s?(?:反馈|反饋)\W*$|^\W*更多精彩(?:内容|內容|资讯)"
    )),
    _Calls(Words("著作权", "版权", "著作權", "版權"), re.compile("(?:著作|版)(?:权|權)归.{1,12}所有")),
    _Calls(Words("支持", "打赏", "赞赏"), re.compile("[您你]的(?:支持|打赏|赞赏).{0,12}(?:动力|鼓励|继续)")),
    _Calls(Words("责编", "编辑", "編輯"), re.compile(r"^\W*(?:责任|責任)?(?:责编|编辑|編輯)\s?[:：／/].{1,20}$")),
    _Calls(
        Words("登録", "会員", "購読", "メルマガ", "ニュースレター", "フォロー", "アプリ", "友だち"),
        re.compile(
            r"続き(?:を|が|は|も)|全文を読む|(?:登録|購読|フォロー|ダウンロード|友だち追加)"
            r"(?:する|は(?:こちら|コチラ)|しよう|(?:して)?ください|をお願いします|してね|しませんか)\W*$|"
            r"(?:友だち追加|フォロー|登録|購読)して.{0,20}(?:チェック|受け取|ゲット)"
        ),
    ),
    _Calls(Words("残り"), re.compile(r"残り\s?[:：]?\s?\d{1,5}\s?文字")),
    _Calls(
        Words("구독", "앱", "채널", "제보", "뉴스레터"),
        re.compile(r"(?:구독|추가|제보|다운로드|가입|팔로우)(?:하기|하세요|해 ?주세요)"),
    ),
    _Calls(Words("무단"), re.compile(r"무단\s?(?:전재|복제|배포).{0,30}금지")),
    _Calls(Words("無断", "转载", "轉載"), re.compile(r"無断転載|^\W*未经.{0,12}(?:授权|许可|允许).{0,20}转载")),
)  # fmt: skip
# The first letter of a script that is not Latin says which it is. Sorted by letter.
_NOT_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7a3]")
_SCRIPTS: Mapping[str, tuple[_Calls, ...]] = {
    "\u0370": _GREEK,
    "\u0400": _CYRILLIC,
    "\u0530": (),
    "\u0590": _HEBREW,
    "\u0600": _ARABIC,
    "\u0780": (),
    "\u0900": _INDIC,
    "\u0e00": _THAI,
    "\u0e80": (),
    "\u1f00": _GREEK,
    "\u3040": _EASTERN,
}
_BEGINNINGS = sorted(_SCRIPTS, reverse=True)


def calls_reader(text: str, lower: str) -> bool:
    """Say whether a text, in small letters `lower`, asks its readers for something that the site would have them do."""
    if len(text) > LONGEST:
        return False
    found = None if text.isascii() else _NOT_LATIN.search(text)
    calls = _LATIN if found is None else _SCRIPTS[next(first for first in _BEGINNINGS if found[0] >= first)]
    if calls is _EASTERN and len(text) > _LONGEST_EASTERN:
        return False
    for each in calls:  # noqa: SIM110 - half the time of `any`
        if each.offered.are_in(lower) and each.asking.search(lower):
            return True
    return False
