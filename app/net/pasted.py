"""The address in what a person pastes: out of a mail, a message, another program's address bar. No I/O."""

import re
from urllib.parse import unquote

from app.net.papers import address_of_paper

# What may stand around an address (RFC 3986, appendix C), and what a sentence may have behind that.
PAIRS = {
    '"': '"',
    "'": "'",
    "(": ")",
    "*": "*",
    "<": ">",
    "[": "]",
    "_": "_",
    "`": "`",
    "{": "}",
    "|": "|",
    "«": "»",
    "»": "«",
    "‘": "’",
    "“": "”",
    "„": "“",
    "‹": "›",
    "「": "」",
    "【": "】",
    "（": "）",
}
OPENING = f"{''.join(PAIRS)} "
_OPENED_BY = {")": "(", "]": "[", "}": "{", "」": "「", "】": "【", "）": "（"}
_CLOSING = f"{''.join(_OPENED_BY)}'"
MARKS = ".,;:!?*。，、…"

# What cannot be seen, and comes along from pages, mails and chats: soft hyphens, marks of direction, byte order marks,
# colours of IRC.
_UNSEEN = re.compile("\x03\\d{1,2}(?:,\\d{1,2})?|[\x00-\x1f\x7f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_LINE_END = re.compile("[\r\n\t]+")  # and what parts the columns of a table
# The second of several addresses; not one that belongs to the first, which a mail has broken before it.
_NEXT = re.compile(r"(?:(?<=[\w.,;)>])\s{1,200}|(?<=\w/) {1,200})(?=https?://).*", re.I | re.S)
_BEGINS = re.compile(
    rf"https?:|www\.|\[[0-9a-f.]*:[0-9a-f:.]*\]|(?![{re.escape(''.join(PAIRS))}])[^\s/\"'()]+\.[^\s/.\"'()]+(?:/|\Z)",
    re.I,
)
# How a link is written in Markdown, Org, MediaWiki, AsciiDoc and on bulletin boards; the address is the first group.
_LINKS = (
    re.compile(
        r"!?\[(?:!\[[^\[\]]*\]\([^\s()]*\))?[^\[\]]*\]\(<?(\S+?)>?(?:\s+[\"'][^\"']*[\"'])?\)[.,;:!?]*(?:\s|\Z)"
    ),
    re.compile(r"\[{1,2}(https?://[^\s\[\]]{1,4000})(?:\]\[|\s)[^\[\]]{0,1000}\]{1,2}", re.I),
    re.compile(r"(https?://[^\s\[\]?]{1,4000}(?<!/))\[[^\[\]]{1,1000}\](?:\s|\Z)", re.I),
    re.compile(r"\[url=[\"']?([^\s\[\]\"']{1,4000})[\"']?\]", re.I),
    re.compile(r"\[url\]([^\s\[\]]{1,4000})\[/url\]", re.I),
)
# An address in quotation marks that something follows, a list of such ones too, and the marks of what a mail quotes.
_IN_QUOTES = re.compile(r"[\[({\s]{0,9}([\"'`«‹‘“„])((?:https?:|www\.)[^\s\"'`«»‹›‘’“”„]{1,4000})[\"'`»›’”“]", re.I)
_QUOTED = re.compile(r"(?:>[ \t]?)+")
# What the file of a link says of its own kind, by addresses too.
_DECLARED = re.compile(r"<(?:!doctype|\?xml)\b[^<>]{0,1000}>|\sxmlns(?::\w{1,40})?=[\"'][^<>\"']{0,400}[\"']", re.I)
_IN_ANGLES = re.compile(r"<\s*(?:url:\s*)?((?:https?:|www\.)[^<>|]+)(?:\|[^<>]*)?>", re.I)
# Chinese and Japanese put no space around it, and their marks end it; vCards, calendars and Gopher have `URL:` before.
_IN_PROSE = re.compile(
    r"(?:^|[\s()<>\"'*_=\[{|]|[\"'][:,;]|,(?=https?://)|\burl(?:;[\w=-]{1,40}){0,4}:|[^\x00-\x7f])"
    r"((?:https?://|www\.)[^\s<>\"。，、；！？]+)",
    re.I,
)
# Schemes in front of the real one, or in its place; not the name of a host with a port behind it. Netscape 4 says
# `wysiwyg:` of the page of a frame, Firefox `about:reader` of one in its reader view, as Edge and extensions do.
_OTHER_SCHEME = re.compile(
    r"(?:about:(?:/{2})?reader\?url=|(?:(?:chrome|moz|safari-web)-extension|chrome-distiller|read)://[^\s?#]{1,300}\?(?:[^\s#]{0,300}&)?url=|"
    r"wysiwyg://\d{1,4}/|x-safari-(?=https?:)|"
    r"(?:cache|feed|itpc|microsoft-edge|pcast|read|rss|url|view-source)\s*:\s*(?:/{2})?(?!\d{1,5}(?:/|\Z)))",
    re.I,
)
# The address in a message that a page is shared by, and a link of a search engine's page without the engine.
_SHARED = re.compile(
    r"(?:mailto|sms|tg|whatsapp):[^\s?]{0,300}\?[^\s?]{0,3000}?(https?(?::|%3a)(?:/|%2f){2}[^&\s]{1,4000})", re.I
)
_FOUND = re.compile(r"/url\?(?:[^\s#]{0,300}&)?(?:q|url)=https?[:%]", re.I)
_INTENT = re.compile(r"intent://([^#\s]{1,4000})#Intent;(?:[^;]{0,200};){0,20}?scheme=(https?);", re.I)  # of Android
# What mails make of an address so that nobody follows it by mistake, and fingers that slip on `http`.
_DISARMED_SCHEME = re.compile(r"\[(:|://)\]")
_DISARMED = re.compile(r"\[\.\]|\(\.\)|\[dot\]", re.I)
_MISTYPED = re.compile(r"\b(?!https?:)(?:hxxp|ht{1,3}p{1,2}|ttp)(s?)(?=:/)", re.I)
_ENCODED = re.compile(r"https?%(?:25)*3a", re.I)
_MOST_ENCODED = 3  # times
_GAP = re.compile(r"\b(https?)(?:\s:\s?|:\s)(?=//)", re.I)  # by programs that put blanks around marks
_ESCAPED = re.compile(r"\\u00([2-7][0-9a-f])", re.I)  # in JSON, and the source of scripts
_WIDE = re.compile("[hｈ][tｔ]{2}[pｐ][sｓ]?：", re.I)
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HOST_APART = re.compile(r"(https?://[^\s/]{1,253})\s+/", re.I)
# Where a mail broke a line: before the mark of one that is quoted, behind that of quoted-printable (RFC 2045, section
# 6.7), and anywhere between angle brackets (RFC 3986, appendix C).
_QUOTED_LINE = re.compile(r"[\r\n]{1,9}(?:[ \t]{0,9}>){1,99}[ \t]{0,9}(?=[^\s>])")
_SOFT_BREAK = re.compile(r"(?<=\w)=[\r\n]+(?!https?:)")
# In a query, a value may begin in the next line; not where all signs before values are those of quoted-printable.
_PRINTABLE_QUERY = re.compile(r"[^=]*(?:=(?:3D|[\r\n]{1,9})[^=]*){2,}", re.I)
_PRINTABLE_SIGN = re.compile(r"=(?:(3D)|[\r\n]{1,9})", re.I)
_INDENTED_LINE = re.compile(r"[\r\n]{1,9}[ \t]{1,200}")
# What people write behind an address: a source in brackets or behind a dash; words behind a mark or the name of a file.
_FOLLOWED = re.compile(r"(\S+)\s+[(\[|–—-].*|([^\s?]+[,;.!]|\S+(?:/|\.(?:html?|php|aspx?|jsp)))\s+\S.*", re.I | re.S)
_SPELT = re.compile(r"https?:|www\.", re.I)
_TITLED = re.compile(r"\A([^?|]*\?[^|=]*=\S*)\Z|(?:\|[^?&/|]{0,200}){1,9}\Z")  # by MediaWiki and Slack
# Tags and the next group of TeX, and letters behind the name of a file where no blanks stand between words.
_RUN_ON = re.compile(
    r"(?:</?(?:a|b|br|dd|div|dt|li|p|span|td)\b|\}\{|(?<=\.html|\.aspx)[^\x00-\x7f]|(?<=\.htm|\.php|\.asp)[^\x00-\x7f]).*",
    re.I | re.S,
)
# Words behind what was not opened in it.
_CLOSED = re.compile(r"\A([^\s()（）「」【】]{1,4000})[)）」】][^\x00-\x7f].*", re.S)
# What a sentence leaves behind an address that ends it, and no address of a page ends with.
_LEFT_BEHIND = re.compile(
    r"(?:\\[nrt]|[,;:’”»›\\]|%(?:20|0[ad]|c2%a0|e2%80%8[b-f]|ef%bb%bf)|&(?:quot|gt);|\.{2,9}|…|(?<=\.html|\.aspx)[.!]{1,9}|(?<=\.htm|\.php|\.asp)[.!]{1,9}){1,9}\Z",
    re.I,
)
# `http:` with any number of slashes (WHATWG URL, "special authority slashes state"), and the usual slips.
_TWICE = re.compile(r"(?:https?:/*)+(?=https?(?::/|//))", re.I)
_SLIPS = re.compile(r"(https?)(?:[:;]+[/\\]*|[/\\]{2,})\s*(?![/\\])(?!\d{1,5}(?:/|\Z))", re.I)

# What is an address whatever follows, and not the name of a host with a port or an operator of searches.
_BEGINS_WITH_SCHEME = re.compile(
    r"[a-z][a-z0-9+.-]*:\S*/|[a-z]:\\|"
    r"(?:about|bitcoin|callto|data|ed2k|file|ftp|gopher|irc|javascript|magnet|mailto|news|skype|sms|spotify|steam|tel|tg|"
    r"vbscript|view-source|whatsapp|xmpp):\S",
    re.I,
)
_SEARCHED = re.compile(r"!|-?(?:site|intitle|inurl|filetype):", re.I)
_SLASHES = re.compile(r":/{2}\S")
_PORT = re.compile(r":\d{1,5}\Z")


def address_in(text: str) -> str:
    """Return the address that a person means by `text`, as it is written, or `text` where there is none to be seen."""
    text = _DECLARED.sub("", text).strip()
    quoted = _QUOTED.match(text)
    text = _plain(text[quoted.end() :] if quoted else text)
    # In a text; in an address, a line that was too long for a mail was broken there.
    begins = _BEGINS.match(text.lstrip(OPENING))
    text = _NEXT.sub("", _mended(text)) if begins else _LINE_END.sub(" ", text)
    text = _UNSEEN.sub("", text).strip()
    inner = next(filter(None, (link.match(text) for link in _LINKS)), None) or _IN_ANGLES.search(text)
    in_quotes = None if inner else (_IN_QUOTES.match if begins else _IN_QUOTES.search)(text)
    text = in_quotes[2] if in_quotes else _bare(inner[1] if inner else text)
    prose = None if _BEGINS.match(text) else _IN_PROSE.search(text)
    text = _ended(prose[1]) if prose else text.strip("<>\"'").strip()
    other = _OTHER_SCHEME.match(text)
    text = _decoded(text[other.end() :] if other else text)
    twice = _TWICE.match(text)  # typed behind what stood in the field
    text = text[twice.end() :] if twice else text
    slip = _SLIPS.match(text)
    return _whole(f"{slip[1]}://{text[slip.end() :]}" if slip else address_of_paper(text.rstrip(MARKS)) or text)


def _mended(address: str) -> str:
    """Return an address that a mail broke without what the mail put there, beside the ends of lines."""
    address = _QUOTED_LINE.sub("", address)
    if "=3D" in address.upper() and _PRINTABLE_QUERY.fullmatch(address):
        address = _PRINTABLE_SIGN.sub(lambda sign: "=" if sign[1] else "", address)
    elif "?" not in address:
        address = _SOFT_BREAK.sub("", address)
    return _INDENTED_LINE.sub("", address) if address.startswith("<") else address


def _plain(text: str) -> str:
    """Return `text` with its scheme and signs as they were before a keyboard, a program or a finger changed them."""
    if _WIDE.match(text):
        text = text.translate(_NARROW)
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), _GAP.sub(r"\1:", text, count=1))
    if ":\\/\\/" in text:
        text = text.replace("\\/", "/")
    text = _DISARMED_SCHEME.sub(r"\1", text, count=1)
    shared = _SHARED.match(text)
    if shared:
        return unquote(shared[1]).split(maxsplit=1)[0]
    if _FOUND.match(text):
        return f"https://www.google.com{text}"
    intent = _INTENT.match(text)
    text = f"{intent[2]}://{intent[1]}" if intent else _MISTYPED.sub(r"http\1", text, count=1)
    return _DISARMED.sub(".", text) if _DISARMED.search(text.partition("://")[2].partition("/")[0]) else text


