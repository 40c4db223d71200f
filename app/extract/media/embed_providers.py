"""Whose player stands at an address, and where a person can see what it plays.

A player's own address is made for a frame in another page; for most services the page of the same thing can be
told from it. Each row was written down from the embed code that the service hands out.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.errors import BadAddress
from app.net.urls import canonical, host_of

#: What an embed can be, as one word for the reader.
KINDS = frozenset({"chart", "document", "map", "page", "post", "sound", "video"})

_AS_IT_IS = ""
_IN_THE_QUERY = "="  # the first group is the address, percent-encoded
# Host; what path and query begin with; kind; where it can be seen. Sorted by host, the special before the general.
_ROWS = (
    ("acast.com", r"/", "sound", _AS_IT_IS),
    ("archive.org", r"/embed/([^?]+)", "video", r"https://archive.org/details/\1"),
    ("art19.com", r"/shows/", "sound", _AS_IT_IS),
    ("audioboom.com", r"/(?:boos|posts)/(\d+)", "sound", r"https://audioboom.com/posts/\1"),
    ("bandcamp.com", r"/(?i:embeddedplayer)", "sound", _AS_IT_IS),
    ("bsky.app", r"/profile/([^/]+)/post/(\w+)", "post", r"https://bsky.app/profile/\1/post/\2"),
    ("buzzsprout.com", r"/\d+", "sound", _AS_IT_IS),
    ("captivate.fm", r"/", "sound", _AS_IT_IS),
    ("cdn.jwplayer.com", r"/players/", "video", _AS_IT_IS),
    ("clips.twitch.tv", r"/embed\?(?:.*&)?clip=([\w-]+)", "video", r"https://clips.twitch.tv/\1"),
    ("content.jwplatform.com", r"/players/", "video", _AS_IT_IS),
    ("dailymotion.com", r"/(?:embed/|swf/)?video/(\w+)", "video", r"https://www.dailymotion.com/video/\1"),
    ("dailymotion.com", r"/player[^?]*\?(?:.*&)?video=(\w+)", "video", r"https://www.dailymotion.com/video/\1"),
    ("datawrapper.dwcdn.net", r"/\w+", "chart", _AS_IT_IS),
    ("docs.google.com", r"/(?:document|presentation)/", "document", _AS_IT_IS),
    ("docs.google.com", r"/(?:forms|spreadsheets)/", "page", _AS_IT_IS),
    ("embed.bsky.app", r"/embed/([^/]+)/app\.bsky\.feed\.post/(\w+)", "post", r"https://bsky.app/profile/\1/post/\2"),
    ("embed.music.apple.com", r"/(.+)", "sound", r"https://music.apple.com/\1"),
    ("embed.nicovideo.jp", r"/watch/(\w+)", "video", r"https://www.nicovideo.jp/watch/\1"),
    ("embed.podcasts.apple.com", r"/(.+)", "sound", r"https://podcasts.apple.com/\1"),
    ("embed.reddit.com", r"/(r/\w+/comments/\w+)", "post", r"https://www.reddit.com/\1/"),
    ("embed.ted.com", r"/(.+)", "video", r"https://www.ted.com/\1"),
    ("facebook.com", r"/plugins/post\.php\?(?:.*&)?href=([^&]+)", "post", _IN_THE_QUERY),
    ("facebook.com", r"/plugins/video\.php\?(?:.*&)?href=([^&]+)", "video", _IN_THE_QUERY),
    ("facebook.com", r"/(?:[^?]+/)?(?:permalink|photos?|posts|story)\b", "post", _AS_IT_IS),
    ("facebook.com", r"/(?:[^?]+/)?(?:reel|videos|watch)\b", "video", _AS_IT_IS),
    ("fast.wistia.com", r"/embed/", "video", _AS_IT_IS),
    ("fast.wistia.net", r"/embed/", "video", _AS_IT_IS),
    ("flo.uri.sh", r"/(visualisation|story)/(\d+)", "chart", r"https://public.flourish.studio/\1/\2/"),
    ("giphy.com", r"/embed/(\w+)", "video", r"https://giphy.com/gifs/\1"),
    ("gist.github.com", r"/([\w-]+/[0-9a-f]+)", "document", r"https://gist.github.com/\1"),
    ("google.*", r"/maps/d/(?:u/\d+/)?embed\?(?:.*&)?mid=([\w-]+)", "map", r"https://www.google.com/maps/d/viewer?mid=\1"),
    ("google.*", r"/maps", "map", _AS_IT_IS),
    ("imgur.com", r"/((?:a/)?\w+)/embed", "post", r"https://imgur.com/\1"),
    ("infogram.com", r"/(?:e/)?[\w-]+", "chart", _AS_IT_IS),
    ("instagram.com", r"/(?:[\w.]+/)?(p|reel|tv)/([\w-]+)", "post", r"https://www.instagram.com/\1/\2/"),
    ("issuu.com", r"/", "document", _AS_IT_IS),
    ("libsyn.com", r"/embed/", "sound", _AS_IT_IS),
    ("linkedin.com", r"/embed/(feed/update/[\w:]+)", "post", r"https://www.linkedin.com/\1"),
    ("loom.com", r"/embed/(\w+)", "video", r"https://www.loom.com/share/\1"),
    ("maps.google.*", r"/", "map", _AS_IT_IS),
    ("megaphone.fm", r"/", "sound", _AS_IT_IS),
    ("mixcloud.com", r"/widget/iframe", "sound", _AS_IT_IS),
    ("omny.fm", r"/", "sound", _AS_IT_IS),
    ("open.spotify.com", r"/embed(?:-podcast)?/(\w+)/(\w+)", "sound", r"https://open.spotify.com/\1/\2"),
    ("openstreetmap.org", r"/export/embed\.html", "map", _AS_IT_IS),
    ("platform.twitter.com", r"/embed/[^?]*\?(?:.*&)?id=(\d+)", "post", r"https://twitter.com/i/status/\1"),
    ("player.bilibili.com", r"/player\.html\?(?:.*&)?bvid=(\w+)", "video", r"https://www.bilibili.com/video/\1"),
    ("player.twitch.tv", r"/\?(?:.*&)?channel=(\w+)", "video", r"https://www.twitch.tv/\1"),
    ("player.twitch.tv", r"/\?(?:.*&)?video=v?(\d+)", "video", r"https://www.twitch.tv/videos/\1"),
    ("player.vimeo.com", r"/video/(\d+)\?(?:.*&)?h=(\w+)", "video", r"https://vimeo.com/\1/\2"),
    ("player.vimeo.com", r"/video/(\d+)", "video", r"https://vimeo.com/\1"),
    ("players.brightcove.net", r"/\d+/", "video", _AS_IT_IS),
    ("podbean.com", r"/", "sound", _AS_IT_IS),
    ("reddit.com", r"/(r/\w+/comments/\w+)", "post", r"https://www.reddit.com/\1/"),
    ("redditmedia.com", r"/(r/\w+/comments/\w+)", "post", r"https://www.reddit.com/\1/"),
    ("rumble.com", r"/embed/", "video", _AS_IT_IS),
    ("rutube.ru", r"/play/embed/(\w+)", "video", r"https://rutube.ru/video/\1/"),
    ("scribd.com", r"/embeds/(\d+)", "document", r"https://www.scribd.com/document/\1"),
    ("simplecast.com", r"/", "sound", _AS_IT_IS),
    ("slideshare.net", r"/slideshow/embed_code/", "document", _AS_IT_IS),
    ("spreaker.com", r"/player", "sound", _AS_IT_IS),
    ("streamable.com", r"/(?:[eos]/)?(\w+)", "video", r"https://streamable.com/\1"),
    ("t.me", r"/(\w+/\d+)", "post", r"https://t.me/\1"),
    ("threads.net", r"/(@[\w.]+/post/[\w-]+)", "post", r"https://www.threads.net/\1"),
    ("tiktok.com", r"/(@[\w.-]+/video/\d+)", "video", r"https://www.tiktok.com/\1"),
    ("tiktok.com", r"/(?:embed|player)/(?:v\d/)?(\d+)", "video", r"https://www.tiktok.com/embed/v2/\1"),
    ("transistor.fm", r"/", "sound", _AS_IT_IS),
    ("twitter.com", r"/(\w+/status)(?:es)?/(\d+)", "post", r"https://twitter.com/\1/\2"),
    ("videopress.com", r"/(?:embed|v)/(\w+)", "video", r"https://videopress.com/v/\1"),
    ("vk.com", r"/video_ext\.php", "video", _AS_IT_IS),
    ("w.soundcloud.com", r"/player/?\?(?:.*&)?url=(https?:?[/%3A2F]+soundcloud\.com[^&]+)", "sound", _IN_THE_QUERY),
    ("w.soundcloud.com", r"/player", "sound", _AS_IT_IS),  # of a track that it knows by number alone
    ("x.com", r"/(\w+/status)(?:es)?/(\d+)", "post", r"https://x.com/\1/\2"),
    ("youtube-nocookie.com", r"/embed/videoseries\?(?:.*&)?list=([\w-]+)", "video", r"https://www.youtube.com/playlist?list=\1"),
    ("youtube-nocookie.com", r"/(?:embed|v)/([\w-]{6,})", "video", r"https://www.youtube.com/watch?v=\1"),
    ("youtube.com", r"/embed/?(?:videoseries)?\?(?:.*&)?list=([\w-]+)", "video", r"https://www.youtube.com/playlist?list=\1"),
    ("youtube.com", r"/(?:embed|live|shorts|v)/([\w-]{6,})", "video", r"https://www.youtube.com/watch?v=\1"),
    ("youtube.com", r"/watch\?(?:.*&)?v=([\w-]{6,})", "video", r"https://www.youtube.com/watch?v=\1"),
    ("youtu.be", r"/([\w-]{6,})", "video", r"https://www.youtube.com/watch?v=\1"),
)  # fmt: skip

# Mastodon and its like answer under any host, always in this form.
_FEDIVERSE = re.compile(r"(https?://[^/]+/@[\w.@-]+/\d+)/embed")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(?=https?://)")
_COUNTRY = re.compile(r"(^|\.)google\.(?:com?\.)?[a-z]{2,3}$")


@dataclass(frozen=True, slots=True)
class _Row:
    begins: re.Pattern[str]
    kind: str
    seen_at: str


@dataclass(frozen=True, slots=True)
class RecognisedEmbed:
    """What a player plays: one of `KINDS`, and the canonical address where it can be seen."""

    kind: str
    url: str


_BY_HOST: dict[str, list[_Row]] = {}
for _host, _begins, _kind, _seen_at in _ROWS:
    _BY_HOST.setdefault(_host, []).append(_Row(re.compile(_begins), _kind, _seen_at))


def recognised(url: str) -> RecognisedEmbed | None:
    """Return what the player at the canonical address `url` plays, or None where we do not know the service."""
    url = _ARCHIVED.sub("", url)
    post = _FEDIVERSE.match(url)
    if post:
        return RecognisedEmbed("post", post[1])
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for row in _rows_of(host_of(url)):
        found = row.begins.match(target)
        if found:
            return _seen(row, found, url)
    return None


def is_service(url: str) -> bool:
    """Say whether the table has rows for the host of `url`; what they do not tell of it are buttons and the like."""
    return bool(_rows_of(host_of(url)))


def _rows_of(host: str) -> list[_Row]:
    """Return the rows of a host, or of the nearest domain above it that has some."""
    host = _COUNTRY.sub(r"\1google.*", host)
    labels = host.split(".")
    return next((rows for start in range(len(labels)) if (rows := _BY_HOST.get(".".join(labels[start:])))), [])


def _seen(row: _Row, found: re.Match[str], url: str) -> RecognisedEmbed | None:
    if row.seen_at == _AS_IT_IS:
        return RecognisedEmbed(row.kind, url)
    address = unquote(found[1]) if row.seen_at == _IN_THE_QUERY else found.expand(row.seen_at)
    try:
        return RecognisedEmbed(row.kind, canonical(address))
    except BadAddress:
        return None
