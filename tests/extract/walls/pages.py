"""Walls and pages that look like them, written for these tests after what such pages have in common."""

WORDS = "The keeper of the lighthouse on the northern cape has counted the ships of the year, and found fewer of them. "

CLOUDFLARE = (
    '<html><head><title>Just a moment...</title></head><body><noscript><span id="challenge-error-text">Enable '
    "JavaScript and cookies to continue</span></noscript><script>window._cf_chl_opt={cRay:'1'}</script></body></html>"
)
DATADOME = (
    "<html><head><title>harbour.example</title></head><body><p>Please enable JS and disable any ad blocker</p>"
    "<script src='https://ct.captcha-delivery.com/c.js'></script></body></html>"
)
PROOF_OF_WORK = (
    "<html><head><title>Making sure you're not a bot!</title></head><body><h1>Making sure you're not a bot!</h1>"
    '<script id="anubis_challenge" type="application/json">{}</script><p>Loading...</p></body></html>'
)
NAMELESS_CHECK = (
    "<html><head><title>Security check | Harbour Post</title></head><body><h1>One last step</h1>"
    "<p>Please verify you are a human. We have detected unusual activity from your network.</p></body></html>"
)
GERMAN_CHECK = (
    "<html><head><title>Einen Moment</title></head><body><p>Bestätigen Sie, dass Sie ein Mensch sind.</p></body></html>"
)
ENGLISH_CONSENT = (
    "<html><head><title>Harbour Post</title></head><body><h1>Your privacy matters</h1>"
    "<p>We and our 812 partners store and access information on your device, such as cookies, with your consent.</p>"
    "<p>You can accept this tracking, or manage your choices about personalised advertising at any time.</p>"
    "<button>Accept all</button><button>Manage</button></body></html>"
)
FRENCH_CONSENT = (
    "<html><head><title>Vos choix en matière de cookies</title></head><body>"
    "<p>Nous et nos partenaires utilisons des cookies et des traceurs pour personnaliser la publicité.</p>"
    "<p>En cliquant sur le bouton, vous donnez votre accord à ces cookies.</p>"
    "<button>Tout accepter</button></body></html>"
)
GERMAN_CONSENT = (
    "<html><head><title>Einwilligung | Hafenbote</title></head><body>"
    "<p>Wir und unsere Partner verwenden Cookies für Werbung, mit Ihrer Einwilligung.</p>"
    "<p>Wir verwenden Tracking, um personalisierte Inhalte zu zeigen.</p><a href='/ja'>Alle akzeptieren</a></body></html>"
)
SIGN_IN = (
    "<html><head><title>Log in to continue | Harbour Post</title></head><body><form action='/session' method='post'>"
    "<label>Email</label><input name='mail'><input type='password' name='word'><button>Log in</button></form>"
    "<a href='/lost'>Forgot your password?</a></body></html>"
)
REGION = (
    "<html><head><title>Not available in your region</title></head><body><h1>We are sorry</h1>"
    "<p>This content is not available in your region for legal reasons.</p></body></html>"
)
SUBSCRIBERS = (
    "<html><head><title>Subscribe to read | Harbour Post</title></head><body><h1>Subscribe to read</h1>"
    "<p>Already a subscriber? Subscribe to continue reading this and every other story.</p></body></html>"
)

POLISH_CONSENT = (
    "<html><head><title>Kurier</title></head><body><p>Klikając przycisk, wyrażasz zgodę na pliki cookies i przetwarzanie danych "
    "przez nas i naszych partnerów.</p><button>Przejdź do serwisu</button></body></html>"
)
NETWORK_BLOCK = "<html><head><title>Blocked</title></head><body><p>Your request has been blocked. Try another network.</p></body></html>"
RUSSIAN_CHECK = "<html><head><title>Проверка</title></head><body><p>Подтвердите, что вы не робот.</p></body></html>"
AGE = (
    "<html><head><title>Harbour Wines</title></head><body><h1>Are you over 18?</h1><p>You must be 18 years or older to go "
    "on.</p><button>I am</button></body></html>"
)
QUEUE = (
    "<html><head><title>Tickets</title></head><body><h1>You are now in line</h1><p>When it is your turn, you have ten "
    "minutes. Your estimated wait time is an hour.</p></body></html>"
)
SCRIPTS = (
    "<html><head><title>App</title></head><body><p>You need to enable JavaScript to run this app.</p></body></html>"
)

