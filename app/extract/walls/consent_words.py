"""What pages say that ask for consent to cookies, and what may be pressed there."""

from app.extract.walls import further_languages as further

CONSENT_PHRASES = (
    "continuer sans accepter", "accepter et fermer", "et nous-mêmes", "nos partenaires et", "sans accepter en",
    "i cookie di profilazione", "cookie o tecnologie simili", "bruker informasjonskapsler",
    "personlige annonser", "trekke tilbake samtykket", "cookies of vergelijkbare",
    "cookies et technologies similaires", "cookies oder ähnliche technologien",
    "cookies y tecnologías similares", "cookies e tecnologias semelhantes", "i nostri fornitori",
    "terze parti selezionate",
    "mit werbung weiterlesen", "werbung und tracking", "ohne werbetracking", "accetta i cookie",
    "accettare i cookie", "annunci personalizzati", "dati personali per", "accepter les cookies",
    "données personnelles pour", "akzeptieren und weiter", "verwenden cookies und daten",
    "utilisons des cookies et", "we use cookies and data", "gebruiken cookies en gegevens",
    "usamos cookies y datos", "process personal data", "process your personal data",
    "procesamos datos personales", "tratamos dados pessoais", "behandlar personuppgifter",
    "utilisent des cookies", "vous consentez", "ses partenaires", "zaufanych partnerów", "wyrażasz zgodę",
    "przez nas i", "socios utilizamos", "usiamo cookie", "wir setzen cookies", "when you use our sites",
    "accept all cookies", "and our partners", "by clicking", "by continuing to use", "gebruik van cookies",
    "klikt u op akkoord", "manage my choices", "manage your cookie", "manage your privacy", "met uw toestemming",
    "onze partners", "our partners", "our use of cookies", "this site uses cookies", "this website uses cookies",
    "use cookies and similar", "we and our", "we use cookies", "we value your privacy", "wij en onze",
    "wij gebruiken", "wij plaatsen", "with your consent", "withdraw your consent", "door op", "your choices",
    "your consent", "your privacy", "uw toestemming", "je toestemming", "we gebruiken", "cookies zustimmen",
    "ihre einwilligung", "ihre zustimmung", "mit ihrer einwilligung", "unsere partner", "wir nutzen",
    "wir und unsere", "wir verwenden", "durch klicken", "en cliquant", "nos partenaires", "nous et nos",
    "nous utilisons", "votre accord", "votre consentement", "vos choix", "al hacer clic", "con tu permiso",
    "con su consentimiento", "nosotros y nuestros", "nuestros socios", "tu consentimiento", "usamos cookies",
    "utilizamos cookies", "cliccando", "i nostri partner", "noi e i nostri", "tuo consenso", "utilizziamo",
    "ao clicar", "nossos parceiros", "seu consentimento", "med din tillåtelse", "vi använder", "våra partner",
    "ditt samtycke", "vi bruger", "vi bruker", "dit samtykke", "våre partnere", "käytämme evästeitä",
    "suostumuksesi", "klikając", "naszych partnerów", "używamy plików", "twoja zgoda", "kliknutím", "používáme",
    "váš souhlas", "мы используем", "ваше согласие", "çerezleri kullanıyoruz", *further.CONSENT_PHRASES,
)  # fmt: skip

# Nouns of consent, of which a consent page has one in nearly each sentence.
CONSENT_WORDS = (
    "vie privée", "sans accepter", "données person", "datos person", "dati person", "dados pessoais",
    "personenbezogen", "prywatno", "privacidad", "soukromí",
    "annonser", "annunci", "anuncios", "anúncios", "profilazione", "reklam",
    "advert", "akkoord", "analyti", "consens", "consent", "cookie", "datenschutz", "einwilligung", "evästei",
    "gepersonaliseer", "partenaire", "partner", "publicidad", "socios", "personali", "personnali", "publici",
    "privacy", "privatsphäre", "samtycke", "samtykke", "souhlas", "tracker", "tracking", "traceur", "toestemming",
    "werbung", "zgod", "zustimm", "çerez", "соглас", "куки", *further.CONSENT_WORDS,
)  # fmt: skip

# What stands on the button of a consent page.
ACCEPTING = (
    "przejdź do serwisu", "accept", "acept", "accetta", "aceitar", "agree", "akceptuj", "akkoord", "akzeptieren",
    "alle zulassen", "allow all", "consent", "einverstanden", "godkänn", "godta", "hyväksy", "i understand",
    "j'accepte", "ja, ich", "přijmout", "souhlas", "tillad", "toestaan", "tout accepter", "zgadzam", "zustimmen",
    "kabul", "принять", "соглас", "同意",
    *further.ACCEPTING,
)  # fmt: skip

# What is said of those who do not accept: that they read no further, or pay instead.
REFUSING = (
    "afvis", "avslå", "avvis", "decline", "elutasít", "hylkää", "neka alla", "odmietn", "odmítn", "odrzu", "reddet",
    "refus", "refuz", "reject", "rejeit", "rechaz", "recus", "rifiut", "verweiger", "weiger", "ablehn", "ohne werbung",
    "without accepting", "απορρίπτ", "απόρριψ", "відхил", "отклон", "отказ", "סירוב", "رفض", "từ chối", "tolak",
    "拒否", "拒绝", "拒絕", "거부",
)  # fmt: skip
