"""Videos, sounds, posts, maps and charts of a page: which are real, where they stand, and what they are called.

Each gets a mark at its place, as pictures do (`images`); the element itself goes with all others of its kind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.article.blocks import replace_figures
from app.extract.media.ads import is_hidden, is_junk
from app.extract.media.captions import spaced_text
from app.extract.media.embed_providers import RecognisedEmbed, is_service, recognised
from app.extract.media.images import among_other_stories
from app.extract.media.srcset import pixels_of
from app.models import Blocks, Embed, Figure, text_of
from app.net.urls import resolve
from app.text.normalize import cut, letters, line

MAX_EMBEDS = 20
MAX_TITLE = 200
MAX_SAID = 400  # characters of a post whose own text is not shown
_MOST_LOOKED_AT = 400  # elements; a page of ten thousand frames is no article
_LEAST_SIDE = 200  # pixels; a frame of an unknown service that is smaller is an ad, a button or a counter
_MOST_SAID = 60  # letters of a post that are looked for in the article
_MOST_LINKS = 50  # of a post; more has none

# Elements that play a file or another page, and where scripts or old markup keep its address, the best first.
_ADDRESSES = {
    "amp-audio": ("src",),
    "amp-facebook": ("data-href",),
    "amp-iframe": ("src",),
    "amp-video": ("src",),
    "audio": ("src", "data-src"),
    "embed": ("src", "data"),
    "iframe": ("data-src", "data-lazy-src", "data-litespeed-src", "data-cookieblock-src", "data-src-cmplz", "src"),
    "object": ("data",),
    "script": ("src",),
    "video": ("src", "data-src", "data-mp4"),
}
_FILES = {"amp-audio": "sound", "amp-video": "video", "audio": "sound", "video": "video"}
_PARAMETERS = frozenset({"filename", "movie", "src", "url"})  # of an `object`, where its file may be named
# What an address says of what it plays: the kind of its file, or a word in its host or path.
_KINDS_BY_ADDRESS = (
    ("sound", re.compile(r"\.(?:aiff?|au|m4a|midi?|mp3|ogg|ra|wav)(?:\?|$)", re.IGNORECASE)),
    ("video", re.compile(r"\.(?:avi|flv|mov|mp4|mpe?g|ogv|qt|rm|webm|wmv)(?:\?|$)", re.IGNORECASE)),
    ("sound", re.compile(r"[./_-](?:audio|podcasts?)(?=[./_\d-])", re.IGNORECASE)),
    ("video", re.compile(r"[./_-](?:videos?|video-?player|vplayer)(?=[./_\d-])", re.IGNORECASE)),
)
# Elements that name what they play by its number: tag, kind, address. Sorted.
_NUMBERED = (
    ("amp-dailymotion", "video", "https://www.dailymotion.com/video/{data-videoid}"),
    ("amp-instagram", "post", "https://www.instagram.com/p/{data-shortcode}/"),
    ("amp-twitter", "post", "https://twitter.com/i/status/{data-tweetid}"),
    ("amp-vimeo", "video", "https://vimeo.com/{data-videoid}"),
    ("amp-youtube", "video", "https://www.youtube.com/watch?v={data-videoid}"),
    ("div", "video", "https://www.youtube.com/watch?v={data-youtube-id}"),
    ("lite-vimeo", "video", "https://vimeo.com/{videoid}"),
    ("lite-youtube", "video", "https://www.youtube.com/watch?v={videoid}"),
    ("video", "video", "https://players.brightcove.net/{data-account}/{data-player}_default/index.html?videoId={data-video-id}"),
    ("video-js", "video", "https://players.brightcove.net/{data-account}/{data-player}_default/index.html?videoId={data-video-id}"),
)  # fmt: skip
# Posts that stand in the page as text until a script redraws them: class, and the attribute that has the address.
_POSTS = {
    "bluesky-embed": "data-bluesky-uri",
    "fb-post": "data-href",
    "fb-video": "data-href",
    "instagram-media": "data-instgrm-permalink",
    "mastodon-embed": "data-embed-url",
    "reddit-embed-bq": "",
    "tiktok-embed": "cite",
    "twitter-tweet": "",
    "twitter-video": "",
}
_POST_LINK = re.compile(r"/status(?:es)?/\d+|/comments/\w+")
_BLUESKY = re.compile(r"at://([\w.:%-]+)/app\.bsky\.feed\.post/(\w+)")
_PLAYERS = tuple(sorted({*_ADDRESSES, *(tag for tag, _, _ in _NUMBERED)} - {"div", "script"}))

_TITLE_ATTRIBUTES = ("title", "aria-label", "data-title", "playlabel", "videotitle")
# Words that say what a player is; a title of nothing else does not say what it plays. Sorted.
_EMPTY_WORDS = frozenset(
    "a an and article audio bar by chart column content data document embed embedded external facebook for frame from "
    "google html5 iframe infographic inline instagram interactive line map maps media music of on play playback player "
    "podcast post posts preview soundcloud spotify table the third party tiktok tweet twitter untitled video vimeo "
    "visualisation visualization widget x your youtube".split()
)
_TITLE_PREFIX = re.compile(
    r"(?:spotify embed|youtube video|vimeo video|video|play(?: video)?|watch)\s*:\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MarkedEmbed:
    """An embed whose mark stands in the tree under its number; `said` is the text that tells the same, if any."""

    number: int
    embed: Embed
    said: str = ""


def mark_embeds(root: HtmlElement, base: str, first: int) -> list[MarkedEmbed]:
    """Put a mark before each embed of the tree, and return them in reading order, numbered from `first`.

    `base` is the address that links are relative to.
    """
    marked: list[MarkedEmbed] = []
    posts: set[HtmlElement] = set()
    candidates = filter(_may_be_embed, root.iter(*_PLAYERS, "blockquote", "div", "script"))
    for element in list(islice(candidates, _MOST_LOOKED_AT)):
        is_inside = next(element.iterancestors(*_PLAYERS), None) is not None or not posts.isdisjoint(
            element.iterancestors()
        )
        seen = None if is_inside or among_other_stories(element) else _seen(element, base)
        if seen is None:
            continue
        said = ""
        if element.tag in ("blockquote", "div"):
            posts.add(element)
            said = spaced_text(element)
        title = cut(said, MAX_SAID) or _title(element)
        number = first + len(marked)
        marked.append(MarkedEmbed(number, Embed(seen.kind, title, seen.url), said))
        element.addprevious(element.makeelement("figure", {"data-n": str(number)}))
    return marked


def _may_be_embed(element: HtmlElement) -> bool:
    match element.tag:
        case "div":
            return element.get("data-youtube-id") is not None or element.get("data-href") is not None
        case "blockquote":
            return element.get("class") is not None
        case "script":
            return (element.get("src") or "").startswith("https://gist.")
    return True


def place_embeds(blocks: Blocks, marked: Sequence[MarkedEmbed]) -> Blocks:
    """Return the blocks with the embeds in place of their marks, each address once, `MAX_EMBEDS` at most.

    A post whose text stands in the article is left out.
    """
    if not marked:
        return blocks
    said = letters(" ".join(map(text_of, blocks)))
    embeds = {each.number: each.embed for each in marked}
    told = {each.number for each in marked if each.said and letters(each.said)[:_MOST_SAID] in said}
    placed: set[str] = set()

    def embed_of(number: int) -> Blocks:
        embed = embeds.get(number)
        if embed is None:
            return (Figure(number),)
        if number in told or embed.url in placed or len(placed) >= MAX_EMBEDS:
            return ()
        placed.add(embed.url)
        return (embed,)

    return replace_figures(blocks, embed_of)


def _seen(element: HtmlElement, base: str) -> RecognisedEmbed | None:
    """Return what an element shows, or None where it is nothing of the article's."""
    if is_hidden(element):
        return None
    if element.tag in ("blockquote", "div"):
        return _post(element, base) or _numbered(element)
    address = next(_addresses(element, base), "")
    if not address:
        return _numbered(element)
    known = recognised(address)
    if known is not None or is_service(address):
        return known
    kind = _FILES.get(element.tag) or _kind_by_address(address)
    if is_junk(element, address) or (element.tag not in _FILES and not _is_worth_a_look(element, kind)):
        return None
    return RecognisedEmbed(kind or "page", address)


