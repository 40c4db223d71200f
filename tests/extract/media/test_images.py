import base64

import pytest

from app.extract.media.identity import identity
from app.extract.media.images import lead_image, mark_images
from app.extract.media.srcset import pixels_of, srcset_candidates
from app.extract.parse import parse
from app.models import ArticleImage, Run

BASE = "http://gazette.example/story"
PHOTO = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(5000)


def images(body: str) -> list[ArticleImage]:
    return [each.image for each in mark_images(parse(f"<body><article>{body}</article></body>"), BASE)]


def names(body: str) -> list[str]:
    return [picture.url.removeprefix("http://gazette.example/") for picture in images(body)]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ('<img src="s.jpg" srcset="s.jpg 320w, m.jpg 640w, l.jpg 1280w, xl.jpg 2560w">', "l.jpg"),
        ('<img src="s.jpg" srcset="s.jpg 160w, m.jpg 320w">', "m.jpg"),
        ('<img src="s.jpg" srcset="s.jpg, l.jpg 2x">', "s.jpg"),
        ('<img width="240" src="s.jpg" srcset="s.jpg 1x, m.jpg 2x, l.jpg 5x">', "l.jpg"),
        ('<img src="s.jpg" srcset="/w_320,h_200/x.jpg 320w,/w_640,h_400/x.jpg 640w">', "w_640,h_400/x.jpg"),
        ('<img src="placeholder.png" data-src="real.jpg">', "real.jpg"),
        ('<img src="data:image/gif;base64,R0lGOD" data-original="real.jpg">', "real.jpg"),
        ('<img src="/img/blank.gif" data-lazy-srcset="s.jpg 200w, m.jpg 500w">', "m.jpg"),
        ('<img data-some-loader="big.webp" src="spacer.gif">', "big.webp"),
        ('<img src="blank.gif" data-src-small="s.jpg" data-src-medium="m.jpg">', "m.jpg"),
        ('<img src="blank.gif" data-mobile="s.jpg" data-desktop="l.jpg">', "l.jpg"),
        ('<amp-img src="a.jpg"></amp-img>', "a.jpg"),
        (
            '<picture><source type="image/avif" srcset="a.avif 1200w"><source type="image/svg+xml" srcset="v.svg 600w">'
            '<source srcset="b.webp 900w"><img src="c.jpg"></picture>',
            "a.avif",
        ),
    ],
)
def test_the_file_nearest_above_the_screen_is_found_wherever_it_is_named(tag: str, name: str) -> None:
    assert names(tag) == [name]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<img data-srcset="s.jpg, m.jpg 320w, l.jpg 1200w">', "l.jpg"),
        ('<img srcset="a.jpg, b.jpg 300w, c.jpg 600w">', "c.jpg"),
        ('<img data-src="q_{width}x.jpg" data-widths="[180, 360, 720]" src="q_10x.jpg">', "q_720x.jpg"),
        ('<img data-src="q_{width}x.jpg" data-widths="[360, 1080, 1600]">', "q_1080x.jpg"),
        ('<img data-src="q.jpg?w=%7Bwidth%7D" src="blank.gif">', "q.jpg?w=1024"),
        ('<img src="__WIDTH__/q.jpg">', "1024/q.jpg"),
        ('<img data-src="q_{width}x{crop}.jpg" src="q_300.jpg">', "q_300.jpg"),
        ('<img data-src="q_{width}x.jpg"><noscript><img src="whole.jpg"></noscript>', "whole.jpg"),
        ('<img src="q_10x.jpg"><noscript><img src="whole.jpg"></noscript>', "whole.jpg"),
        ('<img data-src="real.jpg"><noscript><img src="s.jpg" srcset="s.jpg 200w, l.jpg 900w"></noscript>', "l.jpg"),
        (
            '<img src="real.jpg"><noscript><img src="https://t.example/tracking" width="1" height="1"></noscript>',
            "real.jpg",
        ),
        ('<a href="whole.jpg"><img src="small.jpg" width="200" height="150"></a>', "whole.jpg"),
        ('<img src="chart.svg" width="400" height="200">', "chart.svg"),
        ('<figure><img src="a.jpg"><img src="zoom.svg"><figcaption>Fares since 1923</figcaption></figure>', "a.jpg"),
        ('<p><img src="chart.svg" alt="Fares since 1923"></p>', "chart.svg"),
        ('<figure><img src="chart.svg"><figcaption>Fares since 1923</figcaption></figure>', "chart.svg"),
        ('<div role="img" style="background-image:url(back.jpg)"></div>', "back.jpg"),
        ('<picture><source srcset="s.jpg 300w, l.jpg 1100w"></picture>', "l.jpg"),
        ('<object data="chart.svg" type="image/svg+xml" width="400" height="200"></object>', "chart.svg"),
        ('<img src="nav.gif" usemap="#m"><map name="m"><area href="x.html" alt="X"></map>', "nav.gif"),
    ],
)
def test_a_picture_is_found_however_it_is_written(tag: str, name: str) -> None:
    assert names(tag) == [name]


