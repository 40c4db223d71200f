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
