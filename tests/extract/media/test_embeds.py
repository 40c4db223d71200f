import pytest

from app.errors import NoText
from app.extract.media.embed_providers import KINDS, is_service, recognised
from app.models import Article, Block, Blocks, Embed, Figure, ItemList, Paragraph, Quote, text_of
from tests.extract.reading import extract_article

URL = "http://gazette.example/2024/03/27/lighthouse"
BEFORE = "The keeper carried the lamp down the stairs, slowly, and counted every one of them aloud."
AFTER = "Nobody in the harbour slept that night, so the bakery opened early, to everyone's relief."


def prose(start: int, count: int) -> str:
    return "".join(
        f"<p>Paragraph {n} of a text that is long enough, with commas, to be taken for the article itself.</p>"
        for n in range(start, start + count)
    )


def article(embed: str, around: str = "{}") -> Article:
    """Return the article with `embed` between two known paragraphs, `around` it all."""
    text = f"{prose(0, 3)}<p>{BEFORE}</p>{embed}<p>{AFTER}</p>{prose(3, 3)}"
    return extract_article(
        f"<html><head><title>The tower moves</title></head><body><article><h1>The tower moves</h1>{around.format(text)}"
        "</article></body></html>",
        URL,
    )


def every(blocks: Blocks) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Quote):
            found += every(block.blocks)
        elif isinstance(block, ItemList):
            found += [each for item in block.items for each in every(item)]
    return found


def embeds(found: Article) -> list[Embed]:
    return [block for block in every(found.blocks) if isinstance(block, Embed)]


def seen(embed: str) -> list[tuple[str, str]]:
    return [(each.kind, each.url) for each in embeds(article(embed))]


WATCH = "https://www.youtube.com/watch?v=a1B2c3D4e5F"


