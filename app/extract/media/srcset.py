"""Where a picture's file is: `src`, `srcset`, `<picture>` and the many attributes of lazy loaders."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.media.resizers import whole_file
from app.net.urls import resolve
from app.text.numbers import measure

# The widest screen of a profile has 800 pixels, and there should be something to see at full size, in parts.
WANTED_WIDTH = 1024
_TELEPHONE = 800  # pixels of the widest screen that some files are for alone

# Attributes in which scripts keep the real address, the ones that name the largest file last.
LAZY_SRCSET = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set", "srcset", "data-twin-srcset")
LAZY_SRC = (
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-original",
    "data-original-src",
    "data-actualsrc",
    "data-img-src",
    "data-image",
    "data-url",
    "data-hi-res-src",
    "data-full-src",
    "data-cfsrc",
    "data-echo",
    "nitro-lazy-src",
)
# The same without `data-`, as older loaders and boards have them; sorted.
_UNPREFIXED = frozenset(
    "_src file img-src imgsrc lay-src lazy-src lazysrc lsrc original osrc real_src src-lazy zoomfile".split()
)
_IS_ADDRESS = re.compile(r"(?:https?:)?//?[^\s/]")
# A value that is a `srcset` whatever its attribute is called: an address, a width or density, and perhaps more of them.
_IS_SRCSET = re.compile(r"\s*[^\s,]{1,2000}\s+\d{1,5}(?:\.\d{1,3})?[wx]\s*(?:,|\Z)")
# Names of attributes whose file stands in for the picture's: before it comes, or where it does not.
_STAND_IN = re.compile(r"blur|default|error|fallback|lqip|placeholder|preview|thumb", re.IGNORECASE)
_NARROW = re.compile(r"mobile|phone|small|tiny|-(?:sm|xs)(?:-|$)", re.IGNORECASE)
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#]|$)", re.IGNORECASE)
_ADDRESS_IN_JSON = re.compile(r'"(?:src|url|href)"\s{0,9}:\s{0,9}"([^"\s]{4,2000})"', re.IGNORECASE)
# What is no address: also what scripts write where they had none.
_NO_FILE = re.compile(
    r"(?:data|blob|about|javascript):|(?:undefined|null|none|nan|false|\[object object\])\Z", re.IGNORECASE
)
_PLACEHOLDER_NAME = re.compile(
    r"(?:^|[_.-])(?:blank|placeholder|spacer|transparent|lazy(?:load)?|loading|loader|1x1|clear|empty|dummy)",
    re.IGNORECASE,
)
_SHOWABLE_TYPES = frozenset(
    {"", "image/avif", "image/gif", "image/jpeg", "image/jpg", "image/png", "image/svg+xml", "image/webp"}
)
# Of a source that stands for another where the screen is dark; ours are white as paper.
_DARK = re.compile(r"prefers-color-scheme\s*:\s*dark", re.IGNORECASE)
# Of a source for telephones, by the widest screen that it is for.
_UP_TO = re.compile(r"max-(?:device-)?width\s*:([^()]{1,20})", re.IGNORECASE)
_PIXELS_OF_EM = 16
# What a script puts a number in for: `{width}`, `%7Bwidth%7D`, `__WIDTH__`; any other hole leaves no address.
_WIDTH_HOLE = re.compile(r"(?:\{|%7B){1,2}w(?:idth)?(?:\}|%7D){1,2}|__width__|%width%|\[width\]", re.IGNORECASE)
_HOLE = re.compile(r"\{[a-z_]{1,30}\}|%7B[a-z_]{1,30}%7D", re.IGNORECASE)
_WIDTHS = ("data-widths", "data-sizes-list", "widths")
_FIGURES = re.compile(r"\d{2,5}")
# Where `images` leaves what the twin of a lazy picture in a `noscript` says.
TWIN_SRC, TWIN_SRCSET = "data-twin-src", "data-twin-srcset"
_URL = re.compile(r"[\s,]*(\S+)\s*")
_DESCRIPTOR = re.compile(r"([^,]*)(?:,|$)")
_DESCRIBES = re.compile(r"\d{1,5}(?:\.\d{1,3})?[wxh]")
MOST_PIXELS = 99_999  # of a side; a larger number is a slip
_MOST_DENSITY = 100.0


def best_source(image: HtmlElement, base: str) -> str:
    """Return the canonical address of the file of an `img`, or an empty string when it has none to show."""
    for reference in _references(image):
        if reference and not _is_placeholder(reference):
            try:
                return whole_file(resolve(base, reference))
            except BadAddress:
                continue
    return ""


def nearest(candidates: list[tuple[str, int]], wanted: int) -> str:
    """Return the address of the smallest candidate of at least `wanted` pixels, else of the widest."""
    if not candidates:
        return ""
    enough = [candidate for candidate in candidates if candidate[1] >= wanted]
    chosen = min(enough, key=lambda each: each[1]) if enough else max(candidates, key=lambda each: each[1])
    return chosen[0]


def srcset_candidates(srcset: str, width: int = 0) -> Iterator[tuple[str, int]]:
    """Yield (address, pixels wide) for each candidate (HTML standard, section 4.8.4.2.1).

    `width` is what the tag says of the width in CSS pixels, 0 where it says nothing: then a file for
    density 1 is taken to be just wide enough.
    """
    found = list(_candidates(srcset, width))
    by_width = any(told for _, _, told in found)
    # Beside widths, a file that names none is what browsers without `srcset` get.
    yield from ((address, pixels if told or not by_width else 1) for address, pixels, told in found)


def _candidates(srcset: str, width: int) -> Iterator[tuple[str, int, bool]]:
    """Yield address, pixels, and whether these are a width that is told."""
    position = 0
    while (url := _URL.match(srcset, position)) is not None:
        position, descriptor = url.end(), ""
        if not url[1].endswith(","):
            found = _DESCRIPTOR.match(srcset, position)
            if found is not None:
                position, descriptor = found.end(), found[1]
        address = url[1].rstrip(",") + _rest_of_name(url[1], descriptor)
        if address and not _is_placeholder(address):
            yield address, *_pixels(descriptor, width)


def _rest_of_name(begun: str, descriptor: str) -> str:
    """Return what belongs to the address of the words behind it: file names with spaces stand as they are."""
    words = descriptor.split()
    name = words[:-1] if words and _DESCRIBES.fullmatch(words[-1]) else words
    is_rest = bool(name) and _IMAGE_FILE.search(name[-1]) is not None and not _IMAGE_FILE.search(begun)
    return f" {' '.join(name)}" if is_rest else ""


def _pixels(descriptor: str, width: int) -> tuple[int, bool]:
    """Return the width that a descriptor says, and True, or what follows from its density, 1 where it names none."""
    density = 1.0
    for token in descriptor.split():
        said = measure(token, 0, MOST_PIXELS)
        if said and said[1] == "w":
            return int(said[0]), True
        if said and said[1] == "x" and said[0] <= _MOST_DENSITY:
            density = said[0]
    return int((width or WANTED_WIDTH) * density), False


def _is_placeholder(reference: str) -> bool:
    """Say whether an address is that of what stands in a picture's place until a script has run, or of no file."""
    if _NO_FILE.match(reference) or _PLACEHOLDER_NAME.search(reference.rpartition("/")[2]):
        return True
    return ("{" in reference or "%7" in reference) and _HOLE.search(reference) is not None


