"""What of a page's frames and players no reader misses: ads, counters, buttons, comments, and what is hidden."""

import re

from lxml.html import HtmlElement

from app.extract.media.srcset import pixels_of

_INVISIBLE_SIDE = 20  # pixels; what is smaller cannot be seen, whoever made it
# Words in the address of a frame, sorted. None runs over a separator, or many in a row would take a square of time.
_JUNK_ADDRESS = re.compile(
    r"(?:^|[./_?&=-])(?:"
    r"ad[sx]?|adserv[a-z]*|adsystem|advert[a-z]*|analytics|banners?|beacon|[a-z]*buttons?|captcha|chat[a-z]*|cmp|"
    r"comments?|consent|cookies?|criteo|dianomi|disqus|doubleclick|flowcards|fls|gigya|google_?syndication|"
    r"googletagmanager|gtm|hotjar|likebox|login|mgid|newsletters?|optin|outbrain|partners?|paywall|piano|"
    r"pixel|popup|recaptcha|recirc|recommend[a-z]*|related|search[a-z]*|sharer?|sibforms|sign-?in|sign-?up|"
    r"sponsor[a-z]*|subscri[a-z]*|sync|taboola|teads|track[a-z]*|trendmd|viafoura|[a-z]*widgets?"
    r")(?=$|[./_?&=-])",
    re.IGNORECASE,
)
# Words in its class, id, name or title, sorted.
_JUNK_NAME = re.compile(
    r"(?:^|[\s_-])(?:ad[sx]?|adslot|advert[a-z]*|analytics|banner|captcha|chat|comments?|consent|cookies?|disqus|google_ads[a-z]*|gtm|"
    r"newsletter|popup|recaptcha|related|share|sharing|signup|sponsor[a-z]*|subscri[a-z]*|track[a-z]*|wp-embedded-content)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$))",
    re.IGNORECASE,
)


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element is made so that nobody sees it; only its own tag is looked at."""
    sides = (pixels_of(element.get("width")), pixels_of(element.get("height")))
    zero = any((element.get(side) or "").strip() in ("0", "0px") for side in ("width", "height"))
    return (
        (zero and element.tag == "iframe")
        or any(0 < side < _INVISIBLE_SIDE for side in sides)
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def is_junk(element: HtmlElement, address: str) -> bool:
    """Say whether a frame or player that shows `address` is an ad or a part of the site, by its words."""
    names = " ".join(element.get(name) or "" for name in ("class", "id", "name", "title"))
    return _JUNK_ADDRESS.search(address.partition("//")[2]) is not None or _JUNK_NAME.search(names) is not None
