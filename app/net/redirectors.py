"""Addresses that only lead on, such as a search engine's results: where they lead, without asking. No I/O.

So do those by which a page is shared, or read by means of another site: the page is what a reader wants.
"""

import base64
import re
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import parse_qs, unquote, urlsplit

from app.errors import BadAddress
from app.net.urls import canonical

# One may lead to another: that of a newsletter to a search engine's.
MOST_STEPS = 3

# Hosts, without what stands before their names, and paths; and the fields in which the target stands, the best first.
# Sorted.
FIELDS: Sequence[tuple[str, Sequence[str]]] = (
    (r"(?:anrdoezrs|dpbolvw|jdoqocy|kqzyfj|tkqlhce)\.(?:com|net)/click-[\w-]+", ("url",)),
    (r"(?:api|web)\.whatsapp\.com/send/?", ("text",)),
    (r"(?:go\.)?redirectingat\.com/?", ("url",)),
    (r"(?:twitter|x)\.com/(?:intent/(?:post|tweet)|share)", ("url", "text")),
    (r"12ft\.io/proxy", ("q",)),
    (r"68k\.news/article\.php", ("a",)),
    (r"amazon\.(?:com?\.)?[a-z]{2,3}/gp/redirect\.html", ("location",)),
    (r"archive\.(?:fo|is|li|md|ph|today|vn)/(?:submit/?)?", ("url",)),
    (r"awin1\.com/cread\.php", ("ued",)),
    (r"bing\.com/ck/a", ("u",)),
    (r"bing\.com/news/apiclick\.aspx", ("url",)),
    (r"bsky\.app/intent/compose", ("text",)),
    (r"c\.pc\.qq\.com/\w+\.html", ("pfurl", "url")),
    (r"checklink\.mail\.ru/proxy", ("url",)),
    (r"click\.icptrack\.com/icp/relay\.php", ("destination",)),
    (r"click\.linksynergy\.com/deeplink", ("murl",)),
    (r"click\.mail\.ru/redir", ("u",)),
    (r"clickserve\.dartsearch\.net/link/click", ("ds_dest_url",)),
    (r"deref-(?:gmx|mail|web-02)\.[a-z]{2,3}/mail/client/.*", ("redirectUrl",)),
    (r"digidip\.net/visit", ("url",)),
    (r"douban\.com/link2/?", ("url",)),
    (r"duckduckgo\.com/l/?", ("uddg",)),
    (r"evernote\.com/OutboundRedirect\.action", ("dest",)),
    (r"exit\.sc/?", ("url",)),
    (r"facebook\.com/(?:dialog/share|share\.php|sharer(?:/sharer)?\.php)", ("u", "href")),
    (r"facebook\.com/(?:l\.php|flx/warn/?)", ("u",)),
    (r"flipboard\.com/redirect", ("url",)),
    (r"frogfind\.com/read\.php", ("a",)),
    (r"getpocket\.com/(?:redirect|save|edit)/?", ("url",)),
    (r"gitee\.com/link", ("target",)),
    (r"go\.skimresources\.com/?", ("url",)),
    (r"google\.(?:com?\.)?[a-z]{2,3}/(?:imgres|url)", ("q", "url", "imgrefurl")),
    (r"googleadservices\.com/pagead/aclk", ("adurl",)),
    (r"instapaper\.com/text", ("u",)),
    (r"jianshu\.com/go(?:-wild)?", ("url", "to")),
    (r"l\.(?:instagram|threads)\.(?:com|net)/", ("u",)),
    (r"l\.messenger\.com/l\.php", ("u",)),
    (r"link\.(?:csdn\.net|juejin\.cn|zhihu\.com)/?", ("target",)),
    (r"linkedin\.com/(?:redir/redirect|safety/go|shareArticle|sharing/share-offsite)/?", ("url",)),
    (r"linkprotect\.cudasvc\.com/url", ("a",)),
    (r"medium\.com/m/global-identity(?:-2)?", ("redirectUrl",)),
    (r"medium\.com/r/?", ("url",)),
    (r"microsofttranslator\.com/bv\.aspx", ("a",)),
    (r"news\.ycombinator\.com/submitlink", ("u",)),
    (r"ok\.ru/dk", ("st.link",)),
    (r"oschina\.net/action/GoToLink", ("url",)),
    (r"out\.reddit\.com/.*", ("url",)),
    (r"page\.link/?", ("link",)),
    (r"pinterest\.com/pin/create/(?:button|link)/?", ("url",)),
    (r"pixiv\.net/jump\.php", ("url",)),
    (r"printfriendly\.com/print/?", ("url",)),
    (r"protect2\.fireeye\.com/(?:v1/)?url", ("u",)),
    (r"quora\.com/_/redirect", ("url",)),
    (r"reddit\.com/submit", ("url",)),
    (r"redirect\.viglink\.com/?", ("u",)),
    (r"removepaywall\.com/search", ("url",)),
    (r"safelinks\.protection\.outlook\.com/.*", ("url",)),
    (r"shareasale\.com/r\.cfm", ("urllink",)),
    (r"slack-redir\.net/link/?", ("url",)),
    (r"statics\.teams\.cdn\.office\.net/evergreen-assets/safelinks/.*", ("url",)),
    (r"steamcommunity\.com/linkfilter/?", ("u", "url")),
    (r"t\.me/(?:iv|share/url)", ("url",)),
    (r"t\.umblr\.com/redirect/?", ("z",)),
    (r"textise\.net/showText\.aspx", ("strURL",)),
    (r"theoldnet\.com/get", ("url",)),
    (r"threads\.(?:com|net)/intent/post", ("text",)),
    (r"tiktok\.com/link/v2", ("target",)),
    (r"track\.webgains\.com/click\.html", ("wgtarget",)),
    (r"tradedoubler\.com/click", ("url",)),
    (r"translate\.google\.(?:com?\.)?[a-z]{2,3}/(?:translate|website)", ("u",)),
    (r"translate\.yandex\.(?:com|ru)/translate", ("url",)),
    (r"translatetheweb\.com/?", ("a",)),
    (r"tumblr\.com/(?:share/link|widgets/share/tool)/?", ("url", "canonicalUrl")),
    (r"via\.hypothes\.is/?", ("url",)),
    (r"vk\.com/(?:away|share)(?:\.php)?", ("to", "url")),
    (r"wa\.me/(?:\d{1,20})?", ("text",)),
    (r"weibo\.cn/sinaurl", ("u", "toasturl")),
    (r"yandex\.(?:com|ru)/clck/jsredir", ("url",)),
    (r"youtube\.com/redirect/?", ("q",)),
)
# The same where the target is a part of the path; without a scheme, `secure` says that it is https. Sorted.
PATHS: Sequence[str] = (
    r"(?:12ft\.io|1ft\.io|freedium\.cfd|outline\.com|r\.jina\.ai|smry\.ai|txtify\.it|via\.hypothes\.is)/(?P<target>https?:/.+)",
    r"archive\.(?:fo|is|li|md|ph|today|vn)/(?:\d[\d.-]{7,17}|latest|newest|oldest)/(?P<target>https?:/.+)",
    r"awstrack\.me/L0/(?P<target>https?(?::|%3A)%2F%2F[^/]{1,3000})/.*",
    r"b\.hatena\.ne\.jp/entry/(?P<secure>s/)?(?P<target>[^/]{1,253}\..+)",
    r"cdn\.ampproject\.org/[cv]/(?P<secure>s/)?(?P<target>.+)",
    r"google\.(?:com?\.)?[a-z]{2,3}/amp/(?P<secure>s/)?(?P<target>.+)",
    r"outgoing\.prod\.webservices\.mozgcp\.net/v1/[0-9a-f]{16,128}/(?P<target>https?(?:%3A|:)/.+)",
    r"search\.yahoo\.com/(?:[^/]{1,200}/){1,6}RU=(?P<target>https?%3[Aa][^/]{1,3000})/(?:[^/]{1,200}/?){0,3}",
    r"secure-web\.cisco\.com/[^/]{1,2000}/(?P<target>https?%3A%2F%2F.+)",
    r"web\.archive\.org/(?:save|web/\d{0,14}\*)/(?P<target>https?:/.+)",
    r"yandex\.(?:com|ru)/turbo/(?P<secure>s/)?(?P<target>[^/]{1,253}\..+)",
)

