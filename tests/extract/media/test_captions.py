import pytest
from lxml.html import HtmlElement

from app.extract.media.captions import caption_of_link, has_caption, said_on_hover, spaced_text, take_caption
from app.extract.parse import parse


def _picture(markup: str) -> HtmlElement:
    image = parse(f"<body><article>{markup}<p>Text of the article.</p></article></body>").find(".//img")
    assert image is not None
    return image


def _rest(image: HtmlElement) -> str:
    return " ".join(image.getroottree().getroot().text_content().split())


@pytest.mark.parametrize(
    "markup",
    [
        '<figure><img src="a.jpg"><figcaption>The old quay</figcaption></figure>',
        '<div><figure><img src="a.jpg"></figure><div class="media-credit">The old quay</div></div>',
        '<div><figure> <picture><img src="a.jpg"></picture> </figure><p class="caption">The old quay</p></div>',
        '<div><img src="a.jpg"><p class="wp-caption-text">The old quay</p></div>',
        '<div><div><picture><source srcset="a.webp"><img src="a.jpg"></picture></div><small class="legend">The old quay</small></div>',
        '<div><span><noscript><img src="a.jpg"></noscript></span><p class="Bildunterschrift">The old quay</p></div>',
        '<div class="image"><img src="a.jpg"><p>The old quay</p></div>',
        '<div class="story photo"><a href="big.jpg"><img src="a.jpg"></a><span>The old quay</span></div>',
        '<div class="imagen-centro"><img src="a.jpg"><div>The old quay</div></div>',
        '<img src="a.jpg"><div class="caption">The old quay</div>',
        '<div><picture><img src="a.jpg"></picture></div> <p class="wp-caption-text">The old quay</p>',
        '<figure><img src="a.jpg"></figure><p class="legend">The old quay</p><img src="b.jpg">',
        '<figure><img src="a.jpg"><figcaption>The old quay <button>Enlarge image</button></figcaption></figure>',
        '<figure><img src="a.jpg"><figcaption>The old quay <b>hide caption</b></figcaption><span class="toggle-caption">toggle caption</span></figure>',
    ],
)
def test_the_words_under_a_picture_leave_the_text(markup: str) -> None:
    image = _picture(markup)
    assert take_caption(image) == "The old quay"
    assert _rest(image) == "Text of the article."


@pytest.mark.parametrize(
    "markup",
    [
        '<div><img src="a.jpg"><p>The old quay</p></div>',
        '<div class="image-list"><img src="a.jpg"><p>The old quay is open.</p><p>It was closed for a year.</p></div>',
        '<div class="image"><h2>The old quay</h2><img src="a.jpg"><p>It is open again.</p></div>',
        '<div class="photo"><img src="a.jpg"><ul><li>The old quay</li></ul></div>',
        '<div class="bild"><img src="a.jpg">Loose words <span>The old quay</span></div>',
        '<div class="image"><img src="a.jpg"><p>' + "The old quay is open again. " * 12 + "</p></div>",
        '<div class="imagery"><img src="a.jpg"><p>The old quay</p></div>',
        '<img src="a.jpg">It stood here. <p class="caption">Of another</p>',
        '<img src="a.jpg"><div class="caption"><img src="b.jpg">Of another</div>',
        '<p><img src="a.jpg"></p><p>The old quay</p>',
        '<div><figure><img src="a.jpg"></figure></div><div class="gallery"><p class="caption">Of another</p><img src="b.jpg"></div>',
    ],
)
def test_words_beside_a_picture_that_are_no_caption_stay(markup: str) -> None:
    image = _picture(markup)
    before = _rest(image)
    assert take_caption(image) == ""
    assert _rest(image) == before


def test_a_figure_that_holds_a_listing_keeps_its_words() -> None:
    image = _picture('<figure><img src="a.jpg"><pre>x = 1</pre><figcaption>Listing 1</figcaption></figure>')
    assert take_caption(image) == ""


