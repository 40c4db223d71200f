"""Drawings in SVG: shown as they are meant, at no more cost than is allowed, and with nothing from outside."""

import base64
from pathlib import Path

import pytest
from PIL import Image

from app.errors import BadImage
from app.images import convert, measure
from app.images import svg as drawing
from app.models import Screen
from tests.images.samples import BLUE, GIF, GREEN, LIMIT, RED, WHITE, colour_at, decoded, looks, quarters, saved
from tests.origin import Origin
from tests.validity import need_typefaces

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
QUARTERS = """<rect width="40" height="30" fill="red"/><rect x="40" width="40" height="30" fill="#0f0"/>
<rect y="30" width="40" height="30" style="fill:blue"/>"""


def svg(content: str = QUARTERS, attributes: str = 'width="80" height="60"', before: str = "") -> bytes:
    return f"{before}<svg {NAMESPACES} {attributes}>{content}</svg>".encode()


def sentence_of(body: bytes) -> str:
    with pytest.raises(BadImage) as caught:
        convert(body, GIF, LIMIT)
    return caught.value.sentence


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        '<?xml version="1.0" encoding="utf-8"?>\n',
        '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n',
    ],
)
def test_a_drawing_is_shown_on_white(before: str) -> None:
    picture = convert(svg(before=before), GIF, LIMIT)
    assert (picture.width, picture.height) == (80, 60)
    assert [colour_at(picture, x, y) for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8))] == [
        RED,
        GREEN,
        BLUE,
        WHITE,
    ]


def test_a_drawing_in_white_alone_is_shown_on_black() -> None:
    picture = convert(svg('<rect x="30" y="20" width="20" height="20" fill="#fff"/>'), GIF, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.5), WHITE)
    assert looks(colour_at(picture, 0.1, 0.1), (0, 0, 0))


def test_words_are_shown() -> None:
    need_typefaces()
    words = '<text x="5" y="40" font-family="Helvetica" font-size="30">Words</text>'
    assert decoded(convert(svg(words), Screen(80, 60, "GIF", "mono"), LIMIT)).convert("L").histogram()[0] > 100


@pytest.mark.parametrize(
    ("attributes", "size", "shown"),
    [
        ('width="80" height="60"', (80, 60), (80, 60)),
        ('width="80px" height="60.4px"', (80, 60), (80, 60)),
        ('width="1in" height="72pt"', (96, 96), (96, 96)),
        ('width="25.4mm" height="2.54cm"', (96, 96), (96, 96)),
        ('width="6em" height="4pc"', (96, 64), (96, 64)),
        ('width="40" viewBox="0 0 80 60"', (40, 30), (40, 30)),
        ('height="30" viewBox="0 0 80 60"', (40, 30), (40, 30)),
        ('width="960" height="960"', (960, 960), (480, 480)),
        # Without a size of its own it is as large as the screen.
        ('viewBox="0 0 80 60"', (80, 60), (480, 360)),
        ('width="100%" height="100%" viewBox="0,0,80,60"', (80, 60), (480, 360)),
        ("", (300, 150), (480, 240)),
        ('viewBox="none of these"', (300, 150), (480, 240)),
        ('viewBox="0 0 -1 nan"', (300, 150), (480, 240)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(attributes: str, size: tuple[int, int], shown: tuple[int, int]) -> None:
    body = svg(attributes=attributes)
    assert measure(body, LIMIT) == size
    picture = convert(body, GIF, LIMIT)
    assert decoded(picture).size == shown


def test_a_drawing_is_rendered_at_the_size_wanted_and_a_tile_at_its_own() -> None:
    body = svg('<circle cx="50" cy="50" r="50"/>', 'width="1000" height="1000" viewBox="0 0 100 100"')
    whole = decoded(convert(body, Screen(200, 200, "PNG"), LIMIT)).convert("L")
    assert whole.getpixel((100, 2)) == 0
    corner = decoded(convert(body, Screen(500, 500, "PNG", column=2, row=2), LIMIT)).convert("L")
    assert corner.size == (500, 500)
    assert (corner.getpixel((0, 0)), corner.getpixel((499, 499))) == (0, 255)


def test_entities_of_its_own_are_replaced() -> None:
    doctype = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY hue "#0000ff">]>'
    body = f'{doctype}<svg xmlns="&ns;" width="9" height="9"><rect width="9" height="9" fill="&hue;"/></svg>'
    assert colour_at(convert(body.encode(), GIF, LIMIT), 0.5, 0.5) == BLUE


def test_pictures_and_shapes_within_the_drawing_are_kept() -> None:
    data = base64.b64encode(saved(Image.new("RGB", (8, 8), RED), "PNG")).decode()
    content = f"""<defs><linearGradient id="g"><stop stop-color="blue"/></linearGradient><path id="p" d="M0 30h40v30H0z"/></defs>
    <image width="40" height="30" xlink:href="data:image/png;base64,{data}"/>
    <rect x="40" width="40" height="30" fill="url(#g)"/><use href="#p" fill="#0f0"/>"""
    picture = convert(svg(content), GIF, LIMIT)
    assert [colour_at(picture, x, y) for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8))] == [RED, BLUE, GREEN]


