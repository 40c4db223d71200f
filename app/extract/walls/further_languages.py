"""What walls say in the languages that the first tables have little of, by what kind of wall says it.

They are written as the other tables are: small letters, of which a final sigma is one as any other, and straight
apostrophes. Greek in capitals has no accents.
"""

AGE_TITLES = (
    "האם אתה מעל גיל 18", "האם את/ה מעל גיל 18", "אימות גיל", "성인인증", "청소년 유해매체물", "연령확인",
    "التحقق من العمر", "تأكيد العمر", "xác minh độ tuổi", "xác nhận độ tuổi", "επιβεβαίωση ηλικίασ",
    "έλεγχοσ ηλικίασ", "overenie veku", "підтвердження віку", "verificare vârstă", "életkor ellenőrzése",
    "आयु सत्यापन", "ยืนยันอายุ", "verifikasi usia", "yaş doğrulaması", "年齢認証ページ",
)  # fmt: skip
AGE_PHRASES = (
    "מעל גיל 18", "לבני 18 ומעלה", "청소년유해매체물", "19세 미만의", "성인인증이 필요", "18세 이상", "هل عمرك 18",
    "هل أنت فوق 18", "هل يزيد عمرك عن 18", "bạn đã đủ 18", "bạn đã trên 18", "từ 18 tuổi trở lên", "είστε άνω των 18",
    "είστε πάνω από 18", "je vám 18", "je vám více než 18", "vám už bylo 18", "máte viac ako 18", "máte 18 rokov",
    "вам виповнилося 18", "вам вже є 18", "вам уже є 18", "мені є 18", "вам исполнилось 18", "ai peste 18",
    "aveți peste 18", "elmúltál már 18", "elmúlt 18 éves", "क्या आपकी आयु 18", "क्या आप 18", "คุณมีอายุ 18",
    "anda berusia 18", "imate li 18", "18 yaşından büyüğüm", "18 yaşını doldur", "18歳以上の方", "您已年满18",
    "确认您已年满", "我已年滿18", "maior de 18 anos", "tem 18 anos ou mais", "para maiores de 18",
    "menores de 18 anos", "över 18 år för att", "over 18 år for at", "yli 18-vuotias",
)  # fmt: skip