def test_the_names_of_a_gallery_are_not_taken_from_afar() -> None:
    image = _picture(
        '<div class="item"><div class="thumb"><div><a href="/quay"><img src="a.jpg"></a></div></div>'
        '<div class="lightbox-caption">Quay</div></div>'
    )
    assert take_caption(image) == ""


def test_a_caption_may_stand_at_the_link_to_the_large_file() -> None:
    assert (
        caption_of_link(_picture('<a data-caption="The &lt;b&gt;quay&lt;/b&gt;"><img src="a.jpg"></a>')) == "The quay"
    )
    assert caption_of_link(_picture('<a href="/"><img src="a.jpg"></a>')) == ""
    assert caption_of_link(_picture('<img src="a.jpg" data-caption="The quay">')) == "The quay"
    own = '<a data-title="Of the link"><img src="a.jpg" data-image-caption="&lt;p&gt;The quay&lt;/p&gt;"></a>'
    assert caption_of_link(_picture(own)) == "The quay"


@pytest.mark.parametrize(
    "said",
    [
        "The old quay at night. Ann Keeper <b>hide caption</b> <b>toggle caption</b> Ann Keeper",
        "<span>View image in fullscreen</span> The old quay at night. Ann Keeper",
        "<button>Show caption</button> The old quay at night. <span>Ann Keeper</span>",
    ],
)
def test_what_buttons_say_and_a_credit_said_twice_are_no_caption(said: str) -> None:
    image = _picture(f'<figure><img src="a.jpg"><figcaption>{said}</figcaption></figure>')
    assert take_caption(image) == "The old quay at night. Ann Keeper"


def test_a_sign_is_no_caption() -> None:
    assert has_caption(_picture('<figure><img src="a.jpg"><figcaption>The old quay</figcaption></figure>'))
    assert not has_caption(_picture('<figure><img src="a.jpg"><figcaption>+</figcaption></figure>'))
    assert not has_caption(_picture('<img src="a.jpg">'))


def test_parts_that_a_style_sheet_sets_apart_are_apart() -> None:
    body = parse(
        "<body><p><span>The tower.</span><span>Photo: J. Finch</span></p><p>CO<sub>2</sub>, <b>X</b></p></body>"
    )
    assert [spaced_text(each) for each in body.iter("p")] == ["The tower. Photo: J. Finch", "CO2, X"]


@pytest.mark.parametrize("name", ["data-title", "data-sub-html", "data-pswp-caption"])
def test_scripts_that_enlarge_a_picture_say_what_it_shows(name: str) -> None:
    assert (
        caption_of_link(_picture(f'<a href="big.jpg" {name}="The old &lt;i&gt;quay&lt;/i&gt;"><img src="a.jpg"></a>'))
        == "The old quay"
    )


def test_the_sentence_under_the_mouse_is_a_caption() -> None:
    joke = "The captain insists that the bay goes around the ferry."
    assert said_on_hover(_picture(f'<img src="a.jpg" alt="Ferry" title="{joke}">')) == joke


@pytest.mark.parametrize(
    "names",
    [
        'title="The old quay in March"',
        'title="Sold out."',
        'title="Click here to see the whole picture."',
        'title="The old quay burnt in March." alt="The old quay burnt in March"',
        "",
    ],
)
def test_names_and_buttons_under_the_mouse_are_none(names: str) -> None:
    assert said_on_hover(_picture(f'<img src="a.jpg" {names}>')) == ""


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="caption"><p>The old quay <b class="credit">Ada Brightwater</b></p></div><span class="credit">Ada Brightwater</span>',
        '<div class="caption-box"><div class="caption"><p>The old quay <b>Ada Brightwater</b></p></div><span class="credit">Ada Brightwater</span></div>',
        '<figcaption>The old quay Ada Brightwater</figcaption><div class="media-credit">Ada Brightwater</div>',
        "<figcaption>The old quay <i>Ada Brightwater</i><b>Ada Brightwater</b></figcaption>",
    ],
)
def test_a_credit_that_is_said_twice_is_told_once(markup: str) -> None:
    image = _picture(f'<figure><img src="a.jpg">{markup}</figure>')
    assert take_caption(image) == "The old quay Ada Brightwater"
