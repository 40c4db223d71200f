import pytest

from app.extract.scoring.attributes import HIDDEN
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.walk import MAX_BLOCKS, page_text
from tests.extract.reading import with_marks


def walked(body: str) -> PageText:
    return page_text(with_marks(f"<html><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [block.text for block in walked(body).blocks]


def test_a_block_is_what_no_block_element_interrupts() -> None:
    found = texts("loose <b>and bold</b><p>one <a href=/x>link</a> more</p><ul><li>a<li>b</ul>tail")
    assert found == ["loose and bold", "one link more", "a", "b", "tail"]


def test_line_breaks_part_blocks() -> None:
    assert texts("<p>first line<br>second line</p>") == ["first line", "second line"]


def test_what_is_no_text_is_none() -> None:
    silent = "<script>x()</script><style>p{}</style><select><option>x</select><textarea>y</textarea><button>Go</button>"
    assert texts(f"<p>seen</p>{silent}<noscript>n</noscript><template><p>t</p></template>") == ["seen"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't miss_this: 3.5 km -- (NOW)", ["don", "t", "miss_this", "3", "5", "km", "now"]),
        ("Straße, Café – ÉTÉ", ["straße", "café", "été"]),
        ("...", []),
    ],
)
def test_words_are_letters_figures_and_low_lines(text: str, words: list[str]) -> None:
    [block] = walked(f"<p>{text}a</p>").blocks
    block.text = text
    assert block.words == words


def test_a_button_that_is_a_heading_is_text() -> None:
    assert texts("<h3><button>Who built it?</button></h3><dl><dt><button>What</button></dt></dl>") == [
        "Who built it?",
        "What",
    ]


def test_links_and_bold_are_counted_in_characters() -> None:
    block = walked("<p>four <a href='/x'>link</a> <strong>bold</strong></p>").blocks[0]
    assert (block.links, block.bold, block.hrefs) == (4, 4, ["/x"])


def test_a_link_around_blocks_is_the_link_of_each() -> None:
    blocks = walked("<a href='/x'><h3>title</h3><p>teaser</p></a>").blocks
    assert [(block.links, block.hrefs) for block in blocks] == [(5, ["/x"]), (6, ["/x"])]


def test_sums_reach_every_container_even_where_a_block_begins_in_a_span() -> None:
    page = walked("<div><p><span class=drop>O</span>nce upon a time</p><p>two <i class=x>words</i></p></div>")
    outer = page.blocks[0].container
    while outer.parent is not None:
        outer = outer.parent
    assert outer is page.body
    assert (outer.blocks, outer.length, outer.end) == (2, len("Once upon a time") + len("two words"), 2)


def test_hidden_parts_are_told() -> None:
    page = walked("<p hidden>a</p><div style='display: none'><p>b</p></div><p>c</p>")
    hidden = [bool(block.container.flags & HIDDEN) for block in page.blocks]
    assert hidden == [True, True, False]


def test_the_items_of_a_menu_are_judged_as_one_and_others_by_themselves() -> None:
    menu = "".join(f"<li><a href=/{n}>Part {n}</a></li>" for n in range(5))
    page = walked(f"<p>one</p><ul>{menu}</ul><p>two</p>")
    assert page.judged_as == [0, 3, 3, 3, 3, 3, 6]


@pytest.mark.parametrize("inner", ["<p>t<p>m<p>u<p>n", "<div>t</div><div>m</div><div>u</div><div>n</div></a>z"])
def test_each_block_is_judged_though_it_began_in_a_link_that_holds_other_blocks(inner: str) -> None:
    page = walked(f'y<a href="/x">{inner}')
    assert len(page.judged_as) == len(page.blocks)


def test_marks_know_what_stands_behind_them() -> None:
    page = walked("<p>one</p><figure data-n=1></figure><p>two</p><figure data-n=2></figure>")
    assert [(mark.element.get("data-n"), mark.behind) for mark in page.marks] == [("1", 1), ("2", 2)]


def test_a_page_of_endless_blocks_is_not_walked_to_its_end() -> None:
    assert len(texts("<p>x</p>" * (MAX_BLOCKS + 10))) == MAX_BLOCKS


@pytest.mark.parametrize(("linked", "prose"), [(0, 100), (30, 100), (50, 0), (70, 0)])
def test_a_block_mostly_of_links_is_no_prose(linked: int, prose: int) -> None:
    page = walked(f"<div><p>{'w' * (100 - linked)}<a href=/x>{'w' * linked}</a></p></div>")
    assert page.body.prose == prose


def test_an_id_that_is_made_of_the_first_words_is_no_name() -> None:
    page = walked(
        "<div class=box id=social-history><h2>Social history</h2><p>text</p></div><div id=social><p>a b</p></div>"
    )
    assert [block.container.parent.names for block in page.blocks if block.container.parent] == [
        "box ",
        "box ",
        "social",
    ]


def test_a_link_in_a_heading_has_its_level() -> None:
    assert [block.container.level for block in walked("<h3><a href=/x>one</a></h3><p>two</p>").blocks] == [3, 0]


def test_what_is_not_shown_in_a_line_is_left_out_of_it() -> None:
    assert texts("<p>one<span class=sr-only> (opens in a window)</span> two</p>") == ["one two"]
    assert texts("<p>one<span class='tip tooltip-content'> what it means</span> two</p>") == ["one two"]
    assert texts("<p><span class=tooltip>one</span> two</p>") == ["one two"]


def test_a_box_that_begins_within_a_line_has_its_own_blocks_alone() -> None:
    page = walked("<p>before <span class=x><div>one</div><div>two</div></span></p>")
    box = page.blocks[1].container.parent
    assert box is not None
    assert (box.first, box.end, box.blocks) == (1, 3, 2)


def test_only_what_has_an_address_is_a_link() -> None:
    placeholder, link = walked(
        '<p><a name="top" class="anchor">Nine words of a text</a></p><p><a href="">Here</a></p>'
    ).blocks
    assert (placeholder.links, placeholder.hrefs) == (0, [])
    assert (link.links, link.hrefs) == (4, ["#"])


def test_words_of_a_script_without_spaces_are_pairs_of_letters() -> None:
    assert walked("<p>责任编辑 Wang</p>").blocks[0].words == ["责任", "任编", "编辑", "wang"]