CONSENT_TITLES = (
    "cookie 设置", "cookie设置", "cookie 設定", "نحن نهتم بخصوصيتك", "نحن نقدر خصوصيتك", "خصوصيتك تهمنا",
    "çerez kullanımı", "çerez politikası", "çerez tercihleri", "gizliliğinize önem veriyoruz",
    "σεβόμαστε την ιδιωτικότητά σασ", "σεβόμαστε το απόρρητό σασ", "η ιδιωτικότητά σασ είναι σημαντική",
    "a sua privacidade é importante para nós", "a sua privacidade é importante", "valorizamos a sua privacidade",
    "valorizamos sua privacidade", "ne pasă de confidențialitatea ta", "szanujemy twoją prywatność",
    "az ön adatainak védelme fontos számunkra", "fontos számunkra az ön adatvédelme", "vážíme si vašeho soukromí",
    "záleží nám na vašem soukromí", "vážime si vaše súkromie", "ми цінуємо вашу конфіденційність",
    "мы ценим вашу конфиденциальность", "vrednujemo vašu privatnost", "cenimo vašo zasebnost",
    "אנו מכבדים את פרטיותך", "プライバシーに関するお知らせ", "プライバシー設定", "cookieの設定", "隐私设置",
    "개인정보 보호", "개인정보 설정", "vi verdsetter personvernet ditt", "vi värnar om din integritet",
    "vi respekterer dit privatliv", "välitämme yksityisyydestäsi",
)  # fmt: skip
CONSENT_PHRASES = (
    # The first purpose of the framework for consent of advertisers (TCF), which most boxes quote.
    "access information on a device", "informationen auf einem gerät", "informations sur un appareil",
    "información en un dispositivo", "informazioni su un dispositivo", "informações num dispositivo",
    "informações em um dispositivo", "informacje na urządzeniu", "informacji na urządzeniu",
    "informatie op een apparaat", "information på en enhet", "oplysninger på en enhed", "informasjon på en enhet",
    "tietoja laitteella", "informace v zařízení", "informácie v zariadení", "informații pe un dispozitiv",
    "πληροφορίεσ σε μια συσκευή", "πληροφορίεσ στη συσκευή", "bir cihazdaki bilgilere", "cihazınızdaki bilgilere",
    "інформацію на пристрої", "информацию на устройстве", "podacima na uređaju",
    # And what sites say themselves.
    "我们和我们的合作伙伴", "我们及我们的合作伙伴", "我們和我們的合作夥伴", "我們及合作夥伴", "συνεργάτεσ μασ",
    "επεξεργαζόμαστε προσωπικά", "χρησιμοποιούμε cookies", "çerezler kullanıl", "çerez kullanıyoruz",
    "kişisel verileriniz", "armazenamos e/ou acedemos", "armazenamos ou acessamos", "processamos dados",
    "partenerii noștri", "folosim cookie", "naši partneři", "našimi partnery", "naši partneri", "a partnereink",
    "partnereink", "cookie-kat használunk", "sütiket használ", "використовуємо файли cookie", "наші партнери",
    "наши партнеры", "שותפינו", "אנו משתמשים בעוגיות", "ملفات تعريف الارتباط", "وشركاؤنا", "شركائنا",
    "chúng tôi sử dụng cookie", "các đối tác của chúng tôi", "cookieを使用", "cookieの使用", "쿠키를 사용",
    "我们使用 cookie", "我们使用cookie", "kami dan mitra", "menggunakan cookie", "เราใช้คุกกี้",
)  # fmt: skip
CONSENT_WORDS = (
    "个人数据", "個人資料", "个性化", "個人化", "合作夥伴", "خصوصيت", "البيانات الشخصية", "الإعلانات", "parceiros",
    "kişisel ver", "kvkk", "gizlili", "ιδιωτικότητ", "απόρρητ", "προσωπικ", "συνεργάτεσ", "διαφημί", "συγκατάθεση",
    "parteneri", "confidențialit", "date cu caracter personal", "súkromi", "osobní údaj", "osobné údaj", "adatvéd",
    "hozzájárul", "sütik", "конфіденційн", "конфиденциальн", "персональн", "privatnost", "zasebnost", "поверителност",
    "עוגיות", "פרטיות", "ملفات تعريف الارتباط", "الخصوصية", "quyền riêng tư", "プライバシー", "個人情報", "쿠키",
    "개인정보", "隐私", "個資", "privasi", "cookie等", "広告", "パートナー", "광고", "广告", "合作伙伴", "คุกกี้",
    "ความเป็นส่วนตัว",
)  # fmt: skip
ACCEPTING = (
    "aceit", "concordo", "συμφωνώ", "συμφωνω", "αποδοχή", "αποδοχη", "αποδέχομαι", "αποδεχομαι", "súhlas", "prihvać",
    "elfogad", "погоджуюсь", "прийняти", "согласен", "sunt de acord", "de acord", "приемам", "מאשר", "מסכים", "موافق",
    "قبول", "أوافق", "đồng ý", "chấp nhận", "同意する", "許可", "동의", "수락", "接受", "setuju", "terima", "ยอมรับ",
    "स्वीकार", "sutinku",
)  # fmt: skip