def _references(image: HtmlElement) -> Iterator[str]:
    """Yield what may be the picture's address, the best first."""
    yield nearest(_sized_candidates(image), WANTED_WIDTH)
    said = dict(image.items())
    lazy = [_told(value) for name in LAZY_SRC if (value := said.get(name))]
    yield from lazy
    others = sorted((name for name, value in said.items() if _holds_file(name, value)), key=_is_of_telephone)
    yield from (said[name] for name in others if not _STAND_IN.search(name))
    yield said.get(TWIN_SRC, "")
    yield from (_filled(reference, image) for reference in (*lazy, said.get("src", "")))
    yield said.get("src", "")
    yield from (said[name] for name in others)
    yield nearest(_sized_candidates(image, narrow=True), WANTED_WIDTH)


def _told(value: str) -> str:
    """Return the address in an attribute, of which some hold an object of JSON with one for each kind of screen."""
    if not value.lstrip().startswith(("{", "[")):
        return value
    found = _ADDRESS_IN_JSON.search(value)
    return found[1].replace("\\/", "/") if found else ""


def _holds_file(name: str, value: str) -> bool:
    if name in _UNPREFIXED and _IS_ADDRESS.match(value):
        return True
    return (
        (name.startswith("data-") or name in _UNPREFIXED)
        and _IMAGE_FILE.search(value) is not None
        and " " not in value.strip()
    )