def outside(address: str) -> list[str]:
    """Contents that would show or load what is at the address."""
    return [
        f'<image width="80" height="60" href="{address}"/>',
        f'<image width="80" height="60" xlink:href="{address}"/>',
        f'<image width="80" height="60" xlink:href=" &#9;{address}"/>',
        f'<defs><!-- --></defs><use href="{address}#x"/>',
        f'<filter id="f"><feImage href="{address}"/></filter><rect width="80" height="60" filter="url(#f)" fill="none"/>',
        f"<style>@import '{address}'; @font-face {{ font-family: x; src: url({address}) }}</style><text>x</text>",
        f'<rect width="80" height="60" fill="url({address}#x) none"/>',
        f'<rect width="80" height="60" style="fill: url(&quot;{address}&quot;) none"/>',
        f'<rect width="80" height="60" style="fill: u\\72l({address}) none"/>',
        f'<foreignObject width="80" height="60"><img xmlns="http://www.w3.org/1999/xhtml" src="{address}"/></foreignObject>',
        f'<script href="{address}"/><script>fetch("{address}")</script>',
        f'<g xml:base="{address}"><image width="80" height="60" href="#"/></g>',
        f'<image width="80" height="60" href="data:image/svg+xml,&lt;svg {NAMESPACES.replace(chr(34), chr(39))}>&lt;image href=\'{address}\'/>&lt;/svg>"/>',
    ]


@pytest.mark.parametrize("number", range(len(outside(""))))
def test_nothing_is_fetched_from_the_network(number: int) -> None:
    with Origin() as origin:
        origin.serve("/spy.png", saved(quarters(), "PNG"), "image/png")
        before = f'<?xml-stylesheet href="{origin.url("/spy.png")}"?><!DOCTYPE svg SYSTEM "{origin.url("/spy.png")}">'
        picture = convert(svg(outside(origin.url("/spy.png"))[number], before=before), GIF, LIMIT)
        assert origin.hits("/spy.png") == 0
    assert (picture.width, picture.height) == (80, 60)


@pytest.mark.parametrize("number", range(len(outside(""))))
def test_no_file_of_this_machine_is_shown(number: int, tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(saved(Image.new("RGB", (80, 60), RED), "PNG"))
    for address in (str(path), path.as_uri(), f"../../../../../../..{path}"):
        picture = convert(svg(outside(address)[number]), GIF, LIMIT)
        assert not looks(colour_at(picture, 0.5, 0.5), RED, by=100)


def test_the_renderer_alone_would_show_the_file_so_the_cleaning_is_what_keeps_it_out(tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(saved(Image.new("RGB", (80, 60), RED), "PNG"))
    content = outside(str(path))[0]
    assert drawing.rendered(svg(content), None, LIMIT) != drawing._run(svg(content))


def test_where_a_reference_outside_is_cut_the_colour_beside_it_counts() -> None:
    body = svg('<rect width="80" height="60" fill="url(http://a.example/b.svg#c) #0000ff"/>')
    assert colour_at(convert(body, GIF, LIMIT), 0.5, 0.5) == BLUE


def test_an_entity_that_is_a_file_is_refused() -> None:
    doctype = '<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    assert sentence_of(svg("<text>&file;</text>", before=doctype)) == "This drawing is damaged or incomplete."


def nested(levels: int) -> str:
    groups = "".join(f'<g id="u{n}">' + f'<use href="#u{n - 1}"/>' * 10 + "</g>" for n in range(1, levels))
    return f'<defs><g id="u0"><rect width="9" height="9"/></g>{groups}</defs><use href="#u{levels - 1}"/>'


FILTERS = '<feTurbulence numOctaves="1000" baseFrequency="0.01"/><feMorphology radius="500"/>' * 50
MASKS = "".join(f'<mask id="m{n}"><rect width="9" height="9" mask="url(#m{n - 1})"/></mask>' for n in range(1, 400))
TEN_TIMES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "body",
    [
        svg(nested(30)),
        svg(
            f'<filter id="f">{FILTERS}</filter><rect filter="url(#f)" width="4000" height="4000"/>', 'viewBox="0 0 4 4"'
        ),
        svg(f'{MASKS}<rect width="9" height="9" mask="url(#m399)"/>'),
        svg("<g>" * 10_000 + "</g>" * 10_000),
        svg("<g/>" * 60_000),
        svg("<g " + " ".join(f'a{n}="b"' for n in range(5000)) + "/>"),
        svg("<text>&e11;</text>", before=f'<!DOCTYPE svg [<!ENTITY e0 "aaaaaaaaaa">{TEN_TIMES}]>'),
        svg("<!-- " + "x" * (2 << 20) + " -->"),
        svg(attributes='width="1e9" height="1e9"'),
        svg(attributes='width="1e99" height="1e-99"'),
        svg("<rect"),
        b"<svg><rect/></svg>",
    ],
)
def test_a_drawing_made_to_hurt_is_refused_with_a_sentence(body: bytes) -> None:
    assert sentence_of(body) in {
        "This drawing is damaged or incomplete.",
        "This drawing is larger than those that are converted.",
        "This drawing takes too long to convert.",
    }


def test_a_drawing_of_too_many_pixels_is_refused_like_any_picture() -> None:
    assert "has 30 million pixels" in sentence_of(svg(attributes='width="6000" height="5000"'))


def test_a_picture_within_that_takes_too_much_memory_is_refused() -> None:
    data = base64.b64encode(saved(Image.new("1", (30_000, 10_000)), "PNG")).decode()
    assert sentence_of(svg(f'<image width="9" height="9" href="data:image/png;base64,{data}"/>')).startswith(
        "This drawing"
    )
