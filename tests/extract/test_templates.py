import pytest
from lxml.html import HtmlElement

from app.extract.parse import MAX_DEPTH, parse
from app.models import text_of
from tests.extract.reading import extract_article

LINES = [f"Line {n} of the tale says, at some length, what the keeper of the lamp did that night." for n in range(6)]
TALE = "".join(f"<p>{line}</p>" for line in LINES)


def words(root: HtmlElement) -> str:
    return " ".join(str(root.text_content()).split())


def told(page: str) -> list[str]:
    return [text_of(block) for block in extract_article(page, "http://gazette.example/a").blocks]


@pytest.mark.parametrize("mode", ["open", "closed", "OPEN"])
def test_what_stands_in_a_shadow_root_is_text_of_the_page(mode: str) -> None:
    page = f"<title>The lamp</title><news-story><template shadowrootmode={mode}><h1>The lamp</h1>{TALE}</template>"
    assert told(page) == LINES


def test_a_template_that_is_no_shadow_root_stays_one() -> None:
    assert parse("<p>Seen</p><template><p>Unseen</p></template>").find(".//template") is not None


def test_children_of_the_host_stand_in_their_slots() -> None:
    root = parse(
        "<my-card><template shadowrootmode=open><slot name=head>No head</slot> - <slot>No text</slot> - "
        "<slot name=foot>No foot</slot></template><b>Text</b><h2 slot=head>Head</h2></my-card>"
    )
    assert words(root) == "Head - Text - No foot"


def test_bare_text_of_the_host_stands_in_the_slot_without_a_name() -> None:
    assert words(parse("<x-y><template shadowrootmode=open>[<slot></slot>]</template>Bare</x-y>")) == "[Bare]"


def test_a_child_without_a_slot_is_hidden() -> None:
    root = parse("<div><x-y><template shadowrootmode=open><p>Shown</p></template><p>Spare</p></x-y></div>")
    assert [words(box) for box in root.iterfind(".//div[@hidden]")] == ["Spare"]


def test_a_slot_within_another_component_is_filled_from_outside() -> None:
    inner = "<x-in><template shadowrootmode=open>(<slot></slot>)</template><slot></slot></x-in>"
    assert words(parse(f"<x-out><template shadowrootmode=open>{inner}</template><p>Tale</p></x-out>")) == "(Tale)"


def test_templates_nested_beyond_all_sense_are_opened_in_passing() -> None:
    nested = "<div><template shadowrootmode=open>" * 900 + "The end"
    root = parse(nested)
    assert "The end" in words(root)
    assert not root.xpath("self::*" + "/*" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("call", ['$RC("B:0","S:0")', "$RC('B:0', 'S:0')", '$RS("S:0","B:0")', '$RR("B:0","S:0",[])'])
def test_a_streamed_part_stands_where_the_script_puts_it(call: str) -> None:
    page = (
        "<main><p>First</p><template id=B:0></template>After</main><footer>Foot</footer>"
        f"<div hidden id=S:0><p>Second</p> and <b>third</b></div><script>{call}</script>"
    )
    root = parse(page)
    assert words(root.find(".//main")) == "FirstSecond and thirdAfter"
    assert words(root.find(".//footer")) == "Foot"


def test_a_streamed_part_within_another_follows_it() -> None:
    page = (
        "<main><template id=B:0></template></main><div hidden id=S:0>One <template id=P:1></template></div>"
        '<div hidden id=S:1>two</div><script>$RC("B:0","S:0")</script><script>$RS("S:1","P:1")</script>'
    )
    assert words(parse(page).find(".//main")) == "One two"


@pytest.mark.parametrize("first", ["0", "9"])
def test_parts_of_parts_all_come_whichever_is_the_first(first: str) -> None:
    step = 1 if first == "0" else -1
    parts = "".join(f"<div hidden id=S:{n}>{n} <template id=B:{n + step}></template></div>" for n in range(10))
    calls = "".join(f'$RC("B:{n}","S:{n}");' for n in range(10))
    root = parse(f"<main><template id=B:{first}></template></main>{parts}<script>{calls}</script>")
    assert words(root.find(".//main")).split() == sorted("0123456789", reverse=step < 0)


def test_parts_that_would_hold_each_other_stay_where_they_are() -> None:
    page = (
        "<main>Shown <template id=B:2></template></main>"
        "<div hidden id=S:0>one <template id=B:1></template></div><div hidden id=S:1>two <template id=B:0></template>"
        '</div><div hidden id=S:2>three</div><script>$RC("B:0","S:0");$RC("B:1","S:1");$RC("B:2","S:2")</script>'
    )
    root = parse(page)
    assert words(root.find(".//main")) == "Shown three"
    assert [words(each) for each in root.iterfind(".//div[@hidden]")] == ["one", "two", ""]


def test_a_slot_in_a_template_that_is_not_shown_belongs_to_no_shadow_root() -> None:
    root = parse(
        "<x-y><template shadowrootmode=open><template><slot>(</slot></template>[<slot></slot>]</template>"
        "<b>Text</b></x-y>"
    )
    assert words(root).endswith("[Text]")


def test_a_part_that_would_hold_itself_stays_where_it_is() -> None:
    root = parse('<div hidden id=S:0>Text <template id=B:0></template></div><script>$RC("B:0","S:0")</script>')
    assert words(root.find(".//div")) == "Text"


def test_parts_within_parts_do_not_make_the_tree_deeper_than_others() -> None:
    parts = "".join(f"<div hidden id=S:{n}><template id=B:{n + 1}></template></div>" for n in range(400))
    calls = "".join(f'$RC("B:{n}","S:{n}");' for n in range(400))
    root = parse(f"<main><template id=B:0></template></main>{parts}<script>{calls}</script>")
    assert not root.xpath("self::*" + "/*" * (MAX_DEPTH + 1))
