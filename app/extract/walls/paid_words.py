"""What is said where a text, or the rest of it, is for those who pay or sign in."""

from app.extract.walls import further_languages as further

# What stands in place of the rest of a text, and hardly ever on a page that has all of it.
REST_IS_PAID = (
    "continue reading your article with", "this article is exclusive to",
    "this story is exclusive to", "become a paid subscriber to", "exclusief voor abonnees",
    "diesen artikel lesen sie mit", "有料会員記事", "이 기사는 유료",
    "订阅后继续阅读", "登录后阅读全文", "artikel er for abonnenter", "sak er for abonnenter", "læs videre for",
    "logga in för att läsa", "on tilaajille", "jatka lukemista tilaamalla",
    "előfizetőink számára", "abonelere özel",
    "register to read", "register to continue", "sign in to read", "sign up to read", "sign up to continue",
    "log in to read", "available to medium members only", "become a member to read", "reserved for subscribers",
    "story is for members", "article is for members", "post is for paying subscribers", "post is for members",
    "post is for patrons", "for members only", "rest of this article is",
    "angebot wählen und", "+ weiterlesen", "plus weiterlesen",
    "rest of this story is", "keep reading with", "artikel ist teil von", "mit einem abo weiterlesen",
    "artikel freischalten", "diesen artikel weiterlesen", "zum weiterlesen", "cet article est réservé",
    "la suite est réservée", "este contenido es exclusivo", "contenido solo para", "articolo riservato",
    "lees het hele artikel", "för att fortsätta läsa", "les hele saken med", "dostęp do całego artykułu",
    "pokračovat ve čtení", "article is for subscribers", "post is for paid subscribers", "post is for subscribers",
    "available to subscribers", "content is for subscribers", "exclusive to subscribers", "for subscribers only",
    "story is for subscribers", "subscribe to continue", "subscribe to keep reading", "subscribe to read",
    "subscribe to unlock", "to continue reading", "to keep reading", "to read the full article",
    "to read the full story", "to read the rest", "to unlock this article", "unlock this article",
    "you've reached your limit of", "you have reached your limit of", "used all your free articles",
    "used all of your free articles", "abonnieren und weiterlesen", "exklusiv für abonnenten", "jetzt weiterlesen",
    "nur für abonnenten", "um weiterzulesen", "weiterlesen mit", "article réservé aux abonnés", "il vous reste",
    "pour lire la suite", "réservé à nos abonnés", "réservé aux abonnés", "contenido exclusivo para suscriptores",
    "para seguir leyendo", "solo para suscriptores", "contenuto riservato agli abbonati", "per continuare a leggere",
    "riservato agli abbonati", "alleen voor abonnees", "lees verder met", "om verder te lezen",
    "exclusivo para assinantes", "para continuar lendo", "för att läsa vidare", "endast för prenumeranter",
    "kun for abonnenter", "vain tilaajille", "tylko dla subskrybentów", "aby czytać dalej", "pouze pro předplatitele",
    "только для подписчиков", "чтобы читать дальше", "この記事は会員限定", "この記事は有料会員限定", "この続きを",
    "続きを読むには", *further.REST_IS_PAID,
)  # fmt: skip

SUBSCRIBER_PHRASES = (
    "a subscription is required", "already a paid subscriber", "already a member", "already a subscriber",
    "already subscribed", "become a member to", "become a subscriber", "start your free trial",
    "start your subscription", "subscribe for full access", "subscribe now to", "als abonnent",
    "bereits abonnent", "jetzt abonnieren", "abonnez-vous pour", "déjà abonné", "ya eres suscriptor",
    "suscríbete para", "abbonati per", "sei già abbonato", "já é assinante", "bli prenumerant",
    "allerede abonnent", "оформите подписку", *REST_IS_PAID,
)  # fmt: skip