# A filter of mails leaves an address as it is where it has no special signs, which `*` stands for; an older form of it
# writes `-` for `%` and `_` for `/`. A translator writes the dots of a host as `-`, and that as `--`.
_FILTERED = re.compile(r"https?://urldefense\.(?:com|us)/v3/__(?=https?:/)")
_FILTERED_BEFORE = re.compile(r"https?://urldefense\.proofpoint\.com/v2/url\?")
_TRANSLATED = re.compile(r"https?://([a-z0-9-]+)\.translate\.goog(/[^?]*)(?:\?(.*))?")
_WITHOUT_REFERRER = re.compile(
    r"https?://(?:www\.)?(?:ad\.doubleclick\.net/[^?]{1,300}|anon\.to|anonym\.to|deviantart\.com/users/outgoing|href\.li)/?\?(https?:/.+)"
)
# A copy that is no longer there; the words that were searched for stand behind the address.
_CACHED = re.compile(r"https?://webcache\.googleusercontent\.com/search\?(?:[^#]*&)?q=cache:(?:[\w-]{1,40}:)?([^&+]+)")
_TRANSLATOR_FIELD = re.compile(r"_x_tr_\w+=")

_ANY_HOST = r"(?:[a-z0-9-]+\.)*"
_FIELDS = [(re.compile(_ANY_HOST + pattern), names) for pattern, names in FIELDS]
_PATHS = [re.compile(_ANY_HOST + pattern) for pattern in PATHS]
_AMP_FIELD = re.compile(r"(?:amp_\w+|aoh|referrer|usqp)=")
# Bing writes an address in base64, behind two characters that say so.
_BASE64 = re.compile(r"a1([A-Za-z0-9_-]+)=*")
# Programs of telephones share a page as a message: its title, and its address behind that.
_SHARED = re.compile(r"\s(https?://\S+)")


