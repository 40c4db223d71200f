"""The signs of walls as tables. What stands here is compared with text in small letters and straight apostrophes.

A wall speaks to its visitor, in the first and second person; an article about walls speaks of them. So the phrases are
those that only the one who built a wall says.
"""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What kind of wall a page is; the value is what is said of it, after the name of the host."""

    CHECK = "lets in only browsers that pass a check for robots{by}, which this reader cannot"
    CONSENT = "asks for consent to cookies before it shows its pages, and sent that question instead"
    REGION = "does not show this page in the country or region of this reader"
    SIGN_IN = "shows this page only to people who sign in"
    SUBSCRIBERS = "shows this page only to subscribers"


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose check it is that has `mark` in its markup, or a header field `header` that contains `value`."""

    name: str
    mark: str = ""
    header: str = ""
    value: str = ""


# The marks of checks that are sold or given away, none of which stands on a page that they let through; sorted.
MAKERS = (
    Maker("Akamai", mark='id="sec-if-cpt-container"'),
    Maker("Akamai", mark="sec-cpt-if"),
    Maker("Anubis", mark="/.within.website/x/cmd/anubis"),
    Maker("Anubis", mark='id="anubis_challenge"'),
    Maker("AWS WAF", header="x-amzn-waf-action"),
    Maker("AWS WAF", mark="awswafintegration.forcerefreshtoken"),
    Maker("AWS WAF", mark="window.awswafcookiedomainlist"),
    Maker("Cloudflare", header="cf-mitigated", value="challenge"),
    Maker("Cloudflare", mark='id="cf-challenge-running"'),
    Maker("Cloudflare", mark='id="challenge-error-text"'),
    Maker("Cloudflare", mark='id="challenge-form"'),
    Maker("Cloudflare", mark="window._cf_chl_opt"),
    Maker("DataDome", header="x-datadome"),
    Maker("DataDome", mark="captcha-delivery.com/"),
    Maker("DDoS-Guard", header="server", value="ddos-guard"),
    Maker("DDoS-Guard", mark="/.well-known/ddos-guard/js-challenge"),
    Maker("go-away", mark="/.well-known/.git.gammaspectra.live/git/go-away"),
    Maker("HUMAN", mark='id="px-captcha"'),
    Maker("Imperva", mark="_incapsula_resource?cwudnsai="),
    Maker("Imperva", mark="request unsuccessful. incapsula incident id"),
    Maker("Kasada", mark="/149e9513-01fa-4fb0-aad4-566afd725d1b/"),
    Maker("Sucuri", header="x-sucuri-block"),
    Maker("Sucuri", mark="sucuri_cloudproxy_js"),
    Maker("Vercel", header="x-vercel-mitigated", value="challenge"),
    Maker("Vercel", mark="/.well-known/vercel/security/"),
)

# Whole titles and headlines, without what follows a name of the site and without the last `!`, `?` or dots.
TITLES = {
    Kind.CHECK: (
        "access check", "are you a human", "are you a robot", "are you human", "are you not a robot",
        "attention required", "bot check", "bot verification", "browser check", "captcha", "captcha challenge",
        "challenge validation", "checking your browser", "checking your browser before accessing", "client challenge",
        "ddos-guard", "ddos protection", "einen moment", "human verification", "i am not a robot", "just a moment",
        "loading challenge", "making sure you're not a bot", "nur einen moment", "one more step",
        "one moment, please", "pardon our interruption", "please verify you are a human",
        "please verify you are human", "please wait", "prove you are human", "robot check", "robot or human",
        "security check", "security check required", "security verification", "sicherheitsprüfung", "un instant",
        "un momento", "unusual traffic", "vercel security checkpoint", "verification required",
        "verify you are human", "verify your identity", "verifying you are human", "vérification de sécurité",
        "we have noticed unusual activity", "you have been blocked", "ddos-guard check", "слишком много запросов",
        "вы не робот", "проверка браузера", "安全验证", "人机验证",
    ),
    Kind.CONSENT: (
        "before you continue", "before you continue to google", "consent", "consent required", "cookie consent",
        "cookie settings", "cookie wall", "cookies", "einwilligung", "privacy gate", "privacy settings",
        "privacy-instellingen", "privatsphäre", "vos choix", "vos choix en matière de cookies",
        "we value your privacy", "your privacy choices", "your privacy is important to us",
    ),
    Kind.REGION: (
        "451", "access denied in your region", "content not available in your region",
        "not available in your country", "not available in your region", "unavailable due to legal reasons",
        "unavailable for legal reasons", "unavailable in your region", "your region is not supported",
    ),
    Kind.SIGN_IN: (
        "accedi", "acceso", "aanmelden", "anmelden", "anmeldung", "connexion", "einloggen", "entrar",
        "identifiez-vous", "iniciar sesión", "inloggen", "log in", "log in or sign up", "log in to continue",
        "logga in", "login", "login required", "logowanie", "member login", "please log in", "please sign in",
        "se connecter", "sign in", "sign in required", "sign in to continue", "sign in to your account", "sign up",
        "subscriber login", "zaloguj się", "вход", "ログイン", "登录",
    ),
    Kind.SUBSCRIBERS: (
        "become a member to continue", "subscribe to continue", "subscribe to continue reading", "subscribe to read",
        "subscribers only", "subscription required", "this article is for subscribers only",
        "this content is for subscribers only",
    ),
}  # fmt: skip

