"""Small pictures that are a part of a sentence, as their alternative text: emoji, smileys, flags, stars."""

import re

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.right_before import text_before
from app.text.normalize import letters, line
from app.text.numbers import measure

LONGEST = 60  # characters of an alternative text
_LONGEST_SIGN = 12  # characters of one emoji, which may be joined of several
_NEAR = 200  # characters on either side
LARGEST, SMALLEST = 40, 8  # pixels of the lower side; smaller is a counter

_NAMED = re.compile(
    r"(?:^|[^a-z])(?:twemoji|emojis?|emojione|emoticons?|flags?|flagicon|medals?|ratings?|smil(?:ey|eys|ies)|stars?|"
    r"wp-smiley)(?:[^a-z]|$)",
    re.IGNORECASE,
)
# Of pictures that are no part of a sentence.
_JUNK = re.compile(
    r"\b(?:ad|advertisement|arrow|avatar|bullet|button|close|comments?|e-?mail|facebook|icon|image|linkedin|logo|menu|"
    r"photo|pinterest|pixel|print|search|share|spacer|twitter|whatsapp)\b",
    re.IGNORECASE,
)
# Of signs that a style sheet draws: those of emoji.css besides.
_EMOJI = re.compile(r"(?:^|[\s_-])(?:emoji|emojione|emoticon|smiley|twemoji)(?:$|[\s_-])|(?:^|\s)em em-", re.IGNORECASE)
_STEMS = ("em em-", "emo", "smiley")  # one is in the class of each
_INLINE = ("a", "b", "em", "i", "span", "strong")
_ELSEWHERE = ("button", "figure", "footer", "nav")
_LENGTH = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*([0-9.]+)\s*(r?em|px)", re.IGNORECASE)


def spell_small_pictures(root: HtmlElement) -> None:
    """Put the alternative text in place of each small picture that stands in a sentence of the tree."""
    for image in list(root.iter("img")):
        alt = line(image.get("alt") or "")
        if _is_initial(image, alt):
            replace_by_text(image, alt)
            continue
        if not 0 < len(alt) <= LONGEST or _JUNK.search(alt) or not _is_in_sentence(image):
            continue
        is_sign = len(alt) <= _LONGEST_SIGN and not any(map(str.isalnum, alt))
        is_named = bool(_NAMED.search(f"{image.get('class') or ''} {_file(image)}"))
        if is_sign or is_named or is_small(image):
            replace_by_text(image, "" if _is_said_already(image, alt) else alt)


def spell_labelled_signs(root: HtmlElement) -> None:
    """Put the label of each sign without words in place of it: what a style sheet or a font of icons draws.

    These are elements that are said to be a picture (WAI-ARIA, `img`) and have no other, or are named for an emoji.
    """
    for sign in [each for each in root.iter("i", "span", "svg") if each.get("role") == "img" or _is_emoji(each)]:
        label = line(sign.get("aria-label") or (sign.get("title") or "" if _is_emoji(sign) else "") or _title_of(sign))
        is_pictured = "url(" in (sign.get("style") or "") and not _is_emoji(sign)
        is_bare = not _says_words(sign) and sign.find(".//img") is None and not is_pictured
        if 0 < len(label) <= LONGEST and is_bare and not _JUNK.search(label) and _is_in_sentence(sign):
            replace_by_text(sign, "" if _is_said_already(sign, label) else label)


def _title_of(sign: HtmlElement) -> str:
    """Return the title of a small drawing (SVG 2, section 5.7); in a link it says what kind of link that is."""
    title = sign.find("title") if sign.tag == "svg" and is_small(sign) else None
    return "" if title is None or next(sign.iterancestors("a"), None) is not None else title.text or ""


def _says_words(sign: HtmlElement) -> bool:
    """Say whether a sign has words in it; those of the title of a drawing are its label once more."""
    if sign.tag == "svg":
        return next(sign.iter("text", "foreignobject"), None) is not None
    return bool(line(sign.text_content()))


def _is_initial(image: HtmlElement, alt: str) -> bool:
    """Say whether a picture is the first letter of a text, whose first word goes on behind it."""
    if len(alt) != 1 or not alt.isalpha():
        return False
    outer = image
    while not outer.tail and len(outer.getparent()) == 1 and outer.getparent().tag in _INLINE:
        outer = outer.getparent()
    before = outer.getprevious()
    is_first = not line(text_before(outer)) and (before is None or before.tag == "br")
    return is_first and (outer.tail or "")[:1].isalpha()


def _is_emoji(sign: HtmlElement) -> bool:
    """Say whether the class of a sign is that of an emoji."""
    names = sign.get("class") or ""
    return any(stem in names for stem in _STEMS) and _EMOJI.search(names) is not None


def _file(image: HtmlElement) -> str:
    """Return the last two parts of the path of a picture, which say what it shows."""
    source = image.get("src") or image.get("data-src") or ""
    return " ".join(source.partition("?")[0].rsplit("/", 2)[-2:])


def is_junk_label(label: str) -> bool:
    """Say whether the label of a picture names what can be done with the page."""
    return _JUNK.search(label) is not None


def is_small(image: HtmlElement) -> bool:
    """Say whether a picture is as high as a line of text, by its attributes or its style."""
    sides = [found[0] for name in ("width", "height") if (found := measure(image.get(name), 0, 10_000))]
    for number, unit in _LENGTH.findall(image.get("style") or ""):
        size = measure(number, 0, 10_000)
        sides += [size[0] * (1 if unit.lower() == "px" else 16)] if size else []
    return bool(sides) and SMALLEST <= min(sides) <= LARGEST


def _is_in_sentence(image: HtmlElement) -> bool:
    """Say whether text stands beside a picture, in the element that holds it."""
    if next(image.iterancestors(*_ELSEWHERE), None) is not None:
        return False
    parent = image.getparent()
    if parent is None:
        return False
    around = parent if parent.tag != "span" or line(parent.text_content()) else parent.getparent()
    if around is None or around.tag in ("body", "html"):
        return False
    return any(any(map(str.isalnum, part)) for part in around.itertext())


def _is_said_already(image: HtmlElement, alt: str) -> bool:
    """Say whether the name of a flag stands beside it anyway."""
    said = letters(alt)
    before, after = image.getprevious(), image.getnext()
    beside = [image.tail or "", (image.getparent().text or "") if before is None else before.tail or ""]
    beside += [each.text or "" for each in (before, after) if each is not None]
    return len(said) > 1 and any(said in letters(part[-_NEAR:] + part[:_NEAR]) for part in beside)
