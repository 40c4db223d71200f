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