# What stands in place of the rest of a text, and hardly ever on a page that has all of it.
REST_IS_PAID = (
    "article is for subscribers", "available to subscribers", "content is for subscribers",
    "exclusive to subscribers", "for subscribers only", "story is for subscribers", "subscribe to continue",
    "subscribe to keep reading", "subscribe to read", "subscribe to unlock", "to continue reading", "to keep reading",
    "to read the full article", "to read the full story", "to read the rest", "to unlock this article",
    "unlock this article", "you've reached your limit of", "you have reached your limit of",
    "used all your free articles", "used all of your free articles", "abonnieren und weiterlesen",
    "exklusiv für abonnenten", "jetzt weiterlesen", "nur für abonnenten", "um weiterzulesen", "weiterlesen mit",
    "article réservé aux abonnés", "il vous reste", "pour lire la suite", "réservé à nos abonnés",
    "réservé aux abonnés", "contenido exclusivo para suscriptores", "para seguir leyendo", "solo para suscriptores",
    "contenuto riservato agli abbonati", "per continuare a leggere", "riservato agli abbonati",
    "alleen voor abonnees", "lees verder met", "om verder te lezen", "exclusivo para assinantes",
    "para continuar lendo", "för att läsa vidare", "endast för prenumeranter", "kun for abonnenter",
    "vain tilaajille", "tylko dla subskrybentów", "aby czytać dalej", "pouze pro předplatitele",
    "только для подписчиков", "чтобы читать дальше", "この記事は会員限定", "この記事は有料会員限定", "この続きを",
    "続きを読むには",
)  # fmt: skip