def _is_of_telephone(name: str) -> bool:
    """Say whether an attribute is named for the smallest file of several."""
    return _NARROW.search(name) is not None


def _filled(reference: str, image: HtmlElement) -> str:
    """Return an address with a width in place of the hole for it, or nothing where it has none."""
    if not _WIDTH_HOLE.search(reference):
        return ""
    said = next(filter(None, (image.get(name) for name in _WIDTHS)), "")
    widths = [int(each) for each in _FIGURES.findall(said)] or [WANTED_WIDTH]
    return _WIDTH_HOLE.sub(nearest([(str(each), each) for each in widths], WANTED_WIDTH), reference)


def widest_of(image: HtmlElement) -> int:
    """Return how many pixels wide an image is known to be, by its tag or its candidates, 0 where that is not known."""
    told = [pixels for _, pixels in _sized_candidates(image) if pixels > 1]
    return max([*told, pixels_of(image.get("width"))])


def _sized_candidates(image: HtmlElement, narrow: bool = False) -> list[tuple[str, int]]:
    """Return the sized files of an image; those that are for telephones alone, which show less, only if `narrow`."""
    width = pixels_of(image.get("width"))
    holders = [] if narrow else [image]
    # The parser does not know that `source` has no end tag, so each holds the next, and the last the image.
    for picture in image.iterancestors("picture"):
        holders += [each for each in picture.iter("source") if _is_showable(each) and _is_narrow(each) == narrow]
    sets = (srcset for holder in holders for srcset in _srcsets(holder))
    return [candidate for srcset in sets for candidate in srcset_candidates(srcset, width)]


def _srcsets(holder: HtmlElement) -> Iterator[str]:
    said = dict(holder.items())
    yield from filter(None, map(said.get, LAZY_SRCSET))
    for name, value in said.items():
        if "-" in name and name not in LAZY_SRCSET and _IS_SRCSET.match(value):
            yield value


def _is_showable(source: HtmlElement) -> bool:
    is_known = (source.get("type") or "").strip().lower() in _SHOWABLE_TYPES
    return is_known and not _DARK.search(source.get("media") or "")


def _is_narrow(source: HtmlElement) -> bool:
    """Say whether a source is for screens alone that are narrower than all that pictures are wanted for."""
    up_to = _UP_TO.search(source.get("media") or "")
    said = measure(up_to[1], 0, MOST_PIXELS) if up_to else None
    return said is not None and said[0] * (1 if said[1] == "px" else _PIXELS_OF_EM) < _TELEPHONE


def pixels_of(value: str | None) -> int:
    """Return a width or height attribute as a number of pixels; 0 where it is missing, a percentage or no number."""
    said = measure(value, 0, MOST_PIXELS)
    return int(said[0]) if said and not said[1].startswith("%") else 0
