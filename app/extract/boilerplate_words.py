"""What surrounds an article is known by words in classes, ids and addresses: one table of them, one matcher."""

import re
from collections.abc import Iterator
from functools import lru_cache

Parts = frozenset[str]

# The parts of a page, and the words by which each is known: in lower case, sorted. `word*` is the beginning of a word,
# `*word` its end; `more-from` may also be written as one word.
WORDS = {
    "account": "login paywall piano sign-in",
    # Also named in boxes around a text that has ads in it.
    "ad": "ad ads adx anzeige anzeigen",
    "advert": """
        adserv* adslot adsystem advert* banner-ad banner-ads criteo dianomi doubleclick googleads*
        googlesyndication mgid outbrain* publicidad publicidade reklam reklama taboola* teads trendmd werbung""",
    "author": "author avatar bio byline",
    # An advert, or the picture at the top.
    "banner": "banner banners",
    # One story of several: what a list of stories is made of.
    "card": "promo teaser teasers",
    "comment-list": "comment-area comment-list comment-section comments-area comments-list comments-section disqus*",
    # Also their number, and what is open to them.
    "comments": """
        comment commenter commenters commentform commenting commentlist comments disqus* kommentar kommentare
        replies reply respond viafoura""",
    # Also by the makers of such questions.
    "consent": """
        axeptio* borlabs* cmp cmpbox* cmplz* consent cookie* didomi* gdpr iubenda* klaro onetrust* osano*
        tarteaucitron* trustarc* usercentrics*""",
    "control": "*button *buttons btn captcha recaptcha",
    # That of the page or of a part of it.
    "footer": "footer",
    # What sites put into frames beside their articles.
    "frame-tool": """
        analytics chat chatbot flowcards fls gigya googletagmanager gtm hotjar likebox livechat partner partners
        popup search sibforms sync wp-embedded-content""",
    "icon": """
        avatar avatars badge badges emoji emojis emoticon emoticons favicon favicons flag flags gravatar icon
        icons logo logos profile-image profile-photo profile-pic smiley smilies spinner spinners sprite sprites""",
    "navigation": "*menu *nav *navigation breadcrumb breadcrumbs navbar pagination tag-cloud",
    # On a front page they are what the page is about.
    "new-stories": "aside carousel latest listing popular read-more recent similar",
    "other-stories": """
        more-from more-news more-on more-stories most-popular most-read most-viewed read-also read-next recirc*
        recommend* related* suggest* trending you-may-also-like you-may-like""",
    "sharing": "share sharer sharing",
    "sidebar": "side-bar",
    "sign-up": "newsletter newsletters optin sign-up subscribe subscription*",
    "site-footer": "colophon copyright global-footer main-footer page-footer site-footer",
    # Apart from sharing, since hosts of Mastodon have the word.
    "social": "social social-icons social-links social-media socials",
    "sponsor": "sponsor*",
    "thumbnail": "thumbnail thumbnails",
    "tracking": "beacon counter pixel pixels scorecardresearch statcounter tracker trackers tracking vgwort",
    # WordPress calls any box so.
    "widget": "*widget *widgets",
}

# What each stage takes for evidence. In the names and in the address of a frame, that it is no embed of the article:
FRAME_NAME: Parts = frozenset(
    "ad advert banner comments consent control frame-tool other-stories sharing sign-up sponsor tracking".split()
)
FRAME_ADDRESS: Parts = FRAME_NAME | {"account", "widget"}
# In the names of an image, that it is no picture of the article:
IMAGE_NAME: Parts = frozenset("ad advert control icon sharing social tracking".split())
# The same of one that is large, of which buttons and scripts name what can be done with it:
LARGE_IMAGE_NAME: Parts = frozenset("ad advert tracking".split())
# In the names of a box, that even pictures with a caption in it belong to something else; then that those without do:
OTHER_STORY_BOX: Parts = frozenset("advert other-stories sidebar sign-up sponsor".split())
IMAGE_BOX = OTHER_STORY_BOX.union("author card comments footer navigation sharing social thumbnail".split())
# In the names of a box, that links in it are not those of a page that is a list of things to read:
BESIDE_LIST = OTHER_STORY_BOX.union("comment-list consent footer navigation sharing site-footer social".split())
# In the names of a box, that names and days in it are those of other stories and of comments:
BESIDE_ARTICLE: Parts = frozenset(
    "card comments navigation new-stories other-stories sidebar sign-up site-footer widget".split()
)

_NONE: Parts = frozenset()
_MOST_CHARACTERS = 1000  # of the names of an element, or of an address
_MOST_WORDS = 8  # of a name; what has more is a sentence that became a name, and its words are about anything
_MOST_TOGETHER = 4  # words in a row of the table
_LEAST_NUMBERED = 3  # letters of a word whose number does not count: `sidebar2`, but not the `ad20` of an id
# Words that say of the next one that it is elsewhere or missing, or how large a file is: `has-sidebar`, `no-comments`,
# and the `size-thumbnail` that WordPress gives its galleries.
_OF_ANOTHER = frozenset({"has", "no", "size", "with", "without"})
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_NAMES = re.compile(r"[\s/.?&=]")  # also those of an address


def _rows() -> Iterator[tuple[str, str]]:
    for part, words in WORDS.items():
        for word in words.split():
            yield word, part
            yield word.replace("-", ""), part


def _index() -> dict[str, Parts]:
    index: dict[str, Parts] = {}
    for word, part in _rows():
        index[word] = index.get(word, _NONE) | {part}
    return index


_INDEX = _index()
_STEMS = sorted({len(word) - 1 for word in _INDEX if "*" in word})  # lengths of beginnings and ends


def parts_named(names: str | None) -> Parts:
    """Return which parts of a page the words of these names are evidence of: classes, ids, a file name, an address.

    What is longer than 1,000 characters is not read to its end.
    """
    return _parts_named(names[:_MOST_CHARACTERS]) if names else _NONE


@lru_cache(8192)
def _parts_named(names: str) -> Parts:
    return _NONE.union(*(_parts(_words(name)) for name in _BETWEEN_NAMES.split(names)))


def _words(name: str) -> list[str]:
    """Return the words of one name in lower case, but none of a long one: `has-Sidebar2` is has, sidebar."""
    words = []
    for word in map(str.lower, _WORD.findall(name)):
        bare = word.rstrip("0123456789")
        words.append(bare if len(bare) >= _LEAST_NUMBERED else word)
    return words if len(words) <= _MOST_WORDS else []


def _parts(words: list[str]) -> Parts:
    """Return what the words of one name say, each by itself and several together."""
    found = _NONE
    for place, word in enumerate(words):
        if place and words[place - 1] in _OF_ANOTHER:
            continue
        for end in range(place + 1, min(place + _MOST_TOGETHER, len(words)) + 1):
            found |= _INDEX.get("-".join(words[place:end]), _NONE)
        found |= _parts_by_stem(word)
    return found


@lru_cache(4096)
def _parts_by_stem(word: str) -> Parts:
    """Return what the beginnings and ends of a word are evidence of."""
    return _NONE.union(
        *(_INDEX.get(f"{word[:length]}*", _NONE) | _INDEX.get(f"*{word[-length:]}", _NONE) for length in _STEMS)
    )