ABOUT_CAPTCHAS = (
    '<html><head><title>Are you a robot?</title><meta property="og:type" content="article"></head><body><article>'
    "<h1>Are you a robot?</h1><p>Millions of people tell a machine each day that they are none. The test is called a "
    "CAPTCHA, and a study of the university of the cape shows that programs now pass it more often than people do.</p>"
    "<p>Asked to &quot;verify you are human&quot;, a model clicked on every traffic light. The authors want another "
    "test.</p></article></body></html>"
)
ABOUT_COOKIES = (
    "<html><head><title>Parliament against cookie banners</title></head><body><h1>Parliament against cookie banners</h1>"
    "<p>The parliament voted on Tuesday for a law that ends the cookie banner. Sites may ask for consent once a year. "
    "The minister said that nobody reads what is written about cookies and partners there.</p>"
    "<p>Advertisers warned that tracking would go on by other means, and privacy groups welcomed the vote.</p>"
    "<div class='banner'><p>We use cookies.</p><button>Accept</button></div></body></html>"
)
BISCUITS = (
    "<html><head><title>Cookies</title></head><body><h1>Cookies</h1><p>These cookies need butter, sugar and an hour. "
    "Stir until the dough is smooth. Let the cookies cool before they are packed.</p>"
    "<p>By clicking on the picture you see our partners in baking.</p><form><button>Send a comment</button></form>"
    "</body></html>"
)
WITH_LOGIN_IN_THE_HEAD = (
    "<html><head><title>Ferry repaired | Harbour Post</title></head><body><form><input type='password'>"
    "<a href='/lost'>Forgot your password?</a> <a href='/new'>Create an account</a></form>"
    f"<article><h1>Ferry repaired</h1><p>{WORDS * 3}</p></article></body></html>"
)
ABOUT_LOGINS = (
    "<html><head><title>Login</title></head><body><h1>Login</h1><p>The login is the name under which a person works on "
    "a machine that several share. It was used first on the time sharing systems of the sixties, whose users had to be "
    "told apart so that their hours could be billed.</p></body></html>"
)
ABOUT_SCRIPTS = (
    "<html><head><title>How to enable JavaScript</title></head><body><h1>How to enable JavaScript</h1><p>JavaScript is a "
    "language in which pages say what a browser does. In most browsers it is on. Open the menu, choose the settings, then "
    "those of single sites, and switch it on there. Where a school has switched it off, ask those who run its machines."
    "</p></body></html>"
)
ABOUT_AGES = (
    "<html><head><title>Shops must ask for age</title></head><body><h1>Shops must ask for age</h1><p>From May on, shops for "
    "wine have to ask whether a buyer is over 18. The minister said that a click was not enough, and buyers would have to "
    "show a card. Traders called the law a burden.</p></body></html>"
)
ABOUT_PAYWALLS = (
    "<html><head><title>Paper ends its paywall</title></head><body><h1>Paper ends its paywall</h1><p>The Harbour Post opens "
    "all of its stories to everybody from Monday. Until now most were for those who paid. The editor said that the number "
    "of subscribers had fallen for years.</p></body></html>"
)
PICTURE_WITH_A_BANNER = (
    "<html><head><title>The ferry at dawn</title></head><body><h1>The ferry at dawn</h1><img src='/ferry.jpg' width='900' "
    "height='600' alt='A ferry'><div class='banner'><p>We use cookies, and so do our partners.</p><p>With your consent we "
    "measure visits and show adverts.</p><button>Accept all</button></div></body></html>"
)

