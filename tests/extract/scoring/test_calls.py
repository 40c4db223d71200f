"""What pages ask of their readers, in the languages of the news, and sentences that only have the same words."""

import pytest

from app.extract.scoring.calls import LONGEST, calls_reader


def asks(text: str) -> bool:
    return calls_reader(text, text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Abonnieren Sie unseren Newsletter: das Wichtigste vom Hafen.",
        "Inscrivez-vous à notre infolettre du matin.",
        "¿Te gusta? Suscríbete a nuestro boletín",
        "Puedes seguir a La Ría en Facebook y en Instagram.",
        "Clique aqui para entrar no canal da Foz no WhatsApp",
        "✅ Clique aqui para se inscrever no canal da Foz no WhatsApp",
        "不用抽 現在用APP看新聞 點我下載APP",
        "Per restare aggiornato, iscriviti alla newsletter.",
        "Meld je aan voor de nieuwsbrief van de haven.",
        "Få nyhedsbrevet hver morgen",
        "Tilaa uutiskirje ilmaiseksi",
        "Obserwuj nas w Wiadomościach Google",
        "Ha tetszett, támogasd a munkánkat!",
        "Urmăriți-ne și pe Google News",
        "Pratite nas na Facebooku",
        "Bizi WhatsApp kanalımızdan takip edin",
        "Ikuti saluran kami di WhatsApp",
        "Đăng ký nhận bản tin buổi sáng",
        "Нашли опечатку? Выделите её и нажмите Ctrl+Enter",
        "Подписывайтесь на наш телеграм-канал",
        "Підтримайте незалежну журналістику",
        "Последвайте ни във Facebook",
        "Ακολουθήστε μας στο Google News",
        "تابعوا آخر الأخبار على واتساب",
        "اشترك في النشرة البريدية",
        "ما را در تلگرام دنبال کنید",
        "הצטרפו לקבוצת הוואטסאפ שלנו",
        "ताजा खबरों के लिए हमारा ऐप डाउनलोड करें",
        "আমাদের গুগল নিউজ চ্যানেল ফলো করুন",
        "ติดตามเราได้ที่ LINE",
        "长按二维码关注我们",
        "【打开海湾新闻客户端，看更多内容】",
        "郑重声明：本文由用户上传，本平台仅提供存储。",
        "责任编辑：李四",
        "返回首页，查看更多",
        "举报/反馈",
        "平台声明：该文观点仅代表作者本人。",
        "本平台仅提供信息存储服务。",
        "著作权归作者所有，转载请联系作者",
        "您的支持将鼓励我继续创作！",
        "無料会員登録はこちら",
        "この記事は有料です。残り 640 文字",
        "▶ 바다일보 채널 구독하기",
        "最新ニュースをメールでお届けします。無料のニュースレターにご登録ください。",
        "公式LINEを友だち追加して最新情報をチェック",
        "Please support our work with a donation.",
        "Support local journalism: make a gift today.",
        "Gefällt Ihnen das? Unterstützen Sie uns mit einer Spende.",
        "Soutenez la rédaction : faites un don, même petit.",
        "Sostieni il nostro giornale con un piccolo contributo.",
        "Steun onze redactie met een kleine bijdrage; doneer nu.",
        "Podpořte redakci pravidelným příspěvkem.",
        "Your email address will not be published. Required fields are marked *",
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
        "Comments are moderated and may not appear at once.",
        "Якщо ви знайшли помилку, виділіть її та натисніть Ctrl+Enter.",
        "ⓒ 바다일보. 무단 전재 및 재배포 금지",
        "Langgan surat berita kami",
        "आमच्या व्हॉट्सअॅप चॅनलला जॉइन करा",
        "Jiunge na chaneli yetu ya WhatsApp",
        "Пратите нас и на Вајберу",
        "Prijavite se na newsletter luke",
        "আমাদের ফেসবুক পেজে লাইক দিন",
        "எங்கள் வாட்ஸ்அப் சேனலில் இணையுங்கள்",
    ],
)
def test_a_call_to_the_reader_is_known(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Donate Life America lists its board in public.",
        "They support the local council, and a donation came from each of the towns.",
        "Comments on the plan are due in May, by e-mail or by post.",
        "",
        "The harbour has a newsletter, which the keeper of the light writes by hand.",
        "Der Newsletter des Hafens erscheint seit zehn Jahren, und er wird gelesen.",
        "Folgen Sie dem Weg bis zur Mühle, dann über die Brücke.",
        "El puerto anunció en Facebook que el barco vuelve a navegar.",
        "Decidió seguir publicando sus fotos en Instagram.",
        "Laden Sie die App herunter und melden Sie sich bei Facebook an.",
        "Il porto ha scritto su WhatsApp che il traghetto riparte.",
        "Władze portu ogłosiły na Facebooku, że prom wraca.",
        "О возвращении парома порт сообщил в своём телеграм-канале.",
        "Порт відкрив канал для великих суден.",
        "Το λιμάνι ανακοίνωσε στο Facebook ότι το πλοίο επιστρέφει.",
        "أعلنت إدارة الميناء على فيسبوك أن العبّارة ستعود.",
        "بندر در کانال خود نوشت که کشتی بازمی‌گردد.",
        "הנמל הודיע בפייסבוק שהמעבורת חוזרת.",
        "बंदरगाह ने फेसबुक पर बताया कि नाव फिर चलेगी।",
        "ท่าเรือแจ้งผ่าน Facebook ว่าเรือจะกลับมาวิ่ง",
        "警方提醒市民不要随意扫描陌生人发来的二维码，以免个人信息泄露。",
        "市は来月から会員の登録を始めると発表した。",
        "교통공사는 앱으로 표를 살 수 있다고 밝혔다.",
        "编辑部在北岸的一座老房子里，已经有二十年了。",
    ],
)
def test_a_sentence_that_tells_of_such_things_is_no_call(text: str) -> None:
    assert not asks(text)


def test_a_long_text_is_none() -> None:
    assert not asks("Abonnieren Sie den Newsletter. " + "Der Hafen ist alt. " * (LONGEST // 10))
    assert not asks("关注我们的公众号。" + "港口很老。" * 40)