GONE_TITLES = (
    "this content isn't available right now", "this content isn't available at the moment",
    "this content is no longer available", "this page isn't available", "404 - sayfa bulunamadı",
    "aradığınız sayfa bulunamadı", "hata 404", "không tìm thấy trang", "không tìm thấy trang bạn yêu cầu",
    "trang không tồn tại", "trang không tìm thấy", "lỗi 404", "خطأ 404", "الصفحة غير متاحة",
    "لم يتم العثور على الصفحة", "صفحه مورد نظر یافت نشد", "صفحه یافت نشد", "خطای 404", "σφάλμα 404",
    "η σελίδα δεν υπάρχει", "הדף לא נמצא", "הדף אינו קיים", "העמוד המבוקש לא נמצא", "שגיאה 404", "पेज नहीं मिला",
    "पृष्ठ नहीं मिला", "त्रुटि 404", "পাতাটি পাওয়া যায়নি", "ไม่พบหน้า", "ไม่พบหน้าที่คุณต้องการ",
    "halaman tidak ditemukan", "laman tidak ditemui", "stranica nije pronađena", "strana ni najdena",
    "stranka nije pronađena", "страница није пронађена", "страницата не е намерена", "lehte ei leitud",
    "puslapis nerastas", "lapa nav atrasta", "помилка 404", "błąd 404", "chyba 404", "eroare 404", "hiba 404",
    "페이지를 찾을 수 없음", "요청하신 페이지를 찾을 수 없습니다", "존재하지 않는 페이지",
    "お探しのページが見つかりません", "お探しのページは見つかりませんでした", "ページが存在しません",
    "抱歉，页面不存在", "很抱歉，您访问的页面不存在", "página não existe", "esta página não existe",
    "página inexistente",
)  # fmt: skip
GONE_PHRASES = (
    "sayfa kaldırılmış", "trang bạn đang tìm", "trang bạn tìm kiếm", "trang bạn yêu cầu", "الصفحة التي طلبتها",
    "الصفحة المطلوبة غير", "صفحه مورد نظر", "صفحه‌ای که", "η σελίδα που ψάχνετε", "η σελίδα που αναζητάτε",
    "הדף שביקשת", "העמוד שחיפשת", "העמוד שביקשת", "आप जो पेज खोज रहे", "जिस पेज को आप", "आपके द्वारा खोजा गया",
    "ไม่พบหน้าที่", "halaman yang anda cari", "halaman yang kamu cari", "stranica koju tražite",
    "strana, ki jo iščete", "stranka koju tražite", "страница коју тражите", "страницата, която търсите",
    "otsitavat lehte", "puslapis, kurio ieškote", "pagina căutată", "pagina solicitată", "oldal nem létezik",
    "strony, której szukasz", "запитувана сторінка", "сторінка не існує", "존재하지 않거나", "삭제되었거나",
    "페이지가 존재하지", "ページは移動", "ページが見つかりませんでした", "頁面已被移除", "您要找的頁面",
    "您查找的页面", "内容已被删除", "內容已被刪除", "已被发布者删除", "content isn't available right now",
    "content isn't available at the moment", "this content is no longer available", "this page isn't available",
    "because the owner only shared it", "dieser inhalt ist momentan nicht verfügbar",
    "este contenido no está disponible", "ce contenu n'est pas disponible", "este conteúdo não está disponível",
)  # fmt: skip

SIGN_IN_PHRASES = (
    "로그인이 필요한", "로그인 후 이용", "멤버만 볼 수", "passwortgeschützt", "gib dein passwort",
    "geben sie ihr passwort", "protégé par un mot de passe", "protegido con contraseña", "protegido por contraseña",
    "protegido por senha", "protetto da password", "beveiligd met een wachtwoord", "zabezpieczony hasłem",
    "chráněn heslem", "parola ile korun", "şifre ile korun", "защищено паролем", "защищена паролем",
    "パスワードで保護", "受密码保护", "yêu cầu đăng nhập", "vui lòng đăng nhập", "đăng nhập để xem",
    "يجب تسجيل الدخول", "سجل الدخول", "تسجيل الدخول لمشاهدة", "συνδεθείτε για να", "πρέπει να συνδεθείτε",
    "יש להתחבר", "עליך להתחבר", "लॉग इन करें", "प्रवेश करने के लिए", "silakan masuk untuk", "กรุณาเข้าสู่ระบบ",
    "必须登录", "請先登入", "请先登錄", "é necessário fazer login", "faça login para", "entre na sua conta para",
    "trebuie să fii autentificat", "musíte se přihlásit", "musíte sa prihlásiť", "be kell jelentkez",
    "потрібно увійти", "you need access", "ask for access", "request access", "switch to an account with",
    "zugriff anfordern", "demander l'accès", "solicitar acceso",
)  # fmt: skip
SIGN_IN_DEMANDS = (
    "switch to an account with", "로그인이 필요한 서비스", "로그인 후 이용해", "멤버만 볼 수", "请登录后查看",
    "登录后查看", "vui lòng đăng nhập để xem", "bạn cần đăng nhập để", "يجب تسجيل الدخول لمشاهدة",
    "πρέπει να συνδεθείτε για να", "musisz się zalogować, aby", "musíte se přihlásit, abyste",
    "é necessário fazer login para", "görmek için giriş yap", "görüntülemek için giriş yap",
)  # fmt: skip

