"""What stands on a page that only programs were to read: codes without their plugin, warnings, places to be filled."""

import re

# Codes of WordPress that no plugin has answered: `[button link="/"]Buy[/button]`, `[share id="7"]`, `[/vc_row]`.
_SHORTCODE = re.compile(
    r"\[(\w+)(?:\s[^\[\]]*)?\].*\[/\1\]|\[\w[\w-]{0,60} [\w-]{1,40}=[^\[\]]{1,300}\]|(?:\[/\w+\] ?)+",
    re.DOTALL,
)
# Names that a template has for what is put there, and what a program says of nothing.
_TEMPLATE = re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}|\[object \w+\]|undefined|NaN")
# PHP, "Errors"; what is said in between may be anything.
_WARNING = re.compile(
    r"(?:php )?(?:deprecated|fatal error|notice|parse error|strict standards|warning)\s?:.{5,300}"
    r"\bin\s\S{1,200}\.(?:inc|php\d?|phtml)\b.{0,20}\bon line \d{1,6}\W*",
    re.IGNORECASE | re.DOTALL,
)
# What stands where a script has not yet put anything; with no sentence before or behind it.
_LOADING = re.compile(
    r"(?:like |please wait\W+)?(?:loading|wird geladen|lädt|chargement(?: en cours)?|cargando|carregando|caricamento|"
    r"bezig met laden|laddar|ładowanie|загрузка|завантаження|yükleniyor|memuat)(?: [^\W\d]{1,20}){0,5}\s?(?:\.\.\.|…)|"
    r"placeholder image(?:[ -]?\d{1,3})?|(?:加载中|載入中|読み込み中(?:です)?|로딩 ?중)\W{0,3}",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset("N[u{")


def is_leftover(text: str, lower: str) -> bool:
    """Say whether a text is, whole, what nobody was to see; `lower` is the text in lower case."""
    if text[0] in _BEGINNINGS and (_SHORTCODE.fullmatch(text) or _TEMPLATE.fullmatch(text)):
        return True
    return (".ph" in lower and _WARNING.fullmatch(text) is not None) or _LOADING.fullmatch(text) is not None
