"""The signs of walls other than what they say, as tables: kinds, marks of makers, titles, places.

Words are compared with text in small letters and straight apostrophes.
"""

from dataclasses import dataclass
from enum import Enum

from app.extract.walls.further_languages import AGE_TITLES, CONSENT_TITLES, MAINTENANCE_TITLES
from app.extract.walls.soft_errors import FAILING_TITLES, GONE_TITLES, LIMIT_TITLES
from app.sentences import Sentence


class Kind(Enum):
    """What kind of wall a page is; the value is what is said of it."""

    AGE = Sentence("%(host)s asks how old its readers are before it shows this page, and sent that question instead.")
    CHECK = Sentence("%(host)s lets in only browsers that pass a check for robots, which this reader cannot.")
    CONSENT = Sentence(
        "%(host)s asks for consent to cookies before it shows its pages, and sent that question instead."
    )
    FAILING = Sentence("%(host)s cannot answer at the moment (%(status)s).")
    GONE = Sentence("%(host)s has no such page (%(status)s).")
    LIMIT = Sentence("%(host)s asks us to wait before reading more (%(status)s).")
    MAINTENANCE = Sentence("%(host)s is closed for maintenance, and asks its readers to come back later.")
    QUEUE = Sentence("%(host)s lets its readers in one after the other, and sent the page of those who wait.")
    REGION = Sentence("%(host)s does not show this page in the country or region of this reader.")
    SCRIPTS = Sentence("%(host)s shows this page only to browsers that run its scripts, which this reader does not.")
    SIGN_IN = Sentence("%(host)s shows this page only to people who sign in.")
    SUBSCRIBERS = Sentence("%(host)s shows this page only to subscribers.")


# The same of a check whose maker is known.
CHECK_BY = Sentence(
    "%(host)s lets in only browsers that pass a check for robots (%(maker)s), which this reader cannot."
)


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
    Maker("Radware", mark="<title>radware captcha page"),
    Maker("Radware", mark="//validate.perfdrive.com/"),
    Maker("Sucuri", header="x-sucuri-block"),
    Maker("Sucuri", mark="sucuri_cloudproxy_js"),
    Maker("Vercel", header="x-vercel-mitigated", value="challenge"),
    Maker("Vercel", mark="/.well-known/vercel/security/"),
)

# The boxes of checks that stand on honest pages too, beside forms for comments and letters; sorted.
WIDGETS = ('class="cf-turnstile"', 'class="g-recaptcha"', 'class="h-captcha"', 'class="smart-captcha"')