REST_IS_PAID = (
    "csak előfizetők", "folytatása csak előfizet", "előfizetéssel olvasható", "előfizetőink olvashatják",
    "unlock this post by", "by becoming a paid member", "becoming a member to unlock", "join to unlock",
    "wykup prenumeratę", "wykup dostęp", "tylko dla prenumeratorów", "dostępna dla prenumeratorów",
    "dostępny dla prenumeratorów", "dla naszych prenumeratorów", "pozostało do przeczytania", "abonelere özeldir",
    "haberin devamını okumak için", "devamını okumak için abone", "tamamını okumak için abone", "유료회원 전용",
    "구독자 전용", "전체 기사를 읽을 수", "전문을 읽으려면", "기사를 계속 읽으려면", "유료 구독자만",
    "続きをお読みいただけ", "続きは会員", "続きは有料", "ここから先は有料", "有料プランに", "订阅后可阅读全文",
    "订阅会员后", "付费后阅读", "本文为付费", "剩余内容需", "訂閱後閱讀", "只限訂戶", "會員專屬",
    "hanya untuk pelanggan", "berlangganan untuk membaca", "dành riêng cho hội viên", "dành cho thuê bao",
    "đăng ký để đọc tiếp", "للمشتركين فقط", "اشترك لقراءة", "לקריאת הכתבה המלאה", "למנויים בלבד", "כתבה זו למנויים",
    "μόνο για συνδρομητέσ", "για να διαβάσετε τη συνέχεια", "doar pentru abonați", "conținut exclusiv pentru abonați",
    "samo za pretplatnike", "nastavite čitati uz", "само за абонати", "лише для передплатників",
    "тільки для підписників", "только по подписке", "оформите подписку, чтобы", "чтобы прочитать полностью",
    "článek je pouze pro", "jen pro předplatitele", "len pre predplatiteľov", "odomknite článok", "ainult tellijale",
    "tik prenumeratoriams", "tikai abonentiem", "केवल सदस्यों के लिए", "पूरी खबर पढ़ने के लिए",
    "conteúdo exclusivo para assinante", "exclusivo para assinante", "para ler a matéria completa",
)  # fmt: skip

MAINTENANCE_TITLES = (
    "bakım çalışması", "bakım modu", "site bakımda", "sitemiz bakımda", "sitemiz bakımdadır", "przerwa techniczna",
    "prace konserwacyjne", "strona w trakcie prac", "údržba", "probíhá údržba", "karbantartás", "mentenanță",
    "site în mentenanță", "технические работы", "технічні роботи", "профилактические работы", "em manutenção",
    "site em manutenção", "in manutenzione", "sito in manutenzione", "σε συντήρηση", "υπό συντήρηση", "אתר בתחזוקה",
    "האתר בתחזוקה", "الموقع تحت الصيانة", "تحت الصيانة", "đang bảo trì", "bảo trì hệ thống",
    "sedang dalam pemeliharaan", "ปิดปรับปรุง", "ただいまメンテナンス中です", "メンテナンスのお知らせ", "系统维护中",
    "系統維護中", "网站维护中", "점검 중", "서비스 점검 중", "시스템 점검", "under vedlikehold", "under underhåll",
    "vedligeholdelse", "huoltokatko",
)  # fmt: skip
MAINTENANCE_PHRASES = (
    "bakım çalışması", "bakım nedeniyle", "bakımdadır", "przerwa techniczna", "prace techniczne",
    "prac konserwacyjnych", "probíhá údržba", "karbantartás miatt", "lucrări de mentenanță", "технічні роботи",
    "проводятся технические", "em manutenção", "estamos em manutenção", "realizando tareas de mantenimiento",
    "σε συντήρηση", "עבודות תחזוקה", "أعمال صيانة", "تحت الصيانة", "đang bảo trì", "đang được bảo trì",
    "dalam pemeliharaan", "ปิดปรับปรุงระบบ", "メンテナンスのため", "メンテナンスを行って", "系统维护", "系統維護",
    "점검으로 인해", "점검 중입니다", "huoltokatko",
)  # fmt: skip

