"""Pages that nest more deeply than lxml can keep lose no text."""

import pytest

from app.extract.deep import LOSING
from app.extract.parse import MAX_DEPTH, parse
from tests.extract.test_parse import depth


def seen(page: str) -> str:
    root = parse(page)
    assert depth(root) <= MAX_DEPTH
    return " ".join(root.text_content().split())


@pytest.mark.parametrize("levels", [LOSING, 2048, 200_000])
@pytest.mark.parametrize("name", ["div", "b", "x-part", "div<a"])
def test_text_at_the_bottom_and_behind_it_is_kept(levels: int, name: str) -> None:
    page = f"<body><p>before</p>{f'<{name}>' * levels}<p>the bottom</p>{f'</{name}>' * levels}<p>after</p>"
    assert seen(page).replace(" ", "") == "beforethebottomafter"


def test_what_was_never_closed_is_kept_too() -> None:
    assert seen("<p>before" + "<span>" * 5000 + "the bottom") == "beforethe bottom"


def test_lines_that_were_apart_stay_so_and_words_of_one_line_together() -> None:
    assert seen("<section>" * 3000 + "<p>o<b>n</b>e</p><p>two</p>") == "one two"


def test_what_nobody_sees_is_no_text() -> None:
    hidden = "<script>bad()</script><style>p{}</style><template><p>later</p></template>"
    assert seen("<section>" * 3000 + f"<p>one</p>{hidden}<p>two</p>") == "one two"


def test_names_that_cannot_be_written_do_no_harm() -> None:
    assert seen("<b<i x{=1>one" + "<section>" * 3000 + "<p{>two") == "one two"


def test_links_above_the_depth_stay_links() -> None:
    root = parse('<p><a href="/a" class="b">one</a></p>' + "<section>" * 3000)
    assert [dict(link.attrib) for link in root.iter("a")] == [{"href": "/a", "class": "b"}]