def _addresses(element: HtmlElement, base: str) -> Iterator[str]:
    """Yield the addresses of what an element plays, the best first."""
    for reference in _references(element):
        try:
            if reference.strip() and not reference.strip().startswith("#"):
                yield resolve(base, reference)
        except BadAddress:
            continue


def _references(element: HtmlElement) -> Iterator[str]:
    yield from (element.get(name) or "" for name in _ADDRESSES.get(element.tag, ()))
    for inner in element.iter("source", "param", "embed"):
        if inner.tag != "param":
            yield inner.get("src") or inner.get("data-src") or ""
        elif (inner.get("name") or "").lower() in _PARAMETERS:
            yield inner.get("value") or ""


def _numbered(element: HtmlElement) -> RecognisedEmbed | None:
    for tag, kind, address in _NUMBERED:
        if element.tag == tag:
            names = re.findall(r"\{([\w-]+)\}", address)
            values = {name: element.get(name) or "" for name in names}
            if all(re.fullmatch(r"[\w-]+", value, re.ASCII) for value in values.values()):
                return RecognisedEmbed(kind, address.format_map(values))
    return None


def _post(element: HtmlElement, base: str) -> RecognisedEmbed | None:
    """Return the post that an element stands for, by the class that its script looks for."""
    name = next((each for each in (element.get("class") or "").split() if each in _POSTS), None)
    if name is None:
        return None
    links = [element.get(_POSTS[name]) or ""] if _POSTS[name] else _post_links(element)
    for link in links:
        try:
            address = resolve(base, _BLUESKY.sub(r"https://bsky.app/profile/\1/post/\2", link))
        except BadAddress:
            continue
        return recognised(address)
    return None


