"""What sites ask of their readers for themselves, and tell them of their account: in sentences of their own.

Money for the newsroom, a trial, no blocker of adverts, no republishing, opinions on an advert or a recipe; how many
articles are left, on how many devices one may read, that something was kept or sent, how all texts are checked and
this one is cited. Each speaks to its reader, or of the site: a text about such things speaks of them. `scoring.calls`
knows letters and channels, `scoring.offers` programs.
"""

import re
from collections.abc import Sequence

LONGEST = 420  # characters
_HERE = "(?:article|content|page|piece|post|story)"
# Sorted by what is asked, in small letters; each begins a text or a sentence of it.
_ASKS = (
    # Money for the newsroom,
    r"we have a small favou?r to ask|we (?:do not|don['’]t) have a billionaire owner|"
    r"(?:if you can,? )?(?:please )?(?:consider )?support(?:ing)? (?:us|"
    r"our (?:journalism|newsroom|reporting|work)) (?:from|for|by|with|today|now)\b|"
    r"(?:we are|we['’]re|[\w ]{3,30} is) (?:a )?(?:reader|listener)-(?:funded|supported)|"
    r"(?:all )?(?:donations|gifts|contributions) are tax[- ]deductible|"
    r"become an? (?:\w+ )?(?:member|patron|supporter|subscriber) (?:today|now|for|from)\b|"
    r"help us (?:do|keep|protect|reach|tell)\b.{0,60}\b(?:donat|gift|member|support|today)|(?:we need your|"
    r"nous avons besoin de votre|wir brauchen (?:deine|eure|ihre)|necesitamos (?:tu|su)|"
    r"precisamos d[ao] (?:seu|sua)|abbiamo bisogno del tuo) (?:aide|aiuto|ajuda|apoio|apoyo|ayuda|help|hilfe|"
    r"sostegno|soutien|support|unterstützung)\W*$|"
    r"(?:une? )?(?:info|information|média|presse) indépendant\w{0,2},? (?:financé|grâce)|"
    r"(?:ce média|nos articles|notre (?:journal|média|site)) (?:est|sont) (?:en accès libre|gratuit)|"
    r"gemeinsam für (?:eine )?freien? (?:presse|journalismus)|"
    r"(?:jetzt )?(?:mitglied|unterstützer\S*) werden\W*$|(?:jetzt|hier) (?:spenden|unterstützen)\W*$|"
    r"(?:wir sind|unsere? \w+ ist) (?:komplett )?(?:spenden|leser)\S{0,3}finanziert|"
    r"als genossenschaft gehören wir|(?:faites|je fais) un don\b|"
    r"(?:cet article|notre site) (?:est|vit) .{0,30}grâce à vos? don|"
    r"haz(?:te soci|te miembro| posible (?:el|nuestro) periodismo)|hágase socio|asóciate\b|"
    r"(?:torne-se|seja) (?:um |uma )?(?:apoiador|assinante|membro)|apoie o (?:nosso )?jornalismo|"
    r"diventa (?:nostro )?(?:abbonato|sostenitore|socio)|word (?:nu |ook )?(?:donateur|lid|vriend)\b|"
    r"bli (?:medlem|støtte|stödp)\w*|(?:wesprzyj|wspieraj) (?:nas|niezależn)|"
    # a subscription or a trial, and how much may still be read without,
    r"you(?:['’]ve| have) (?:\w+ )?(?:\d+|one|two|three|four|five|no) (?:more )?(?:free )?(?:articles?|stories|"
    r"story) (?:left|remaining)|(?:\d+|one|two|three) free (?:articles?|stories) (?:left|remaining)|"
    r"already an? (?:member|subscriber|customer)\s?\?|(?:get|enjoy) (?:full |unlimited )+(?:digital )?access\b|"
    r"subscribe (?:now |today )?(?:for|from) (?:just |only )?\W?\d|no credit card (?:needed|required)|"
    r"(?:start|get) (?:your|a) (?:\S+ ){0,2}free (?:trial|account)|"
    r"try [\w.]{2,20} (?:for )?free (?:for|now|today)\b|"
    r"(?:book|get|request|schedule) (?:a|your) (?:[\w-]+ )?demo\b|(?:talk to|contact) (?:our )?sales\b|"
    rf"(?:enjoy(?:ing|ed)?|like|liked|love) this {_HERE}\?|"
    r"sie haben (?:diesen monat )?noch \S{1,5} (?:freie|kostenlose|gratis)\S* artikel|"
    r"(?:sie sind )?bereits (?:abonnent|mitglied)\S*\?|"
    r"jetzt (?:kostenlos|gratis|unverbindlich) (?:ausprobieren|testen)|"
    r"keine kreditkarte (?:erforderlich|nötig)|(?:jetzt )?(?:demo|beratung) (?:anfordern|buchen|vereinbaren)|"
    r"il vous reste \S{1,5} articles?\b|(?:vous êtes )?déjà (?:abonné|inscrit|membre)\S*\s?\?|"
    r"(?:essayez|testez) gratuitement|sans (?:carte bancaire|engagement)\W*$|(?:demandez|réservez) une démo|"
    r"te quedan \S{1,5} artículos|¿ya (?:eres|tienes) \S*(?:suscri|cuenta|socio)|"
    r"(?:prueba|pruébalo|pruébela) gratis|sin tarjeta de crédito|solicit[ae] una demo|"
    r"já é (?:assinante|cadastrado)|teste gr[aá]t(?:is|uitamente)|sem cartão de crédito|"
    r"(?:sei |hai )già (?:abbonato|registrato|un account)|prova gratuit|richiedi una demo|"
    r"(?:ben je )?al (?:abonnee|lid)\?|"
    # that adverts be shown,
    r"(?:it (?:appears|looks like|seems)(?: like| that)? )?you(?:['’]re| are) (?:currently )?(?:running|"
    r"using) an? ad[- ]?block|"
    r"(?:please )?(?:consider )?(?:disabl|paus|turn(?:ing)? off|whitelist)\w* (?:your |the )?ad[- ]?block|"
    r"(?:your )?ad[- ]?block(?:er)? (?:is )?(?:detected|enabled|on)\b|(?:please )?allow (?:our )?ads\b|"
    r"(?:sie (?:haben|nutzen|verwenden)|du (?:hast|nutzt)|"
    r"bitte (?:deaktivieren|schalten)) .{0,30}ad-?blocker|vous (?:avez|utilisez) .{0,20}bloqueur de pub|"
    r"(?:merci de |veuillez )?désactive[rz] .{0,20}bloqueur de pub|"
    r"(?:estás|está|parece que) .{0,20}bloqueador de (?:anuncios|publicidad)|"
    r"(?:desactiva|desactive|deshabilita) .{0,12}bloqueador|você (?:está|usa) .{0,20}bloqueador de|"
    r"desative .{0,12}bloqueador|(?:stai usando|disattiva|hai attivo) .{0,20}ad-?block|"
    r"je gebruikt een ad-?blocker|(?:wyłącz|używasz) ad-?block|"
    r"(?:отключите|у вас включен|вы используете)\W.{0,20}блокировщик рекламы|"
    # that it be copied so, or not,
    r"(?:you (?:are free to|may|can) )?republish (?:this|our) (?:\w+ )?(?:articles?|stor(?:y|ies)|content)|"
    r"we believe in the free flow of information|want to write\?\W*$|write an article and join\b|"
    r"(?:this )?material may not be (?:published|reprinted|reproduced)|"
    r"reproduction (?:in whole or in part )?(?:is prohibited )?without (?:\w+ )?permission|"
    r"©? ?riproduzione riservata|réutiliser ce contenu|(?:purchase|request) (?:licensing|reprint)|"
    # opinions: of an advert, a recipe, the text,
    r"how relevant is this ad\b|did you encounter any technical issues|[\w ]{2,30} values your feedback|"
    r"your (?:effort|feedback) .{0,50}\bappreciated|did you (?:make|try) (?:a|the|these|this) recipe|"
    r"have you (?:made|tried) this recipe|prevent your screen from|"
    r"hast du (?:dieses|das) rezept (?:ausprobiert|gemacht|nachge)|"
    r"(?:avez-vous|as-tu|vous avez) (?:essayé|fait|testé) cette recette|"
    r"¿(?:has|ha) (?:hecho|preparado|probado) esta receta|hai (?:fatto|provato|preparato) questa ricetta|"
    r"heb je dit recept|please follow (?:and|&) like us|sharing is caring\W*$|spread the love\W*$|"
    r"find out what['’]s happening in .{2,40} with free|"
    # what one agrees to, and where one must sign in,
    r"by (?:clicking|registering|signing up|submitting|subscribing)\b.{0,30}\byou (?:accept|acknowledge|"
    r"agree|confirm|consent)|mit (?:deiner|der|ihrer) anmeldung (?:akzeptier|erklär|stimm)|"
    r"en vous (?:abonnant|inscrivant),? vous (?:accept|déclar)|"
    r"al (?:enviar|inscribir|registrar|suscribir).{0,25}\bacept|"
    r"ao (?:se )?(?:assinar|cadastrar|inscrever).{0,25}\b(?:aceita|concorda)|"
    r"iscrivendoti,? (?:accetti|dichiari)|door je (?:aan te melden|in te schrijven)|"
    r"(?:log|sign) in to (?:comment|join the|leave a|listen|post|save|vote)\b|"
    r"you must be (?:logged|signed) in to\b|réagissez à cet article|les commentaires sont réservés|"
    r"pour (?:commenter|réagir)\W+(?:connectez|vous devez|il faut)|"
    r"um (?:einen kommentar|zu kommentieren|mitzudiskutieren).{0,40}\b(?:anmelden|einloggen|registrieren)|"
    r"para comentar,? (?:debe|é necessário|es necesario|faça|inicia|tienes|você)|"
    r"per commentare,? (?:accedi|devi|è necessario)|"
    # to mind the rules of a discussion, and to cite the page so;
    r"welcome to the discussion\W*$|keep it clean\. please avoid|please turn off your caps lock|"
    r"don['’]t threaten\. threats|be truthful\. don|be nice\. no |be proactive\. use the|"
    r"share with us\. we['’]d love|post a comment as\b|be the first to (?:comment|review|share)\b|"
    rf"(?:how to )?cite this (?:entry|page|{_HERE[3:-1]})$|citation\s?: .{{5,150}} retrieved \d|"
    r"this document is subject to copyright|"
    # how texts are checked,
    rf"this {_HERE} has been (?:fact-checked|reviewed) (?:according|by|in line|"
    r"in accordance)\b.{0,60}\b(?:polic|process|standards)|editors have highlighted the following attributes|"
    rf"how we (?:fact-?checked|reviewed) this {_HERE}|"
    r"[\w.]{2,30} (?:has|follows) strict (?:editorial|sourcing) guidelines|"
    r"[\w.]{2,30} requires writers to use primary sources|our experts continually (?:monitor|review)|"
    r"our standards\s?:|"
    # what was kept or sent, or went wrong,
    r"(?:cet |l['’])article a (?:bien )?été ajouté|"
    r"(?:this )?(?:article|story) (?:has been )?(?:added|saved) to your|(?:der |dieser )?(?:artikel|"
    r"beitrag) wurde (?:gemerkt|gespeichert|zu (?:deine[rn]|den|der|ihre[rn]) )|pour ajouter l['’]article|"
    r"(?:thanks|thank you) for (?:signing up|subscribing)|watch for us in your inbox|"
    r"invalid e-?mail(?: address)?\W*$|something went wrong\W.{0,40}try again|"
    r"(?:vielen )?dank für (?:deine|ihre) anmeldung|merci (?:pour|de) votre inscription|gracias por suscribir|"
    # and on how many devices one may read.
    r"tu suscripción se está usando en otro dispositivo|¿quieres añadir otro usuario|"
    r"vous pouvez lire .{2,30} sur un seul appareil|lecture .{2,40} en cours sur un autre appareil|"
    r"you(?:['’]re| are) (?:already )?(?:logged|signed) in on (?:another|too many) device"
)  # fmt: skip
# Not behind a quotation mark: there, somebody else says so. Only a short text may ask behind a first sentence.
_ASKED = re.compile(rf"(?:^|[.!?…:] )[^\w\"'“”„«»‘’「]{{0,4}}(?:{_ASKS})")
_SHORT = 170  # characters
# One of these words is in each; sorted by the languages that have them.
_WORDS = frozenset(
    """favor favour billionaire shareholders wealthy support supporting supported funded nonprofit profit deductible
    become member help article articles story stories content already unlimited access subscribe credit trial
    account free demo sales adblock adblocker blocker block ad ads republish information write material
    reproduction riservata riproduzione licensing reprint relevant encounter feedback appreciated recipe screen
    happening follow sharing love reaction opinion thoughts thought discussion clean caps threaten truthful nice
    proactive us comment first thanks thank inbox invalid wrong devices device reviewed fact sourcing editorial
    experts standards primary cite citation document need besoin brauchen necesitamos precisamos bisogno info
    information média indépendante indépendant accès gratuit agree accept consent acknowledge confirm akzeptiere
    akzeptieren stimmen stimme erkläre erklären acceptez déclarez acepta aceptas acepto aceptar aceita concorda
    accetti dichiari melden schrijven log sign logged signed réagissez commentaires commenter réagir anmelden
    einloggen registrieren comentar commentare presse journalismus werden spenden unterstützen spendenfinanziert
    leserfinanziert genossenschaft artikel abonnent abonnentin mitglied testen ausprobieren kreditkarte anfordern
    buchen vereinbaren beratung rezept beitrag anmeldung don dons don: abonné abonnée inscrit membre gratuitement
    bancaire engagement démo bloqueur recette contenu appareil inscription hazte haz hágase asóciate artículos
    eres tienes gratis gratuita crédito bloqueador receta suscribirte suscripción usuario torne seja apoie
    assinante cadastrado grátis gratuitamente diventa già gratuit richiedi ricetta stai disattiva word abonnee lid
    recept gebruikt bli wesprzyj wspieraj wyłącz używasz рекламы""".split()
)


