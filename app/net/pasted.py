"""The address in what a person pastes: out of a mail, a message, another program's address bar. No I/O."""

import re

# What may stand around an address (RFC 3986, appendix C), and what a sentence may have behind that.
PAIRS = {
    '"': '"',
    "'": "'",
    "(": ")",
    "<": ">",
    "[": "]",
    "`": "`",
    "{": "}",
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
MARKS = ".,;:!?。，、…"

# What cannot be seen, and comes along from pages and mails: soft hyphens, marks of direction, byte order marks.
_UNSEEN = re.compile("[\x00-\x1f\x7f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_LINE_END = re.compile("[\r\n]+")
_BEGINS = re.compile(rf"https?:|www\.|\[[0-9a-f:.]+\]|(?![{re.escape(''.join(PAIRS))}])[^\s/]+\.[^\s/.]+(?:/|\Z)", re.I)
_MARKED_DOWN = re.compile(r"!?\[[^\[\]]*\]\(<?(\S+?)>?(?:\s+[\"'][^\"']*[\"'])?\)[.,;:!?]*(?:\s|\Z)")
_IN_ANGLES = re.compile(r"<\s*(?:url:\s*)?((?:https?:|www\.)[^<>]+)>", re.I)
_IN_PROSE = re.compile(r"(?:^|[\s(<\"'])((?:https?://|www\.)[^\s<>\"]+)", re.I)
# Schemes in front of the real one, or in its place; not the name of a host with a port behind it.
_OTHER_SCHEME = re.compile(r"(?:feed|itpc|pcast|rss|url|view-source)\s*:\s*(?:/{2})?(?!\d{1,5}(?:/|\Z))", re.I)
# `http:` with any number of slashes (WHATWG URL, "special authority slashes state"), and the usual slips.
_TWICE = re.compile(r"(?:https?:/*)+(?=https?:/)", re.I)
_SLIPS = re.compile(r"(https?)(?:[:;]+[/\\]*|[/\\]{2,})(?![/\\])(?!\d{1,5}(?:/|\Z))", re.I)

# What is an address whatever follows, and not the name of a host with a port or an operator of searches.
_BEGINS_WITH_SCHEME = re.compile(
    r"[a-z][a-z0-9+.-]*:\S*/|(?:about|data|file|ftp|gopher|javascript|mailto|news|tel|vbscript|view-source):\S",
    re.I,
)
_SEARCHED = re.compile(r"!|-?(?:site|intitle|inurl|filetype):", re.I)
_SLASHES = re.compile(r":/{2}\S")
_PORT = re.compile(r":\d{1,5}\Z")


def address_in(text: str) -> str:
    """Return the address that a person means by `text`, as it is written, or `text` where there is none to be seen."""
    text = text.strip()
    if not _BEGINS.match(text.lstrip(OPENING)):
        text = _LINE_END.sub(
            " ", text
        )  # in a text; in an address, a line that was too long for a mail was broken there
    text = _UNSEEN.sub("", text).strip()
    inner = _MARKED_DOWN.match(text) or _IN_ANGLES.search(text)
    text = _bare(inner[1] if inner else text)
    prose = None if _BEGINS.match(text) else _IN_PROSE.search(text)
    text = _ended(prose[1]) if prose else text.strip("<>\"'").strip()
    other = _OTHER_SCHEME.match(text)
    text = text[other.end() :] if other else text
    twice = _TWICE.match(text)  # typed behind what stood in the field
    text = text[twice.end() :] if twice else text
    slip = _SLIPS.match(text)
    return f"{slip[1]}://{text[slip.end() :]}" if slip else text


def is_address(text: str) -> bool:
    """Tell whether a person means an address by `text`, and not words.

    One has a scheme, a name with a dot in it or a port, and no space before its path; `localhost` is one too.
    """
    address = address_in(text).lstrip("/")
    if _BEGINS_WITH_SCHEME.match(address) or _SLASHES.search(address):
        return not _SEARCHED.match(address)
    host = re.split(r"[/?#]", address, maxsplit=1)[0]
    if not host or re.search(r"\s", host) or _SEARCHED.match(address):
        return False
    return bool(_BEGINS.match(address) or _PORT.search(host)) or host.lower() == "localhost" or _is_dotted(host)


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
    while address and (address[-1] in MARKS or (address[-1] in ")]}'" and _is_unopened(address))):
        address = address[:-1]
    return address


def _is_unopened(address: str) -> bool:
    opening = {")": "(", "]": "[", "}": "{"}.get(address[-1], "")
    return not opening or address.count(opening) < address.count(address[-1])