WIDGET = (
    "<html><head><title>Verify</title></head><body><form><p>Please show that you are not a machine.</p>"
    "<div class=\"h-captcha\" data-sitekey='1'></div></form></body></html>"
)
OLD_BROWSER = (
    "<html><head><title>Harbour Post</title></head><body><h1>Sorry</h1><p>Your browser is not supported. Please upgrade "
    "to the latest version of one of these.</p></body></html>"
)
MEMBERS_OF_A_FORUM = (
    "<html><head><title>Harbour board</title></head><body><p>You are not logged in or you do not have permission to access "
    "this page. There may be several reasons for that, and the board has a page with help.</p></body></html>"
)
MAINTENANCE = (
    "<html><title>Maintenance</title><body><h1>Briefly unavailable for scheduled maintenance.</h1></body></html>"
)
GERMAN_OFFER = (
    "<html lang='de'><head><title>Hafenblatt</title></head><body><h2>Mit Werbung weiterlesen</h2><p>Besuchen Sie uns wie "
    "gewohnt mit Werbung und Tracking.</p><button>Akzeptieren und weiter</button><p>Nutzen Sie uns ohne Werbetracking für "
    "4,99 Euro.</p></body></html>"
)
REGION_IN_OTHER_WORDS = (
    "<html><head><title>Unavailable</title></head><body><p>This website is currently unavailable to users in the European "
    "Union while we work to ensure that data is protected.</p></body></html>"
)
_REPORTED = "<p>The minister answered on Tuesday in the capital, where the committee met for two hours and heard both sides.</p>"
SHORT_ABOUT_AGES = (
    "<html><head><title>Age verification comes</title></head><body><article><h1>Age verification comes</h1><p>Are you over "
    f"18? Sites must verify your age from July. You must be 18, the boxes said.</p>{_REPORTED}</article></body></html>"
)
SHORT_ABOUT_QUEUES = (
    "<html><head><title>You are now in line: tickets sold out</title></head><body><article><h1>You are now in line: tickets "
    f"sold out</h1><p>You are in a queue, the page said, and your estimated wait time is an hour.</p>{_REPORTED}</article>"
    "</body></html>"
)
SHORT_ABOUT_CHECKS = (
    "<html><head><title>Making sure you're not a bot: the scrapers</title></head><body><article><h1>Making sure you're not "
    f"a bot: the scrapers</h1><p>Why am I seeing this, readers asked. It is to protect the server.</p>{_REPORTED}</article>"
    "</body></html>"
)
LETTER_WITH_A_WIDGET = (
    "<html><head><title>Contact</title></head><body><h1>Contact</h1><p>Write to the harbour master about lost things, and "
    'say where and when the ferry had them last, which helps.</p><form><div class="g-recaptcha"></div></form></body></html>'
)
CHECKS_BY_LANGUAGE = tuple(
    f"<html><head><title>Harbour</title></head><body><h1>harbour.example</h1><p>{said}</p></body></html>"
    for said in (
        "Sprawdzanie, czy połączenie jest bezpieczne. Potwierdź, że jesteś człowiekiem.",
        "İnsan olduğunuzu doğrulayın. Bağlantınızın güvenliğini denetliyoruz.",
        "계속하려면 로봇이 아님을 확인하세요. 사람인지 확인하는 중입니다.",
        "Bezig met controleren of u een mens bent. We controleren de beveiliging van uw verbinding.",
        "The requested URL was rejected. Please consult with your administrator.",
    )
)
AD_BLOCKER = (
    "<html><head><title>Harbour Post</title></head><body><h1>Ad blocker detected</h1><p>It looks like you're using an ad "
    "blocker. Our reporters live on advertising. Please turn it off for this site and load the page again.</p>"
    "<button>I have turned off my ad blocker</button></body></html>"
)
GERMAN_AD_BLOCKER = (
    "<html><head><title>Adblocker erkannt | Hafenbote</title></head><body><p>Bitte deaktivieren Sie Ihren Adblocker, um "
    "weiterzulesen.</p></body></html>"
)
CONSENT_OF_ONE_WORD = (
    "<html><head><title>Before you continue</title></head><body><h1>Before you continue to Harbour Search</h1><p>We use cookies "
    "and data to keep our services up. If you accept, we will also use cookies to make new ones.</p>"
    "<form><button>Reject all</button></form><form><button>Accept all</button></form></body></html>"
)
ABOUT_AD_BLOCKERS = (
    "<html><head><title>Ad blockers are everywhere | Harbour Post</title></head><body><article><h1>Ad blockers are "
    "everywhere</h1><p>Every second browser of the town has an ad blocker, the harbour master found when he counted them on "
    "Tuesday. You are using an ad blocker, said the page to him, and he closed it.</p></article></body></html>"
)
GERMAN_AGE = (
    "<html><head><title>Weingut am Hafen</title></head><body><h1>Willkommen</h1><p>Bitte geben Sie Ihr Geburtsdatum ein. "
    "Der Besuch dieser Seite ist nur Personen ab 18 Jahren gestattet.</p></body></html>"
)
FRENCH_AGE = (
    "<html><head><title>Vérification de l'âge</title></head><body><h1>Bienvenue</h1><p>Ce site est réservé aux personnes majeures. "
    "Entrez votre date de naissance pour continuer.</p></body></html>"
)
MEMBERS_POST = (
    "<html><head><title>A note from Ann</title></head><body><main><h1>A note from Ann</h1><p>This post is for members only. "
    "Join the circle to unlock it.</p><button>Join</button><p>Already a member?</p></main></body></html>"
)
FRENCH_OFFER = (
    "<html><head><title>La Gazette du port</title></head><body><h1>Votre vie privée</h1><p>Nos 167 partenaires et nous-mêmes déposons "
    "des cookies pour afficher des publicités personnalisées.</p><p>Vous pouvez accepter ou refuser ces opérations.</p>"
    "<button>Accepter et fermer</button><p>Continuer sans accepter en vous abonnant.</p></body></html>"
)
ITALIAN_OFFER = (
    "<html><head><title>Corriere del porto</title></head><body><h2>Informativa sulla privacy</h2><p>Noi e i nostri 300 partner "
    "archiviamo i cookie e trattiamo dati personali per annunci personalizzati.</p><p>Puoi accettare oppure abbonarti a un "
    "euro al mese.</p><button>Accetta e continua</button></body></html>"
)
JAPANESE_AGE = (
    "<html><head><title>年齢確認</title></head><body><h1>年齢確認</h1><p>18歳未満の方のご利用をお断りしております。"
    "あなたは18歳以上ですか？</p><a href='/yes'>はい</a></body></html>"
)
REGION_OF_RIGHTS = (
    "<html><head><title>Player</title></head><body><h1>Content not available</h1><p>Due to rights restrictions, this film is not "
    "available in your country or region.</p></body></html>"
)