@pytest.mark.parametrize(
    ("embed", "kind", "url"),
    [
        ('<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F?rel=0"></iframe>', "video", WATCH),
        ('<iframe src="//www.youtube-nocookie.com/embed/a1B2c3D4e5F"></iframe>', "video", WATCH),
        ('<iframe src="about:blank" data-src="https://www.youtube.com/embed/a1B2c3D4e5F"></iframe>', "video", WATCH),
        ('<iframe data-lazy-src="https://www.youtube.com/embed/a1B2c3D4e5F"></iframe>', "video", WATCH),
        ('<iframe src="https://www.youtube.com/embed/videoseries?list=PL12"></iframe>', "video", "https://www.youtube.com/playlist?list=PL12"),
        ('<object width="425" height="344"><param name="movie" value="http://www.youtube.com/v/a1B2c3D4e5F&hl=en"></param><embed src="http://www.youtube.com/v/a1B2c3D4e5F&hl=en"></embed></object>', "video", WATCH),
        ('<lite-youtube videoid="a1B2c3D4e5F"></lite-youtube>', "video", WATCH),
        ('<div class="player" data-youtube-id="a1B2c3D4e5F"></div>', "video", WATCH),
        ('<amp-youtube data-videoid="a1B2c3D4e5F" width="480" height="270"></amp-youtube>', "video", WATCH),
        ('<iframe src="https://web.archive.org/web/2013id_/https://www.youtube.com/embed/a1B2c3D4e5F"></iframe>', "video", WATCH),
        ('<iframe src="https://player.vimeo.com/video/12345?byline=0"></iframe>', "video", "https://vimeo.com/12345"),
        ('<iframe src="https://player.vimeo.com/video/12345?h=ab12&byline=0"></iframe>', "video", "https://vimeo.com/12345/ab12"),
        ('<iframe src="https://www.dailymotion.com/embed/video/x7k2"></iframe>', "video", "https://www.dailymotion.com/video/x7k2"),
        ('<iframe src="https://geo.dailymotion.com/player/x1.html?video=x7k2"></iframe>', "video", "https://www.dailymotion.com/video/x7k2"),
        ('<iframe src="https://player.twitch.tv/?channel=keeper&parent=gazette.example"></iframe>', "video", "https://www.twitch.tv/keeper"),
        ('<iframe src="https://www.tiktok.com/embed/v2/7000123"></iframe>', "video", "https://www.tiktok.com/embed/v2/7000123"),
        ('<iframe src="https://www.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fvideos%2F99%2F"></iframe>', "video", "https://www.facebook.com/harbour/videos/99/"),
        ('<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fposts%2F99"></iframe>', "post", "https://www.facebook.com/harbour/posts/99"),
        ('<iframe src="https://www.instagram.com/p/CxYz/embed/captioned/"></iframe>', "post", "https://www.instagram.com/p/CxYz/"),
        ('<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567"></iframe>', "post", "https://twitter.com/i/status/1234567"),
        ('<iframe src="https://sea.example/@keeper/110012/embed"></iframe>', "post", "https://sea.example/@keeper/110012"),
        ('<amp-twitter data-tweetid="1234567"></amp-twitter>', "post", "https://twitter.com/i/status/1234567"),
        ('<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/reel/CxYz/?utm_source=ig_embed"></blockquote>', "post", "https://www.instagram.com/reel/CxYz/"),
        ('<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:ab12/app.bsky.feed.post/3kx"></blockquote>', "post", "https://bsky.app/profile/did:plc:ab12/post/3kx"),
        ('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@keeper/video/7000123"></blockquote>', "video", "https://www.tiktok.com/@keeper/video/7000123"),
        ('<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/99"></div>', "post", "https://www.facebook.com/harbour/posts/99"),
        ('<blockquote class="twitter-tweet"><a href="https://twitter.com/keeper/status/1234567?ref_src=twsrc"></a></blockquote>', "post", "https://twitter.com/keeper/status/1234567"),
        ('<iframe src="https://open.spotify.com/embed/episode/4rOo?utm_source=generator"></iframe>', "sound", "https://open.spotify.com/episode/4rOo"),
        ('<iframe height="166" src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/keeper/foghorn&color=ff5500"></iframe>', "sound", "https://soundcloud.com/keeper/foghorn"),
        ('<iframe height="166" src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/7"></iframe>', "sound", "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/7"),
        ('<iframe height="175" src="https://embed.podcasts.apple.com/us/podcast/foghorn/id12"></iframe>', "sound", "https://podcasts.apple.com/us/podcast/foghorn/id12"),
        ('<iframe src="https://www.google.com/maps/embed?pb=!1m18"></iframe>', "map", "https://www.google.com/maps/embed?pb=!1m18"),
        ('<iframe src="https://maps.google.co.uk/maps?q=harbour"></iframe>', "map", "https://maps.google.co.uk/maps?q=harbour"),
        ('<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1,2"></iframe>', "map", "https://www.openstreetmap.org/export/embed.html?bbox=1,2"),
        ('<iframe src="https://datawrapper.dwcdn.net/ab12C/1/" height="150"></iframe>', "chart", "https://datawrapper.dwcdn.net/ab12C/1/"),
        ('<iframe src="https://flo.uri.sh/visualisation/123/embed"></iframe>', "chart", "https://public.flourish.studio/visualisation/123/"),
        ('<iframe src="https://e.infogram.com/ab-12?src=embed"></iframe>', "chart", "https://e.infogram.com/ab-12?src=embed"),
        ('<video src="/v/tower.mp4" controls></video>', "video", "http://gazette.example/v/tower.mp4"),
        ('<video><source src="blob:x"><source src="/v/tower.webm"><p>Your browser is old.</p></video>', "video", "http://gazette.example/v/tower.webm"),
        ('<video-js data-account="12" data-player="default" data-video-id="77"></video-js>', "video", "https://players.brightcove.net/12/default_default/index.html?videoId=77"),
        ('<audio controls><source src="/v/horn.mp3"></audio>', "sound", "http://gazette.example/v/horn.mp3"),
        ('<amp-video src="/v/tower.mp4"></amp-video>', "video", "http://gazette.example/v/tower.mp4"),
        ('<embed src="/horn.mid" width="144" height="60">', "sound", "http://gazette.example/horn.mid"),
        ('<object data="tower.mov" type="video/quicktime"></object>', "video", "http://gazette.example/2024/03/27/tower.mov"),
        ('<iframe src="https://player.example.org/video/77" width="100%"></iframe>', "video", "https://player.example.org/video/77"),
        ('<iframe src="https://interactive.example.org/tower/" width="640" height="480"></iframe>', "page", "https://interactive.example.org/tower/"),
        ('<amp-iframe src="https://interactive.example.org/tower/" width="640" height="480"></amp-iframe>', "page", "https://interactive.example.org/tower/"),
    ],
)  # fmt: skip
def test_each_kind_of_embed_is_known_and_leads_to_where_it_can_be_seen(embed: str, kind: str, url: str) -> None:
    assert seen(f"<div>{embed}</div>") == [(kind, url)]