def _decoded(text: str) -> str:
    """Return an address as it was before all of it was made a value, with others behind it, in the query of another."""
    if _ENCODED.match(text):
        text = text.partition("&")[0]
    for _ in range(_MOST_ENCODED):
        if not _ENCODED.match(text):
            break
        text = unquote(text)
    return text


def _whole(address: str) -> str:
    """Return an address without what a sentence or the markup of a page adds to it."""
    address = _CLOSED.sub(r"\1", _RUN_ON.sub("", _HOST_APART.sub(r"\1/", address)))
    followed = _FOLLOWED.fullmatch(address) if _SPELT.match(address) else None
    address = _TITLED.sub(r"\1", (followed[1] or followed[2]) if followed else address)
    return _LEFT_BEHIND.sub("", address).replace("&amp;", "&")


def is_address(text: str) -> bool:
    """Tell whether a person means an address by `text`, and not words.

    One has a scheme, a name with a dot in it or a port, and no space before its path; `localhost` is one too. A number
    with dots in it is none, unless it has four parts.
    """
    address = address_in(text).lstrip("/")
    if _BEGINS_WITH_SCHEME.match(address) or _SLASHES.search(address):
        return not _SEARCHED.match(address)
    host = re.split(r"[/?#]", address, maxsplit=1)[0]
    if not host or re.search(r"\s", host) or _SEARCHED.match(address) or (host == address and _is_number(host)):
        return False
    return bool(_BEGINS.match(address) or _PORT.search(host)) or host.lower() == "localhost" or _is_dotted(host)