def test_pictures_that_lead_to_pages_of_their_own_are_kept_in_rows() -> None:
    row = "".join(
        f'<div class="item"><a href="/gallery/{n}"><img src="view{n}.jpg"></a><p>View {n}</p></div>' for n in range(5)
    )
    assert names(row) == [f"view{n}.jpg" for n in range(5)]
    stories = row.replace("<p>View", "<h3>A story about view").replace("</p>", "</h3>")
    assert names(stories) == []


def test_a_drawing_that_is_all_of_the_head_of_a_column_is_said() -> None:
    head = '<th><img src="/a.svg" alt="Red boat" width="80" height="40"></th><th>Boat<img src="/b.svg" alt="icon"></th>'
    root = parse(f"<body><table><tr>{head}</tr><tr><td><img src='/c.svg' alt='x' width='9'></td></tr></table></body>")
    assert (mark_images(root, BASE), root.text_content()) == ([], "Red boatBoat")


def test_a_file_in_the_page_is_a_picture_where_the_page_has_an_address() -> None:
    photo = f"data:image/jpeg;base64,{base64.b64encode(PHOTO).decode()}"
    body = f'<body><article><img src="{photo}" width="800"><svg width="300" height="200"><path d="M0 0"/></svg></article></body>'
    found = mark_images(parse(body), BASE, BASE)
    assert [each.image.url.partition("-")[0] for each in found] == [f"{BASE}#picture"] * 2
    assert found[0].body == PHOTO
    assert b"<svg" in found[1].body
    assert mark_images(parse(body), BASE) == []


def test_the_links_of_an_image_map_come_with_its_picture() -> None:
    page = '<body><img src="nav.gif" usemap="#m"><map name="m"><area href="x.html" alt="X"></map></body>'
    assert mark_images(parse(page), BASE)[0].areas == (Run("X", href="http://gazette.example/x.html"),)


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="pixel.gif" width="1" height="1">',
        '<img src="face.jpg" width="48" height="48">',
        '<img src="/icons/share-icon.png">',
        '<img src="site-logo.png">',
        '<img src="/c.gif">',
        '<img src="https://vg01.met.vgwort.de/na/0123">',
        '<button><img src="zoom.svg" alt="Zoom in and out"></button>',
        '<img src="zoom.svg" alt="Zoom in and out" width="32">',
        '<img src="arrow.svg" alt="Arrow">',
        '<figure><svg><path d="M0 0"/><animateTransform/></svg></figure>',
        '<img class="avatar" src="ada.jpg">',
        '<img src="drawing.svg">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="https://www.gravatar.com/x/abcdefgh.jpg">',
        '<img alt="nothing">',
        '<div class="related-stories"><img src="teaser.jpg"></div>',
        '<div class="author"><img src="ada.jpg"></div>',
        '<footer><img src="partner.jpg"></footer>',
        '<a href="/another-story"><img src="teaser.jpg"></a>',
        '<noscript><img src="https://track.example.net/tracking?id=1" width="1" height="1"></noscript>',
    ],
)
def test_what_is_no_picture_of_the_article_is_left_out(tag: str) -> None:
    root = parse(f"<body><article><p>Some text</p>{tag}</article></body>")
    assert mark_images(root, BASE) == []
    assert root.find(".//img") is None


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="view.jpg" width="16" height="9">',
        '<a href="/files/view-large.jpg"><img src="view.jpg"></a>',
        '<a href="https://elsewhere.example/"><img src="view.jpg"></a>',
        '<div class="gallery-thumbnail"><a href="/files/view-large.jpg"><img src="view.jpg" width="240"></a></div>',
        '<figure><img src="new-logo.jpg"><figcaption>The new logo of the company</figcaption></figure>',
        '<button><img src="view.jpg"></button>',
        '<img class="img-share" src="view.jpg" width="634" height="459">',
    ],
)
def test_what_only_looks_like_junk_is_kept(tag: str) -> None:
    assert len(images(tag)) == 1