@pytest.mark.parametrize(
    "junk",
    [
        '<iframe src="https://ad.doubleclick.net/x" width="300" height="250"></iframe>',
        '<iframe src="https://tpc.googlesyndication.com/safeframe/1.html"></iframe>',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe>',
        '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>',
        '<iframe src="https://disqus.com/embed/comments/?base=default"></iframe>',
        '<iframe src="https://www.google.com/recaptcha/api2/anchor"></iframe>',
        '<iframe src="https://widgets.outbrain.com/x"></iframe>',
        '<iframe src="https://cdn.taboola.com/x.html"></iframe>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fgazette.example"></iframe>',
        '<iframe src="https://elsewhere.example/frame" width="150" height="60"></iframe>',
        '<iframe src="https://elsewhere.example/frame" class="ad-slot"></iframe>',
        '<iframe src="https://elsewhere.example/newsletter/form"></iframe>',
        '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F" width="1" height="1"></iframe>',
        '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F" style="display: none"></iframe>',
        '<iframe src="https://elsewhere.example/frame" style="width:0;height:0"></iframe>',
        '<iframe src="https://elsewhere.example/frame" width="0" height="0"></iframe>',
        '<aside><iframe src="https://www.youtube.com/embed/a1B2c3D4e5F"></iframe></aside>',
        '<div class="related-videos related"><video src="/v/other.mp4"></video></div>',
        '<embed src="/menu.swf">',
        '<object classid="clsid:1"></object>',
        "<video></video>",
        "<iframe></iframe>",
    ],
)
def test_ads_trackers_buttons_and_the_hidden_are_left_out(junk: str) -> None:
    assert seen(junk) == []


@pytest.mark.parametrize(
    "reference",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<b>x</b>",
        "blob:http://gazette.example/1",
        "file:///etc/passwd",
        "about:blank",
        "http://[::1",
        "http://",
        "#top",
        "https://www.facebook.com/plugins/video.php?href=javascript%3Aalert(1)",
        "https://www.facebook.com/plugins/video.php?href=%00%ff",
    ],
)
def test_only_addresses_of_the_web_are_led_to(reference: str) -> None:
    for tag in ("iframe", "video", "amp-iframe", "object", "embed"):
        name = "data" if tag == "object" else "src"
        assert seen(f'<{tag} {name}="{reference}"></{tag}>') == []
    assert seen(f'<div class="fb-post" data-href="{reference}"></div>') == []


def test_a_number_that_is_none_is_not_put_into_an_address() -> None:
    assert seen('<lite-youtube videoid="x&y=/../"></lite-youtube>') == []


def test_an_embed_keeps_its_place_between_two_paragraphs() -> None:
    blocks = article(
        '<div class="wrap"><iframe src="https://vimeo.example/embed/1" title="The lamp"></iframe></div>'
    ).blocks
    place = next(number for number, block in enumerate(blocks) if isinstance(block, Embed))
    assert (text_of(blocks[place - 1]), text_of(blocks[place + 1])) == (BEFORE, AFTER)


def test_pictures_and_embeds_stand_in_reading_order() -> None:
    found = article(
        '<img src="/p/tower.jpg"><iframe src="https://player.vimeo.com/video/1"></iframe><img src="/p/crew.jpg">'
    )
    kinds = [type(block) for block in found.blocks if not isinstance(block, Paragraph)]
    assert kinds == [Figure, Embed, Figure]
    assert [picture.url for picture in found.images] == [
        "http://gazette.example/p/tower.jpg",
        "http://gazette.example/p/crew.jpg",
    ]


def test_an_embed_beyond_the_article_is_dropped() -> None:
    text = f"<article>{prose(0, 8)}</article>"
    found = extract_article(
        f"<html><body><h1>T</h1>{text}<div><ul><li><a href=/x>Other</a></ul><video src='/v/next.mp4'></video></div></body></html>",
        URL,
    )
    assert embeds(found) == []


@pytest.mark.parametrize(
    ("embed", "title"),
    [
        ('<iframe src="https://player.vimeo.com/video/1" title="The lamp goes down"></iframe>', "The lamp goes down"),
        ('<iframe src="https://player.vimeo.com/video/1" aria-label="The  lamp"></iframe>', "The lamp"),
        ('<iframe src="https://player.vimeo.com/video/1" title="YouTube video player"></iframe>', ""),
        ('<iframe src="https://player.vimeo.com/video/1" title="Embedded content 2"></iframe>', ""),
        ('<iframe src="https://player.vimeo.com/video/1" title="https://vimeo.com/1"></iframe>', ""),
        ('<iframe src="https://open.spotify.com/embed/track/1" title="Spotify Embed: Foghorn"></iframe>', "Foghorn"),
        ('<lite-youtube videoid="a1B2c3D4e5F" playlabel="Play: The lamp"></lite-youtube>', "The lamp"),
        ('<iframe src="https://player.vimeo.com/video/1"></iframe>', ""),
    ],
)
def test_the_title_is_what_says_more_than_player(embed: str, title: str) -> None:
    assert [each.title for each in embeds(article(embed))] == [title]