def target_of(url: str) -> str:
    """Return the canonical address to which the canonical address `url` leads by itself; `url` for all others."""
    for _ in range(MOST_STEPS):
        found = _step(url)
        if not found:
            break
        url = found
    return url


def _step(url: str) -> str:
    """Return where an address of one of the tables leads, or an empty string."""
    parts = urlsplit(url)
    place = f"{parts.hostname}{parts.path}"
    names = next((names for pattern, names in _FIELDS if pattern.fullmatch(place)), ())
    fields = parse_qs(parts.query)
    targets = [_decoded(fields[name][0]) for name in names if name in fields]
    targets += [_in_path(found, parts.query) for pattern in _PATHS if (found := pattern.fullmatch(place))]
    targets.append(_spelt(url))
    with suppress(BadAddress):
        return next((canonical(each) for each in targets if each.startswith(("http://", "https://"))), "")
    return ""


def _spelt(url: str) -> str:
    """Return the target that is spelt in an address of a filter of mails or a translator, or an empty string."""
    if found := _WITHOUT_REFERRER.fullmatch(url):
        return found[1]
    if found := _CACHED.match(url):
        said = unquote(found[1])
        return said if said.startswith(("http://", "https://")) else f"http://{said}"
    if found := _FILTERED.match(url):
        target = url[found.end() :].partition("__;")[0]
        return "" if "*" in target else target
    if found := _FILTERED_BEFORE.match(url):
        said = parse_qs(url[found.end() :]).get("u", [""])[0]
        return unquote(said.translate({ord("-"): "%", ord("_"): "/"}))
    if found := _TRANSLATED.fullmatch(url):
        host = re.sub("--?", lambda sign: "-" if len(sign[0]) > 1 else ".", found[1])
        return _with_query(f"https://{host}{found[2]}", found[3] or "", _TRANSLATOR_FIELD)
    return ""


def _with_query(target: str, query: str, foreign: re.Pattern[str]) -> str:
    """Return `target` with the fields of a query that are its own and not `foreign`."""
    own = "&".join(pair for pair in query.split("&") if pair and not foreign.match(pair))
    return f"{target}{'?' if own else ''}{own}"


def _decoded(text: str) -> str:
    found = _BASE64.fullmatch(text)
    if not found:
        shared = _SHARED.search(text)
        return shared[1] if shared else text
    with suppress(ValueError):
        return base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4)).decode()
    return ""


def _in_path(found: re.Match[str], query: str) -> str:
    """Return the target in a path; what stands in its query beside that of the page is the redirector's."""
    target = unquote(found["target"])
    if not found["target"].startswith(("http:/", "https:/")):
        if target.startswith(("http://", "https://")):
            return target
        target = f"{'https' if found.groupdict().get('secure') else 'http'}://{found['target']}"
    return _with_query(target, query, _AMP_FIELD)