def test_a_caption_goes_with_its_picture_and_leaves_the_text() -> None:
    root = parse(
        "<body><article><figure><img src='a.jpg' alt='A tower'><figcaption><span>The tower.</span><span>Photo: J. Finch</span>"
        "</figcaption></figure><div><img src='b.jpg'><p class='wp-caption-text'>The crew</p></div><p>Text</p></article></body>"
    )
    found = [each.image for each in mark_images(root, BASE)]
    assert [(each.caption, each.alt) for each in found] == [("The tower. Photo: J. Finch", "A tower"), ("The crew", "")]
    assert root.text_content().split() == ["Text"]


def test_galleries_of_wordpress_have_their_pictures_and_captions_in_lists_of_definitions() -> None:
    item = (
        '<dl class="gallery-item"><dt class="gallery-icon"><a href="/quay/#/"><img width="150" height="150" src="/s-#.jpg"'
        ' class="attachment-thumbnail" data-orig-file="/#.jpg"></a></dt><dd class="wp-caption-text">View #</dd></dl>'
    )
    items = "".join(item.replace("#", str(number)) for number in range(3))
    found = images(f'<div class="gallery gallery-columns-3 gallery-size-thumbnail">{items}</div>')
    assert [(each.url.rpartition("/")[2], each.caption) for each in found] == [
        ("0.jpg", "View 0"),
        ("1.jpg", "View 1"),
        ("2.jpg", "View 2"),
    ]


def test_a_figure_of_code_keeps_its_words() -> None:
    root = parse("<body><figure><img src='a.jpg'><pre>x = 1</pre><figcaption>Listing 1</figcaption></figure></body>")
    mark_images(root, BASE)
    assert "x = 1" in root.text_content()


def test_the_twin_in_a_noscript_is_the_same_picture() -> None:
    root = parse(
        "<body><article><img data-src='view.jpg'><noscript><img src='view.jpg?w=1200'></noscript></article></body>"
    )
    found = mark_images(root, BASE)
    assert len({identity(each.image.url) for each in found}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.example/a/picture-800x600.jpg", "http://cdn.example/b/picture-1200x900.jpg"),
        ("http://x.example/w_800/long-name.jpg", "http://x.example/w_400/long-name.webp"),
        ("http://x.example/1.jpg?w=100", "http://x.example/1.jpg?w=200"),
        ("http://x.example/long_name_large.jpg", "http://x.example/long_name.jpg"),
        ("http://x.example/long_name-640x480_large-scaled.jpg", "http://x.example/long_name.jpg"),
    ],
)
def test_one_picture_in_two_sizes_is_one(one: str, other: str) -> None:
    assert identity(one).is_same(identity(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.example/a/1.jpg", "http://x.example/b/1.jpg"),
        ("http://x.example/image?id=1", "http://x.example/image?id=2"),
        ("http://x.example/the-tower.jpg", "http://x.example/the-crew.jpg"),
        ("http://x.example/the-large_tower.jpg", "http://x.example/the_tower.jpg"),
    ],
)
def test_two_pictures_are_two(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_the_picture_named_in_the_head_is_taken_unless_it_is_the_sites_own() -> None:
    assert lead_image("/p/tower.jpg", BASE) == ArticleImage("http://gazette.example/p/tower.jpg")
    for generic in ("", "/logo.png", "/img/default-share.jpg", "javascript:1", "/og-image.png"):
        assert lead_image(generic, BASE) is None


@pytest.mark.parametrize(
    ("srcset", "pixels"),
    [
        ("/a.jpg " + "9" * 400 + "x", 1024),
        ("/a.jpg " + "9" * 400 + "w", 1024),
        ("/a.jpg 1e400x", 1024),
        ("/a.jpg 1e-400x", 0),
        ("/a.jpg nanx", 1024),
        ("/a.jpg 2x", 2048),
        ("/a.jpg 1.5x", 1536),
        ("/a.jpg 640w 480h", 640),
        ("/a.jpg 640.9w", 640),
        ("/a.jpg -2x", 1024),
        ("/a.jpg 1000000w", 1024),
    ],
)
def test_a_descriptor_out_of_its_range_is_none(srcset: str, pixels: int) -> None:
    assert list(srcset_candidates(srcset)) == [("/a.jpg", pixels)]


@pytest.mark.parametrize(
    ("value", "pixels"),
    [("640", 640), ("640px", 640), (" 640.5 ", 640), ("50%", 0), ("9" * 5000, 0), ("-5", 0), ("auto", 0), (None, 0)],
)
def test_a_side_is_a_number_of_pixels_within_reason(value: str | None, pixels: int) -> None:
    assert pixels_of(value) == pixels


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="a.jpg" width="0" height="0">',
        '<img src="a.jpg" style="display:none">',
        '<img src="a.jpg" style="border:0; width:1px; height:1px">',
    ],
)
def test_what_is_fetched_and_not_seen_is_no_picture(tag: str) -> None:
    assert names(f"<p>Words</p>{tag}") == []
    assert names(tag.replace('src="a', 'data-src="b.jpg" src="a').replace('"0"', '""')) == ["b.jpg"]