REGION_PHRASES = (
    "на основании федерального закона", "sayılı kanun uyarınca", "erişime engellenmiştir",
    "niedostępny w twoim kraju", "nie jest dostępny w twoim kraju", "nie jest dostępna w twoim kraju",
    "niedostępna w twoim regionie", "prawa licencyjne", "není ve vaší zemi dostup", "nie je vo vašej krajine dostup",
    "az ön országában nem", "nu este disponibil în țara", "недоступен в вашей стране", "недоступно в вашей стране",
    "недоступно в вашем регионе", "недоступен в вашем регионе", "недоступний у вашій країні",
    "недоступне у вашій країні", "não está disponível no seu país", "não está disponível na sua região",
    "indisponível no seu país", "bulunduğunuz ülkede", "ülkenizde kullanılamıyor", "bulunduğunuz bölgede",
    "δεν είναι διαθέσιμο στη χώρα σασ", "אינו זמין במדינתך", "אינו זמין באזורך", "غير متاح في بلدك",
    "غير متوفر في بلدك", "غير متاح في منطقتك", "không khả dụng ở quốc gia", "không có sẵn ở quốc gia",
    "tidak tersedia di negara", "ไม่สามารถใช้ได้ในประเทศ", "お住まいの国では", "在您所在的国家", "您所在的國家",
    "귀하의 국가에서는", "거주하시는 국가에서는", "är inte tillgängligt i ditt land",
    "er ikke tilgængelig i dit land", "er ikke tilgjengelig i ditt land", "ei ole saatavilla maassasi",
)  # fmt: skip

CHECK_PHRASES = (
    "une activité inhabituelle depuis", "compléter le puzzle", "navigation à une vitesse", "glisser vers la droite",
    "actividad inusual desde", "completa el puzle", "completar el rompecabezas", "ungewöhnliche aktivität",
    "attività insolita", "attività sospetta proveniente", "atividade incomum", "atividade suspeita da sua rede",
    "ongebruikelijke activiteit", "nietypową aktywność", "olağan dışı etkinlik", "необычную активность",
    "подозрительную активность", "похожи на автоматические", "異常なアクティビティ", "异常流量", "当前环境异常",
    "비정상적인 접근",
)  # fmt: skip

# The words by which a page speaks to its reader, or of itself, as a pattern of whole words.
TO_THE_READER = (
    r"вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|мы|нас|нам|наш|наши|ви|ваші|наші|"
    r"państwa|państwu|twój|twoja|twoje|twoich|nasz|nasza|nasze|naszych|nasi|vás|vám|váš|vaše|vašich|naše|naši|"
    r"ön|önnek|önt|dumneavoastră|noi|noastre|noștri|vaš|vaša|vašu|siz|sizin|size|sizi|biz|bizim|sitemiz|sitemizde|"
    r"σασ|εσείσ|εμείσ|μασ|אתה|את|שלך|אנו|אנחנו|שלנו|आप|आपका|आपके|आपकी|हम|हमारे|bạn|chúng tôi|anda|kamu|kami|"
    r"nós|nossos|nossas|você|vocês|seus|suas"
)
# The same in languages that have no spaces between words.
TO_THE_READER_UNPARTED = "お客様|あなた|ご利用|当サイト|您|你|我们|我們|本站|本网站|คุณ|ท่าน|เรา"

# What the two buttons under a question say.
YES = (
    "yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "ano", "áno", "да", "так", "evet", "igen", "da", "ναι", "כן",
    "نعم", "はい", "예", "네", "是", "ใช่", "ya", "có", "हाँ", "kyllä",
)  # fmt: skip
NO = (
    "no", "nein", "nee", "non", "não", "nie", "ne", "нет", "ні", "не", "hayır", "nem", "nu", "όχι", "לא", "لا",
    "いいえ", "아니요", "아니오", "否", "ไม่ใช่", "tidak", "không", "नहीं", "nej", "nei", "ei",
)  # fmt: skip
