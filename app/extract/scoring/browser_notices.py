"""What pages say over their text to browsers that are too old, or run no scripts, in the languages of the web.

Such a notice speaks to its reader of the browser in use: an article about browsers speaks of them.
"""

import re

from app.text.words import Words

# One of these is in each notice.
_WORDS = Words("browser", "javascript", "navegador", "navigateur", "przeglądark", "браузер", "ブラウザ", "浏览器")
_NOTICE = re.compile(
    # That it is old.
    r"\byou(?:'re|’re| are) (?:currently )?using an? (?:\w+ )?(?:obsolete|old|older|outdated|unsupported)\b"
    r".{0,40}browser|"
    r"\byour (?:web )?browser is (?:no longer supported|not supported|obsolete|old|out of date|out-of-date|outdated|"
    r"too old|unsupported)|"
    r"sie (?:be)?nutzen einen veralteten browser|sie verwenden einen veralteten browser|"
    r"\bihr browser (?:ist veraltet|wird (?:leider )?nicht(?: mehr)? unterstützt)|"
    r"vous utilisez un navigateur (?:obsolète|non supporté)|"
    r"votre navigateur (?:est obsolète|n['’]est (?:pas|plus) (?:à jour|compatible|pris en charge|supporté))|"
    r"(?:usando|utilizando) un navegador (?:desactualizado|no compatible|obsoleto)|"
    r"\bt?su? navegador (?:está (?:desactualizado|obsoleto)|no es compatible)|"
    r"(?:usando|utilizando) um navegador desatualizado|\bseu navegador (?:está desatualizado|não é compatível)|"
    r"(?:stai usando|utilizzando) un browser (?:non aggiornato|obsoleto)|"
    r"\bje gebruikt een verouderde browser|\buw browser (?:is verouderd|wordt niet)|"
    r"używasz (?:przestarzałej|nieaktualnej) przeglądarki|"
    r"вы используете устаревш\w+ (?:версию )?браузер|ваш браузер (?:не поддерживается|устарел)|"
    r"お使いのブラウザ.{0,20}(?:対応|サポート)|您的浏览器.{0,6}(?:不支持|版本过低|过旧)|"
    # That scripts are off.
    r"\bthis (?:app|page|site|website) (?:needs|requires|works (?:best|better)|will not work).{0,20}javascript|"
    r"\bjavascript (?:is|seems to be|appears to be|has been) (?:currently )?(?:disabled|not enabled|turned off)|"
    r"\b(?:app|application|page|site), and javascript is required\b|^javascript (?:is )?required\W*$|"
    r"(?:^|[.!] )please (?:enable|turn on|activate) javascript\b.{0,60}(?:browser|experience|page|site)|"
    r"bitte aktivieren sie javascript|javascript ist (?:in ihrem browser )?(?:deaktiviert|nicht aktiviert)|"
    r"veuillez activer javascript|javascript est désactivé|(?:active|habilite) javascript en (?:su|tu) navegador|"
    r"включите javascript|javascriptを有効に",
)


def is_browser_notice(lower: str) -> bool:
    """Say whether a text, in small letters, tells its reader that the browser in use will not do."""
    return _WORDS.are_in(lower) and _NOTICE.search(lower) is not None