def test_the_words_under_an_embed_are_its_title_and_leave_the_text() -> None:
    found = article(
        '<figure><iframe src="https://player.vimeo.com/video/1" title="vimeo"></iframe>'
        "<figcaption>The lamp on its way down, <i>at noon</i></figcaption></figure>"
    )
    assert [each.title for each in embeds(found)] == ["The lamp on its way down, at noon"]
    assert "its way down" not in " ".join(map(text_of, found.blocks))


def test_a_post_whose_words_are_shown_stays_a_quotation_alone() -> None:
    found = article(
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:ab12/app.bsky.feed.post/3kx">'
        "<p>The lamp is out, and the whole town is walking by moonlight.</p></blockquote>"
    )
    assert any(isinstance(block, Quote) and "moonlight" in text_of(block) for block in found.blocks)
    assert embeds(found) == []


def test_a_post_whose_words_are_not_shown_is_called_by_them() -> None:
    found = article(
        '<blockquote class="twitter-tweet"><p>The lamp is out, and the town walks by moonlight.</p>'
        'Keeper (@keeper) <a href="https://twitter.com/keeper/status/1234567?ref_src=twsrc">March 27</a></blockquote>'
    )
    said = "The lamp is out, and the town walks by moonlight. Keeper (@keeper) March 27"
    assert embeds(found) == [Embed("post", said, "https://twitter.com/keeper/status/1234567")]


def test_each_address_stands_once_and_twenty_at_most() -> None:
    frame = '<iframe src="https://player.vimeo.com/video/{}"></iframe>'
    assert len(seen(frame.format(1) * 3)) == 1
    assert len(seen("".join(frame.format(n) for n in range(50)))) == 20


@pytest.mark.parametrize("tag", ["iframe", "video", "object", "embed", "lite-youtube"])
def test_ten_thousand_of_them_leave_the_text_as_it_is(tag: str) -> None:
    found = article(f'<{tag} src="https://x{{}}.example/video/1" videoid="abcdefg"></{tag}>' * 10_000)
    texts = [text_of(block) for block in found.blocks if isinstance(block, Paragraph)]
    assert BEFORE in texts
    assert len(embeds(found)) <= 20


@pytest.mark.parametrize(
    "hostile",
    [
        f'<iframe src="https://x.example/{"_" * 1900}!" class="{"track_" * 20_000}!"></iframe>' * 300,
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1">x</a>' * 150 + "<i>words</i> " * 20_000,
        "<lite-youtube videoid='abcdefg'>" * 150 + "<source>" * 20_000,
        "<figure><video src=/v.mp4><figcaption>words" * 300,
    ],
)  # fmt: skip
def test_what_is_made_to_hurt_is_read_all_the_same(hostile: str) -> None:
    assert len(embeds(article(hostile))) <= 20


def test_an_article_that_is_a_video_alone_is_its_headline_and_the_video() -> None:
    found = extract_article(
        "<html><head><title>The tower moves | Gazette</title></head><body><main><h1>The tower moves</h1>"
        '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F"></iframe></main></body></html>',
        URL,
    )
    assert found.title == "The tower moves"
    assert embeds(found) == [Embed("video", "", WATCH)]


def test_a_video_without_headline_or_text_is_no_article() -> None:
    with pytest.raises(NoText):
        extract_article('<html><body><video src="/v/tower.mp4"></video></body></html>', URL)


def test_numbers_of_the_pages_own_are_not_taken_for_marks() -> None:
    found = article('<figure data-n="7"></figure><div data-n="abc">Words of their own, with a comma.</div>')
    assert found.images == ()
    assert not any(isinstance(block, Figure | Embed) for block in found.blocks)


def test_every_service_has_a_known_kind_and_a_canonical_address() -> None:
    known = recognised("https://www.youtube.com/embed/a1B2c3D4e5F")
    assert known is not None
    assert known.kind in KINDS
    assert known.url == WATCH
    assert recognised("https://elsewhere.example/embed/1") is None
    assert is_service("https://www.youtube.com/subscribe_embed")
    assert not is_service("https://notyoutube.com/embed/a1B2c3D4e5F")
