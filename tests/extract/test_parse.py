from contextlib import suppress

import pytest

from app.errors import BadMarkup, NoText
from app.extract.meaning.places import LEADS_TO, PLACE
from app.extract.parse import MARK, MAX_ATTRIBUTES, MAX_DEPTH, flatten, own_fragment, parse, parse_fragment, parse_held


def depth(element: object) -> int:
    deepest, stack = 0, [(element, 1)]
    while stack:
        node, level = stack.pop()
        deepest = max(deepest, level)
        stack += [(child, level + 1) for child in node]  # type: ignore[attr-defined]
    return deepest


def test_deep_nesting_is_flattened_and_its_text_kept() -> None:
    root = parse("<body>" + "<div>" * 1500 + "<p>the bottom</p>" + "</div>" * 1500)
    assert depth(root) <= MAX_DEPTH
    assert root.text_content().strip() == "the bottom"


def test_flattening_keeps_the_order_of_the_text() -> None:
    root = parse_fragment("<p>a<b>b<i>c<u>d</u>e</i>f</b>g</p>")
    flatten(root, 2)
    assert root.text_content() == "abcdefg"
    assert depth(root) == 2


def test_flattened_text_is_in_one_piece_however_many_elements_it_had() -> None:
    root = parse("<h1>x" * 200 + "<b>x</b>" * 40_000 + "</h1>" * 200 + "<p>after")
    assert depth(root) <= MAX_DEPTH
    assert sum(text.count("x") for text in root.itertext()) == 40_200
    assert sum(1 for _ in root.itertext()) <= MAX_DEPTH + 1


def test_flattened_blocks_stay_apart() -> None:
    root = parse("<div>" * 250 + "<p>one</p><p>t<i>w</i>o</p>" + "</div>" * 250)
    assert root.text_content().split() == ["one", "two"]


@pytest.mark.parametrize(
    "tag",
    [
        "<a " + "b c " * 400 + ">",
        "<a" + ' x="1"' * 600 + ">",
        "<a x='>'" + " y=<b" * 600 + ">",
        "<a/" + "b/" * 600 + ">",
        "<p title=don't>" + "<a " + "b " * 600 + ">",
        "<script" + " b=1" * 600 + "></script>",
        "<script>x</script><style " + "b=1 " * 600,
    ],
)
def test_a_tag_with_hundreds_of_attributes_is_refused(tag: str) -> None:
    with pytest.raises(BadMarkup):
        parse(f"<body>{tag}<p>text</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<p title=don't>It's a long " + "text " * 900 + "isn't it?</p>",
        "<script>if (a<b) { " + "x = 1; y = 2; " * 600 + "}</script><p>text</p>",
        "<script src='a>b' async>if (a<b) { " + "x = 1; y = 2; " * 600 + "}</script><p>text</p>",
        "<script-like b>text</script-like>" + "<p>words </p>" * 600,
        "<!-- <a " + "b " * 900 + "> --><p>text</p>",
        '<a title="' + "word " * 900 + '">text</a>',
        "<div" + ' d="1"' * (MAX_ATTRIBUTES - 1) + ">text</div>",
    ],
)
def test_honest_markup_with_many_words_is_not_taken_for_an_attack(markup: str) -> None:
    assert "text" in parse(f"<body>{markup}").text_content()


@pytest.mark.parametrize(
    "hostile", ["<" * 300_000, "<a " * 200_000, '<a x="' * 100_000, "<!--" * 200_000, "&" * 500_000]
)
def test_hostile_text_is_parsed_or_refused_and_never_hangs(hostile: str) -> None:
    with suppress(BadMarkup, NoText):
        assert parse(f"<body>{hostile}").tag == "html"


@pytest.mark.parametrize("empty", ["", "   \n ", "<!-- only a comment -->"])
def test_an_empty_document_has_no_text(empty: str) -> None:
    with pytest.raises(NoText):
        parse(empty)


def test_an_encoding_declaration_in_text_is_no_obstacle() -> None:
    assert "é" in parse('<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>é</p></body></html>').text_content()


def test_a_document_in_a_frame_stands_in_its_place() -> None:
    words = "The keeper counts ships. " * 30
    root = parse(f'<p>Before</p><iframe srcdoc="<html><body><h1 title=&quot;a&quot;>In</h1><p>{words}"></iframe>After')
    assert root.find(".//iframe") is None
    assert "".join(root.text_content().split()) == f"BeforeIn{words}After".replace(" ", "")


def test_a_short_document_in_a_frame_stays_there() -> None:
    assert parse('<p>Text</p><iframe srcdoc="<p>Buy</p>"></iframe>').find(".//iframe") is not None


def test_a_flood_of_attributes_in_a_frame_is_refused() -> None:
    flood = f"<p {'a=1 ' * (MAX_ATTRIBUTES + 1)}>"
    with pytest.raises(BadMarkup):
        parse(f'<p>Text</p><iframe srcdoc="{flood}"></iframe>')


@pytest.mark.parametrize("name", [MARK, LEADS_TO, PLACE, PLACE.upper()])
def test_a_page_cannot_set_marks_of_ours(name: str) -> None:
    markup = f'<p {name}="7" class="x">A</p>'
    frame = f"<iframe srcdoc='{markup} {'word ' * 100}'></iframe>"
    deep = markup + "<div>" * 3000
    for root in (parse(markup), parse(frame), parse(deep), parse_fragment(markup)):
        assert root.xpath(f".//@{name.lower()}") == []
        assert root.xpath(".//@class") == ["x"]


def test_marks_stand_in_markup_that_we_wrote() -> None:
    assert own_fragment(f'<figure {MARK}="7"></figure>').xpath(f".//@{MARK}") == ["7"]


@pytest.mark.parametrize("markup", ["<p>A<b>b", "<div>" * 300 + "<p>A", "<template>x</template><p>A", "<td>" * 9000])
def test_all_elements_are_held_the_root_first(markup: str) -> None:
    root, *others = parse_held(markup)
    assert root.getparent() is None
    assert list(root.iterdescendants()) == others


@pytest.mark.parametrize("halves", ["&#55357;&#56832;", "&#xD83D;&#xDE00;", "&#xd83d;&#056832;"])
def test_a_character_in_two_halves_is_one(halves: str) -> None:
    assert parse(f"<p>a {halves} b").text_content() == "a \U0001f600 b"


def test_one_half_is_no_character() -> None:
    for half in ("&#55357; b", "&#56832;&#55357;", "&#55357;&#65;", "&#5535;&#56832;"):
        assert "\U0001f600" not in parse(f"<p>a {half}").text_content()