def _post_links(element: HtmlElement) -> list[str]:
    """Return the links of a post that lead to a post, the last first: what it quotes stands before its own."""
    links = [link.get("href") or "" for link in islice(element.iter("a"), _MOST_LINKS)]
    return [link for link in reversed(links) if _POST_LINK.search(link)]


def _kind_by_address(address: str) -> str:
    return next((kind for kind, sign in _KINDS_BY_ADDRESS if sign.search(address.partition(":")[2])), "")


def _is_worth_a_look(element: HtmlElement, kind: str) -> bool:
    """Say whether what nobody knows is large enough, or where `embed` or `object` holds it, of a known kind."""
    if element.tag in ("embed", "object"):
        return bool(kind)
    sides = (pixels_of(element.get("width")), pixels_of(element.get("height")))
    return not any(0 < side < _LEAST_SIDE for side in sides)


def _title(element: HtmlElement) -> str:
    """Return what an embed is called: the words under it, which leave the text, or what its tag says."""
    claims = [_take_caption(element), *(element.get(name) or "" for name in _TITLE_ATTRIBUTES)]
    for claim in claims:
        title = _TITLE_PREFIX.sub("", line(claim))
        if len(title) <= MAX_TITLE and "://" not in title and _says_something(title):
            return title
    return ""


def _says_something(title: str) -> bool:
    words = re.findall(r"\w+", title.lower())
    return not all(word in _EMPTY_WORDS or word.isdigit() for word in words)


def _take_caption(element: HtmlElement) -> str:
    """Remove the words under the only embed of a figure from the tree, and return them."""
    box = next(element.iterancestors("figure"), None)
    if box is None or box.find(".//figure") is not None:
        return ""
    captions = box.findall(".//figcaption")
    if len(captions) != 1:
        return ""
    caption: str = line(captions[0].text_content())
    if len(caption) > MAX_TITLE or captions[0].find(".//iframe") is not None:
        return ""
    captions[0].drop_tree()
    return caption
