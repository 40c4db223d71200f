import pytest

from app.errors import Walled
from app.extract.page import extract_page
from app.models import Article

URL = "https://harbour.example/story"
GONE, AGE = "has no such page", "how old its readers are"
CLOSED, REGION, CHECK = "closed for maintenance", "country or region", "for robots"
CONSENT, SIGN_IN, CUT = "consent to cookies", "people who sign in", "only for subscribers"
WALLS = {
    "Vietnamese, gone": (GONE, "Lỗi 404", "Trang bạn yêu cầu đã được chuyển đi nơi khác. Xin thử tìm kiếm."),
    "Hebrew, gone": (GONE, "הדף אינו קיים", "העמוד שחיפשת הוסר. אפשר לחפש באתר."),
    "Hindi, gone": (GONE, "पृष्ठ नहीं मिला", "जिस पेज को आप खोल रहे हैं, वह हटा दिया गया है।"),
    "Indonesian, gone": (GONE, "Halaman tidak ditemukan", "Halaman yang Anda cari telah dipindahkan."),
    "Persian, gone": (GONE, "صفحه یافت نشد", "صفحه مورد نظر حذف شده است."),
    "Korean, gone": (GONE, "존재하지 않는 페이지", "페이지가 삭제되었거나 주소가 바뀌었습니다."),
    "of a network of friends": (GONE, "This content isn't available right now", "It may be that the owner deleted it."),
    "Korean, age": (AGE, "연령확인", "이 페이지는 18세 이상만 볼 수 있습니다."),
    "Greek, age": (AGE, "Επιβεβαίωση ηλικίας", "Είστε άνω των 18 ετών;"),
    "Arabic, age": (AGE, "التحقق من العمر", "هل عمرك 18 عامًا أو أكثر؟"),
    "Czech, age": (AGE, "Ověření věku", "Je vám více než 18 let?"),
    "Portuguese, age": (
        AGE,
        "Adega",
        "Você tem 18 anos ou mais? Vendemos vinho. <button>Sim</button><button>Não</button>",
    ),
    "Japanese, consent": (
        CONSENT,
        "プライバシー設定",
        "当サイトとパートナーはCookie等でお客様の個人情報を処理します。広告にも使います。<button>同意する</button>",
    ),
    "Turkish, consent": (
        CONSENT,
        "Çerez tercihleri",
        "Çerezler kullanılarak kişisel verileriniz işlenir. Gizlilik için seçin. <button>Kabul et</button>",
    ),
    "Greek, consent": (
        CONSENT,
        "Εφημερίδα",
        "Οι συνεργάτες μας αποθηκεύουν cookies και προσωπικά δεδομένα. <button>ΑΠΟΔΟΧΗ</button>",
    ),
    "Romanian, consent": (
        CONSENT,
        "Ziarul",
        "Folosim cookie-uri și date cu caracter personal, noi și partenerii noștri. <button>Sunt de acord</button>",
    ),
    "Ukrainian, consent": (
        CONSENT,
        "Ми цінуємо вашу конфіденційність",
        "Ми використовуємо файли cookie та персональні дані. <button>Погоджуюсь</button>",
    ),
    "Chinese, consent": (
        CONSENT,
        "Cookie 设置",
        "我们和我们的合作伙伴使用 Cookie 处理您的个人数据。<button>接受</button>",
    ),
    "Arabic, consent": (
        CONSENT,
        "نحن نهتم بخصوصيتك",
        "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لعرض الإعلانات. <button>قبول</button>",
    ),
    "Turkish, maintenance": (CLOSED, "Sitemiz bakımda", "Bakım çalışması yapıyoruz, sonra tekrar deneyin."),
    "Polish, maintenance": (CLOSED, "Przerwa techniczna", "Trwają prace techniczne. Wrócimy wieczorem."),
    "Polish, region": (REGION, "Wideo", "Materiał niedostępny w Twoim kraju. Decydują prawa licencyjne."),
    "Portuguese, region": (REGION, "Not available in your region", "Este vídeo não está disponível no seu país."),
    "French, a puzzle": (CHECK, "Captcha", "Faites glisser vers la droite pour compléter le puzzle."),
    "Korean, members": (SIGN_IN, "카페", "카페 멤버만 볼 수 있는 글입니다. 로그인 후 이용해 주세요."),
    "French, a password": (
        SIGN_IN,
        "Protégé : le procès-verbal",
        "Ce contenu est protégé par un mot de passe. <input type='password'>",
    ),
    "of documents": (SIGN_IN, "Documents", "You need access. Request access, or switch to an account with access."),
}
PROMPTS = {
    "Polish": "Wykup prenumeratę i czytaj dalej",
    "Turkish": "Bu içerik abonelere özeldir",
    "Korean": "이 글은 구독자 전용입니다",
    "Japanese": "登録すると続きをお読みいただけます",
    "Greek": "Μόνο για συνδρομητές",
    "Hungarian": "A cikk folytatása csak előfizetőknek érhető el",
    "Ukrainian": "Текст доступний лише для передплатників",
    "of a club": "Unlock this post by becoming a member",
}
TEXT = "<p>The council said on Monday that the ferry will sail again in May, when the quay is dry and the engine mended.</p>"
LOOK_ALIKES = {
    "Korean": (
        "로그인 정보 유출",
        "항만 공사는 화요일 로그인이 필요한 모든 승객 천 명의 비밀번호가 한꺼번에 유출되었다고 밝혔다. "
        "공사는 그날 밤 늦게까지 기자들에게 사고의 경위와 앞으로 취할 조치와 보상의 방법을 차례로 설명하고 거듭 사과했다고 김민수 기자가 전했다.",
    ),
    "Japanese": (
        "クッキーの規則",
        "消費者庁は火曜日、新聞社が読者の同意を得ずにクッキーで個人情報を集めていたとして、改善を命じる方針を固めた。命令は来月の初めに出される見通しである。",
    ),
    "Polish": (
        "Strona urzędu nie działa",
        "Mieszkańcy skarżą się od wtorku, że na witrynie urzędu miasta widać tylko napis „strona nie istnieje”. Burmistrz zapewnia, "
        "że informatycy naprawią ją do końca przyszłego tygodnia, a dokumenty można dostać w okienku na parterze ratusza.",
    ),
    "Vietnamese": (
        "Luật mới về tuổi",
        "Quốc hội hôm thứ ba thông qua luật buộc các cửa hàng rượu hỏi khách từ 18 tuổi trở lên mới bán, theo tin từ bến cảng "
        "và các chợ lớn của thành phố, nơi nhiều chủ quầy phản đối vì lo mất khách quen.",
    ),
    "Turkish": (
        "Çerez davası",
        "Mahkeme salı günü gazetenin okurlarına sormadan çerez kullandığı için ödeyeceği cezayı açıkladı ve kararın gelecek "
        "ayın başında yürürlüğe gireceğini, itiraz süresinin ise iki hafta olduğunu bildirdi.",
    ),
}


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title} | Harbour</title></head><body><h1>{title}</h1>{body}</body></html>"


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_in_a_language_of_fewer_walls_is_named(name: str) -> None:
    said, title, text = WALLS[name]
    with pytest.raises(Walled) as raised:
        extract_page(page(title, f"<p>{text}</p>"), URL)
    assert said in raised.value.sentence


@pytest.mark.parametrize("language", PROMPTS)
def test_a_text_that_ends_where_one_has_to_pay_says_so(language: str) -> None:
    markup = page("Ferry", f"<article>{TEXT * 2}<div><h3>{PROMPTS[language]}</h3></div></article>")
    article = extract_page(markup, URL)
    assert isinstance(article, Article)
    assert CUT in article.cut


@pytest.mark.parametrize("language", LOOK_ALIKES)
def test_a_short_text_about_such_things_is_read(language: str) -> None:
    title, text = LOOK_ALIKES[language]
    assert extract_page(page(title, f"<article><p>{text}</p></article>"), URL)


def test_a_headline_of_the_second_rank_counts_where_it_is_the_only_one() -> None:
    body = "<h2>Page not found</h2><p>Try the search above.</p>"
    with pytest.raises(Walled):
        extract_page(f"<html><head><title>Harbour</title></head><body>{body}</body></html>", URL)
