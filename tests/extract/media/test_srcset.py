"""Where a picture's file is, out of all the places where pages name it."""

import pytest
from lxml.html import HtmlElement

from app.extract.media.srcset import best_source, nearest, pixels_of, srcset_candidates
from app.extract.parse import parse

BASE = "http://gazette.example/2024/story"


def image(markup: str) -> HtmlElement:
    return parse(f"<body>{markup}</body>").find(".//img")


def source(markup: str) -> str:
    return best_source(image(markup), BASE).removeprefix("http://gazette.example/")


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<img src="/a.jpg">', "a.jpg"),
        ('<img src="a.jpg">', "2024/a.jpg"),
        ('<img src="//cdn.example/a.jpg">', "http://cdn.example/a.jpg"),
        ('<img src="/small.jpg" data-src="/large.jpg">', "large.jpg"),
        ('<img src="/a.jpg" srcset="/b.jpg 1100w" data-src="/c.jpg">', "b.jpg"),
        ('<img src="/a.jpg" data-settings="a b.jpg">', "a.jpg"),
        ('<img src="/a.jpg" data-fallback-src="/none.jpg">', "a.jpg"),
        ('<img src="/a.jpg" data-error-image="/none.jpg" data-lqip="/blur.jpg">', "a.jpg"),
        ('<img data-thumb="/thumb.jpg" data-of-ours="/a.jpg">', "a.jpg"),
        ('<img data-thumb="/a.jpg">', "a.jpg"),
        ('<img src="/a.jpg" data-kind="story">', "a.jpg"),
        ('<img src="/a.jpg" data-ll-set="/b.jpg 300w, /c.jpg 1200w">', "c.jpg"),
        ('<img src="/a.jpg" nitro-lazy-srcset="/b.jpg 1x, /c.jpg 1.5x">', "b.jpg"),
        ('<img src="/a.jpg" data-note="a ferry, about 300w">', "a.jpg"),
        ('<img src="/a.jpg" longdesc="/b.jpg">', "a.jpg"),
        ('<img src="/a.jpg" srcset="/b.jpg 1000w, /c.jpg 1100w, /d.jpg 2000w">', "c.jpg"),
        ('<picture><source type="image/jxl" srcset="/b.jpg 1100w"><img src="/a.jpg"></picture>', "a.jpg"),
        ('<img src="javascript:go()" data-src="http://[" data-original="/a.jpg">', "a.jpg"),
        ('<picture><source srcset="/a.jxl" type="image/jxl"><source srcset="/b.webp" type="image/webp"><img></picture>', "b.webp"),
        ('<picture><source media="(max-width: 479px)" srcset="/b.jpg"><source srcset="/c.jpg"><img src="/a.jpg"></picture>', "c.jpg"),
        ('<picture><source media="(max-width:40em)" srcset="/b.jpg 2x"><img src="/a.jpg"></picture>', "a.jpg"),
        ('<picture><source media="(max-width:40em)" srcset="/b.jpg"><img src="/blank.gif"></picture>', "b.jpg"),
        ('<picture><source media="(max-width:1400px)" srcset="/b.jpg"><img src="/a.jpg"></picture>', "b.jpg"),
        ('<picture><source media="(max-width:calc(1px))" srcset="/b.jpg"><img src="/a.jpg"></picture>', "b.jpg"),
        ('<img src="/a.jpg?w=20&blur=50&v=2">', "a.jpg?v=2"),
        ('<img src="/none.gif" file="/a.jpg" zoomfile="/a.jpg">', "a.jpg"),
        ('<img src="/blank.gif" _src="/a.jpg">', "a.jpg"),
        ('<img src="/blank.gif" real_src="//cdn.example/mw690/17">', "http://cdn.example/mw690/17"),
        ('<img src="/a.jpg" original="true">', "a.jpg"),
        ('<img src="/a.jpg" file="Quay">', "a.jpg"),
        ('<img src="/a.jpg" lowsrc="/b.jpg">', "a.jpg"),
        ('<img src="/blank.gif">', ""),
        ('<img src="data:image/gif;base64,R0lGOD">', ""),
        ('<img src="">', ""),
        ("<img>", ""),
    ],
)  # fmt: skip
def test_the_best_address_that_can_be_followed_is_taken(markup: str, name: str) -> None:
    assert source(markup) == name