def test_a_picture_alone_in_a_hidden_box_is_none_and_a_slide_that_waits_is_one() -> None:
    assert names('<p>Words</p><div style="display: none"><img src="a.jpg"></div><p>Words</p>') == []
    assert names('<div><img src="a.jpg"></div><div style="display:none"><img src="b.jpg"></div>') == ["a.jpg", "b.jpg"]
    assert names('<p>Words</p><div style="height:0;padding-bottom:66%"><img src="b.jpg"></div>') == ["b.jpg"]
    assert names('<p>Words</p><div style="display:none"><img src="b.jpg"><p>At the quay</p></div>') == ["b.jpg"]


@pytest.mark.parametrize(
    "alt",
    ["IMG_2034.JPG", "dsc00123", "screenshot 2024-05-01", "quay-at-noon_final (1).png", "undefined", "null", "<p></p>"],
)
def test_the_name_of_a_file_says_nothing_of_a_picture(alt: str) -> None:
    assert images(f'<img src="a.jpg" alt="{alt}" title="The quay">')[0].alt == "The quay"


@pytest.mark.parametrize("name", ["data-caption", "data-description", "data-elementor-lightbox-title"])
def test_a_caption_may_stand_at_the_link_to_the_large_file(name: str) -> None:
    markup = f'<a href="big.jpg" {name}="The &lt;b&gt;quay&lt;/b&gt;"><img src="a.jpg"></a>'
    assert images(markup)[0].caption == "The quay"


@pytest.mark.parametrize("said", ["To use this program, please enable JavaScript.", "Bitte JavaScript aktivieren!"])
def test_a_noscript_that_asks_for_scripts_shows_neither_its_logo_nor_its_words(said: str) -> None:
    root = parse(f"<body><div><noscript><img src='lamp.png' alt='Quay'><p>{said}</p></noscript>text</div></body>")
    assert (mark_images(root, BASE), root.text_content()) == ([], "text")


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("&lt;p&gt;A &lt;b&gt;fine&lt;/b&gt; ship&lt;/p&gt;", "A fine ship"),
        ("&lt;i&gt;Keeper&lt;/i&gt; &amp;amp; dog", "Keeper & dog"),
        ("3 &lt; 4 and 5 &gt; 4", "3 < 4 and 5 > 4"),
        ("30 years of &lt;br&gt; tags", "30 years of <br> tags"),
    ],
)
def test_markup_in_the_words_of_a_picture_is_none_of_them(alt: str, said: str) -> None:
    assert images(f'<img src="a.jpg" alt="{alt}">')[0].alt == said


def test_a_name_of_one_letter_is_that_of_a_counter_unless_the_picture_has_a_size() -> None:
    assert names("<p>Words</p><img src='b.gif'><img src='c.gif' width=300 height=200>") == ["c.gif"]