# What walls say.
PHRASES = {
    Kind.CHECK: (
        "and you are not blocking them from loading", "are you a robot", "block reference id",
        "bots use duckduckgo too", "browser before accessing", "can't proceed without javascript",
        "checking if the site connection is secure", "checking your browser", "checking that you are not a robot",
        "complete the action below", "complete the captcha", "complete the security check",
        "confirm that you are human", "confirm you are human", "confirm you're a human", "confirm you're human",
        "disable any ad blockers", "enable javascript and cookies to continue", "enable javascript to proceed",
        "enter the characters you see below", "failed to verify your browser",
        "javascript is disabled in your browser", "let us know that you are not a robot",
        "let us know you're not a robot", "make sure that your browser supports javascript and cookies",
        "make sure you're not a bot", "make sure you're not a robot",
        "make sure your browser supports javascript and cookies", "needs to review the security of your connection",
        "not a robot by", "please enable cookies and reload", "please enable js and disable any ad blocker",
        "please solve this captcha", "please verify you are a human", "please verify you are human", "press & hold",
        "press and hold the button", "prove you are human", "prove you're human", "prove you're not a robot",
        "ray id:", "required part of this site couldn't load", "something about your browser made us think you",
        "this may take a few seconds", "this process is automatic", "to confirm you're not a robot",
        "to continue, please click the box below", "to get past this challenge", "to make sure you're not a robot",
        "to protect the server against", "traffic from your network", "unusual activity from your",
        "unusual traffic from your", "verify that you are human", "verify that you are not a robot",
        "verify that you're not a robot", "verify you are human", "verify you're human", "verifying you are human",
        "verifying your browser", "we have detected unusual activity", "we have noticed unusual activity",
        "we've detected unusual activity", "why am i seeing this", "you have been blocked",
        "your browser will redirect to your requested content", "your network has been flagged",
        "your web browser before", "you will be redirected once", "i'm not a robot",
        # Others than English.
        "bestätigen sie, dass sie ein mensch sind", "bestätigen sie, dass sie kein roboter sind",
        "browser wird überprüft", "ich bin kein roboter", "je ne suis pas un robot",
        "vérifiez que vous n'êtes pas un robot", "vérifier que vous êtes humain", "no soy un robot",
        "confirma que no eres un robot", "verifica que eres humano", "non sono un robot",
        "bevestig dat je geen robot bent", "ik ben geen robot", "não sou um robô", "nie jestem robotem",
        "подтвердите, что вы не робот", "я не робот", "私はロボットではありません",
        "请完成安全验证", "请完成验证", "请输入验证码",
    ),
    Kind.CONSENT: (
        "accept all cookies", "and our partners", "by clicking", "by continuing to use", "gebruik van cookies",
        "klikt u op akkoord", "manage my choices", "manage your cookie", "manage your privacy", "met uw toestemming",
        "onze partners", "our partners", "our use of cookies", "this site uses cookies", "this website uses cookies",
        "use cookies and similar", "we and our", "we use cookies", "we value your privacy", "wij en onze",
        "wij gebruiken", "wij plaatsen", "with your consent", "withdraw your consent", "door op", "your choices",
        "your consent", "your privacy", "uw toestemming", "je toestemming", "we gebruiken",
        # German, French, Spanish, Italian, Portuguese.
        "cookies zustimmen", "ihre einwilligung", "ihre zustimmung", "mit ihrer einwilligung", "unsere partner",
        "wir nutzen", "wir und unsere", "wir verwenden", "durch klicken", "en cliquant", "nos partenaires",
        "nous et nos", "nous utilisons", "votre accord", "votre consentement", "vos choix", "al hacer clic",
        "con tu permiso", "con su consentimiento", "nosotros y nuestros", "nuestros socios", "tu consentimiento",
        "usamos cookies", "utilizamos cookies", "cliccando", "i nostri partner", "noi e i nostri", "tuo consenso",
        "utilizziamo", "ao clicar", "nossos parceiros", "seu consentimento",
        # The north and the east.
        "med din tillåtelse", "vi använder", "våra partner", "ditt samtycke", "vi bruger", "vi bruker",
        "dit samtykke", "våre partnere", "käytämme evästeitä", "suostumuksesi", "klikając", "naszych partnerów",
        "używamy plików", "twoja zgoda", "kliknutím", "používáme", "váš souhlas", "мы используем", "ваше согласие",
        "çerezleri kullanıyoruz",
    ),
    Kind.REGION: (
        "due to legal reasons", "for legal reasons", "from a country in the eea", "from a country in the european",
        "from countries in the european", "general data protection regulation", "is not available in your country",
        "is not available in your location", "is not available in your region", "is not available to visitors from",
        "is unavailable in your country", "is unavailable in your region", "not available in your territory",
        "outside of your region", "most european countries", "cannot grant you access", "access cannot be granted",
        "we recognize you are attempting to access", "we recognise you are attempting to access",
    ),
    Kind.SIGN_IN: (
        "already have an account", "already registered", "create an account", "create your account",
        "don't have an account", "email or phone", "forgot password", "forgot your password", "forgotten password",
        "forgotten your password", "keep me signed in", "log in to continue", "log in to see", "log in to view",
        "please log in", "please sign in", "remember me", "sign in to continue", "sign in to see", "sign in to view",
        "sign in with", "stay signed in", "you must be logged in", "you need to be logged in", "you must log in",
        "you need to log in", "you must sign in", "passwort vergessen", "noch kein konto", "angemeldet bleiben",
        "mot de passe oublié", "pas encore de compte", "olvidaste tu contraseña", "¿no tienes cuenta",
        "password dimenticata", "wachtwoord vergeten", "glömt lösenord", "esqueceu a senha", "nie pamiętasz hasła",
        "забыли пароль", "忘记密码", "パスワードを忘れた",
    ),
    Kind.SUBSCRIBERS: (
        "a subscription is required", "already a member", "already a subscriber", "already subscribed",
        "become a member to", "become a subscriber", "start your free trial", "start your subscription",
        "subscribe for full access", "subscribe now to", "als abonnent", "bereits abonnent", "jetzt abonnieren",
        "abonnez-vous pour", "déjà abonné", "ya eres suscriptor", "suscríbete para", "abbonati per",
        "sei già abbonato", "já é assinante", "bli prenumerant", "allerede abonnent", "оформите подписку",
        *REST_IS_PAID,
    ),
}  # fmt: skip

# Nouns of consent, of which a consent page has one in nearly each sentence.
CONSENT_WORDS = (
    "advert", "akkoord", "analyti", "consens", "consent", "cookie", "datenschutz", "einwilligung", "evästei",
    "gepersonaliseer", "partner", "personali", "personnali", "publici", "privacy", "privatsphäre", "samtycke",
    "samtykke", "souhlas", "tracker", "tracking", "traceur", "toestemming", "werbung", "zgod", "zustimm",
    "çerez", "соглас", "куки",
)  # fmt: skip

# What stands on the button of a consent page.
ACCEPTING = (
    "accept", "acept", "accetta", "aceitar", "agree", "akceptuj", "akkoord", "akzeptieren", "alle zulassen",
    "allow all", "consent", "einverstanden", "godkänn", "godta", "hyväksy", "i understand", "j'accepte", "ja, ich",
    "přijmout", "souhlas", "tillad", "toestaan", "tout accepter", "zgadzam", "zustimmen", "kabul", "принять",
    "соглас", "同意",
)  # fmt: skip

# Parts of addresses to which only walls are redirected.
PLACES = {
    Kind.CHECK: ("/captcha", "/challenge", "/blocked?", "/tosv2.html", "/sorry/index", "/_incapsula"),
    Kind.CONSENT: (
        "://consent.", "/collectconsent", "/consent?", "/cookiewall", "/privacy-gate", "/privacygate",
        "://myprivacy.",
    ),
    Kind.REGION: ("/gdpr-block", "/eu-block", "/unavailable-in-eu"),
    Kind.SIGN_IN: (
        "://accounts.", "://login.", "://signin.", "://sso.", "/login", "/log-in", "/signin", "/sign-in", "/sso/",
        "/wp-login.php",
    ),
    Kind.SUBSCRIBERS: ("/paywall", "/subscribe?"),
}  # fmt: skip