def _is_number(text: str) -> bool:
    """Tell whether a text ends in a number, as no name does, and is no address of four: a day, a version, a sum."""
    parts = text.split(".")
    is_address = len(parts) == 4 and all(map(str.isdecimal, parts))
    return parts[-1].removesuffix("%").isdecimal() and not is_address


def _is_dotted(host: str) -> bool:
    """Tell whether a host is one in other letters or digits than ASCII: they have dots of their own (RFC 5895)."""
    return re.fullmatch(r"[^\W_]+(?:[\u3002\uff0e\uff61][^\W_]+)+", host) is not None


def _bare(text: str) -> str:
    """Return `text` without what stands around all of it."""
    text = text.strip()
    while text and PAIRS.get(text[0]) and not _BEGINS.match(text):
        shorter = text.rstrip(MARKS + " ")
        if len(shorter) < 3 or not shorter.endswith(PAIRS[text[0]]):
            break
        text = shorter[1:-1].strip()
    return text


def _ended(address: str) -> str:
    """Return an address out of a sentence without what ends that, or a bracket that it has not opened."""
    while address and (address[-1] in MARKS or (address[-1] in _CLOSING and _is_unopened(address))):
        address = address[:-1]
    return address


def _is_unopened(address: str) -> bool:
    opening = _OPENED_BY.get(address[-1], "")
    return not opening or address.count(opening) < address.count(address[-1])
