"""Galleries of which a script draws the pictures have them."""

import html
import json

import pytest

from app.extract.media.scripted_galleries import put_gallery_images
from app.extract.parse import parse

BASE = "http://x.example/story"
PIERS = [{"src": "/east.jpg", "caption": "The <b>east</b> pier"}, {"src": "/west.jpg?w=9", "caption": ""}]


def pictures(markup: str, head: str = "") -> list[tuple[str, str]]:
    root = parse(f"<html><head>{head}</head><body>{markup}</body></html>")
    put_gallery_images(root, BASE)
    figures = [(each.find(".//img"), each.findtext("figcaption") or "") for each in root.iter("figure")]
    return [
        ((image.get("src") or "").removeprefix("http://x.example"), said)
        for image, said in figures
        if image is not None
    ]


def box(value: object, names: str = 'class="photo-gallery"', inside: str = "") -> str:
    return f'<div {names} data-slides="{html.escape(json.dumps(value))}">{inside}</div>'


@pytest.mark.parametrize(
    "value",
    [
        PIERS,
        {"options": {"loop": True}, "items": PIERS},
        [{"image": {"large": each["src"], "thumb": "/t.jpg"}, "description": each["caption"]} for each in PIERS],
        [{"href": each["src"], "title": each["caption"]} for each in PIERS],
    ],
)
@pytest.mark.parametrize("names", ['class="photo-gallery"', 'id="slideshow"', 'class="js-fotogalerie wide"'])
def test_pictures_of_a_list_in_an_attribute_stand_in_its_box(value: object, names: str) -> None:
    assert pictures(box(value, names)) == [("/east.jpg", "The east pier"), ("/west.jpg?w=9", "")]


def test_elements_of_scripts_have_their_pictures() -> None:
    value = html.escape(json.dumps(PIERS))
    assert pictures(f'<image-gallery images="{value}"></image-gallery>')[0] == ("/east.jpg", "The east pier")


def test_the_picture_that_is_drawn_stands_once() -> None:
    inside = '<figure><img src="/east-300x200.jpg"><figcaption>East</figcaption></figure>'
    assert pictures(box(PIERS, inside=inside)) == [("/east-300x200.jpg", "East"), ("/west.jpg?w=9", "")]


@pytest.mark.parametrize(
    "markup",
    [
        box([{**each, "link": "/news/pier.html"} for each in PIERS]),
        box([{**each, "url": "https://shop.example/pier"} for each in PIERS]),
        box(PIERS, 'class="product-options"'),
        box(PIERS[:1]),
        box([*PIERS, {"name": "no picture"}]),
        box([{"src": "http://[/a.jpg"}, {"src": "http://[/b.jpg"}]),
        '<div class="gallery" data-slides="[{&quot;src&quot;: /a.jpg /b.jpg"></div>',
    ],
)
def test_teasers_goods_and_what_is_no_list_of_pictures_are_left_alone(markup: str) -> None:
    assert pictures(markup) == []


DESCRIBED = {
    "@type": "ImageGallery",
    "image": [{"@type": "ImageObject", "contentUrl": each["src"], "caption": each["caption"]} for each in PIERS],
}


@pytest.mark.parametrize("document", [DESCRIBED, [DESCRIBED], {"@graph": [{"@type": "WebPage"}, DESCRIBED]}])
def test_an_empty_gallery_has_the_pictures_that_the_page_is_said_to_have(document: object) -> None:
    head = f'<script type="application/ld+json">{json.dumps(document)}</script>'
    assert len(pictures('<div id="gallery-root"></div><div class="gallery"></div>', head)) == 2
    assert pictures('<div class="gallery">Closed</div>', head) == []
    assert pictures('<div id="root"></div>', head) == []
