"""The lines of a page as a reader sees them."""

import pytest

from app.extract.metadata.visible_lines import lines_between, short_text
from app.extract.parse import parse


def lines(body: str) -> list[str]:
    elements = list(parse(f"<html><body>{body}</body></html>").iter())
    return [each.text for each in lines_between(elements, 0, len(elements))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a <b>b</b> c</p><p>d</p>", ["a b c", "d"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<div>a<div><span>b</span></div></div>c", ["a", "b", "c"]),
        ("a<br>b<br>c", ["a", "b", "c"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<p>a<script>x</script>b</p><style>y</style><template><p>z</p></template>", ["a", "b"]),
        ("<button>Share <span>this</span></button><p>a</p>", ["a"]),
        ("<p> \n </p>", []),
        ("<div><span>By Ada</span><span>26 November</span></div>", ["By Ada 26 November"]),
        ("<div><span>local news</span><span>Tower</span></div>", ["local news Tower"]),
        ("<div><span>홍길동</span><span>기자</span></div>", ["홍길동 기자"]),
        ("<div><span>בקי</span><span>אור</span></div>", ["בקי אור"]),
        ("<div><span>山田</span><span>太郎</span></div>", ["山田太郎"]),
        ("<p><b>T</b>ower, H<sub>2</sub>O, 26<sup>th</sup></p>", ["Tower, H 2 O, 26th"]),
    ],
)
def test_a_line_is_what_no_block_interrupts(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_line_has_the_places_of_its_elements() -> None:
    elements = list(parse("<html><body><p>a <b>b</b></p><p>c</p></body></html>").iter())
    first, second = lines_between(elements, 0, len(elements))
    assert [element.tag for element in elements[first.place : first.end]] == ["p", "b"]
    assert [element.tag for element in elements[second.place : second.end]] == ["p"]


@pytest.mark.parametrize("body", ["<div><p>a</p>b</div>c", "a", "<p>a", "<div><br>a</div>"])
def test_a_line_stands_in_elements_that_there_are(body: str) -> None:
    elements = list(parse(f"<html><body>{body}</body></html>").iter())
    for end in range(len(elements) + 2):
        for each in lines_between(elements, 0, end):
            assert 0 <= each.place < each.end <= min(end, len(elements))


def test_a_part_of_a_page_has_its_own_lines() -> None:
    elements = list(parse("<html><body><p>a</p><p>b <i>c</i></p><p>d</p></body></html>").iter())
    start = next(place for place, element in enumerate(elements) if element.text == "b ")
    assert [each.text for each in lines_between(elements, start, start + 2)] == ["b c"]


def test_a_line_has_its_longest_length() -> None:
    assert max(map(len, lines(f"<p>{'<b>word</b> ' * 5000}</p>"))) <= 2000


def test_a_text_is_short_or_none() -> None:
    element = parse(f"<html><body><p>  a \n <b>b</b></p><div>{'word ' * 100}</div></body></html>")
    assert short_text(element.find(".//p"), 10) == "a b"
    assert short_text(element.find(".//div"), 100) == ""
