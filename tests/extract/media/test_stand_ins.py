"""What shows a picture without being an `img`."""

import base64

import pytest
from lxml import etree
from lxml.html import HtmlElement

from app.extract.media.stand_ins import MOST_DRAWINGS, put_images
from app.extract.parse import parse


def images(body: str) -> list[HtmlElement]:
    root = parse(f"<html><body>{body}</body></html>")
    put_images(root)
    return list(root.iter("img"))


@pytest.mark.parametrize(
    "box",
    [
        '<div role="img" aria-label="The ferry" style="background-image:url(/a.jpg)"></div>',
        "<div aria-label='The ferry' style=\"color: red; background: #fff url('/a.jpg') no-repeat\"><span></span></div>",
        '<a href="/x" title="The ferry" style="background-image: url( &quot;/a.jpg&quot; )"></a>',
        '<span class="hero" data-bg="/a.jpg" title="The ferry"></span>',
        '<figure data-background-image="/a.jpg" aria-label="The ferry"></figure>',
        '<a href="/a.jpg"><div data-thumbnail="/small.jpg" aria-label="The ferry"></div></a>',
        '<div data-bgset="/c.jpg [(max-width: 400px)] | /b.jpg 320w, /a.jpg 1200w" title="The ferry"></div>',
        '<div data-bgset="/c.jpg [(max-width: 400px)] | /a.jpg" title="The ferry"></div>',
        '<object data="/a.jpg" type="image/jpeg">The ferry</object>',
        '<object data="/a.jpg">The ferry</object>',
        '<div aria-label="The ferry" style="--hero: url(/a.jpg)"></div>',
        '<div title="The ferry" style="background-image: image-set(url(/b.jpg) 1x, url(\'/a.jpg\') 2x)"></div>',
        "<div title='The ferry' style=\"background-image: image-set(url(/b.jxl) type('image/jxl'), url(/a.jpg) "
        "type('image/jpeg'))\"></div>",
        '<svg aria-label="The ferry" viewbox="0 0 9 9"><rect width="9" height="9"/><image xlink:href="/a.jpg"/></svg>',
        '<progressive-image src="/a.jpg" title="The ferry"></progressive-image>',
        '<image src="/a.jpg" alt="The ferry">',
        '<div class="delayed" data-src="/a.jpg" data-alt="The ferry"></div>',
        '<span data-original="/a.jpg" data-alt="The ferry"></span>',
    ],
)
def test_backgrounds_of_empty_boxes_and_objects_are_pictures(box: str) -> None:
    found = images(f"<p>Words</p>{box}")
    assert [(each.get("src"), each.get("alt")) for each in found] == [("/a.jpg", "The ferry")]


@pytest.mark.parametrize(
    "box",
    [
        '<div style="background-image:url(/a.jpg)">Words over it</div>',
        '<div style="background-color:red"></div>',
        '<p style="background-image:url(/a.jpg)"></p>',
        '<object data="/film.mov" type="video/quicktime"></object>',
        '<embed src="/menu.swf">',
        '<svg width="24" height="24"><path d="M0 0h9"/></svg>',
        '<svg viewBox="0 0 24 24"><path d="M0 0h9"/></svg>',
        '<svg width="400" height="200"></svg>',
        '<svg width="400" height="200" aria-hidden="true"><path d="M0 0h9"/></svg>',
        '<button><svg width="400" height="200"><path d="M0 0h9"/></svg></button>',
        '<svg><path d="M0 0h9"/></svg>',
    ],
)
def test_other_boxes_and_signs_are_none(box: str) -> None:
    assert images(box) == []


def drawn(markup: str) -> etree._Element:
    found = images(markup)
    assert len(found) == 1
    kind, _, body = (found[0].get("src") or "").partition(",")
    assert kind == "data:image/svg+xml;base64"
    return etree.fromstring(base64.b64decode(body))


SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("size", ['width="400" height="200"', 'viewBox="0 0 400 200"'])
def test_a_drawing_in_the_markup_is_a_document_of_its_own(size: str) -> None:
    tree = drawn(
        f'<p>Words</p><svg {size}><title>Fares</title><defs><linearGradient id="g" gradientUnits="userSpaceOnUse"/>'
        '<clipPath id="c"/></defs><rect width="9" height="9" fill="url(#g)"/><use xlink:href="#c"/><text>1923</text></svg>'
    )
    assert tree.tag == f"{SVG}svg"
    assert [each.tag.removeprefix(SVG) for each in tree.iter(f"{SVG}linearGradient", f"{SVG}clipPath", f"{SVG}text")] == [
        "linearGradient", "clipPath", "text",
    ]  # fmt: skip
    assert tree.find(f".//{SVG}linearGradient").get("gradientUnits") == "userSpaceOnUse"  # type: ignore[union-attr]
    assert tree.find(f".//{SVG}use").get("href") == "#c"  # type: ignore[union-attr]
    assert (tree.get("viewBox") or tree.get("width")) in ("0 0 400 200", "400")


def test_a_drawing_in_a_figure_needs_no_size() -> None:
    assert drawn("<figure><svg><circle r=9 /></svg><figcaption>A circle</figcaption></figure>").tag == f"{SVG}svg"


def test_very_many_drawings_are_bounded() -> None:
    assert len(images('<svg width="400" height="200"><path d="M0 0"/></svg>' * 200)) == MOST_DRAWINGS


def test_what_an_editor_notes_in_a_drawing_goes() -> None:
    notes = '<metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata><sodipodi:namedview inkscape:zoom="1"/>'
    tree = drawn(
        f'<svg width="400" height="200" sodipodi:docname="x.svg">{notes}<path inkscape:label="y" d="M0 0"/></svg>'
    )
    assert b":" not in etree.tostring(tree).replace(b"http:", b"")
    assert tree.find(f"{SVG}path") is not None


@pytest.mark.parametrize(
    "box", ["<div data-src='/embed/7'></div>", "<div data-src='/a.jpg'>Words</div>", "<p data-src='/a.jpg'></p>"]
)
def test_boxes_that_scripts_fill_with_something_else_are_no_pictures(box: str) -> None:
    assert images(box) == []


@pytest.mark.parametrize(
    "picture",
    [
        '<amp-anim src="/a.gif"></amp-anim>',
        '<amp-anim src="/a.gif"><amp-img placeholder src="/still.jpg"></amp-img></amp-anim>',
        '<amp-img src="/a.gif"><amp-img fallback src="/a.jpg"></amp-img></amp-img>',
    ],
)
def test_a_picture_of_amp_stands_without_what_is_shown_before_it(picture: str) -> None:
    root = parse(f"<body><p>Words</p>{picture}")
    put_images(root)
    assert [(each.tag, each.get("src")) for each in root.iter("amp-anim", "amp-img")] == [("amp-img", "/a.gif")]


def test_the_still_of_a_video_of_amp_goes() -> None:
    root = parse('<body><amp-video src="/v.mp4"><amp-img placeholder src="/still.jpg"></amp-img></amp-video>')
    put_images(root)
    assert root.find(".//amp-img") is None


@pytest.mark.parametrize(
    ("inside", "is_file"),
    [
        ('<defs><clipPath id="c"><circle r="9"/></clipPath></defs><image xlink:href="a.jpg"/>', True),
        ('<mask><ellipse rx="9"/></mask><image href="a.jpg"/>', True),
        ('<image href="a.jpg"/>', True),
        ('<image href="a.jpg"/><circle r="9"/>', False),
        ('<image href="a.jpg"/><image href="b.jpg"/>', False),
    ],
)
def test_a_drawing_that_only_cuts_a_photograph_out_is_the_photograph(inside: str, is_file: bool) -> None:
    found = images(f'<svg width="900" height="600">{inside}</svg>')
    assert ("a.jpg" in [each.get("src") for each in found]) is is_file