# Whole titles and headlines, without what follows a name of the site and without the last `!`, `?` or dots.
TITLES = {
    Kind.AGE: (
        "adult content", "adults only", "content warning", "mature content", "sensitive content", "age check",
        "age gate", "age verification", "altersprüfung", "altersverifikation",
        "are you over 18", "confirm your age", "verify your age", "vérification de l'âge", "verificación de edad",
        "verificação de idade", "verifica dell'età", "leeftijdscontrole", "ålderskontroll", "alderskontroll",
        "weryfikacja wieku", "ověření věku", "проверка возраста", "подтвердите возраст", "yaş doğrulama", "年齢確認",
        "年齢認証", "年龄验证", "年齡驗證", "연령 확인", "성인 인증", *AGE_TITLES,
    ),
    Kind.CHECK: (
        "are you a bot", "bir dakika lütfen", "bot detection", "even geduld", "jeszcze chwila", "request rejected",
        "um momento", "잠시만 기다리십시오", "请稍候", "しばらくお待ちください", "подождите", "ett ögonblick",
        "verify", "verify yourself", "slide to verify", "one quick check", "are you a person", "access limited",
        "verificación", "verification", "vérification", "verifica", "verificatie", "überprüfung", "проверка", "验证",
        "access to this page has been denied", "checking you are not a bot", "performing security verification",
        "prove your humanity", "reddit - prove your humanity", "blocked", "access denied - sucuri website firewall",
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
        "вы не робот", "проверка браузера", "安全验证", "百度安全验证", "人机验证", "网站防火墙", "访问验证",
    ),
    Kind.CONSENT: (
        "antes de ir a google", "antes de ir a youtube", "avant d'accéder à google", "avant d'accéder à youtube",
        "bevor sie fortfahren", "bevor sie zu google weitergehen", "bevor sie zu youtube weitergehen",
        "prima di continuare su google", "prima di continuare su youtube", "voordat je verdergaat naar google",
        "voordat je verdergaat naar youtube", "before you continue to youtube",
        "before you continue", "before you continue to google", "consent", "consent required", "cookie consent",
        "cookie settings", "cookie wall", "cookies", "einwilligung", "privacy gate", "privacy settings",
        "privacy-instellingen", "privatsphäre", "vos choix", "vos choix en matière de cookies",
        "we value your privacy", "your privacy choices", "your privacy is important to us",
        "we care about your privacy", "your privacy", "your privacy matters", "ihre privatsphäre",
        "deine privatsphäre", "wir schätzen ihre privatsphäre", "zustimmung", "respect de votre vie privée",
        "votre vie privée", "votre vie privée est importante", "gestión de cookies", "tu privacidad", "su privacidad",
        "valoramos tu privacidad", "sua privacidade", "a sua privacidade", "la tua privacy", "jouw privacy",
        "uw privacy", "dbamy o twoją prywatność", "twoja prywatność", "vaše soukromí", "din integritet",
        *CONSENT_TITLES,
    ),
    Kind.FAILING: FAILING_TITLES,
    Kind.GONE: GONE_TITLES,
    Kind.LIMIT: LIMIT_TITLES,
    Kind.MAINTENANCE: (
        "be right back", "down for maintenance", "en maintenance", "en mantenimiento", "in onderhoud", "maintenance",
        "maintenance mode", "scheduled maintenance", "site en maintenance", "site maintenance",
        "site under maintenance", "under maintenance", "wartung", "wartungsarbeiten", "wartungsmodus",
        "we'll be back soon", "メンテナンス中", *MAINTENANCE_TITLES,
    ),
    Kind.QUEUE: (
        "queue-it", "virtual queue", "virtual waiting room", "waiting room", "you are in a queue",
        "you are now in line",
    ),
    Kind.REGION: (
        "erişim engeli", "erişim engellendi", "video unavailable in your country",
        "451", "access denied in your region", "content not available in your region",
        "not available in your country", "not available in your region", "unavailable due to legal reasons",
        "unavailable for legal reasons", "unavailable", "unavailable in your region", "your region is not supported",
    ),
    Kind.SCRIPTS: (
        "ad blocker detected", "ad-blocker detected", "adblock detected", "adblocker detected", "ad block detected",
        "adblocker erkannt", "bloqueador de anuncios detectado", "bloqueur de publicité détecté",
        "please disable your ad blocker", "please disable your adblocker",
        "browser not supported", "unsupported browser", "update your browser", "your browser is not supported",
        "enable javascript", "javascript is not available", "javascript required", "javascript is required",
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

# Parts of addresses to which only walls are redirected.
PLACES = {
    Kind.AGE: ("/agecheck", "/age-gate", "/age-verification", "/agegate"),
    Kind.CHECK: ("/captcha", "/challenge", "/blocked?", "/tosv2.html", "/sorry/index", "/_incapsula"),
    Kind.CONSENT: (
        "://consent.", "/collectconsent", "/consent?", "/cookiewall", "/privacy-gate", "/privacygate",
        "://myprivacy.",
    ),
    Kind.FAILING: (),
    Kind.GONE: ("/404.", "/404/", "/page-not-found", "/pagenotfound"),
    Kind.LIMIT: (),
    Kind.MAINTENANCE: ("/maintenance.html", "/wartung.html"),
    Kind.QUEUE: ("queue-it.net/", "/waitingroom"),
    Kind.REGION: ("/gdpr-block", "/eu-block", "/unavailable-in-eu"),
    Kind.SCRIPTS: (),
    Kind.SIGN_IN: (
        "/authwall", "://accounts.", "://login.", "://signin.", "://sso.", "/login", "/log-in", "/signin", "/sign-in",
        "/sso/", "/wp-login.php",
    ),
    Kind.SUBSCRIBERS: ("/paywall", "/subscribe?"),
}  # fmt: skip