@pytest.mark.parametrize(
    ("srcset", "candidates"),
    [
        ("a.jpg 320w, b.jpg 640w", [("a.jpg", 320), ("b.jpg", 640)]),
        ("a.jpg 320w,b.jpg 640w", [("a.jpg", 320), ("b.jpg", 640)]),
        ("/w_320,h_200/a.jpg 320w", [("/w_320,h_200/a.jpg", 320)]),
        ("a.jpg, b.jpg 2x", [("a.jpg", 400), ("b.jpg", 800)]),
        ("a.jpg 1.5x", [("a.jpg", 600)]),
        ("a.jpg 320w 200h", [("a.jpg", 320)]),
        ("  ,, a.jpg  ", [("a.jpg", 400)]),
        ("data:image/gif;base64,R0 1x, b.jpg 2x", [("b.jpg", 800)]),
        ("", []),
    ],
)
def test_candidates_are_told_apart_and_each_has_a_width(srcset: str, candidates: list[tuple[str, int]]) -> None:
    assert list(srcset_candidates(srcset, 400)) == candidates


def test_the_smallest_that_is_wide_enough_is_the_nearest_and_else_the_widest() -> None:
    candidates = [("s", 300), ("xl", 3000), ("m", 1000), ("l", 1200)]
    assert nearest(candidates, 900) == "m"
    assert nearest(candidates, 1000) == "m"
    assert nearest(candidates, 1001) == "l"
    assert nearest(candidates, 9000) == "xl"
    assert nearest([], 900) == ""


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ("480", 480),
        ("480px", 480),
        (" 480 ", 480),
        ("480.5", 480),
        ("100%", 0),
        ("auto", 0),
        ("-3", 0),
        ("", 0),
        (None, 0),
    ],
)
def test_a_side_is_a_number_of_pixels_or_unknown(value: str | None, pixels: int) -> None:
    assert pixels_of(value) == pixels


@pytest.mark.parametrize("nothing", ["undefined", "null", "NaN", "false", "[object Object]"])
def test_what_scripts_write_where_they_had_no_address_is_none(nothing: str) -> None:
    image = parse(f'<body><img src="{nothing}" srcset="undefined 1x, null 2x" data-original="/a.jpg"></body>').find(
        ".//img"
    )
    assert best_source(image, "http://gazette.example/story") == "http://gazette.example/a.jpg"


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (
            '{"default":{"load":"default","w":"73","src":"//pictures.example/a.jpg?w=728"}}',
            "http://pictures.example/a.jpg?w=728",
        ),
        ('[{"url": "http:\\/\\/pictures.example\\/a.jpg"}]', "http://pictures.example/a.jpg"),
        ('{"w": 800}', ""),
    ],
)
def test_an_address_may_stand_in_an_object_of_a_script(value: str, address: str) -> None:
    made = image("<img>")
    made.set("data-src", value)
    assert best_source(made, BASE) == address


@pytest.mark.parametrize(
    ("srcset", "address"),
    [
        ("/up loads/quay (1)-300.jpg 300w, /up loads/quay (1).jpg 1200w", "/up loads/quay (1).jpg"),
        ("/my quay.jpg", "/my quay.jpg"),
        ("/my quay.jpg 1x, /my quay@2.jpg 2x", "/my quay.jpg"),
        ("/quay.jpg wide.jpg 1200w", "/quay.jpg"),
        ("/quay 1200w 800h", "/quay"),
        ("/quay big 1200w", "/quay"),
    ],
)
def test_the_name_of_a_file_may_have_spaces(srcset: str, address: str) -> None:
    assert nearest(list(srcset_candidates(srcset)), 1024) == address