# The first words of what asks, and words of what may begin with any name; sorted by language.
_FIRST = frozenset(
    """we if please consider support supporting all donations gifts contributions become help you already get enjoy
    subscribe no start try book request schedule talk contact enjoying enjoyed like liked love it disable
    disabling pause pausing turn turning whitelist whitelisting your ad adblock adblocker allow republish want
    write this material reproduction purchase how did have prevent sharing spread find welcome keep don be share
    post cite citation editors our article story thanks thank watch invalid something by log sign one two three
    reader listener values strict requires gemeinsam jetzt mitglied unterstützer unterstützerin hier wir unser
    unsere als sie bereits keine demo beratung du bitte hast der dieser artikel beitrag vielen dank mit um faites
    je cet notre une un info information média presse ce nos il vous déjà essayez testez sans demandez réservez
    merci veuillez désactivez désactiver réutiliser avez as l pour lecture en réagissez les nous haz hazte hágase
    asóciate te ya prueba pruébalo pruébela sin solicita solicite estás está parece desactiva desactive
    deshabilita has ha gracias tu quieres al para necesitamos torne seja apoie já teste sem você desative ao
    precisamos diventa sei hai prova richiedi stai disattiva riproduzione iscrivendoti per abbiamo word ben je heb
    door bli wesprzyj wspieraj wyłącz używasz отключите у вы""".split()
)
_ENDS = (". ", "! ", "? ", "… ", ": ")


def asks(words: Sequence[str], lower: str) -> bool:
    """Say whether a text, in small letters and by its words, asks its reader for such a thing."""
    if len(lower) > LONGEST or _WORDS.isdisjoint(words) or not _may_begin(words, lower):
        return False
    return (_ASKED.search(lower) if len(lower) <= _SHORT else _ASKED.match(lower)) is not None


def _may_begin(words: Sequence[str], lower: str) -> bool:
    """Say whether the text begins with one of the first words, or, if it is short, a later sentence may."""
    if words[0] in _FIRST or words[0].isdigit() or not _FIRST.isdisjoint(words[1:5]):
        return True
    return len(lower) <= _SHORT and not _FIRST.isdisjoint(words) and any(end in lower for end in _ENDS)
