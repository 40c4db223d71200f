"""What buttons of pages say, which is no text."""

import re
from collections.abc import Sequence

from app.text.normalize import letters

# What a button says, whole, whether it is a link or not.
_BUTTONS = frozenset(
    map(
        letters,
        """back to top, book now, buy now, check price, copy code, copy link, copy to clipboard, create free profile,
        create free account, download the app, edit this page, expand description, click here to expand, click to
        expand, zum vergrößern anklicken, get started, jump to recipe, leave a comment, open in app, print recipe,
        print this recipe, run this code, see all, share this article, listen to this article, listen to this story,
        listen to article, play audio, artikel anhören, écouter l'article, écouter cet article, escuchar artículo,
        escucha este artículo, ouvir artigo, ouça este conteúdo, ascolta l'articolo, beluister dit artikel, lyssna på
        artikeln, share this contribution, share this page, share this post, share this story, shop now, start free
        trial, submit corrections, text size, rate this article, rate this post, pin this, pin it, like it pin it,
        scroll for more, show more, show less, tap to expand, click to enlarge, swipe to see more, thanks for
        watching, thanks for visiting, thank you for completing the survey, remember me for faster sign in, view deal,
        view page source, zum angebot, jetzt kaufen, zum seitenanfang, nach oben, link kopieren, artikel teilen,
        acheter maintenant, haut de page, copier le lien, partager cet article, comprar ahora, volver arriba, copiar
        enlace, copiar link, voltar ao topo, torna su, copia link, naar boven, kopieer link, add to word list, edit
        text of this page, view other revisions, code select all, code select, code select expand, code expand view,
        code alles auswählen, code tout sélectionner, código seleccionar todo, código selecionar todos, codice
        seleziona tutto, code alles selecteren, kod zaznacz cały, kod tümünü seç, код выделить всё, код виділити все,
        code selecteer alles, enlarge image, enlarge this image, view larger image, view image in fullscreen, open
        image in gallery, hide caption, press enter or click to view image in full size, show caption, toggle caption,
        bild vergrößern, agrandir l'image, ampliar imagen, auto-refresh, auto refresh, load more, load more posts,
        load more updates, cook mode, print friendly, 記事に関する報告, sign me up, count me in, sign up,
        sign up now, sign up
        for free, subscribe, subscribe now, subscribe today, join now, become a member, donate now, jetzt anmelden,
        anmelden, jetzt abonnieren, abonnieren, s'abonner, je m'abonne, s'inscrire, je m'inscris, suscribirse,
        suscríbete, assine já, iscriviti, abbonati, aanmelden, abonneren, zapisz się, prenumerera, подписаться, back
        to contents, back to the contents, back to table of contents, back to menu, return to top, return to menu, zum
        inhaltsverzeichnis, zurück zum inhaltsverzeichnis, zurück nach oben, retour au sommaire, retour en haut,
        volver al índice, voltar ao índice, torna all'indice, terug naar boven""".split(","),
    )
)
_LONGEST_BUTTON = 50  # characters
# What stands in rows of buttons besides, and would be a text alone.
_IN_ROWS = _BUTTONS | frozenset(
    map(
        letters,
        """aa, a-, a+, bookmark, copied, copy, email, e-mail, facebook, font size, gift, gift article, like,
        link copied, listen, pinterest, print, save, save article, saved, share, text size, tweet, twitter, whatsapp, x,
        artikel merken, drucken, merken, schriftgröße, teilen, copier, enregistrer, imprimer, partager,
        taille du texte, compartir, copiar, enlace copiado, guardar, imprimir, compartilhar, condividi, salva, stampa,
        bewaren, delen, dela, del, skriv ut, jaa, udostępnij, drukuj, sdílet, поделиться, сохранить, печать, paylaş,
        kaydet, yazdır, bagikan""".split(","),
    )
)
_FEWEST_IN_ROW = 2
# How long something is that a button plays: `6 min`, `(4:05)`.
_DURATION = re.compile(
    r"[\s·•|(]{1,4}(?:\d{1,3}\s?min(?:s|utes?|uten|utos)?\.?|\d{1,2}:\d\d(?::\d\d)?)\)?$", re.IGNORECASE
)


def is_button(text: str) -> bool:
    """Say whether a text is, whole, what a button says, or that and how long it plays."""
    return len(text) <= _LONGEST_BUTTON and letters(_DURATION.sub("", text)) in _BUTTONS


def is_row_of_buttons(parts: Sequence[str]) -> bool:
    """Say whether a line is nothing but what several buttons say, each an element of its own, and how often."""
    said = [part for each in parts if (part := letters(each)) and not part.isdigit()]
    return len(said) >= _FEWEST_IN_ROW and all(part in _IN_ROWS for part in said)
